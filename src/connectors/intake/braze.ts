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
import { answered, hasSecret } from './signatures.ts';
import { typeOfAnswer } from './stop-words.ts';

const entry = z.looseObject({
  event_type: name,
  id: name,
  time: seconds,
  user: z.looseObject({ external_user_id: z.unknown().optional() }).optional(),
  properties: z.looseObject({
    email_address: z.unknown().optional(),
    to_phone_number: z.unknown().optional(),
    user_phone_number: z.unknown().optional(),
    message_body: z.string().optional(),
    action: z.string().optional(),
    campaign_name: z.unknown().optional(),
    canvas_name: z.unknown().optional(),
    message_extras: z.unknown().optional(),
  }),
});
type Entry = z.infer<typeof entry>;

const PREFIX = 'users.messages.';
const TYPES: Readonly<Record<string, Told['type']>> = {
  'email.Send': 'send',
  'email.MarkAsSpam': 'complaint',
  'email.Unsubscribe': 'opt-out',
  'email.Bounce': 'bounce',
  'sms.Send': 'send',
};

/**
 * Braze Currents by its custom HTTP connector: `{ "events": [...] }`, known by the Bearer token that was set there; nothing
 * is signed, so TLS must hold. A batch without events asks whether the token is right.
 */
export const braze: Intake = {
  name: 'braze',
  verify: ({ headers }, secret) => answered(hasSecret(headers.authorization, secret)),
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    const { events } = (json.value ?? {}) as { readonly events?: unknown };
    if (!Array.isArray(events)) return unreadable('the body has no list `events`');
    return ok(readEach(events, entry, toldOf));
  },
};

function toldOf(one: Entry): Told | null {
  const { properties } = one;
  const kind = one.event_type.startsWith(PREFIX) ? one.event_type.slice(PREFIX.length) : '';
  const type = kind === 'sms.InboundReceive' ? typeOfInbound(one) : TYPES[kind];
  const recipient = recipientOf(one);
  if (type === undefined || type === null || recipient === null) return null;
  return {
    id: one.id,
    type,
    at: atSeconds(one.time),
    recipient,
    channel: kind.startsWith('sms.') ? 'sms' : 'email',
    use: useIn(extrasOf(properties.message_extras), properties.campaign_name, properties.canvas_name),
    campaign: campaignIn(properties.campaign_name, properties.canvas_name),
  };
}

/** What Braze itself took for leaving is leaving; of what it took for nothing, the words are read here. */
const typeOfInbound = ({ properties: { action, message_body } }: Entry): Told['type'] | null =>
  action === 'Unsubscribed' ? 'opt-out' : typeOfAnswer(message_body ?? '');

function recipientOf({ user, properties }: Entry): Recipient | null {
  const { email_address, to_phone_number, user_phone_number } = properties;
  const address = email.safeParse(email_address);
  if (address.success) return { kind: 'email', value: address.data };
  for (const number of [to_phone_number, user_phone_number]) {
    const read = phone.safeParse(number);
    if (read.success) return { kind: 'phone', value: read.data };
  }
  const id = name.safeParse(user?.external_user_id);
  return id.success ? { kind: 'customer', value: id.data } : null;
}

/** Message extras are JSON in a text, where a sender set them: `{ "scruple_use": "…" }`. */
function extrasOf(extras: unknown): unknown {
  if (typeof extras !== 'string' || extras.length > 10_000) return null;
  const json = jsonOf(new TextEncoder().encode(extras));
  return json.ok ? (json.value as { readonly scruple_use?: unknown } | null)?.scruple_use : null;
}
