import { createSign, generateKeyPairSync } from 'node:crypto';
import { customerIo } from '../customer-io.ts';
import { hubspot } from '../hubspot.ts';
import { mailgun } from '../mailgun.ts';
import { mailjet } from '../mailjet.ts';
import { postmark } from '../postmark.ts';
import { resend } from '../resend.ts';
import { rudderstack, segment } from '../segment.ts';
import { sendgrid } from '../sendgrid.ts';
import { MORE_SAMPLES } from './more-deliveries.ts';
import { BASE64, delivery, hmac, NOW, type Sample, SECONDS, SECRET, withPassword } from './sample.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function ofSendgrid(): Sample {
  const body = JSON.stringify([
    {
      event: 'spamreport',
      sg_event_id: 'e1',
      email: 'a@example.org',
      timestamp: 1763628000,
      scruple_use: 'winback-spring',
    },
    { event: 'open', sg_event_id: 'e2', email: 'a@example.org', timestamp: 1763628000 },
  ]);
  const signature = createSign('sha256')
    .update(SECONDS + body)
    .sign(keys.privateKey, 'base64');
  return {
    intake: sendgrid,
    secret: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    delivery: delivery(body, {
      'x-twilio-email-event-webhook-timestamp': SECONDS,
      'x-twilio-email-event-webhook-signature': signature,
    }),
    proof: 'x-twilio-email-event-webhook-signature',
    coversBody: true,
    hasTime: true,
  };
}

function ofMailgun(): Sample {
  const body = {
    signature: { timestamp: SECONDS, token: 't0k3n', signature: hmac('sha256', 'hex', `${SECONDS}t0k3n`) },
    'event-data': {
      id: 'e1',
      event: 'complained',
      recipient: 'a@example.org',
      timestamp: 1763628000.5,
      'user-variables': { scruple_use: 'winback-spring' },
    },
  };
  return {
    intake: mailgun,
    secret: SECRET,
    delivery: delivery(body, {}),
    proof: 'body',
    coversBody: false,
    hasTime: true,
  };
}

function ofHubspot(): Sample {
  const url = 'https://scruple.example/v1/intake/hubspot?from=a%40b';
  const body = JSON.stringify([
    {
      id: 'e1',
      type: 'SPAMREPORT',
      recipient: 'a@example.org',
      created: 1763628000000,
      scruple_use: 'winback-spring',
    },
  ]);
  const at = String(NOW.getTime());
  return {
    intake: hubspot,
    secret: SECRET,
    delivery: delivery(
      body,
      {
        'x-hubspot-request-timestamp': at,
        'x-hubspot-signature-v3': hmac('sha256', 'base64', `POST${url.replace('%40', '@')}${body}${at}`),
      },
      url,
    ),
    proof: 'x-hubspot-signature-v3',
    coversBody: true,
    hasTime: true,
  };
}

function ofCustomerIo(): Sample {
  const body = JSON.stringify({
    event_id: 'e1',
    object_type: 'email',
    metric: 'spammed',
    timestamp: 1763628000,
    data: { recipient: 'a@example.org', campaign_name: 'Spring offers', scruple_use: 'winback-spring' },
  });
  return {
    intake: customerIo,
    secret: SECRET,
    delivery: delivery(body, {
      'x-cio-timestamp': SECONDS,
      'x-cio-signature': hmac('sha256', 'hex', `v0:${SECONDS}:${body}`),
    }),
    proof: 'x-cio-signature',
    coversBody: true,
    hasTime: true,
  };
}

function ofResend(): Sample {
  const body = JSON.stringify({
    type: 'email.complained',
    created_at: '2025-11-20T08:40:00.000Z',
    data: { email_id: 'e1', to: ['a@example.org'], tags: { scruple_use: 'winback-spring' } },
  });
  return {
    intake: resend,
    secret: `whsec_${BASE64}`,
    delivery: delivery(body, {
      'svix-id': 'msg_1',
      'svix-timestamp': SECONDS,
      'svix-signature': `v1,bm90IHRoaXMgb25l v1,${hmac('sha256', 'base64', `msg_1.${SECONDS}.${body}`)}`,
    }),
    proof: 'svix-signature',
    coversBody: true,
    hasTime: true,
  };
}

function ofSegment(): Sample {
  const body = JSON.stringify({
    type: 'track',
    messageId: 'e1',
    event: 'Email Marked as Spam',
    timestamp: '2025-11-20T08:40:00.000Z',
    properties: { email: 'a@example.org', scruple_use: 'winback-spring' },
  });
  const headers = { 'x-signature': hmac('sha1', 'hex', body) };
  return {
    intake: segment,
    secret: SECRET,
    delivery: delivery(body, headers),
    proof: 'x-signature',
    coversBody: true,
    hasTime: false,
  };
}

export const SAMPLES: readonly Sample[] = [
  ofSendgrid(),
  ofMailgun(),
  ofHubspot(),
  ofCustomerIo(),
  ofResend(),
  ofSegment(),
  ...MORE_SAMPLES,
  withPassword(postmark, {
    RecordType: 'SpamComplaint',
    ID: 1,
    Email: 'a@example.org',
    BouncedAt: '2025-11-20T08:40:00Z',
    Metadata: { scruple_use: 'winback-spring' },
  }),
  withPassword(mailjet, [
    {
      event: 'spam',
      time: 1763628000,
      email: 'a@example.org',
      Message_GUID: 'g1',
      CustomID: 'winback-spring',
    },
  ]),
  withPassword(rudderstack, {
    type: 'track',
    messageId: 'e1',
    event: 'Email Marked as Spam',
    timestamp: '2025-11-20T08:40:00.000Z',
    context: { traits: { email: 'a@example.org' } },
    properties: { scruple_use: 'winback-spring' },
  }),
];
