import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { email, jsonOf, moment, name, readEach, useIn } from './read-entries.ts';
import { answered, hasSecret } from './signatures.ts';

const metadata = z.object({ scruple_use: z.unknown().optional() }).optional();
const entry = z.discriminatedUnion('RecordType', [
  z.object({
    RecordType: z.literal('Bounce'),
    ID: z.number(),
    Type: name,
    Email: email,
    BouncedAt: moment,
    Metadata: metadata,
  }),
  z.object({
    RecordType: z.literal('SpamComplaint'),
    ID: z.number(),
    Email: email,
    BouncedAt: moment,
    Metadata: metadata,
  }),
  z.object({
    RecordType: z.literal('SubscriptionChange'),
    MessageID: name,
    Recipient: email,
    ChangedAt: moment,
    SuppressSending: z.boolean(),
    Metadata: metadata,
  }),
  z.object({
    RecordType: z.literal('Delivery'),
    MessageID: name,
    Recipient: email,
    DeliveredAt: moment,
    Metadata: metadata,
  }),
  z.object({ RecordType: z.literal('Open') }),
  z.object({ RecordType: z.literal('Click') }),
]);

/** Postmark's webhooks: known by a password (HTTP Basic) in their address; they carry no signature, so TLS must hold. */
export const postmark: Intake = {
  name: 'postmark',
  verify: ({ headers }, secret) => answered(hasSecret(headers.authorization, secret)),
  read(body) {
    const json = jsonOf(body);
    return json.ok ? ok(readEach([json.value], entry, toldOf)) : json;
  },
};

function toldOf(one: z.infer<typeof entry>): Told | null {
  if (one.RecordType === 'Open' || one.RecordType === 'Click') return null;
  const use = useIn(one.Metadata?.scruple_use);
  const of = (type: Told['type'], id: string | number, value: string, at: string): Told => ({
    id: `${one.RecordType}-${id}`,
    type,
    at: new Date(at),
    recipient: { kind: 'email', value },
    use,
  });
  switch (one.RecordType) {
    case 'Delivery':
      return of('send', one.MessageID, one.Recipient, one.DeliveredAt);
    case 'SubscriptionChange':
      return one.SuppressSending ? of('opt-out', one.MessageID, one.Recipient, one.ChangedAt) : null;
    case 'SpamComplaint':
      return of('complaint', one.ID, one.Email, one.BouncedAt);
    default:
      return one.Type === 'HardBounce' ? of('bounce', one.ID, one.Email, one.BouncedAt) : null;
  }
}
