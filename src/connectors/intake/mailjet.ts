import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { atSeconds, email, jsonOf, listOf, name, readEach, seconds, useIn } from './read-entries.ts';
import { answered, hasSecret } from './signatures.ts';

const entry = z.looseObject({
  event: name,
  time: seconds,
  email,
  Message_GUID: z.string().max(200).optional(),
  MessageID: z.union([z.number(), z.string()]).optional(),
  /** What the sender put on the message as its own id. */
  CustomID: z.unknown().optional(),
  Payload: z.unknown().optional(),
  hard_bounce: z.boolean().optional(),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  sent: 'send',
  spam: 'complaint',
  unsub: 'opt-out',
  bounce: 'bounce',
};

/** Mailjet's event callback: known by a password (HTTP Basic) in its address; it carries no signature, so TLS must hold. */
export const mailjet: Intake = {
  name: 'mailjet',
  verify: ({ headers }, secret) => answered(hasSecret(headers.authorization, secret)),
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach(listOf(json.value), entry, (one) => {
        const type = TYPES[one.event];
        if (type === undefined || (type === 'bounce' && one.hard_bounce === false)) return null;
        return {
          id: `${one.event}-${one.Message_GUID ?? one.MessageID ?? `${one.time}-${one.email}`}`,
          type,
          at: atSeconds(one.time),
          recipient: { kind: 'email', value: one.email },
          use: useIn(one.CustomID, one.Payload),
        };
      }),
    );
  },
};
