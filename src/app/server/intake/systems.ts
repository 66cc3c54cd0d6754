import { arf } from '../../../connectors/intake/arf.ts';
import { braze } from '../../../connectors/intake/braze.ts';
import { fetchedCertificates } from '../../../connectors/intake/certificates.ts';
import { customerIo } from '../../../connectors/intake/customer-io.ts';
import { hubspot } from '../../../connectors/intake/hubspot.ts';
import type { Delivery, Intake } from '../../../connectors/intake/intake.ts';
import { klaviyo } from '../../../connectors/intake/klaviyo.ts';
import { mailgun } from '../../../connectors/intake/mailgun.ts';
import { mailjet } from '../../../connectors/intake/mailjet.ts';
import { postmark } from '../../../connectors/intake/postmark.ts';
import { resend } from '../../../connectors/intake/resend.ts';
import { rudderstack, segment } from '../../../connectors/intake/segment.ts';
import { sendgrid } from '../../../connectors/intake/sendgrid.ts';
import { createSes } from '../../../connectors/intake/ses.ts';
import { sms } from '../../../connectors/intake/sms.ts';
import { twilio } from '../../../connectors/intake/twilio.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';

/** One system whose payloads are understood; to verify may take asking for a certificate. */
export type System = Omit<Intake, 'verify'> & {
  verify(
    delivery: Delivery,
    secret: string,
    now: Date,
  ): Result<null, Problem> | Promise<Result<null, Problem>>;
};

/** Names as in `/v1/intake/<name>`, with what their secret is. */
export const SYSTEMS = {
  sendgrid: { system: sendgrid, secret: 'the verification key of the event webhook' },
  mailgun: { system: mailgun, secret: 'the signing key of the HTTP webhooks' },
  postmark: { system: postmark, secret: 'the password in the address of the webhook' },
  mailjet: { system: mailjet, secret: 'the password in the address of the callback' },
  resend: { system: resend, secret: 'the signing secret, whsec_…' },
  customerio: { system: customerIo, secret: 'the signing key of the reporting webhook' },
  hubspot: { system: hubspot, secret: 'the client secret of the app' },
  segment: { system: segment, secret: 'the shared secret of the webhook destination' },
  rudderstack: { system: rudderstack, secret: 'the password or token in the Authorization header' },
  braze: { system: braze, secret: 'the Bearer token of the custom HTTP connector' },
  klaviyo: { system: klaviyo, secret: 'the secret key of the webhook' },
  twilio: { system: twilio, secret: 'the auth token of the account' },
  sms: { system: sms, secret: 'a secret of Standard Webhooks, whsec_…' },
  arf: { system: arf, secret: 'a password for whatever posts the reports of the mailbox' },
  ses: { system: createSes(fetchedCertificates()), secret: 'the ARN of the SNS topic' },
} as const satisfies Record<string, { readonly system: System; readonly secret: string }>;

export type SystemName = keyof typeof SYSTEMS;
export const SYSTEM_NAMES = Object.keys(SYSTEMS) as SystemName[];
export const isSystemName = (text: string): text is SystemName => Object.hasOwn(SYSTEMS, text);
