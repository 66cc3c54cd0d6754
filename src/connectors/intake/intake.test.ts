import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../kernel/statistics/random.ts';
import type { Delivery } from './intake.ts';
import { sendgrid } from './sendgrid.ts';
import { createSes, isCertificateAddress } from './ses.ts';
import { SAMPLES } from './testing/deliveries.ts';
import { COMPLAINT, NOW, type Sample } from './testing/sample.ts';

const verified = ({ intake, secret }: Sample, delivery: Delivery, now = NOW): boolean =>
  intake.verify(delivery, secret, now).ok;
const cases = SAMPLES.map((sample) => [sample.intake.name, sample] as const);

describe('what is signed', () => {
  it.each(cases)('%s is taken, and tells what happened', (_name, sample) => {
    expect(verified(sample, sample.delivery)).toBe(true);
    const read = sample.intake.read(sample.delivery.body, NOW);
    expect(read).toMatchObject({
      ok: true,
      value: {
        told: [sample.tells ?? COMPLAINT],
        unreadable: [],
      },
    });
  });

  it('agrees with a signature that SendGrid published', () => {
    const published = {
      method: 'POST',
      url: 'https://scruple.example/',
      headers: {
        'x-twilio-email-event-webhook-timestamp': '1588788367',
        'x-twilio-email-event-webhook-signature':
          'MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=',
      },
      body: Buffer.from('{"category":"example_payload","event":"test_event","message_id":"message_id"}'),
    };
    const key =
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==';
    expect(sendgrid.verify(published, key, new Date(1588788367000)).ok).toBe(true);
    expect(sendgrid.verify(published, key, NOW)).toMatchObject({ problem: { code: 'intake.stale' } });
  });

  it.each(cases.filter(([, { hasTime }]) => hasTime))(
    '%s is refused when it is old, or of a time to come',
    (_name, sample) => {
      for (const minutes of [-6, 6]) {
        const then = new Date(NOW.getTime() + 60_000 * minutes);
        const { intake, secret, delivery } = sample;
        expect(intake.verify(delivery, secret, then)).toMatchObject({ problem: { code: 'intake.stale' } });
      }
    },
  );

  it.each(cases)('%s is refused with another secret, with none, and without its proof', (_name, sample) => {
    const { intake, delivery, proof } = sample;
    for (const secret of ['', 'another', `AAAA${sample.secret}`, sample.secret.slice(4)])
      expect(intake.verify(delivery, secret, NOW)).toMatchObject({ problem: { code: 'intake.not-signed' } });
    if (proof !== 'body')
      expect(verified(sample, { ...delivery, headers: { ...delivery.headers, [proof]: undefined } })).toBe(
        false,
      );
    expect(verified(sample, { ...delivery, headers: {}, body: Buffer.from('') })).toBe(false);
  });
});

/** Another text: a character replaced, put in, left out, doubled, its case turned, or padding. */
function mutated(text: string, random: Random): string {
  const at = Math.floor(random.next() * text.length);
  const other = String.fromCharCode(33 + Math.floor(random.next() * 94));
  const change = [
    () => text.slice(0, at) + other + text.slice(at + 1),
    () => text.slice(0, at) + other + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at).toUpperCase(),
    () => text.slice(0, at) + text.slice(at).toLowerCase(),
    () => `${text}=`,
    () => `${text} ${text}`,
    () => text.slice(0, at),
    () => [...text].reverse().join(''),
  ][Math.floor(random.next() * 9)]!;
  return change();
}

describe('100,000 forgeries', () => {
  const each = Math.ceil(100_000 / SAMPLES.length);
  it.each(cases)(
    `%s takes none of ${each}`,
    (_name, sample) => {
      const random = seededRandom(8058);
      const { delivery, proof, coversBody } = sample;
      let taken = 0;
      for (let round = 0; round < each; round += 1) {
        const forged = forge(delivery, proof, coversBody && round % 2 === 0, random);
        if (forged !== null && verified(sample, forged)) taken += 1;
      }
      expect(taken).toBe(0);
    },
    60_000,
  );

  /** `null` where the mutation came out as the original, or means the same. */
  function forge(delivery: Delivery, proof: string, inBody: boolean, random: Random): Delivery | null {
    const text = Buffer.from(delivery.body).toString('utf8');
    if (inBody) {
      const body = mutated(text, random);
      return said(proof, body) === said(proof, text) ? null : { ...delivery, body: Buffer.from(body) };
    }
    if (proof === 'body') {
      const signature = /"signature":"([0-9a-f]+)"/.exec(text)![1]!;
      const other = mutated(signature, random);
      return other === signature ? null : { ...delivery, body: Buffer.from(text.replace(signature, other)) };
    }
    const given = delivery.headers[proof]!;
    const other = mutated(given, random);
    return meaning(proof, other) === meaning(proof, given)
      ? null
      : { ...delivery, headers: { ...delivery.headers, [proof]: other } };
  }

  /** What of a body counts: every byte; of a form what Twilio signs, which is its parameters, each once, run together. */
  function said(proof: string, body: string): string {
    if (proof !== 'x-twilio-signature') return body;
    const pairs = [...new URLSearchParams(body)].map(([key, value]) => `${key}${value}`);
    return [...new Set(pairs)].sort().join('');
  }

  /** What of a header counts: the password alone, or one of several signatures. */
  function meaning(proof: string, value: string): string {
    if (proof === 'authorization') {
      const [scheme = '', given = ''] = value.split(' ', 2);
      const text = Buffer.from(given, 'base64').toString();
      return scheme.toLowerCase() === 'basic' ? text.slice(text.indexOf(':') + 1) : value;
    }
    if (proof === 'svix-signature' || proof === 'webhook-signature') {
      const sample = SAMPLES.find((one) => one.proof === proof)!;
      const good = sample.delivery.headers[proof]!.split(' ').at(-1)!;
      return value.split(' ').includes(good) ? 'good' : value;
    }
    return value;
  }
});

