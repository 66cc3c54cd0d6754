import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { email, jsonOf, moment, name, readEach, useIn } from './read-entries.ts';
import { answered, hasSecret, isHmac } from './signatures.ts';

const entry = z.object({
  type: name,
  messageId: name,
  event: z.string().max(200).optional(),
  timestamp: moment.optional(),
  properties: z
    .looseObject({ email: z.unknown().optional(), scruple_use: z.unknown().optional() })
    .optional(),
  context: z.looseObject({ traits: z.looseObject({ email: z.unknown().optional() }).optional() }).optional(),
});
/** Names of the e-mail events that Segment's specification gives, and those of orders. */
const TYPES: Readonly<Record<string, Told['type']>> = {
  'email delivered': 'send',
  'email marked as spam': 'complaint',
  unsubscribed: 'opt-out',
  'email bounced': 'bounce',
  'order refunded': 'refund',
  'order cancelled': 'cancellation',
  'product returned': 'return',
};

const read: Intake['read'] = (body) => {
  const json = jsonOf(body);
  if (!json.ok) return json;
  return ok(
    readEach([json.value], entry, (one) => {
      const type = one.type === 'track' ? TYPES[(one.event ?? '').toLowerCase()] : undefined;
      const address = [one.properties?.email, one.context?.traits?.email]
        .map((value) => email.safeParse(value))
        .find(({ success }) => success);
      if (type === undefined || address === undefined || one.timestamp === undefined) return null;
      const recipient = { kind: 'email', value: address.data! } as const;
      return {
        id: one.messageId,
        type,
        at: new Date(one.timestamp),
        recipient,
        use: useIn(one.properties?.scruple_use),
      };
    }),
  );
};

/** Segment's webhook destination: HMAC-SHA1 over the body, which is what Segment offers; no time, so ids keep out what comes twice. */
export const segment: Intake = {
  name: 'segment',
  verify: ({ headers, body }, secret) =>
    answered(
      isHmac(headers['x-signature'], { algorithm: 'sha1', encoding: 'hex', key: secret, parts: [body] }),
    ),
  read,
};

/** RudderStack's webhook destination sends the same events, and a header that its user sets. */
export const rudderstack: Intake = {
  name: 'rudderstack',
  verify: ({ headers }, secret) => answered(hasSecret(headers.authorization, secret)),
  read,
};
