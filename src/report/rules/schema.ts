import { z } from 'zod';
import { GRAVITIES, VERDICTS } from '../../kernel/gravity.ts';
import { problemSchema } from '../json/schema.ts';

const count = z.int().min(0);
const followed = z
  .record(z.string(), count)
  .describe('How often what followed: complaint, opt-out, bounce, refund and so on.');
const told = { sends: count.describe('Of marketing; what is owed to people no rule stops.'), followed };

export const rulesReplaySchema = z.object({
  schema: z.literal('scruple.rules-replay/1'),
  checkedAt: z.iso.datetime(),
  workspace: z.string(),
  events: count,
  uses: z.array(
    z.object({
      use: z.string(),
      verdict: z
        .enum(VERDICTS)
        .nullable()
        .describe('`null`: the workspace has no card of it, so nobody can tell.'),
      judgedAt: z.iso.datetime().nullable().describe('As of its first send, under the rules of now.'),
      owed: count.describe('Essential messages.'),
      ...told,
      stoppedBy: z.array(
        z.object({
          check: z.string(),
          boundary: z.string().nullable(),
          gravity: z.enum(GRAVITIES),
          what: z.string(),
        }),
      ),
    }),
  ),
  rules: z
    .array(
      z.object({ check: z.string(), boundary: z.string().nullable(), uses: z.array(z.string()), ...told }),
    )
    .describe('What each rule alone would have stopped.'),
  totals: z.object({
    stopped: z.object(told),
    waiting: z.object(told).describe('A person would have had to judge first.'),
    through: z.object(told),
    unknown: z.object(told).describe('Uses without a card.'),
  }),
  problems: z.array(problemSchema),
});
export type RulesReplayJson = z.infer<typeof rulesReplaySchema>;
