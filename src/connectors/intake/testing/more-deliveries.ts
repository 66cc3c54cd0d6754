import { arf } from '../arf.ts';
import { braze } from '../braze.ts';
import { klaviyo } from '../klaviyo.ts';
import { sms } from '../sms.ts';
import { twilio } from '../twilio.ts';
import { BASE64, delivery, hmac, NOW, type Sample, SECONDS, SECRET, withPassword } from './sample.ts';

const LEFT = {
  type: 'opt-out',
  recipient: { kind: 'phone', value: '+14155550100' },
  channel: 'sms',
} as const;

function ofKlaviyo(): Sample {
  const at = NOW.toUTCString();
  const body = JSON.stringify({
    meta: { klaviyo_webhook_id: 'w1', timestamp: NOW.toISOString() },
    data: [
      {
        topic: 'event:klaviyo.marked_email_as_spam',
        external_id: 'e1',
        payload: {
          data: {
            id: 'e1',
            type: 'event',
            attributes: { timestamp: 1763628000, event_properties: { 'Campaign Name': 'winback-spring' } },
            relationships: { profile: { data: { id: 'p1', type: 'profile' } } },
          },
          included: [{ type: 'profile', id: 'p1', attributes: { email: 'a@example.org' } }],
        },
      },
    ],
  });
  return {
    intake: klaviyo,
    secret: SECRET,
    delivery: delivery(body, {
      'klaviyo-timestamp': at,
      'klaviyo-signature': hmac('sha256', 'hex', body + at),
    }),
    proof: 'klaviyo-signature',
    coversBody: true,
    hasTime: true,
  };
}

function ofTwilio(): Sample {
  const url = 'https://scruple.example/v1/intake/twilio';
  const parameters = {
    AccountSid: 'AC1',
    Body: 'Stop!',
    From: '+14155550100',
    MessageSid: 'SM1',
    To: '+14155550199',
  };
  const written = Object.entries(parameters).flat().join('');
  return {
    intake: twilio,
    secret: SECRET,
    delivery: delivery(
      new URLSearchParams(parameters).toString(),
      {
        'x-twilio-signature': hmac('sha1', 'base64', url + written),
        'content-type': 'application/x-www-form-urlencoded',
      },
      url,
    ),
    proof: 'x-twilio-signature',
    coversBody: true,
    hasTime: false,
    tells: { ...LEFT, use: null },
  };
}

function ofSms(): Sample {
  const body = JSON.stringify([
    {
      id: 'm1',
      from: '+14155550100',
      text: 'please stop texting me',
      at: '2025-11-20T08:40:00Z',
      use: 'winback-spring',
    },
  ]);
  return {
    intake: sms,
    secret: `whsec_${BASE64}`,
    delivery: delivery(body, {
      'webhook-id': 'msg_2',
      'webhook-timestamp': SECONDS,
      'webhook-signature': `v1,${hmac('sha256', 'base64', `msg_2.${SECONDS}.${body}`)}`,
    }),
    proof: 'webhook-signature',
    coversBody: true,
    hasTime: true,
    tells: { ...LEFT, use: 'winback-spring' },
  };
}

/** A feedback report as a mailbox provider mails it, with the mail that was complained of behind it. */
export const feedbackReport = ({
  fields = 'Original-Rcpt-To: <a@example.org>',
  original = 'To: <a@example.org>\r\nX-Scruple-Use: winback-spring',
  kind = 'abuse',
} = {}): string =>
  [
    'From: <abusedesk@mailbox.example>',
    'Date: Thu, 20 Nov 2025 08:40:00 +0000 (UTC)',
    'Message-ID: <r1@mailbox.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report;',
    '\tboundary="part1_13d.2e68ed54"',
    '',
    '--part1_13d.2e68ed54',
    'Content-Type: text/plain; charset="US-ASCII"',
    '',
    'This is an email abuse report.',
    '--part1_13d.2e68ed54',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${kind}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    fields,
    'Arrival-Date: Wed, 19 Nov 2025 14:00:00 EST',
    '--part1_13d.2e68ed54',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    'From: <shop@harbor.example>',
    original,
    'Subject: Hello',
    '',
    'Offers.',
    '--part1_13d.2e68ed54--',
    '',
  ].join('\r\n');

export const MORE_SAMPLES: readonly Sample[] = [
  ofKlaviyo(),
  ofTwilio(),
  ofSms(),
  withPassword(arf, feedbackReport()),
  withPassword(braze, {
    events: [
      {
        event_type: 'users.messages.email.MarkAsSpam',
        id: 'e1',
        time: 1763628000,
        user: { user_id: 'u1', external_user_id: 'c1' },
        properties: { email_address: 'a@example.org', campaign_name: 'winback-spring', dispatch_id: 'd1' },
      },
      {
        event_type: 'users.messages.email.Open',
        id: 'e2',
        time: 1763628000,
        user: { user_id: 'u1' },
        properties: { email_address: 'a@example.org' },
      },
    ],
  }),
];
