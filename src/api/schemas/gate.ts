import { z } from 'zod';
import { questionShape } from '../../app/server/gate/read-asked.ts';
import { REASON_CODES, type ReasonCode } from '../../app/server/gate/reason-words.ts';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { moment } from './common.ts';

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
    contentHash: z.string().nullable().describe('What the answer is about, as it was asked.'),
    dispatch: z.string().nullable().describe('Of the question, too.'),
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

const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);
const subject = z.string().min(1).max(400);

export const namedContacts = z
  .strictObject({
    contacts: z
      .array(z.strictObject({ use: name, subject, dispatch: name, channel: z.enum(CHANNELS).optional() }))
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'NamedContacts' });

export const leaseParams = z.object({ id: z.string().regex(/^lease_[0-9a-f]{32}$/) });
export const leaseOrder = z
  .strictObject({
    use: name,
    channel: z.enum(CHANNELS),
    dispatch: name,
    people: z.array(subject).min(1).max(10_000),
    seconds: z.int().min(60).max(172_800).optional().describe('How long it lasts; an hour by default.'),
  })
  .meta({ id: 'LeaseOrder' });
export const grantedLease = z
  .object({
    lease: z.string(),
    endsAt: z.string(),
    people: z
      .array(
        z.object({
          subject: z.string(),
          refused: z.object({ code: z.string(), retryAfter: z.string().nullable() }).nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'GrantedLease' });
export const shownLease = z
  .object({
    id: z.string(),
    use: z.string(),
    channel: z.string(),
    dispatch: z.string(),
    granted: z.int(),
    grantedAt: z.string(),
    endsAt: z.string(),
    endedAt: z.string().nullable(),
    drawn: z.int().nullable().describe('`null` while it is not given back: all of it counts.'),
  })
  .meta({ id: 'GateLease' });

const codes = z.array(z.enum(Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]])).max(40);
export const reports = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          id: name,
          at: moment,
          use: name,
          subject: subject.nullable().describe('`null` where nobody could be told, as for what is owed.'),
          channel: z.enum(CHANNELS),
          dispatch: name.nullable(),
          contentHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
          outcome: z.enum(['permit', 'hold', 'deny']),
          codes,
          shadow: codes,
          clearance: name.nullable(),
          lease: name.nullable(),
          knownUpTo: z.unknown().optional(),
        }),
      )
      .min(1)
      .max(5_000),
  })
  .meta({ id: 'GateReports' });
