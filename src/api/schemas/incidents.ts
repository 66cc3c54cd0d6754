import { z } from 'zod';
import {
  GUARDS,
  INCIDENT_KINDS,
  INCIDENT_STATES,
  NOTICES,
  REMEDIES,
  REPORTED_CAUSES,
  TOLD,
} from '../../app/server/incidents/vocabulary.ts';
import { evidenceAlarm } from './alarms.ts';
import { id, line, moment, text } from './common.ts';

const words = text(4000);
/** Kept in UTC, so that times can be compared as they stand. */
const instant = moment.transform((at) => new Date(at).toISOString());
const remedy = z.enum(REMEDIES);
const told = z.enum(TOLD);
const notice = z.enum(NOTICES);
const guard = z.enum(GUARDS);
const proof = z.strictObject({
  kind: z.enum(['text', 'link', 'hash']),
  value: text(4000).describe('In words, an https address, or `sha256:` and 64 digits.'),
});

export const reportBody = z.strictObject({
  use: id,
  cause: z.enum(REPORTED_CAUSES),
  words: words.describe('What happened, without naming a customer.'),
});

/** What somebody does with an incident; words name no customer. */
export const stepBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('known-since'), since: instant }),
  z.strictObject({ type: z.literal('cause-found'), words }),
  z.strictObject({ type: z.literal('notice-decided'), notice, reason: words }),
  z.strictObject({
    type: z.literal('told'),
    whom: told,
    on: instant,
    reference: line(300),
    lateBecause: words.nullable(),
  }),
  z.strictObject({
    type: z.literal('remedy-decided'),
    remedies: z.array(remedy).max(REMEDIES.length).describe('None of them is no remedy, with the reason.'),
    reason: words,
  }),
  z.strictObject({ type: z.literal('remedy-proven'), remedy, proof, doneOn: instant }),
  z.strictObject({
    type: z.literal('guard-named'),
    guard,
    name: line(200).nullable(),
    followUp: z.strictObject({ what: words, until: instant }).nullable(),
  }),
  z.strictObject({ type: z.literal('closed') }),
]);

export const peopleBody = z.strictObject({
  purpose: text(500),
  after: line(200).nullable().optional(),
  limit: z.int().min(1).max(5000).optional(),
});
export const reachedPeople = z
  .object({ subjects: z.array(z.string()).readonly(), next: z.string().nullable() })
  .meta({ id: 'ReachedPeople' });

const by = { by: z.string().nullable(), at: z.string() };
const listed = {
  id,
  use: id,
  kind: z.enum(INCIDENT_KINDS),
  cause: z.string(),
  state: z.enum(INCIDENT_STATES),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  recurs: id.nullable(),
  clocks: z
    .array(
      z.object({
        what: z.enum(['authority', 'remedy', 'proof']),
        dueAt: z.string(),
        norm: z.string().nullable(),
        runs: z.boolean(),
        isLate: z.boolean(),
      }),
    )
    .readonly(),
  missing: z
    .array(
      z.object({
        step: z.enum([
          'cause-found',
          'notice-decided',
          'told',
          'remedy-decided',
          'remedy-proven',
          'guard-named',
        ]),
        of: z.enum([...TOLD, ...REMEDIES]).nullable(),
        says: z.string(),
      }),
    )
    .readonly(),
  version: z.int(),
};

/** An incident in a list. */
export const listedIncident = z.object(listed).meta({ id: 'ListedIncident' });

/** An incident with all that belongs to it. */
export const incident = z
  .object({
    ...listed,
    reported: z.string().nullable(),
    knownSince: z.string(),
    evidence: z.array(z.object({ of: z.enum(['alarm', 'review', 'request']), id: z.string() })).readonly(),
    found: z.object({ ...by, words: z.string() }).nullable(),
    notice: z.object({ ...by, notice, reason: z.string() }).nullable(),
    told: z
      .array(
        z.object({
          ...by,
          whom: told,
          on: z.string(),
          reference: z.string(),
          lateBecause: z.string().nullable(),
        }),
      )
      .readonly(),
    remedy: z.object({ ...by, remedies: z.array(remedy).readonly(), reason: z.string() }).nullable(),
    proofs: z.array(z.object({ ...by, remedy, proof, doneOn: z.string() })).readonly(),
    guard: z
      .object({
        ...by,
        guard,
        name: z.string().nullable(),
        followUp: z.object({ what: z.string(), until: z.string() }).nullable(),
      })
      .nullable(),
    affected: z.object({
      people: z.int().nullable(),
      groups: z
        .array(z.object({ name: z.string(), value: z.string(), people: z.int().nullable() }))
        .readonly()
        .describe('Small cells are `null`; empty for those who may not see results by group.'),
    }),
    alarms: z.array(evidenceAlarm).readonly(),
    recurrences: z.array(z.object({ id, openedAt: z.string(), closedAt: z.string().nullable() })).readonly(),
    history: z.array(z.object({ ...by, type: z.string() }).loose()).readonly(),
  })
  .meta({ id: 'Incident' });
