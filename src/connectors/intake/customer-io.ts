import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { atSeconds, campaignIn, email, jsonOf, name, readEach, seconds, useIn } from './read-entries.ts';
import { answered, isFresh, isHmac } from './signatures.ts';

const entry = z.looseObject({
  event_id: name,
  object_type: name,
  metric: name,
  timestamp: seconds,
  data: z.looseObject({
    recipient: z.string().max(320).optional(),
    campaign_name: z.unknown().optional(),
    newsletter_name: z.unknown().optional(),
    scruple_use: z.unknown().optional(),
  }),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  sent: 'send',
  spammed: 'complaint',
  unsubscribed: 'opt-out',
  bounced: 'bounce',
};

/** Customer.io's reporting webhooks: HMAC-SHA256 over `v0`, time and body. */
export const customerIo: Intake = {
  name: 'customerio',
  verify({ headers, body }, secret, now) {
    const at = headers['x-cio-timestamp'];
    const parts = [`v0:${at}:`, body];
    const isSigned = isHmac(headers['x-cio-signature'], {
      algorithm: 'sha256',
      encoding: 'hex',
      key: secret,
      parts,
    });
    return answered(at !== undefined && isSigned, isFresh(at, now));
  },
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach([json.value], entry, (one) => {
        const type = one.object_type === 'email' ? TYPES[one.metric] : undefined;
        const address = email.safeParse(one.data.recipient);
        if (type === undefined || !address.success) return null;
        const { scruple_use, campaign_name, newsletter_name } = one.data;
        return {
          id: one.event_id,
          type,
          at: atSeconds(one.timestamp),
          recipient: { kind: 'email', value: address.data },
          use: useIn(scruple_use, campaign_name, newsletter_name),
          campaign: campaignIn(campaign_name, newsletter_name),
        };
      }),
    );
  },
};
