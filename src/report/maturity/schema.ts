import { z } from 'zod';
import { problemSchema } from '../json/schema.ts';

const level = z.int().min(0).max(5);
const step = z.int().min(1).max(7);

const requirement = z.object({
  id: z.string(),
  says: z.string(),
  kind: z.enum(['counted', 'attested']),
  unit: z.enum(['count', 'share', 'days']),
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
  freshDays: z.number(),
  standing: z.enum(['met', 'not-met', 'stale', 'unknown']),
  value: z.number().nullable().describe('`null` where there is nothing that it could be counted over.'),
  of: z.number().nullable(),
  at: z.iso.datetime().nullable().describe('When what it speaks of was last so.'),
  query: z.string().nullable().describe('What was asked; `null` where nobody looked.'),
  attested: z.object({ by: z.string(), file: z.string() }).nullable(),
  next: z.string(),
});

export const maturitySchema = z.object({
  schema: z.literal('scruple.maturity/1'),
  at: z.iso.datetime(),
  minimum: level.describe('The lowest level of all practices.'),
  weakest: z.array(step).readonly(),
  practices: z
    .array(
      z.object({
        step,
        title: z.string(),
        level,
        levelTitle: z.string(),
        computed: level.describe('What the evidence alone comes to; a person may only lower it.'),
        lowered: z.object({ by: z.string(), reason: z.string(), at: z.iso.datetime() }).nullable(),
        levels: z
          .array(
            z.object({
              level,
              title: z.string(),
              met: z.boolean(),
              requires: z.array(requirement).readonly(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  next: z
    .array(z.object({ step, level, requirement: z.string(), says: z.string(), next: z.string() }))
    .readonly(),
  trend: z
    .array(z.object({ day: z.string(), levels: z.array(level).readonly() }))
    .readonly()
    .describe('By day, the first practice first; empty without a server.'),
  believed: z
    .array(level)
    .readonly()
    .optional()
    .describe('What somebody answered on the first day, the first practice first; never part of a level.'),
  problems: z.array(problemSchema).readonly(),
});
export type MaturityJson = z.infer<typeof maturitySchema>;
