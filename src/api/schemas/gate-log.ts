import { z } from 'zod';
import { id, line, moment, paging } from './common.ts';
import { useId } from './uses.ts';

// Words of what the gate wrote down; docs/gate.md explains them.

const outcome = z.enum(['permit', 'hold', 'deny']);
const code = z.string().regex(/^[a-z][a-z-]{1,40}$/);
export const decisionId = z.object({ id: z.string().regex(/^decision_[0-9a-f]{32}$/) });

export const loggedDecision = z
  .object({
    id: z.string(),
    use: z.string(),
    versionId: z.string().nullable(),
    clearance: z.string().nullable(),
    channel: z.string(),
    dispatch: z.string().nullable(),
    decision: z.string(),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          detail: z.string(),
          outcome: z.string(),
          retryAfter: z.string().nullable(),
          waitsFor: z.string().nullable(),
        }),
      )
      .readonly(),
    shadow: z
      .array(z.object({ code: z.string(), outcome: z.string() }))
      .readonly()
      .describe('What rules that are only tried out would have said.'),
    door: z.string(),
    at: z.string(),
    permittedUntil: z.string().nullable(),
  })
  .meta({ id: 'LoggedDecision' });
export const withRealReasons = loggedDecision
  .extend({
    real: z
      .array(z.string())
      .readonly()
      .describe('What lies behind `protected`; `lot` where it fell on the person by lot.'),
  })
  .meta({ id: 'DecisionWithRealReasons' });

export const decisionQuery = z.strictObject({
  ...paging,
  sort: z.enum(['at', 'use', 'outcome']).optional(),
  use: useId.optional(),
  decision: outcome.optional(),
  code: code.optional(),
  channel: line(40).optional(),
  since: moment.optional(),
  until: moment.optional(),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const countQuery = z.strictObject({
  ...paging,
  sort: z.enum(['day', 'use']).optional(),
  use: useId.optional(),
  mode: z.enum(['binds', 'shadow']).optional(),
  decision: outcome.optional(),
  code: code.optional(),
  from: day.optional(),
  to: day.optional(),
});
export const gateCount = z
  .object({
    day: z.string().describe('A day, or after thirteen months a month.'),
    use: z.string(),
    channel: z.string(),
    mode: z.string().describe('`binds`, or `shadow` for rules that are only tried out.'),
    decision: z.string(),
    code: z.string().describe('Empty where decisions are counted, and not their reasons.'),
    decisions: z.int().nullable().describe('`null` where they are fewer than five.'),
  })
  .meta({ id: 'GateCount' });

export const shadowQuery = z.strictObject({
  use: useId.optional(),
  from: day.optional(),
  to: day.optional(),
});
export const shadowReport = z
  .object({
    asked: z.int(),
    permitted: z.int(),
    wouldHold: z.int().nullable(),
    inWords: z.string(),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          detail: z.string(),
          decisions: z.int().nullable().describe('`null` where they are fewer than five.'),
          share: z.number().nullable(),
        }),
      )
      .readonly(),
    tried: z.array(z.object({ rule: z.string(), owner: z.string(), until: z.string() })).readonly(),
  })
  .meta({ id: 'ShadowReport' });

export const proofParams = z.object({ sequence: z.coerce.number().int().min(1) });
export const checkedProof = z
  .object({
    sequence: z.int(),
    from: z.string(),
    to: z.string(),
    count: z.int(),
    logHash: z.string(),
    state: z.enum(['holds', 'differs', 'over']),
  })
  .meta({ id: 'CheckedProof' });
export const listParams = z.object({ id });
