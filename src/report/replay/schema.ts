import { z } from 'zod';
import { problemSchema } from '../json/schema.ts';

const group = z.record(z.string(), z.string()).nullable().describe('null: everybody together.');
const share = z.number().min(0).max(1);
const interval = z.tuple([share, share]).describe('Holds at all looks at once, at 95 %.');

export const alarmsReportSchema = z.object({
  schema: z.literal('scruple.alarms/1'),
  checkedAt: z.string(),
  events: z.number().int().min(0).describe('Different events; the same id twice is one.'),
  later: z.number().int().min(0).describe('Left out, as they happened after `checkedAt`.'),
  unmatched: z.number().int().min(0).describe('What followed no send that is in the log.'),
  alarms: z.array(
    z.object({
      use: z.string(),
      group,
      monitor: z.string(),
      at: z.string(),
      afterSends: z.number().int().min(0),
      eValue: z.number().nullable().describe('null: one event is enough.'),
      alpha: share
        .nullable()
        .describe('Chance of such an alarm without harm; for a review, share of false ones.'),
      rate: share.nullable(),
      interval: interval.nullable(),
      action: z.enum(['warn', 'review', 'pause']),
    }),
  ),
  quiet: z.array(
    z.object({
      use: z.string(),
      group,
      monitor: z.string(),
      sends: z.number().int().min(0),
      rate: share.nullable(),
      interval,
      smallestHarm: z
        .number()
        .nullable()
        .describe(
          'Multiple of the bound that would have warned by now with 80 %; null: none up to a hundred.',
        ),
    }),
  ),
  problems: z.array(problemSchema),
});
export type AlarmsReportJson = z.infer<typeof alarmsReportSchema>;
