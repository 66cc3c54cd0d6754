import { z } from 'zod';
import { line, moment } from './common.ts';
import { useId } from './uses.ts';

const verdict = z.enum(['pass', 'review', 'insufficient']);

export const heldBack = z
  .object({
    asked: z.int(),
    heldBack: z.int(),
    share: z.number().nullable(),
    byGroup: z
      .array(
        z.object({
          use: z.string(),
          attribute: z.string(),
          verdict: verdict.nullable().describe('`null` where who asks must judge first.'),
          auditedAt: z.string(),
        }),
      )
      .readonly()
      .describe('The last audit by each attribute of each use, latest first.'),
    inWords: z.string(),
  })
  .meta({ id: 'HeldBack' });

export const holdAuditOrder = z
  .strictObject({
    use: useId,
    from: moment,
    to: moment,
    purpose: line(500),
    attribute: z
      .strictObject({
        name: z
          .string()
          .regex(/^[a-z][a-z0-9_]{0,39}$/)
          .describe('As `age_band`.'),
        source: line(200).describe('Where the attribute is from, as a voluntary survey.'),
        ground: line(200).describe('The legal ground or the consent on which it is held.'),
        date: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .describe('Since when it is held.'),
        retention: z.string().max(20).describe('For how long it may be held, as `P2Y`.'),
      })
      .describe('Why this may be known of people; without it nothing is counted.'),
    minimumCell: z.int().min(5).max(1_000).optional().describe('The fewest people that are told of; 10.'),
    people: z
      .array(z.strictObject({ subject: z.string().min(1).max(400), group: line(60) }))
      .min(1)
      .max(100_000)
      .describe('A key of the ledger, or what the person is reached by, with their group.'),
  })
  .meta({ id: 'HoldAuditOrder' });

export const madeHoldAudit = z
  .object({ id: z.string(), verdict, people: z.int().describe('Of whom the log of decisions tells.') })
  .meta({ id: 'HoldAudit' });
