import { z } from 'zod';
import { ok } from '../../kernel/result.ts';
import type { Intake, Told } from './intake.ts';
import { campaignIn, email, jsonOf, listOf, name, readEach, useIn } from './read-entries.ts';
import { answered, isFresh, isHmac } from './signatures.ts';

const entry = z.looseObject({
  id: name,
  type: name,
  recipient: email,
  /** Milliseconds since 1970. */
  created: z.number().finite().min(631_152_000_000).max(1e14),
  scruple_use: z.unknown().optional(),
  emailCampaignName: z.unknown().optional(),
});
const TYPES: Readonly<Record<string, Told['type']>> = {
  SENT: 'send',
  SPAMREPORT: 'complaint',
  STATUSCHANGE: 'opt-out',
  BOUNCE: 'bounce',
};

/** HubSpot's webhooks, signature version 3: HMAC-SHA256 over method, address, body and time. */
export const hubspot: Intake = {
  name: 'hubspot',
  verify({ method, url, headers, body }, secret, now) {
    const at = headers['x-hubspot-request-timestamp'];
    const parts = [method, decoded(url), body, at ?? ''];
    const signed = { algorithm: 'sha256', encoding: 'base64', key: secret, parts } as const;
    return answered(
      at !== undefined && isHmac(headers['x-hubspot-signature-v3'], signed),
      isFresh(at, now, 'millisecond'),
    );
  },
  read(body) {
    const json = jsonOf(body);
    if (!json.ok) return json;
    return ok(
      readEach(listOf(json.value), entry, (one) => {
        const type = TYPES[one.type];
        if (type === undefined) return null;
        const recipient = { kind: 'email', value: one.recipient } as const;
        return {
          id: one.id,
          type,
          at: new Date(one.created),
          recipient,
          use: useIn(one.scruple_use, one.emailCampaignName),
          campaign: campaignIn(one.emailCampaignName),
        };
      }),
    );
  },
};

/** HubSpot signs these characters of an address as themselves. */
const decoded = (url: string): string =>
  url.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code) => decodeURIComponent(code));
