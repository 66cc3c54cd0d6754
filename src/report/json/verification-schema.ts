import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { maturitySchema } from '../maturity/schema.ts';
import { problemSchema } from './schema.ts';

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const key = z.string().regex(/^ed25519:[\w-]{43}$/);
const person = z
  .string()
  .regex(/^person:[\w-]{1,64}$/)
  .describe('A key; who it is stands in a table of the organisation alone.');
const count = z.number().int().min(0);
const time = z.iso.datetime();

/** What was signed: docs/clearances.md says what each field means. */
export const clearanceSchema = z.object({
  schema: z.literal('scruple.clearance/1'),
  id: z.string(),
  use: z.string(),
  class: z.enum(['marketing', 'essential']),
  essential: z.string().nullable(),
  contentHash: hash,
  parts: z.record(z.string(), hash),
  found: z.array(hash),
  envelope: z.object({
    variants: z.array(z.object({ name: z.string(), messageHash: hash })),
    slots: z.array(
      z.object({
        name: z.string(),
        source: z.object({
          type: z.enum(['field', 'feed', 'recommendation', 'generated']),
          ref: z.string(),
        }),
      }),
    ),
    claims: z.array(z.string()),
    silent: z.array(z.string()),
  }),
  conditions: z.array(
    z.object({
      says: z.string(),
      check: z
        .discriminatedUnion('type', [
          z.object({ type: z.literal('until'), at: time }),
          z.object({ type: z.literal('channels'), only: z.array(z.enum(CHANNELS)) }),
          z.object({ type: z.literal('cap'), count, days: count }),
          z.object({ type: z.literal('check-silent'), check: z.string() }),
          z.object({ type: z.literal('monitor'), monitor: z.string(), atMost: z.number().min(0).max(1) }),
        ])
        .nullable()
        .describe('`null` where only a person can hold the use to it.'),
    }),
  ),
  owner: person,
  reviewers: z.array(
    z.object({
      key: person,
      role: z.enum(['reviewer', 'customer-advocate']),
      standing: z
        .enum(['inside', 'outside', 'unknown'])
        .describe('The place beside the owner’s reporting line.'),
      decidedAt: time,
    }),
  ),
  approversNeeded: count,
  stopOwner: person,
  review: z.object({ id: z.string(), hash }),
  issuedAt: time,
  expiresAt: time,
  lineage: z.object({ full: z.string(), smallChanges: count, changedShare: z.number().min(0).max(1) }),
});

/** `scruple verify --format json`. */
export const verificationSchema = z.object({
  schema: z.literal('scruple.verification/1'),
  valid: z.boolean().describe('Whether the clearance holds at `checkedAt`.'),
  checkedAt: time,
  reason: problemSchema
    .nullable()
    .describe('Why it does not hold; `null` where it does, or where that cannot be told.'),
  clearance: clearanceSchema.nullable(),
  key: key.nullable(),
  organisation: z.string().nullable().describe('As the trust roots name it.'),
  notRevokedAsOf: time.nullable().describe('`null` where revocation was not looked at.'),
  content: z.enum(['same', 'differs', 'not-compared']),
  problems: z
    .array(problemSchema)
    .describe('What kept the answer from being whole: then the exit status is 2.'),
});

/** `scruple evidence verify --format json`. */
export const evidenceVerificationSchema = z.object({
  schema: z.literal('scruple.evidence-verification/1'),
  intact: z.boolean(),
  log: z.string().nullable(),
  view: z
    .string()
    .nullable()
    .describe('The use that the file shows, all other entries sealed; `null`: everything.'),
  trust: z
    .enum(['given', 'own'])
    .describe('Whose keys the heads were held against: `own` shows damage, not who speaks.'),
  organisation: z.string().nullable(),
  entries: count
    .nullable()
    .describe('`null`, as the counts below, where the file could not be read to its end.'),
  sealed: count.nullable(),
  heads: count.nullable(),
  anchoredThrough: count
    .nullable()
    .describe('The last entry that a head signed by a trusted key stands for.'),
  unanchored: count
    .nullable()
    .describe('Entries behind it, which could have been replaced or cut off together.'),
  damages: z.array(
    z.object({
      type: z.enum([
        'edited',
        'missing',
        'repeated',
        'reordered',
        'truncated',
        'unlinked',
        'rewritten',
        'head',
        'view',
      ]),
      sequence: count,
      says: z.string(),
    }),
  ),
  disregarded: z
    .array(z.string())
    .describe('Heads that count for nothing, since their key was not in force.'),
  reason: problemSchema.nullable().describe('The line that is broken.'),
  problems: z
    .array(problemSchema)
    .describe('What kept the answer from being whole: then the exit status is 2.'),
});

/** `scruple verify --format json` of an exported maturity. */
export const maturityVerificationSchema = z.object({
  schema: z.literal('scruple.maturity-verification/1'),
  valid: z.boolean(),
  checkedAt: time,
  reason: problemSchema.nullable(),
  issuedAt: time.nullable(),
  key: key.nullable(),
  organisation: z.string().nullable(),
  maturity: maturitySchema.nullable(),
  problems: z.array(problemSchema),
});
