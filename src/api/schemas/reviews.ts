import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { envelopeTerms } from './clearances.ts';
import { moment, personKey, text } from './common.ts';

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
