import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { atSeconds, email, jsonOf, name, readEach, seconds, useIn } from './read-entries.ts';
import { answered, isFresh, isHmac } from './signatures.ts';

const signature = z.object({
  timestamp: z.string(),
  token: z.string().min(1).max(200),
  signature: z.string(),
});
const entry = z.looseObject({
  id: name,
  event: name,
  recipient: email,
  timestamp: seconds,
  'user-variables': z.looseObject({ scruple_use: z.unknown().optional() }).optional(),
  severity: z.string().optional(),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  accepted: 'send',
  complained: 'complaint',
  unsubscribed: 'opt-out',
  failed: 'bounce',
};

/**
 * Mailgun's webhooks: HMAC-SHA256 over time and token, both in the body. It does not cover the event itself, so TLS alone
 * keeps the event as it was; the token is the id of the delivery.
 */
export const mailgun: Intake = {
  name: 'mailgun',
  verify({ body }, secret, now) {
    const json = jsonOf(body);
    const read = json.ok ? z.looseObject({ signature }).safeParse(json.value) : null;
    if (read === null || !read.success) return answered(false);
    const { timestamp, token, signature: given } = read.data.signature;
    const parts = [timestamp, token];
    return answered(
      isHmac(given, { algorithm: 'sha256', encoding: 'hex', key: secret, parts }),
      isFresh(timestamp, now),
    );
  },
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    const data = (json.value as { readonly 'event-data'?: unknown } | null)?.['event-data'];
    return ok(
      readEach([data], entry, (one) => {
        const type = TYPES[one.event];
        // A temporary failure is tried again, and is no bounce.
        if (type === undefined || (type === 'bounce' && one.severity !== 'permanent')) return null;
        const recipient = { kind: 'email', value: one.recipient } as const;
        const use = useIn(one['user-variables']?.scruple_use);
        return { id: one.id, type, at: atSeconds(one.timestamp), recipient, use };
      }),
    );
  },
};
