import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { email, jsonOf, moment, name, readEach, useIn } from './read-entries.ts';
import { isStandardWebhook } from './standard-webhook.ts';

const tag = z.looseObject({ name: z.string(), value: z.string() });
const entry = z.looseObject({
  type: name,
  created_at: moment,
  data: z.looseObject({
    email_id: name,
    to: z.array(email).min(1).max(50),
    tags: z.union([z.array(tag), z.record(z.string(), z.string())]).optional(),
    bounce: z.looseObject({ type: z.string() }).optional(),
  }),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  'email.sent': 'send',
  'email.complained': 'complaint',
  'email.bounced': 'bounce',
};

/** Resend's webhooks, signed as Standard Webhooks: HMAC-SHA256 over id, time and body; several signatures while a secret changes. */
export const resend: Intake = {
  name: 'resend',
  verify: isStandardWebhook,
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach([json.value], entry, ({ type: kind, created_at, data }) => {
        const type = TYPES[kind];
        if (type === undefined || (type === 'bounce' && data.bounce?.type === 'Transient')) return null;
        const { tags } = data;
        const use = Array.isArray(tags)
          ? tags.find((one) => one.name === 'scruple_use')?.value
          : tags?.scruple_use;
        return {
          id: `${kind}-${data.email_id}`,
          type,
          at: new Date(created_at),
          recipient: { kind: 'email', value: data.to[0]! },
          use: useIn(use),
        };
      }),
    );
  },
};
