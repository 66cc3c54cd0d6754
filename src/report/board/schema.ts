import { z } from 'zod';

const count = z.int().min(0);
const share = z
  .object({ count, of: count })
  .describe('A share with how many it is of; of none it is no share.');
const decision = z.object({
  kind: z.enum(['review', 'waiver', 'incident', 'request', 'owner']),
  what: z.string(),
  dueAt: z.iso.datetime().nullable(),
  where: z.string().describe('Where somebody who signed in finds it.'),
});

export const boardSchema = z.object({
  schema: z.literal('scruple.board/1'),
  quarter: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime().describe('The end of the quarter, or now where it has not ended.'),
  isOver: z.boolean(),
  live: z.object({
    cleared: count.describe('Uses with a clearance in force at the end.'),
    sending: count.describe('Uses that were seen to send in the quarter.'),
    undeclared: share.describe('Of those that sent, such as have no card here.'),
    unassessed: share.describe(
      'Of those with a card, such as have something required that was not assessed.',
    ),
  }),
  caught: z.object({
    blocked: count.describe('Uses with a version that was blocked.'),
    repaired: count.describe('Of these, such as have a later version that is not.'),
    pausedByMonitor: count,
    stoppedByPerson: count,
  }),
  late: z.object({
    pauses: count,
    sendsBeforePause: count.describe('Sends that went out before a monitor paused the use.'),
    pastTheGate: share.describe('Of all sends, such as no clearance covered.'),
    incidentsOpened: count,
    incidentsAgain: count.describe('Of these, such as had happened before.'),
    medianDaysToClose: z.number().nullable(),
  }),
  waivers: z
    .array(z.object({ owner: z.string(), inForce: count, oldestDays: count, renewals: count }))
    .readonly(),
  regret: z.object({
    orders: z
      .null()
      .describe('Nobody tells us what was bought: revenue at stake cannot be set against this.'),
    givenBack: count.describe('Refunds, returns, cancellations and chargebacks.'),
    complaints: share,
    optOuts: share,
  }),
  maturity: z.object({ levels: z.array(z.int()).readonly(), weakest: z.array(z.string()).readonly() }),
  decisions: z.array(decision).readonly(),
});
export type Board = z.infer<typeof boardSchema>;
