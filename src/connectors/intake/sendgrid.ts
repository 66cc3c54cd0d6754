import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { atSeconds, email, jsonOf, listOf, name, readEach, seconds, useIn } from './read-entries.ts';
import { answered, isFresh, isSignedBy } from './signatures.ts';

const entry = z.looseObject({
  event: name,
  sg_event_id: name,
  email,
  timestamp: seconds,
  /** What the sender passed as a unique argument of the message. */
  scruple_use: z.unknown().optional(),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  processed: 'send',
  spamreport: 'complaint',
  unsubscribe: 'opt-out',
  group_unsubscribe: 'opt-out',
  bounce: 'bounce',
};

/** Twilio SendGrid's event webhook: ECDSA P-256 over time and body, by the public key of the settings (the secret here). */
export const sendgrid: Intake = {
  name: 'sendgrid',
  verify({ headers, body }, publicKey, now) {
    const at = headers['x-twilio-email-event-webhook-timestamp'];
    const signature = headers['x-twilio-email-event-webhook-signature'];
    return answered(at !== undefined && isSignedBy(publicKey, signature, [at, body]), isFresh(at, now));
  },
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach(listOf(json.value), entry, (one) => {
        const type = TYPES[one.event];
        if (type === undefined) return null;
        const recipient = { kind: 'email', value: one.email } as const;
        return {
          id: one.sg_event_id,
          type,
          at: atSeconds(one.timestamp),
          recipient,
          use: useIn(one.scruple_use),
        };
      }),
    );
  },
};
