import { z } from 'zod';
import type { UseCard } from '../../../check/facts/card.ts';
import { isExistingDate } from '../../../kernel/existing-date.ts';
import { insteadOfJurisdiction } from '../../../kernel/jurisdiction.ts';
import { BASES, CHANNELS, INTENTS, USE_KINDS } from '../../../kernel/vocabulary.ts';

const text = z.string().trim().min(1, 'expected some text');
const path = text.describe('Path relative to the card.');
const date = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'expected a date as 2027-01-31',
  )
  .refine(isExistingDate, 'expected a date that exists');
const useId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'expected lower-case letters, digits and hyphens');
const jurisdiction = z
  .string()
  .regex(/^[a-z]{2}(-[a-z0-9]{2,8})*$/, 'expected a code as eu, uk or us-ca')
  .refine((code) => insteadOfJurisdiction(code) === null, {
    error: ({ input }) => `expected ${insteadOfJurisdiction(String(input))}`,
  });

const recordReference = z.union([
  text,
  z.strictObject({
    ref: text,
    system: text.optional(),
    approved: date.optional(),
    expires: date.optional(),
    hash: text.optional(),
    outcome: z.enum(['pass', 'fail', 'conditional']).optional(),
  }),
]);

const messageReference = z.union([
  path,
  z.strictObject({
    file: path,
    subject: text.optional(),
    preheader: text.optional(),
    from: text.optional(),
    variant: text.optional(),
    channel: z.enum(CHANNELS).optional(),
    transcript: z.boolean().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
]);

const claimBinding = z.strictObject({
  says: text,
  fact: text,
  expect: z
    .strictObject({
      equals: z.union([z.string(), z.number()]).optional(),
      at_most: z.number().optional(),
      at_least: z.number().optional(),
      lowest_in_days: z.number().int().positive().max(3650).optional(),
    })
    .optional(),
});

/** The schema of a use card. Every unknown key is an error; what each key is for stands in `fields.ts`. */
export const useCardSchema: z.ZodType<UseCard> = z.strictObject({
  use: useId,
  kind: z.enum(USE_KINDS),
  owner: text.optional(),
  approver: text.optional(),
  purpose: text.optional(),
  basis: z.enum(BASES).optional(),
  records: z
    .strictObject({
      lia: recordReference.optional(),
      dpia: recordReference.optional(),
      duty: recordReference.optional(),
      alternatives: recordReference.optional(),
    })
    .optional(),
  intent: z.enum(INTENTS).optional(),
  goal: text.optional(),
  benefit: text.optional(),
  without_it: text.optional(),
  themes: z.array(text).optional(),
  channels: z.array(z.enum(CHANNELS)).optional(),
  jurisdictions: z.array(jurisdiction).min(1, 'expected at least one jurisdiction').optional(),
  expires: date.optional(),
  audience: z
    .strictObject({
      segment: path.optional(),
      dialect: z.enum(['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino']).optional(),
      defined_by: path.optional(),
      exclude: path.optional(),
      expansion: z.enum(['off', 'on', 'unknown']).optional(),
      origin: text.optional(),
    })
    .optional(),
  messages: z.array(messageReference).optional(),
  fields: z.array(text).optional(),
  claims: z.array(claimBinding).optional(),
  terms: z
    .strictObject({ price: text.optional(), renews: text.optional(), cancel: text.optional() })
    .optional(),
  caps: z
    .strictObject({
      per_person: z
        .strictObject({ count: z.number().int().positive(), days: z.number().int().positive() })
        .optional(),
    })
    .optional(),
  automation: z
    .strictObject({
      decision: z.enum(['none', 'notable', 'significant']).optional(),
      logic: text.optional(),
      review: text.optional(),
      stop_owner: text.optional(),
      notice: text.optional(),
      contest: text.optional(),
      log: text.optional(),
      tools: z
        .array(
          z.strictObject({
            name: text,
            does: text.optional(),
            fields: z.array(text).optional(),
            changes: z.array(text).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  scores: z
    .array(
      z.strictObject({
        name: text,
        model: path.optional(),
        decisions: path.optional(),
        objective: text.optional(),
        harm_term: text.optional(),
        constraints: z.array(text).optional(),
        exclusions: z.array(text).optional(),
        threshold: z.number().optional(),
        changeable: z
          .array(
            z
              .strictObject({
                feature: text,
                from: z.number(),
                to: z.number(),
                step: z.number().positive().optional(),
              })
              .refine(({ from, to }) => from < to, 'expected `from` to be less than `to`'),
          )
          .max(50)
          .optional(),
      }),
    )
    .optional(),
  rules: z
    .array(
      z.strictObject({
        name: text,
        sql: path,
        reason: text.optional(),
        expires: date.optional(),
        type: z.enum(['opt-out', 'suppression', 'eligibility', 'routing']).optional(),
        appeal: text.optional(),
      }),
    )
    .optional(),
  suppliers: z
    .array(
      z.strictObject({
        name: text,
        fields: z.array(text).optional(),
        contract: text.optional(),
        consent_evidence: text.optional(),
        purposes: z.array(text).optional(),
        acquired_at: date.optional(),
        notice_sent_at: date.optional(),
      }),
    )
    .optional(),
  identity: z
    .strictObject({
      keys: z.array(text).optional(),
      minimum_confidence: z.number().min(0).max(1).optional(),
      undo: z.boolean().optional(),
      crosses_consent: z.boolean().optional(),
    })
    .optional(),
  explanation: text.optional(),
});