describe('what cannot be read', () => {
  it.each(cases)(
    '%s never throws, and loses no good entry for a bad one',
    (_name, { intake, delivery, tells }) => {
      fc.assert(
        fc.property(fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":1}')), (text) => {
          const read = intake.read(Buffer.from(text), NOW);
          if (read.ok) expect(read.value.told).toEqual([]);
        }),
        { numRuns: 200 },
      );
      expect(intake.read(Buffer.alloc(6 * 1024 * 1024, 32), NOW)).toMatchObject({
        problem: { code: 'intake.unreadable' },
      });
      expect(intake.read(Buffer.from([0xff, 0xfe, 0x00]), NOW)).toMatchObject({
        problem: { code: 'intake.unreadable' },
      });
      const text = Buffer.from(delivery.body).toString();
      if (!text.startsWith('[')) return;
      const value = JSON.parse(text) as readonly unknown[];
      const mixed = intake.read(Buffer.from(JSON.stringify([null, ...value, { event: 1 }])), NOW);
      expect(mixed).toMatchObject({
        value: { told: [tells ?? COMPLAINT], unreadable: [{ index: 0 }, { index: value.length + 1 }] },
      });
    },
  );

  it('takes nothing for a use that is not the id of one', () => {
    const { intake, delivery } = SAMPLES[0]!;
    const text = Buffer.from(delivery.body).toString().replace('winback-spring', '../../etc');
    expect(intake.read(Buffer.from(text), NOW)).toMatchObject({ value: { told: [{ use: null }] } });
  });
});

describe('SES over SNS', () => {
  it.each([
    [
      'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      true,
    ],
    [
      'http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      false,
    ],
    [
      'https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      false,
    ],
    [
      'https://sns.eu-central-1.amazonaws.com@evil.example/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      false,
    ],
    [
      'https://evil.example/sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      false,
    ],
    ['https://bucket.s3.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem', false],
  ])('takes a certificate from %s: %s', (address, isTaken) => {
    expect(isCertificateAddress(address)).toBe(isTaken);
  });

  it('reads each person of a notification, and refuses what no certificate vouches for', async () => {
    const message = JSON.stringify({
      eventType: 'Complaint',
      mail: {
        messageId: 'm1',
        timestamp: '2026-11-20T08:00:00.000Z',
        destination: ['a@example.org'],
        tags: { scruple_use: ['winback-spring'] },
      },
      complaint: {
        complainedRecipients: [{ emailAddress: 'a@example.org' }, { emailAddress: 'b@example.org' }],
        timestamp: '2026-11-20T08:59:00.000Z',
      },
    });
    const envelope = {
      Type: 'Notification',
      MessageId: 'n1',
      TopicArn: 'arn:aws:sns:eu-central-1:1:outcomes',
      Message: message,
      Timestamp: '2026-11-20T08:59:30.000Z',
      SignatureVersion: '2',
      SigningCertURL:
        'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
      Signature: '',
    };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    envelope.Signature = createSign('sha256').update('not this').sign(privateKey, 'base64');
    const body = Buffer.from(JSON.stringify(envelope));
    const delivery = { method: 'POST', url: 'https://scruple.example/', headers: {}, body };
    let asked = 0;
    const ses = createSes(async () => {
      asked += 1;
      return 'no certificate';
    });
    expect(ses.read(body, NOW)).toMatchObject({
      value: {
        told: [
          { id: 'm1-complaint-0', use: 'winback-spring' },
          { id: 'm1-complaint-1', recipient: { value: 'b@example.org' } },
        ],
      },
    });
    expect(await ses.verify(delivery, envelope.TopicArn, NOW)).toMatchObject({
      problem: { code: 'intake.not-signed' },
    });
    expect(asked).toBe(1);
    // Of another topic nothing is fetched.
    expect(await ses.verify(delivery, 'arn:aws:sns:eu-central-1:1:other', NOW)).toMatchObject({ ok: false });
    expect(asked).toBe(1);
  });
});
