import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Recipient, Told } from './intake.ts';
import {
  atSeconds,
  campaignIn,
  email,
  jsonOf,
  name,
  phone,
  readEach,
  seconds,
  unreadable,
  useIn,
} from './read-entries.ts';
import { answered, isFreshDate, isHmac } from './signatures.ts';

const profile = z.looseObject({
  type: z.unknown(),
  attributes: z
    .looseObject({ email: z.unknown().optional(), phone_number: z.unknown().optional() })
    .optional(),
});
const entry = z.looseObject({
  external_id: name,
  topic: name,
  payload: z.looseObject({
    data: z.looseObject({
      attributes: z.looseObject({
        timestamp: seconds,
        event_properties: z.record(z.string(), z.unknown()).optional(),
      }),
      relationships: z
        .looseObject({
          profile: z.looseObject({ data: z.looseObject({ id: z.unknown() }) }).optional(),
        })
        .optional(),
    }),
    included: z.array(profile).max(10).optional(),
  }),
});
type Entry = z.infer<typeof entry>;

const PREFIX = 'event:klaviyo.';
const TYPES: Readonly<Record<string, Told['type']>> = {
  received_email: 'send',
  marked_email_as_spam: 'complaint',
  unsubscribed_from_email_marketing: 'opt-out',
  bounced_email: 'bounce',
  sent_sms: 'send',
  unsubscribed_from_sms_marketing: 'opt-out',
};

/**
 * Klaviyo's system webhooks: HMAC-SHA256 over the body and then its time, which is a date as HTTP writes it. A person is
 * known by the profile, and by an address only where the payload has one.
 */
export const klaviyo: Intake = {
  name: 'klaviyo',
  verify({ headers, body }, secret, now) {
    const at = headers['klaviyo-timestamp'];
    const signed = { algorithm: 'sha256', encoding: 'hex', key: secret, parts: [body, at ?? ''] } as const;
    return answered(at !== undefined && isHmac(headers['klaviyo-signature'], signed), isFreshDate(at, now));
  },
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    const { data } = (json.value ?? {}) as { readonly data?: unknown };
    if (!Array.isArray(data)) return unreadable('the body has no list `data`');
    return ok(readEach(data, entry, toldOf));
  },
};

function toldOf({ external_id, topic, payload }: Entry): Told | null {
  const kind = topic.startsWith(PREFIX) ? topic.slice(PREFIX.length) : '';
  const type = TYPES[kind];
  const { timestamp, event_properties: properties = {} } = payload.data.attributes;
  // A soft bounce is tried again, and is none.
  if (type === undefined || (type === 'bounce' && properties['Bounce Type'] === 'Soft')) return null;
  return {
    id: external_id,
    type,
    at: atSeconds(timestamp),
    recipient: recipientOf(payload),
    channel: kind.includes('sms') ? 'sms' : 'email',
    use: useIn(properties.scruple_use, properties['Campaign Name']),
    campaign: campaignIn(properties['Campaign Name']),
  };
}

function recipientOf({ data, included = [] }: Entry['payload']): Recipient | null {
  const attributes = included.find(({ type }) => type === 'profile')?.attributes;
  const address = email.safeParse(attributes?.email);
  if (address.success) return { kind: 'email', value: address.data };
  const number = phone.safeParse(attributes?.phone_number);
  if (number.success) return { kind: 'phone', value: number.data };
  const id = name.safeParse(data.relationships?.profile?.data.id);
  return id.success ? { kind: 'customer', value: `klaviyo:${id.data}` } : null;
}
