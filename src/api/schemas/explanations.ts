import { z } from 'zod';
import { id, line, moment, text } from './common.ts';
import { hash, useId } from './uses.ts';

/** A code as systems write it: lower case, digits, dots and hyphens. */
const code = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
/** Never a mail address or a name: what identifies a person to us is a pseudonym alone. */
const pseudonym = z
  .string()
  .max(128)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/, 'expected a pseudonym, as a key of the customer table');
const MOST_INPUTS = 10_000;

export const madeDecision = z
  .strictObject({
    use: useId,
    decider: line(200).describe('The score or rule of the card that decided.'),
    subject: pseudonym.describe('A pseudonym of the person, lead or account.'),
    inputs: z
      .record(z.string().max(500), z.number().nullable())
      .refine((inputs) => Object.keys(inputs).length <= MOST_INPUTS, 'expected fewer inputs')
      .optional()
      .describe('What went into the score, by the names of its features; `null` where a value was missing.'),
    prediction: z.number().optional().describe('The value that was used; held against the model’s own.'),
    outcome: code.describe('What came of it, as `offered`, `suppressed` or `ranked-3`.'),
    decidedAt: moment.optional(),
    contentHash: hash
      .optional()
      .describe('Which content decided; the cleared version, else the latest, where absent.'),
  })
  .meta({ id: 'MadeDecision' });
export const recordedDecision = z
  .object({
    decision: z.string(),
    status: z.enum(['explained', 'cannot-explain']),
    because: z.string().nullable(),
  })
  .meta({ id: 'RecordedDecision' });

const isNumber = z.number();
export const explanation = z
  .object({
    decision: z.string(),
    use: z.string(),
    decider: z.string(),
    subject: z.string().nullable().describe('`null` in what a customer is told.'),
    outcome: z.string(),
    decidedAt: z.string(),
    for: z.enum(['employee', 'customer']),
    isUnmasked: z.boolean().describe('Whether what is protected is shown, for a purpose that was logged.'),
    basis: z.enum(['score', 'rule']),
    status: z.enum(['explained', 'cannot-explain']),
    headline: z.string(),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          says: z.string(),
          direction: z.enum(['raises', 'lowers']).nullable(),
          strength: z
            .enum(['decides most', 'strongly', 'noticeably', 'slightly'])
            .nullable()
            .describe('`null` of a rule and of what is protected.'),
        }),
      )
      .readonly()
      .describe('Strongest first. `protected` where naming one would tell something sensitive.'),
    notKnown: z.array(z.string()).readonly(),
    sureness: z.object({ level: z.enum(['close', 'clear', 'far', 'unknown']), because: z.string() }),
    change: z
      .object({
        status: z.enum(['found', 'none', 'cannot-tell', 'withheld', 'over']),
        says: z.string(),
        changes: z.array(z.object({ words: z.string(), from: isNumber, to: isNumber })).readonly(),
      })
      .describe('The smallest change that would alter the outcome.'),
    canOverride: z.boolean(),
    review: z.string().nullable(),
    contest: z.string().nullable(),
    overrides: z
      .array(z.object({ outcome: z.string(), reason: z.string().nullable(), at: z.string() }))
      .readonly()
      .describe('Without a trace of who made them.'),
  })
  .meta({ id: 'Explanation' });
export const override = z.strictObject({ outcome: code, reason: text(2000) });
export const decisionParams = z.object({ decision: id });
export const whom = z.enum(['employee', 'customer']).optional();
export const asked = z.strictObject({
  for: whom,
  purpose: line(500).optional().describe('Why what is protected is looked at; it is logged.'),
});
