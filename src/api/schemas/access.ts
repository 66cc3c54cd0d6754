import { z } from 'zod';
import { LANGUAGES } from '../../app/server/choices/page-settings.ts';
import { id, line, moment } from './common.ts';
import { identifier } from './ledger.ts';

const purpose = line(500).describe('Why; the evidence log keeps its hash.');

export const askedCopy = z.strictObject({
  request: id.describe('The request of the person, for access or portability, with the proof that it needs.'),
  purpose,
  language: z.enum(LANGUAGES).optional().describe('Of the page to read; else that of the request.'),
});

export const askedDossier = z.strictObject({
  identifiers: z.tuple([identifier], identifier).describe('By what the person is known.'),
  from: moment,
  until: moment,
  purpose: line(500).describe('Which authority asks, under which reference, and why.'),
});

export const takenFor = z.strictObject({ purpose });

export const decidedDossier = z.strictObject({ agrees: z.boolean() });

export const copy = z
  .object({
    id: z.string(),
    kind: z.string().describe('copy, or dossier'),
    request: z.string().nullable(),
    language: z.string(),
    state: z.string().describe('asked, collecting, ready, failed, refused'),
    parts: z
      .array(z.object({ part: z.string(), state: z.enum(['to-do', 'done', 'not-answered']) }))
      .readonly(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    problem: z.string().nullable(),
    createdAt: z.string(),
    readyAt: z.string().nullable(),
    endsAt: z.string(),
  })
  .meta({ id: 'PersonCopy' });

export const lookedAtCopy = copy
  .extend({ purpose: z.string().nullable() })
  .meta({ id: 'LookedAtPersonCopy' });
