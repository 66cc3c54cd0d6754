import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake } from './intake.ts';
import { jsonOf, listOf, moment, name, phone, readEach, useIn } from './read-entries.ts';
import { isStandardWebhook } from './standard-webhook.ts';
import { typeOfAnswer } from './stop-words.ts';

const entry = z.looseObject({
  id: name,
  from: phone,
  text: z.string().max(10_000),
  at: moment,
  use: z.unknown().optional(),
});

/**
 * Answers to text messages from any gateway, as `{ id, from, text, at, use? }` or a list of them, signed as Standard
 * Webhooks.
 */
export const sms: Intake = {
  name: 'sms',
  verify: isStandardWebhook,
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach(listOf(json.value), entry, ({ id, from, text, at, use }) => {
        const type = typeOfAnswer(text);
        if (type === null) return null;
        const recipient = { kind: 'phone', value: from } as const;
        return { id, type, at: new Date(at), recipient, channel: 'sms', use: useIn(use) };
      }),
    );
  },
};
