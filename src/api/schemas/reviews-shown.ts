import { z } from 'zod';
import { DECISIONS, REVIEW_KINDS, REVIEW_STATES } from '../../app/server/reviews/vocabulary.ts';
import { evidenceAlarm } from './alarms.ts';
import { envelopeTerms } from './clearances.ts';
import { gravity, verdict } from './uses.ts';

export const reviewKind = z.enum(REVIEW_KINDS).meta({ id: 'ReviewKind' });
const state = z.enum(REVIEW_STATES).meta({ id: 'ReviewState' });

export const queuedReview = z
  .object({
    id: z.string(),
    use: z.string(),
    kind: reviewKind,
    state,
    gravity: gravity.nullable().describe('`null` where a first judgement is asked before the verdict.'),
    openedAt: z.string(),
    dueAt: z.string().nullable().describe('When it is handed on; `null` where that would tell the gravity.'),
    closedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'QueuedReview' });

const missing = z
  .object({
    field: z.string(),
    by: z.string().nullable().describe('Whose part it is; `null` where it is the review’s.'),
    says: z.string(),
  })
  .meta({ id: 'Missing', description: 'What must be on record before a decision counts.' });

const harm = z
  .object({ group: z.string().nullable(), whom: z.string(), harm: z.string() })
  .meta({ id: 'ConsideredHarm' });

const subject = z
  .object({
    use: z.string(),
    contentHash: z.string(),
    lastCleared: z.string().nullable(),
    verdict: verdict.nullable(),
    findings: z
      .array(
        z
          .object({ id: z.string(), check: z.string(), gravity, says: z.array(z.string()).readonly() })
          .meta({ id: 'ReviewedFinding' }),
      )
      .readonly()
      .nullable(),
    missingFacts: z.array(z.string()).readonly().nullable(),
    materials: z.array(z.string()).readonly().describe('What must have been opened.'),
    groups: z.array(z.string()).readonly().describe('Groups for which a harm must be considered.'),
  })
  .meta({ id: 'ReviewSubject' });

const terms = z
  .object({
    approversNeeded: z.number().nullable(),
    seeing: z.enum(['open', 'blind', 'hidden']),
    escalatesAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
    trainingDays: z.number(),
  })
  .meta({
    id: 'ReviewTerms',
    description: 'What held when the review opened; `null` where it would tell the gravity.',
  });

const decision = z
  .object({
    decision: z.enum(DECISIONS),
    reason: z.string(),
    against: z.string().nullable(),
    dissent: z.string().nullable(),
    conditions: z.array(z.object({ says: z.string(), check: z.unknown() })).readonly(),
    until: z.string().nullable(),
    stopOwner: z.string().nullable(),
    envelope: envelopeTerms.nullable().optional(),
    at: z.string(),
  })
  .meta({ id: 'ReviewDecision' });

const participation = z
  .object({
    person: z.string(),
    role: z.string(),
    standing: z.enum(['inside', 'outside', 'unknown']),
    trainedAt: z.string().nullable(),
    mayStop: z.boolean(),
    conflict: z.string().nullable(),
    opened: z.array(z.object({ material: z.string(), seconds: z.number() })).readonly(),
    firstJudgement: z.object({ judgement: z.string(), harm, at: z.string() }).nullable(),
    verdictShownAt: z.string().nullable(),
    harms: z.array(harm).readonly(),
    alternatives: z.array(z.object({ alternative: z.string(), whyNot: z.string() })).readonly(),
    answers: z
      .array(z.object({ finding: z.string(), agrees: z.boolean(), reason: z.string().nullable() }))
      .readonly(),
    decision: decision.nullable(),
  })
  .meta({ id: 'Participation' });

export const review = z
  .object({
    id: z.string(),
    kind: reviewKind,
    state,
    owner: z.string(),
    gravity: gravity.nullable(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    version: z.int(),
    useVersion: z.string(),
    isVerdictHidden: z.boolean(),
    subject,
    terms,
    participations: z.array(participation).readonly(),
    comments: z
      .array(z.object({ by: z.string(), at: z.string(), text: z.string() }).meta({ id: 'ReviewComment' }))
      .readonly(),
    escalatedBy: z.array(z.string()).readonly(),
    missing: z.array(missing).readonly(),
    alarms: z.array(evidenceAlarm).readonly().describe('Of a review that a monitor asked for.'),
  })
  .meta({ id: 'Review' });
