import { z } from 'zod';
import { questionShape } from '../../app/server/gate/read-asked.ts';

// The words of the gate; docs/gate.md explains them.

export const gateQuestion = questionShape;

export const QUESTIONS_AT_ONCE = 1_000;

const reason = z.object({
  code: z.string(),
  detail: z.string().describe('What was seen and what would have to change; no personal data.'),
  retryAfter: z.string().nullable().describe('When asking again can help.'),
  waitsFor: z.enum(['time', 'reviewer', 'owner', 'person']).nullable(),
});

export const gateDecision = z
  .object({
    decision: z.enum(['permit', 'hold', 'deny']),
    reasons: z.array(reason).readonly(),
    clearance: z.string().nullable(),
    expiresAt: z.string().nullable().describe('Until when a permit may be used.'),
    retryAfter: z
      .string()
      .nullable()
      .describe(
        'Of a hold: when the last of its reasons may be over; `null` where time alone is not enough.',
      ),
    waitsFor: z.enum(['time', 'reviewer', 'owner', 'person']).nullable(),
    id: z.string().nullable().describe('In the log of decisions; `null` where nothing could be read.'),
  })
  .meta({ id: 'GateDecision' });
export type GateDecisionJson = z.infer<typeof gateDecision>;

export const gateQuestions = z
  .strictObject({ decisions: z.array(gateQuestion).min(1).max(QUESTIONS_AT_ONCE) })
  .meta({ id: 'GateQuestions' });
export const gateDecisions = z
  .object({ decisions: z.array(gateDecision).readonly() })
  .meta({ id: 'GateDecisions' });
