import { z } from 'zod';
import { SENSITIVE_CATEGORIES } from '../../../kernel/categories.ts';
import { isExistingDate } from '../../../kernel/existing-date.ts';
import { BASES, ORIGINS } from '../../../kernel/vocabulary.ts';

const text = z.string().trim().min(1, 'expected some text');
const date = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'expected a date as 2026-10-02',
  )
  .refine(isExistingDate, 'expected a date that exists');
const duration = z
  .string()
  .regex(
    /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'expected a duration as P3Y or P90D',
  );
const sensitive = z.enum(Object.keys(SENSITIVE_CATEGORIES) as [keyof typeof SENSITIVE_CATEGORIES]);

/** What a source, a dataset and a field can each say; the nearest one counts. */
const inherited = {
  origin: z.enum(ORIGINS).optional().describe('Where the data comes from.'),
  collected_for: z
    .array(text)
    .optional()
    .describe('Purposes that people were told of when it was collected.'),
  basis: z.enum(BASES).optional().describe('Legal basis of the collection.'),
  notice: text.optional().describe('The notice that told people of it.'),
  retention: duration.optional().describe('How long it is kept, as an ISO 8601 duration.'),
  systems: z.array(text).optional().describe('Systems that may act on it.'),
  consent: text.optional().describe('Reference to the consent under which it was given.'),
  supplier: text.optional().describe('Who supplied it, where it was bought or appended.'),
  acquired_at: date.optional().describe('When it came from a third party.'),
  expected: z
    .array(z.strictObject({ purpose: text, evidence: text }))
    .optional()
    .describe('Evidence that people expect a purpose: a survey, a notice test. A notice alone is none.'),
};

const field = z.strictObject({
  field: text,
  category: text.optional().describe('A data category of the Fides taxonomy, or a sensitive category code.'),
  ...inherited,
  derived_from: z.array(text).optional().describe('Fields that it is computed from.'),
  description: text.optional(),
  sensitive: z.array(sensitive).optional().describe('Sensitive categories that it stands for.'),
  proxy_for: z.array(sensitive).optional().describe('Sensitive categories that it is a proxy of.'),
});

/** By which fields of a dataset the rows of one person are found. */
const person = z
  .strictObject({
    customer: text.optional().describe('Holds the id of the customer.'),
    email: text.optional().describe('Holds a mail address.'),
    phone: text.optional().describe('Holds a phone number.'),
    device: text.optional().describe('Holds the id of a browser or a device.'),
    email_sha256: text.optional().describe('Holds the SHA-256 of a mail address in lower case, in hex.'),
  })
  .refine((keys) => Object.keys(keys).length > 0, 'expected one field at least');

const dataset = z.strictObject({
  dataset: text,
  subjects: text.optional().describe('Whom a row describes, as customer.'),
  person: person.optional().describe('Whose a row is: the fields that name the person it is about.'),
  description: text.optional(),
  ...inherited,
  fields: z.array(field),
});

/** The schema of a file under datamap/. Every unknown key is an error. */
export const dataMapSchema = z.strictObject({
  source: text,
  system: text.optional().describe('The product that holds it.'),
  warehouse: text.optional().describe('The warehouse that holds its tables, where one can be asked.'),
  description: text.optional(),
  ...inherited,
  datasets: z.array(dataset),
});

export type DataMapDocument = z.infer<typeof dataMapSchema>;
export type DatasetEntry = DataMapDocument['datasets'][number];
export type FieldEntry = DatasetEntry['fields'][number];
