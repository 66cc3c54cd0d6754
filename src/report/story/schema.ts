import { z } from 'zod';

const count = z.int().min(0);
const group = z.record(z.string(), z.string());
const interval = z.tuple([z.number(), z.number()]).describe('At 95 %, at all looks at once.');
const share = z
  .object({ count, of: count, interval: interval.nullable().describe('`null` without any to look at.') })
  .describe('A share with how many it is of.')
  .meta({ id: 'StoryShare' });

const harm = { complaints: share, optOuts: share, returned: share.describe('Of orders: given back.') };

/** The same count in both worlds. */
const both = z.object({ unwatched: count, watched: count }).meta({ id: 'StoryBoth' });

const world = z
  .object({
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
        ordered: share.describe('Of messages: orders.'),
        ...harm,
        groups: z.array(z.object({ group, ...harm })),
      }),
    ),
    groups: z.array(z.object({ group, people: count, returned: share, left: share })),
  })
  .meta({ id: 'StoryWorld' });

/** The year of the fictional outfitter: what was simulated, and what the monitors of the product made of it. */
export const storySchema = z.object({
  schema: z.literal('scruple.story/1'),
  seed: z.int(),
  people: count,
  begins: z.iso.datetime(),
  campaigns: z.array(
    z.object({
      use: z.string(),
      says: z.string(),
      plants: z.string().nullable().describe('The harm that the simulator put into it; `null` for none.'),
    }),
  ),
  assumptions: z.array(z.string()).describe('What the simulator takes for true, with its numbers.'),
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
  compared: z
    .array(
      z.object({
        period: z.enum(['before', 'pressure', 'after', 'year']),
        from: z.string().describe('The first month, as 2026-02.'),
        until: z.string().describe('The last month.'),
        orders: both,
        kept: both,
        complaints: both,
        optOuts: both,
      }),
    )
    .describe('Months summed up.'),
  otherSeeds: z
    .array(
      z.object({
        seed: z.int(),
        pausedAt: z.iso.datetime().nullable(),
        keptDuring: both,
        keptAfter: both,
        keptYear: both,
        reachable: both,
      }),
    )
    .describe('The same year with other people and other luck.'),
});
export type Story = z.infer<typeof storySchema>;
export type StoryWorld = Story['watched'];
export type StoryMonth = StoryWorld['months'][number];
export type StoryPeriod = Story['compared'][number];
export type Share = StoryWorld['uses'][number]['complaints'];
