import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { envelopeTerms } from './clearances.ts';
import { moment, personKey, text } from './common.ts';
import { gravity } from './uses.ts';

export const queuedReview = z
  .object({
    id: z.string(),
    use: z.string(),
    kind: z.string(),
    state: z.string(),
    gravity: z.string().nullable().describe('`null` where a first judgement is asked before the verdict.'),
    openedAt: z.string(),
    dueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'QueuedReview' });

const harm = z
  .strictObject({
    group: z.string().max(200).nullable(),
    whom: text(500),
    harm: text(2000),
  })
  .meta({ id: 'Harm' });
const checkId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const condition = z
  .strictObject({
    says: text(1000),
    check: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.literal('until'), at: moment }),
        z.strictObject({ type: z.literal('channels'), only: z.array(z.enum(CHANNELS)).max(CHANNELS.length) }),
        z.strictObject({ type: z.literal('cap'), count: z.int().min(1), days: z.int().min(1) }),
        z.strictObject({ type: z.literal('check-silent'), check: checkId }),
        z.strictObject({ type: z.literal('monitor'), monitor: checkId, atMost: z.number().min(0).max(1) }),
      ])
      .nullable(),
  })
  .meta({ id: 'Condition' });

/** The moment in UTC to the millisecond, as it is signed. */
const signedMoment = moment.transform((value) => new Date(value).toISOString());

export const step = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('joined'), conflict: text(1000).nullable() }),
    z.strictObject({
      type: z.literal('opened-material'),
      material: z.string().min(1).max(500),
      seconds: z.number().min(0).max(86_400),
    }),
    z.strictObject({
      type: z.literal('judged-first'),
      judgement: z.enum(['approve', 'change', 'reject', 'cannot-tell']),
      harm,
    }),
    z.strictObject({ type: z.literal('revealed') }),
    z.strictObject({ type: z.literal('considered-harm'), harm }),
    z.strictObject({
      type: z.literal('considered-alternative'),
      alternative: text(2000),
      whyNot: text(2000),
    }),
    z.strictObject({
      type: z.literal('answered-finding'),
      finding: z.string().max(200),
      agrees: z.boolean(),
      reason: text(2000).nullable(),
    }),
    z.strictObject({ type: z.literal('commented'), text: text(4000) }),
    z.strictObject({
      type: z.literal('decided'),
      decision: z.enum(['approve', 'approve-with-conditions', 'change', 'reject', 'escalate']),
      reason: text(4000),
      against: text(4000).nullable(),
      dissent: text(4000).nullable(),
      conditions: z.array(condition).max(50),
      until: signedMoment.nullable(),
      stopOwner: personKey.nullable(),
      contest: z
        .strictObject({
          statementRef: text(500),
          furtherFacts: text(4000),
          outcomeChanged: z.boolean(),
          explanationSentAt: signedMoment,
        })
        .nullable(),
      envelope: envelopeTerms
        .nullable()
        .optional()
        .describe(
          'What may fill the messages, and what must be silent on each. Left out, each slot comes from its field. Of those who approve, slots are cleared that all clear, and checks must be silent that any asks for.',
        ),
      essential: z
        .enum(['security', 'safety', 'service', 'legal-notice', 'contract-notice', 'rights-confirmation'])
        .nullable()
        .describe(
          'Asks for the class that is sent whatever people chose. All who approve must ask for the same.',
        ),
    }),
    z.strictObject({ type: z.literal('withdrawn'), reason: text(2000) }),
  ])
  .meta({ id: 'ReviewStep' });

const missing = z
  .object({ field: z.string(), by: z.string().nullable(), says: z.string() })
  .meta({ id: 'Missing' });
const shownHarm = z.object({ group: z.string().nullable(), whom: z.string(), harm: z.string() });

export const review = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.string(),
    owner: z.string(),
    gravity: gravity.nullable(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    version: z.int(),
    useVersion: z.string(),
    isVerdictHidden: z.boolean(),
    subject: z.object({
      use: z.string(),
      contentHash: z.string(),
      lastCleared: z.string().nullable(),
      verdict: z.string().nullable(),
      findings: z
        .array(
          z.object({
            id: z.string(),
            check: z.string(),
            gravity: z.string(),
            says: z.array(z.string()).readonly(),
          }),
        )
        .readonly()
        .nullable(),
      missingFacts: z.array(z.string()).readonly().nullable(),
      materials: z.array(z.string()).readonly(),
      groups: z.array(z.string()).readonly(),
    }),
    terms: z.object({
      approversNeeded: z.number().nullable(),
      seeing: z.enum(['open', 'blind', 'hidden']),
      escalatesAt: z.string().nullable(),
      expiresAt: z.string().nullable(),
      trainingDays: z.number(),
    }),
    participations: z
      .array(
        z.object({
          person: z.string(),
          role: z.string(),
          standing: z.string(),
          trainedAt: z.string().nullable(),
          mayStop: z.boolean(),
          conflict: z.string().nullable(),
          opened: z.array(z.object({ material: z.string(), seconds: z.number() })).readonly(),
          firstJudgement: z.object({ judgement: z.string(), harm: shownHarm, at: z.string() }).nullable(),
          verdictShownAt: z.string().nullable(),
          harms: z.array(shownHarm).readonly(),
          alternatives: z.array(z.object({ alternative: z.string(), whyNot: z.string() })).readonly(),
          answers: z
            .array(z.object({ finding: z.string(), agrees: z.boolean(), reason: z.string().nullable() }))
            .readonly(),
          decision: z
            .object({
              decision: z.string(),
              reason: z.string(),
              against: z.string().nullable(),
              dissent: z.string().nullable(),
              conditions: z.array(z.object({ says: z.string(), check: z.unknown() })).readonly(),
              until: z.string().nullable(),
              stopOwner: z.string().nullable(),
              envelope: envelopeTerms.nullable().optional(),
              at: z.string(),
            })
            .nullable(),
        }),
      )
      .readonly(),
    comments: z.array(z.object({ by: z.string(), at: z.string(), text: z.string() })).readonly(),
    escalatedBy: z.array(z.string()).readonly(),
    missing: z.array(missing).readonly(),
  })
  .meta({ id: 'Review' });
