import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { line, moment, text } from './common.ts';
import { wordChanges } from './uses.ts';

// The words of the ledger; docs/ledger.md explains them.

export const CHOICES_SENT = 100;

export const identifier = z
  .strictObject({
    kind: z.enum(['email', 'phone', 'customer', 'device']),
    value: line(320),
  })
  .meta({
    id: 'Identifier',
    description: 'What a person is reached or known by; it is hashed at once, and not kept.',
  });
const pseudonym = z
  .strictObject({ kind: z.literal('pseudonym'), value: z.string().regex(/^subject:[A-Za-z0-9_-]{43}$/) })
  .meta({ id: 'Pseudonym', description: 'The key that an answer of the ledger named a person by.' });
const whom = z.union([identifier, pseudonym]);
const channel = z.enum(CHANNELS).nullable();
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/);
const scope = z
  .strictObject({ purpose: line(300).nullable(), channel, topic: line(64).nullable() })
  .meta({ id: 'ChoiceScope', description: '`null` in a no means all there is.' });
const proof = z
  .strictObject({
    notice: z.strictObject({ version: code, language, hash }).nullable(),
    uiHash: hash.nullable(),
    language: language.nullable(),
    method: code,
    actor: z.enum(['person', 'advocate', 'agent', 'system']),
    jurisdiction: code.nullable(),
    sourceSystem: code,
  })
  .meta({ id: 'ChoiceProof' });
const kind = z.enum([
  'given',
  'objected',
  'withdrawn',
  'refused',
  'gpc',
  'paused',
  'theme-spared',
  'theme-welcome',
  'opt-in-requested',
  'opt-in-confirmed',
  'lapsed',
  'claimed',
]);
const choice = z
  .strictObject({
    id: line(128),
    kind,
    scope,
    theme: line(64).nullable().optional(),
    at: moment,
    validUntil: moment.nullable().optional(),
    pausedUntil: moment.nullable().optional(),
    confirms: line(128).nullable().optional(),
    proof,
  })
  .meta({ id: 'Choice' });
export const sentChoices = z
  .strictObject({ identifier: whom, choices: z.array(choice).min(1).max(CHOICES_SENT) })
  .meta({ id: 'SentChoices' });
export const appended = z.object({ added: z.int(), known: z.int() }).meta({ id: 'AppendedChoices' });

/** Whom, and what for: the purpose goes into the evidence log by its hash. */
export const askedPerson = z
  .strictObject({ identifier: whom, purpose: line(500) })
  .meta({ id: 'AskedPerson' });
