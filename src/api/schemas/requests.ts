import { z } from 'zod';
import {
  ACCESS_DETAILS,
  ACKNOWLEDGEMENTS,
  PROOFS,
  PROOFS_NEEDED,
  REFUSAL_REASONS,
  REQUEST_KINDS,
  REQUEST_STATES,
  URGENCIES,
} from '../../app/server/requests/vocabulary.ts';
import { id, line, text } from './common.ts';
import { identifier } from './ledger.ts';

// What customers ask; docs/requests.md explains it.

export const requestKind = z.enum(REQUEST_KINDS).meta({ id: 'RequestKind' });
export const requestState = z.enum(REQUEST_STATES).meta({ id: 'RequestState' });
export const urgency = z.enum(URGENCIES).meta({ id: 'RequestUrgency' });
const words = text(5000).describe('For the person who asks, in their language.');
const correction = z
  .strictObject({
    wrong: text(2000),
    right: text(2000),
    system: line(120).nullable().describe('As the data map names it; null for every system with people.'),
  })
  .meta({ id: 'Correction' });
export const jurisdiction = z
  .string()
  .regex(/^[a-z]{2}(?:-[a-z0-9]{2,3})?$/)
  .describe('As `eu`, `eu-de`, `uk` or `us-ca`.');

export const toldRequest = z
  .strictObject({
    kind: requestKind,
    detail: z.enum(ACCESS_DETAILS).nullable().optional(),
    identifiers: z
      .array(identifier)
      .min(1)
      .max(10)
      .describe('What the person is reached or known by; the request is of the first.'),
    jurisdiction: jurisdiction.nullable().optional().describe('Without it, that of the customer pages.'),
    use: id.nullable().optional(),
    decision: id.nullable().optional(),
    purpose: z
      .string()
      .regex(/^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$/)
      .nullable()
      .optional()
      .describe('What an objection is to; without it, to all direct marketing.'),
    proofs: z.array(z.enum(PROOFS)).max(3).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .nullable()
      .optional(),
    statement: text(5000).nullable().optional(),
    correction: correction.nullable().optional(),
  })
  .meta({ id: 'ToldRequest' });

const clock = z
  .object({ count: z.int(), unit: z.enum(['month', 'day', 'business-day']), norm: z.string() })
  .meta({ id: 'RequestClock' });

export const queuedRequest = z
  .object({
    id: z.string(),
    kind: requestKind,
    detail: z.enum(ACCESS_DETAILS).nullable(),
    state: requestState,
    jurisdiction: z.string().nullable(),
    use: z.string().nullable(),
    purpose: z.string().nullable(),
    through: z.string(),
    askedAt: z.string(),
    dueAt: z.string(),
    urgency: urgency.nullable().describe('`null` where it is closed.'),
    clock,
    isExtended: z.boolean(),
    proof: z.object({
      needed: z.enum(PROOFS_NEEDED),
      given: z.array(z.enum(PROOFS)).readonly(),
      missing: z.array(z.enum(['address', 'second'])).readonly(),
    }),
    takenBy: z.string().nullable(),
    openDestinations: z.int(),
    destinationsDueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    outcome: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'QueuedRequest', description: 'Nothing of who asks.' });

const tableChange = z
  .object({
    dataset: z.string(),
    does: z
      .enum(['delete', 'empty', 'correct', 'keep'])
      .describe('`empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all.'),
    columns: z.array(z.string()).readonly().describe('Those that are emptied or corrected.'),
    rows: z.int(),
  })
  .meta({ id: 'TableChange' });

const DOES = [
  'take',
  'ask-for-proof',
  'confirm-person',
  'carry-out',
  'decide',
  'answer',
  'extend',
  'refuse',
  'reopen',
] as const;

