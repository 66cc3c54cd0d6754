import { z } from 'zod';

const count = z.int().min(0);
const group = z.record(z.string(), z.string());
const interval = z.tuple([z.number(), z.number()]).describe('At 95 %, at all looks at once.');
const share = z
  .object({ count, of: count, interval: interval.nullable().describe('`null` without any to look at.') })
  .describe('A share with how many it is of.');

const world = z.object({
  months: z.array(
    z.object({
      month: z.string().describe('As 2026-02.'),
      sends: count,
      orders: count,
      kept: count.describe('Orders that were not given back.'),
      complaints: count,
      optOuts: count,
      reachable: count.describe('At the end of the month: people who can still be written to.'),
    }),
  ),
  uses: z.array(
    z.object({
      use: z.string(),
      sends: count,
      orders: count,
      kept: count,
      complaints: share,
      optOuts: share,
      returned: share,
    }),
  ),
  groups: z.array(z.object({ group, people: count, returned: share, left: share })),
});

/** The year of the fictional outfitter: what was simulated, and what the monitors of the product made of it. */
export const storySchema = z.object({
  schema: z.literal('scruple.story/1'),
  seed: z.int(),
  people: count,
  begins: z.iso.datetime(),
  campaigns: z.array(z.object({ use: z.string(), says: z.string() })),
  pausedAt: z.iso.datetime(),
  alarms: z.array(
    z.object({
      use: z.string(),
      group: group.nullable(),
      monitor: z.string(),
      action: z.enum(['warn', 'review', 'pause']),
      at: z.iso.datetime(),
      afterSends: count,
      rate: z.number().nullable(),
      interval: interval.nullable(),
      eValue: z.number().nullable(),
      alpha: z.number().nullable(),
    }),
  ),
  unwatched: world.describe('With nobody watching.'),
  watched: world,
});
export type Story = z.infer<typeof storySchema>;
export type StoryWorld = Story['watched'];
export type StoryMonth = StoryWorld['months'][number];
export type Share = StoryWorld['uses'][number]['complaints'];