export const namedPerson = z.strictObject({ identifier }).meta({ id: 'NamedPerson' });
export const releasedPerson = z.strictObject({ identifier: whom }).meta({ id: 'ReleasedPerson' });
export const ledgerOfPerson = z
  .object({
    subject: z.string(),
    keys: z.array(z.string()).readonly(),
    answers: z
      .array(
        z.object({
          scope,
          isPermitted: z.boolean(),
          because: z.string(),
          choice: z.string().nullable(),
          until: z.string().nullable(),
        }),
      )
      .readonly()
      .describe(
        'What it all comes to, for each thing that people choose about here or that this one chose about.',
      ),
    standing: z
      .array(z.object({ kind: z.string(), scope, since: z.string(), until: z.string().nullable() }))
      .readonly(),
    choices: z
      .array(
        z.object({
          id: z.string(),
          subject: z.string(),
          kind,
          scope,
          at: z.string(),
          validUntil: z.string().nullable(),
          pausedUntil: z.string().nullable(),
          proof,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'LedgerOfPerson' });
export const exportedLedger = z
  .object({
    records: z
      .array(z.record(z.string(), z.unknown()))
      .readonly()
      .describe('ISO/IEC TS 27560 as profiled by DPV, JSON-LD.'),
    incomplete: z
      .array(z.object({ record: z.string(), missing: z.array(z.string()).readonly() }))
      .readonly()
      .describe('What a record lacks that the standard demands.'),
  })
  .meta({ id: 'ExportedLedger' });

export const sentImport = z
  .strictObject({
    csv: z.string().max(16_000_000),
    sourceSystem: code,
    notice: code.nullable().optional(),
    language: language.nullable().optional(),
    jurisdiction: code.nullable().optional(),
    dryRun: z.boolean().describe('Tells what would come of it, and keeps nothing.'),
  })
  .meta({ id: 'ChoiceImport' });
export const importOutcome = z
  .object({
    lines: z.int(),
    added: z.int(),
    known: z.int(),
    bad: z.int(),
    kinds: z.record(z.string(), z.int()),
    badLines: z.array(z.object({ line: z.int(), field: z.string(), says: z.string() })).readonly(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'ImportOutcome' });

export const sentSignal = z
  .strictObject({
    identifier,
    format: z.enum(['segment', 'rudderstack', 'tcf', 'gpp']),
    payload: z.unknown().describe('The event with its consent object, or the string.'),
    mapping: z
      .array(z.strictObject({ scope, categories: z.array(line(200)).max(50) }))
      .max(200)
      .optional(),
    vendor: z.int().min(0).max(65_535).optional().describe('Our number in the IAB’s list of vendors.'),
    at: moment,
    notice: z.strictObject({ version: code, language }).nullable().optional(),
    jurisdiction: code.nullable().optional(),
    sourceSystem: code,
  })
  .meta({ id: 'ConsentSignal' });
export const takenSignal = z
  .object({
    choices: z
      .array(z.object({ scope, says: z.enum(['yes', 'no', 'unknown']), because: z.string() }))
      .readonly(),
    notes: z.array(z.string()).readonly(),
    added: z.int(),
    known: z.int(),
  })
  .meta({ id: 'TakenSignal' });

const party = z
  .strictObject({
    id: line(200),
    name: line(200),
    address: line(500),
    contact: line(300),
    type: z.enum(['controller', 'joint-controller', 'processor', 'third-party']),
  })
  .meta({ id: 'Party' });
export const sentNotice = z
  .strictObject({
    version: code,
    language,
    text: text(100_000),
    from: moment,
    terms: z.strictObject({
      controllers: z.array(party).min(1).max(20).readonly(),
      recipients: z.array(party).max(100).readonly(),
      personalData: z
        .array(z.strictObject({ category: line(200), isOptional: z.boolean() }))
        .min(1)
        .max(100)
        .readonly(),
      storageLocations: z.array(line(100)).min(1).max(50).readonly(),
      retention: z.string().regex(/^P(?=.)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/),
      jurisdiction: code,
      withdrawal: line(500),
    }),
  })
  .meta({ id: 'NewNotice' });
export const noticeUse = z
  .object({
    kinds: z
      .array(
        z.object({
          kind,
          people: z.int().nullable().describe('`null` where they are fewer than five.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'NoticeUse' });
export const noticeDifference = z
  .object({
    since: z
      .object({ version: z.string(), hash })
      .nullable()
      .describe('The notice in the same language that was published before it.'),
    changes: wordChanges,
  })
  .meta({ id: 'NoticeDifference' });
export const noticeHash = hash;
export const notice = sentNotice.extend({ hash, publishedAt: z.string() }).meta({ id: 'Notice' });

export const sentHold = z
  .strictObject({
    identifier: whom,
    scope: z.strictObject({ purpose: line(300).nullable(), channel }),
    until: moment,
  })
  .meta({ id: 'ProtectiveHold', description: 'Until when; there is no field for why.' });
export const sentKeys = z
  .strictObject({
    identifiers: z.array(whom).min(2).max(20),
    purpose: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .describe('By what you know; it goes into the evidence log by its hash.'),
  })
  .meta({ id: 'KeysOfPerson' });
export const erasedLedger = z.object({ choices: z.int() }).meta({ id: 'ErasedLedger' });
