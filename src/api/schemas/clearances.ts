import { z } from 'zod';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { line } from './common.ts';
import { hash } from './uses.ts';

const slotName = line(200);
const checkId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

export const slot = z
  .strictObject({
    name: slotName,
    source: z.strictObject({ type: z.enum(['field', 'feed', 'recommendation', 'generated']), ref: slotName }),
  })
  .meta({ id: 'Slot', description: 'A place in a message that is filled for each person, and from where.' });

export const envelopeTerms = z
  .strictObject({
    slots: z.array(slot).max(1000),
    silent: z.array(checkId).max(200).describe('Checks that must run on each message and find nothing.'),
  })
  .meta({ id: 'EnvelopeTerms' });

export const askedMessage = z.strictObject({
  template: hash.describe('`messageHash` of the cleared text that it is made from.'),
  text: z.string().min(1).max(2_000_000),
  subject: line(1000).optional(),
  channel: z.enum(CHANNELS),
  slots: z.array(slot).max(1000),
});

export const coverage = z
  .object({
    isCovered: z.boolean(),
    messageHash: z.string(),
    problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
    conditions: z
      .array(z.object({ says: z.string(), check: z.unknown() }))
      .readonly()
      .describe('What must be held elsewhere: caps, monitors, what only a person can see to.'),
    assessed: z.array(z.string()).readonly(),
    found: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Coverage' });

export const messageCheck = z.object({ id: z.string(), title: z.string() });
