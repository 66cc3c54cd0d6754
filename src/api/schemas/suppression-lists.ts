import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { id, line, moment } from './common.ts';

const scope = z
  .strictObject({
    purpose: z
      .string()
      .regex(/^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$/)
      .nullable(),
    channel: z.enum(CHANNELS).nullable(),
    topic: line(64).nullable(),
  })
  .describe('What people on it are left out of; `null` means all there is.');
const terms = {
  owner: line(200),
  reason: line(500),
  scope,
  isProtected: z.boolean().describe('Being on it tells something that is not the sender’s to know.'),
  endsAt: moment.nullable().describe('`null` only for a list that stands for a no of people.'),
};
export const listTerms = z.strictObject(terms).meta({ id: 'SuppressionListTerms' });
export const newList = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    standsForNo: z.boolean(),
    ...terms,
  })
  .meta({ id: 'NewSuppressionList' });
export const suppressionList = z
  .object({
    id,
    ...terms,
    scope: z.object(scope.shape),
    standsForNo: z.boolean(),
    endsAt: z.string().nullable(),
    people: z.int().nullable().describe('`null` where being on it tells something.'),
    createdAt: z.string(),
    changedAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'SuppressionList' });

const endsAt = moment.nullish().describe('Until when; without it as long as the list lasts.');
export const listedPeople = z
  .strictObject({
    people: z.array(z.string().min(1).max(400)).min(1).max(10_000).describe('As in questions to the gate.'),
    endsAt,
  })
  .meta({ id: 'ListedPeople' });
export const listImport = z
  .strictObject({ csv: z.string().min(1).max(16_000_000), endsAt })
  .meta({ id: 'SuppressionImport' });
export const importedToList = z
  .object({ lines: z.int(), bad: z.int().describe('Lines that name nobody that can be read.') })
  .meta({ id: 'ImportedToList' });
