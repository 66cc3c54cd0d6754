import { z } from 'zod';
import { ORIGINS } from '../../../kernel/vocabulary.ts';

const time = z.string().describe('ISO 8601, in UTC.');
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What a person is owed beside each piece of data: GDPR art. 15(1)(a–d, g). */
export const described = z.object({
  category: z.string().nullable().describe('Of the Fides taxonomy, or a sensitive category code.'),
  origin: z.enum(ORIGINS).nullable().describe('Where it is from; null where nobody wrote it down.'),
  supplier: z.string().nullable().describe('Who gave it to us, where it was not the person.'),
  purposes: z.array(z.string()).readonly(),
  basis: z.string().nullable(),
  retention: z.string().nullable().describe('How long it is kept, as an ISO 8601 duration or in words.'),
  recipients: z.array(z.string()).readonly().describe('Systems and companies that get it.'),
});
export type Described = z.infer<typeof described>;

const field = described.extend({
  field: z.string(),
  notice: z.string().nullable(),
  acquiredAt: z.string().nullable().describe('When it came, where others gave it.'),
  derivedFrom: z.array(z.string()).readonly(),
});
export type DescribedField = z.infer<typeof field>;

const dataset = z.object({
  source: z.string(),
  system: z.string().nullable(),
  dataset: z.string(),
  subjects: z.string().nullable(),
  foundBy: z.string().describe('The field by which the rows were found.'),
  fields: z.array(field).readonly(),
  rows: z.array(z.record(z.string(), cell)).readonly(),
});
export type DatasetPart = z.infer<typeof dataset>;

const own = z.object({
  part: z.string(),
  about: described,
  data: z.array(z.record(z.string(), z.unknown())).readonly(),
});
export type OwnPart = z.infer<typeof own>;

const audience = z.object({
  use: z.string(),
  kind: z.string(),
  purpose: z.string().nullable(),
  basis: z.string().nullable(),
  channels: z.array(z.string()).readonly(),
  isReached: z
    .boolean()
    .describe('Whether the person is in the audience as it is defined now, and not left out of it.'),
  isLeftOut: z
    .boolean()
    .nullable()
    .describe('Whether a rule of the audience leaves them out; null where it has none.'),
  rules: z
    .array(z.object({ name: z.string(), reason: z.string().nullable(), applies: z.boolean() }))
    .readonly(),
  fields: z.array(z.string()).readonly().describe('Data that decides who is reached.'),
});
export type AudiencePart = z.infer<typeof audience>;

const explanation = z.object({
  headline: z.string(),
  reasons: z.array(z.string()).readonly(),
  notKnown: z.array(z.string()).readonly(),
});

const inference = described.extend({
  name: z.string().describe('The field or the score.'),
  model: z.string().nullable().describe('The model that gives it, where it is known.'),
  value: cell,
  uses: z.array(z.string()).readonly(),
  explanation: explanation.nullable(),
  unexplained: z.string().nullable().describe('Why there is no explanation; null where there is one.'),
});
export type InferencePart = z.infer<typeof inference>;

const recipient = z.object({
  name: z.string(),
  categories: z.array(z.string()).readonly(),
  through: z.array(z.string()).readonly().describe('Datasets and uses by which it gets them.'),
});
export type RecipientPart = z.infer<typeof recipient>;

const origin = z.object({
  origin: z.enum(ORIGINS).nullable(),
  from: z.string().nullable(),
  categories: z.array(z.string()).readonly(),
  acquiredAt: z.string().nullable(),
});
export type OriginPart = z.infer<typeof origin>;

export const accessDocumentSchema = z.object({
  schema: z.literal('scruple.access/1'),
  organisation: z.string(),
  madeAt: time,
  request: z.string().nullable(),
  knownBy: z
    .array(z.object({ kind: z.string(), from: z.string() }))
    .readonly()
    .describe('By which kinds of keys was looked; `from` is given, derived or found.'),
  own: z.array(own).readonly().describe('What Scruple itself keeps of the person.'),
  datasets: z.array(dataset).readonly().describe('Rows of the connected sources.'),
  audiences: z
    .array(audience)
    .readonly()
    .describe('Every use that may run now, and whether it reaches the person.'),
  inferences: z.array(inference).readonly().describe('Scores, and what was inferred or derived.'),
  recipients: z.array(recipient).readonly(),
  origins: z.array(origin).readonly(),
  notAnswered: z
    .array(z.object({ part: z.string(), because: z.string() }))
    .readonly()
    .describe('What could not be asked. It may hold data of the person.'),
  takenOut: z
    .array(z.object({ where: z.string(), because: z.string(), count: z.int() }))
    .readonly()
    .describe('What was there and is not in this copy; `count` is rows or places.'),
});
/** What is known of one person, with what could not be asked and what was taken out. */
export type AccessDocument = z.infer<typeof accessDocumentSchema>;
export type NotAnswered = AccessDocument['notAnswered'][number];
export type TakenOut = AccessDocument['takenOut'][number];
