import { describe, expect, it } from 'vitest';
import { braze } from './braze.ts';
import { klaviyo } from './klaviyo.ts';
import { SAMPLES } from './testing/deliveries.ts';
import { NOW } from './testing/sample.ts';
import { twilio } from './twilio.ts';

const form = (parameters: Record<string, string>) =>
  twilio.read(Buffer.from(new URLSearchParams({ MessageSid: 'SM1', ...parameters }).toString()), NOW);

describe('answers to text messages', () => {
  it.each([
    ['a stop word', { From: '+14155550100', Body: ' STOP ' }, 'opt-out', 'sms'],
    ['a sentence', { From: '+4930901820', Body: 'Bitte keine SMS mehr' }, 'opt-out', 'sms'],
    ['a word of the account', { From: '+14155550100', Body: 'adios', OptOutType: 'STOP' }, 'opt-out', 'sms'],
    ['what may mean stop', { From: '+14155550100', Body: 'when does it end' }, 'unclear', 'sms'],
    ['a stop in another app', { From: 'whatsapp:+14155550100', Body: 'stop' }, 'opt-out', 'chat'],
  ])('takes %s', (_name, parameters, type, channel) => {
    expect(form(parameters)).toMatchObject({ value: { told: [{ id: 'SM1', type, channel, at: NOW }] } });
  });

  it.each([
    [
      { From: '+14155550100', Body: 'what size is it?' },
      { ignored: 1, unreadable: [] },
    ],
    [
      { From: '+14155550100', Body: 'start', OptOutType: 'START' },
      { ignored: 1, unreadable: [] },
    ],
    [
      { From: 'nobody', Body: 'stop' },
      { ignored: 0, unreadable: [{ index: 0, field: 'From' }] },
    ],
  ])('takes %o for none', (parameters, value) => {
    expect(form(parameters)).toMatchObject({ value: { told: [], ...value } });
  });

  it('agrees with the example that Twilio publishes, with and without the port', () => {
    const parameters = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    const headers = { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' };
    const body = Buffer.from(new URLSearchParams(parameters).toString());
    for (const [url, isTaken] of [
      ['https://mycompany.com/myapp.php?foo=1&bar=2', true],
      ['https://mycompany.com:443/myapp.php?foo=1&bar=2', true],
      ['https://mycompany.com/myapp.php?foo=1&bar=3', false],
      ['http://mycompany.com/myapp.php?foo=1&bar=2', false],
    ] as const)
      expect(twilio.verify({ method: 'POST', url, headers, body }, '12345', NOW).ok).toBe(isTaken);
  });
});

describe('Braze and Klaviyo', () => {
  it('takes a batch of Braze without events, which asks for the token alone', () => {
    expect(braze.read(Buffer.from('{"events":[]}'), NOW)).toMatchObject({
      value: { told: [], unreadable: [] },
    });
  });

  it('reads what somebody answered by Braze, and the use of the extras', () => {
    const event = (properties: object) => ({
      event_type: 'users.messages.sms.InboundReceive',
      id: 'e1',
      time: 1763628000,
      properties: { user_phone_number: '+14155550100', ...properties },
    });
    const read = (properties: object) =>
      braze.read(Buffer.from(JSON.stringify({ events: [event(properties)] })), NOW);
    expect(
      read({
        message_body: 'adios',
        action: 'Unsubscribed',
        message_extras: '{"scruple_use":"winback-spring"}',
      }),
    ).toMatchObject({ value: { told: [{ type: 'opt-out', channel: 'sms', use: 'winback-spring' }] } });
    expect(read({ message_body: 'thanks', action: 'None' })).toMatchObject({
      value: { told: [], ignored: 1 },
    });
  });

  it('knows a person of Klaviyo by the profile where no address is told', () => {
    const sample = SAMPLES.find(({ intake }) => intake === klaviyo)!;
    const body = JSON.parse(Buffer.from(sample.delivery.body).toString());
    delete body.data[0].payload.included;
    expect(klaviyo.read(Buffer.from(JSON.stringify(body)), NOW)).toMatchObject({
      value: { told: [{ recipient: { kind: 'customer', value: 'klaviyo:p1' } }] },
    });
  });
});