export const request = queuedRequest
  .extend({
    decision: z.string().nullable(),
    review: z
      .object({
        openedAt: z.string(),
        reviewer: z.string().nullable(),
        trainedAt: z
          .string()
          .nullable()
          .describe('When the reviewer was trained to read what the machine says, as it stood then.'),
        hasStatement: z.boolean().describe('Whether the person said something; read it with who asks.'),
        facts: z.string().nullable().describe('What was looked at that the machine had not.'),
        isChanged: z.boolean().nullable(),
        explanation: z.string().nullable(),
        decidedAt: z.string().nullable(),
        daysToDecide: z.int().nullable(),
      })
      .nullable()
      .describe('Of a contest: what stands on record of its review.'),
    useVersion: z.string().nullable(),
    canExtendTo: z.string().nullable().describe('`null` where it cannot be extended.'),
    possible: z.array(z.enum(DOES)).readonly().describe('What can be done with it now, likeliest first.'),
    destinations: z
      .array(
        z.object({
          name: z.string(),
          askedAt: z.string(),
          dueAt: z.string(),
          acknowledgedAt: z.string().nullable(),
          outcome: z.enum(ACKNOWLEDGEMENTS).nullable(),
          isOverdue: z.boolean(),
          begunAt: z
            .string()
            .nullable()
            .describe(
              'Since when a change is under way in a warehouse; long after it nobody knows whether it was kept.',
            ),
          tables: z
            .array(tableChange)
            .readonly()
            .nullable()
            .describe('What this server changed there; `null` where nothing.'),
          failure: z.string().nullable().describe('Why the last change there came to nothing.'),
        }),
      )
      .readonly(),
    events: z
      .array(
        z.object({
          number: z.int(),
          type: z.string(),
          at: z.string(),
          by: z.string().nullable().describe('`null` for the person who asks, and for the server.'),
          says: z.record(z.string(), z.unknown()),
          words: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'CustomerRequest' });

export const requestAction = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('take') }),
    z.strictObject({ do: z.literal('ask-for-proof') }),
    z.strictObject({ do: z.literal('confirm-person') }),
    z.strictObject({ do: z.literal('carry-out') }),
    z.strictObject({ do: z.literal('extend'), words }),
    z.strictObject({
      do: z.literal('answer'),
      outcome: z.enum(['done', 'partly', 'nothing-held']),
      words,
    }),
    z.strictObject({
      do: z.literal('decide'),
      changed: z.boolean(),
      facts: text(5000).describe('What was looked at that the machine had not; the person does not see it.'),
      words,
      decision: line(200).optional().describe('The new outcome, where the decision is kept here.'),
    }),
    z.strictObject({ do: z.literal('refuse'), reason: z.enum(REFUSAL_REASONS), words }),
    z.strictObject({ do: z.literal('reopen'), words }),
  ])
  .meta({ id: 'RequestAction' });

export const sentAcknowledgement = z
  .strictObject({ destination: line(120), outcome: z.enum(ACKNOWLEDGEMENTS) })
  .meta({ id: 'Acknowledgement' });

export const askedPersonOfRequest = z
  .strictObject({ purpose: line(500) })
  .meta({ id: 'AskedPersonOfRequest', description: 'What for; it goes into the evidence log by its hash.' });
export const personOfRequest = z
  .object({
    subject: z.string().nullable(),
    identifiers: z.array(identifier).readonly(),
    statement: z.string().nullable(),
    correction: correction.nullable(),
  })
  .meta({ id: 'PersonOfRequest' });

const corrections = z
  .array(
    z.strictObject({
      field: line(200).describe('As the data map names it, with its dataset: `crm.customers.city`.'),
      value: text(2000).describe('What is to stand there.'),
    }),
  )
  .max(20)
  .describe('Of a correction: what is to stand in which fields.');

export const askedDryRun = z
  .strictObject({ corrections: corrections.optional() })
  .meta({ id: 'AskedDryRun' });

export const dryRun = z
  .object({
    warehouses: z
      .array(
        z.object({
          warehouse: z.string(),
          destination: z.string(),
          tables: z
            .array(
              tableChange.extend({
                foundBy: z.string(),
                left: z.array(z.string()).readonly().describe('Columns that stay in a row that a law keeps.'),
                kept: z.int().describe('Rows that stay, at least in part, as a law keeps them.'),
              }),
            )
            .readonly(),
          notAsked: z
            .array(z.object({ dataset: z.string(), because: z.string() }))
            .readonly()
            .describe('Datasets with people in which nothing can be done from here.'),
          plan: z.string().describe('Who confirms sends it back: it is of these rows and no others.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'DryRun', description: 'What would be changed; nothing of who it is of.' });

export const confirmedChange = z
  .strictObject({
    warehouse: line(64),
    plan: line(100),
    corrections: corrections.optional(),
  })
  .meta({ id: 'ConfirmedChange' });
