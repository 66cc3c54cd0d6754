import { createVerify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Delivery, Intake, Reading, Told } from './intake.ts';
import { email, jsonOf, moment, name, readEach, unreadable, useIn } from './read-entries.ts';
import { answered, REPLAY_SECONDS } from './signatures.ts';

const envelope = z.looseObject({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: name,
  TopicArn: name,
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  Subject: z.string().optional(),
  SubscribeURL: z.string().optional(),
  Token: z.string().optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
});
type Envelope = z.infer<typeof envelope>;

/** The fields that are signed, in the order in which they are: those that are there, each with its name. */
const SIGNED: Readonly<Record<Envelope['Type'], ReadonlyArray<keyof Envelope>>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/** A certificate is taken from Amazon's own hosts alone, over https, from a path as theirs. */
export const isCertificateAddress = (text: string): boolean =>
  /^https:\/\/sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(
    text,
  );

/** The certificate at an address, as PEM; `null` where it cannot be had. */
export type Certificates = (address: string) => Promise<string | null>;

/**
 * Amazon SES over SNS. The secret is the ARN of the topic: a message of any other topic is signed by Amazon as well.
 * A delivery may be an hour old, since SNS tries again with the first signature.
 */
export function createSes(certificates: Certificates): Omit<Intake, 'verify'> & {
  verify(delivery: Delivery, topic: string, now: Date): Promise<Result<null, Problem>>;
} {
  return {
    name: 'ses',
    async verify({ body }, topic, now) {
      const read = opened(body);
      if (read === null || read.TopicArn !== topic || !isCertificateAddress(read.SigningCertURL))
        return answered(false);
      const pem = await certificates(read.SigningCertURL);
      const isSigned = pem !== null && isSignedWith(pem, read, now);
      const age = Math.abs(now.getTime() - Date.parse(read.Timestamp));
      return answered(isSigned, age <= 12 * REPLAY_SECONDS * 1000);
    },
    read(body) {
      const message = opened(body);
      if (message === null) return unreadable('the body is no message of SNS');
      if (message.Type !== 'Notification') return ok({ told: [], ignored: 1, unreadable: [] });
      const json = jsonOf(new TextEncoder().encode(message.Message));
      return json.ok ? ok(readNotification(json.value)) : json;
    },
  };
}

function opened(body: Uint8Array): Envelope | null {
  const json = jsonOf(body);
  const read = json.ok ? envelope.safeParse(json.value) : null;
  return read?.success === true ? read.data : null;
}

function isSignedWith(pem: string, message: Envelope, now: Date): boolean {
  try {
    const certificate = new X509Certificate(pem);
    if (now < certificate.validFromDate || now > certificate.validToDate) return false;
    if (certificate.checkHost('sns.amazonaws.com') === undefined) return false;
    const verifier = createVerify(message.SignatureVersion === '2' ? 'sha256' : 'sha1');
    for (const field of SIGNED[message.Type])
      if (message[field] !== undefined) verifier.update(`${field}\n${String(message[field])}\n`);
    const bytes = Buffer.from(message.Signature, 'base64');
    return bytes.toString('base64') === message.Signature && verifier.verify(certificate.publicKey, bytes);
  } catch {
    return false;
  }
}

const recipients = z.array(z.looseObject({ emailAddress: email })).max(1000);
const notification = z.looseObject({
  eventType: name.optional(),
  notificationType: name.optional(),
  mail: z.looseObject({
    messageId: name,
    timestamp: moment,
    destination: z.array(email).max(1000),
    tags: z.looseObject({ scruple_use: z.array(z.string()).optional() }).optional(),
  }),
  bounce: z.looseObject({ bounceType: name, bouncedRecipients: recipients, timestamp: moment }).optional(),
  complaint: z.looseObject({ complainedRecipients: recipients, timestamp: moment }).optional(),
});

/** One notification may speak of several people: each is an event of its own. */
function readNotification(value: unknown): Reading {
  const read = notification.safeParse(value);
  if (!read.success) return readEach([value], notification, () => null);
  const { mail, bounce, complaint } = read.data;
  const kind = (read.data.eventType ?? read.data.notificationType ?? '').toLowerCase();
  const use = useIn(mail.tags?.scruple_use?.[0]);
  const told = (type: Told['type'], at: string, addresses: readonly string[]): readonly Told[] =>
    addresses.map((address, index) => ({
      id: `${mail.messageId}-${kind}-${index}`,
      type,
      at: new Date(at),
      recipient: { kind: 'email', value: address },
      use,
    }));
  const of = (list: z.infer<typeof recipients>): readonly string[] =>
    list.map(({ emailAddress }) => emailAddress);
  if (kind === 'send')
    return { told: told('send', mail.timestamp, mail.destination), ignored: 0, unreadable: [] };
  if (kind === 'complaint' && complaint !== undefined)
    return {
      told: told('complaint', complaint.timestamp, of(complaint.complainedRecipients)),
      ignored: 0,
      unreadable: [],
    };
  if (kind === 'bounce' && bounce?.bounceType === 'Permanent')
    return {
      told: told('bounce', bounce.timestamp, of(bounce.bouncedRecipients)),
      ignored: 0,
      unreadable: [],
    };
  return { told: [], ignored: 1, unreadable: [] };
}
