import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerFor } from '../../src/app/server/ledger/answer.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { SAMPLES } from '../../src/connectors/intake/testing/deliveries.ts';
import { feedbackReport } from '../../src/connectors/intake/testing/more-deliveries.ts';
import { NOW, type Sample } from '../../src/connectors/intake/testing/sample.ts';
import { EVERYTHING } from '../../src/playbook/6-control/ledger/scope.ts';
import { makeToken } from '../../src/playbook/6-control/tokens/token.ts';
import { must } from '../contract/store-engines.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

let server: TestServer;
let world: GateWorld;
let ada: Somebody;
beforeAll(async () => {
  server = await TestServer.start({ origin: 'https://scruple.example' });
  server.now = NOW;
  ada = await server.administrator();
  world = await GateWorld.in(server, ada);
  await world.use('winback-spring');
}, 60_000);
afterAll(() => server.stop());

const setSecret = async (system: string, secret: string | null) => {
  const { systems } = (await ada.ask('/v1/settings/intake')).body;
  const { version } = systems.find((one: { system: string }) => one.system === system);
  return ada.ask(`/v1/settings/intake/${system}`, {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    body: { secret },
  });
};
const deliver = (
  { intake, delivery }: Sample,
  more: { readonly body?: string; readonly headers?: object } = {},
) =>
  server.ask(`/v1/intake/${intake.name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(delivery.headers as Record<string, string>),
      ...more.headers,
    },
    body: more.body ?? Buffer.from(delivery.body).toString(),
  });

describe('what mail systems deliver', () => {
  // HubSpot’s sample is signed for an address with a query; Twilio is answered in its own way.
  it.each(
    SAMPLES.filter(({ intake }) => !['hubspot', 'twilio'].includes(intake.name)).map(
      (sample) => [sample.intake.name, sample] as const,
    ),
  )('%s is taken once, when its secret is set and its signature fits', async (name, sample) => {
    expect((await deliver(sample)).status).toBe(401);
    const set = await setSecret(name, sample.secret);
    expect([set.status, set.body.isSet, JSON.stringify(set.body).includes(sample.secret)]).toEqual([
      200,
      true,
      false,
    ]);
    const first = await deliver(sample);
    expect([first.status, first.body]).toMatchObject([
      200,
      { accepted: 1, duplicates: 0, quarantined: sample.tells?.use === null ? 1 : 0, refused: [] },
    ]);
    expect((await deliver(sample)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await setSecret(name, null)).body.isSet).toBe(false);
    expect((await deliver(sample)).status).toBe(401);
  });

  it('answers the same to a wrong signature, an unknown system and no secret', async () => {
    const sample = SAMPLES.find(({ intake }) => intake.name === 'segment')!;
    await setSecret('segment', sample.secret);
    const answers = await Promise.all([
      deliver(sample, { body: `${Buffer.from(sample.delivery.body)} ` }),
      server.ask('/v1/intake/unknown', { method: 'POST', body: {} }),
      server.ask('/v1/intake/mailjet', { method: 'POST', body: {} }),
      server.ask('/v1/intake/__proto__', { method: 'POST', body: {} }),
      server.ask('/v1/nothing', { method: 'POST', body: {} }),
    ]);
    for (const { status, body } of answers) {
      const { id: _, ...told } = body;
      expect([status, told]).toEqual([401, { ...told, code: 'request.unauthenticated' }]);
      expect(told.detail).toBe('there is no valid credential');
    }
    expect(server.log.join('')).toContain('intake.not-signed');
    expect(server.log.join('')).not.toContain('a@example.org');
  });

  it('heeds an unsubscription that was made elsewhere, at the next decision of the gate', async () => {
    const sample = SAMPLES.find(({ intake }) => intake.name === 'postmark')!;
    await setSecret('postmark', sample.secret);
    const kim = await world.person('kim');
    expect(await world.codes('winback-spring', kim, { dispatch: 'a' })).toEqual(['permit']);
    const change = {
      RecordType: 'SubscriptionChange',
      MessageID: 'm-9',
      Recipient: 'Kim@Customer.example',
      ChangedAt: NOW.toISOString(),
      SuppressSending: true,
    };
    const body = JSON.stringify(change);
    expect((await deliver(sample, { body })).body).toMatchObject({ accepted: 1, quarantined: 1 });
    expect((await deliver(sample, { body })).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await world.codes('winback-spring', kim, { dispatch: 'b' })).toEqual(['deny', 'said-no']);
  });

  it('heeds a stop by text message, waits on what may be one, and says nothing to the person', async () => {
    const { secret } = SAMPLES.find(({ intake }) => intake.name === 'twilio')!;
    await setSecret('twilio', secret);
    const answer = async (id: string, Body: string, From: string) => {
      const parameters = { Body, From, MessageSid: id };
      const written = `https://scruple.example/v1/intake/twilio${Object.entries(parameters).flat().join('')}`;
      return server.ask('/v1/intake/twilio', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': createHmac('sha1', secret).update(written).digest('base64'),
        },
        body: new URLSearchParams(parameters).toString(),
      });
    };
    const because = async (number: string) => {
      const subject = subjectOf(server.context.ledger, { kind: 'phone', value: number });
      const question = {
        purpose: 'marketing.communications.sms',
        channel: 'sms',
        topics: [],
        themes: [],
      } as const;
      const answer = await server.context.store.read((db) =>
        answerFor(db, server.context.ledger, subject, { ...question, needsConsent: false }, server.now),
      );
      return must(answer).because;
    };
    const [lee, mo, ann] = ['+14155550101', '+14155550102', '+14155550103'];
    const stopped = await answer('SM1', 'STOP', lee);
    expect([stopped.status, stopped.body]).toEqual([200, '<Response/>']);
    await answer('SM2', 'when does it end?', mo);
    await answer('SM3', 'thanks!', ann);
    expect(await Promise.all([lee, mo, ann].map(because))).toEqual(['withdrawn', 'paused', 'not-needed']);
  });

  it('finds person and use of a redacted report by our own link in the mail', async () => {
    await setSecret('arf', 'a-password-of-the-mailbox');
    const kay = await world.person('kay');
    const token = makeToken(
      server.context.ledger.tokens,
      'one-click',
      {
        subject: subjectOf(server.context.ledger, { kind: 'email', value: 'kay@customer.example' }),
        scope: EVERYTHING,
        about: 'winback-spring',
      },
      NOW,
    );
    const report = feedbackReport({
      fields: 'Original-Rcpt-To: <redacted-1@customer.example>',
      original: `List-Unsubscribe: <https://scruple.example/u/${token}>`,
      kind: 'opt-out',
    }).replace('20 Nov 2025 08:40:00', '20 Nov 2026 09:00:00');
    expect(await world.codes('winback-spring', kay, { dispatch: 'e' })).toEqual(['permit']);
    const taken = await server.ask('/v1/intake/arf', {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: 'Bearer a-password-of-the-mailbox' },
      body: report,
    });
    expect(taken.body).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await world.codes('winback-spring', kay, { dispatch: 'f' })).toEqual(['deny', 'said-no']);
  });

  it('keeps what speaks of a campaign that nobody knows, until somebody says which use it is', async () => {
    const sample = SAMPLES.find(({ intake }) => intake.name === 'braze')!;
    await setSecret('braze', sample.secret);
    const deliverOf = (campaign: string, id: string) =>
      deliver(sample, {
        body: JSON.stringify({
          events: [
            {
              event_type: 'users.messages.email.Send',
              id,
              time: NOW.getTime() / 1000,
              properties: { email_address: `${id}@example.org`, campaign_name: campaign },
            },
          ],
        }),
      });
    for (const [campaign, id] of [
      ['Spring offers', 'q1'],
      ['Spring offers', 'q2'],
      ['Our newsletter', 'q3'],
    ] as const)
      expect((await deliverOf(campaign, id)).body).toMatchObject({ accepted: 1, quarantined: 1 });
    const waiting = async () => (await ada.ask('/v1/outcomes/quarantine?source=braze')).body.items;
    expect(await waiting()).toMatchObject([
      { source: 'braze', campaign: 'Spring offers', events: 2 },
      { source: 'braze', campaign: 'Our newsletter', events: 1 },
    ]);
    const decide = (campaign: string, use: string | null) =>
      ada.ask('/v1/outcomes/quarantine/decisions', {
        method: 'POST',
        body: { source: 'braze', campaign, use },
      });
    expect((await decide('Spring offers', 'no-such-use')).status).toBe(404);
    const decided = await decide('Spring offers', 'winback-spring');
    expect([decided.status, decided.body]).toEqual([200, { moved: 2 }]);
    expect((await decide('Our newsletter', null)).body).toEqual({ moved: 0 });
    expect((await decide('Our newsletter', null)).status).toBe(404);
    expect((await deliverOf('Spring offers', 'q4')).body).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await waiting()).toEqual([]);
    await vi.waitFor(async () => {
      const shown = await ada.ask('/v1/uses/winback-spring/outcomes');
      const all = shown.body.streams.find(
        (one: { group: unknown; monitor: string }) => one.group === null && one.monitor === 'complaints',
      );
      expect(all?.sends).toBeGreaterThanOrEqual(3);
    });
  });

  it('counts what became of deliveries, refused ones included, and says where to deliver', async () => {
    const sample = SAMPLES.find(({ intake }) => intake.name === 'mailjet')!;
    await setSecret('mailjet', sample.secret);
    const of = async () =>
      (await ada.ask('/v1/settings/intake')).body.systems.find(
        ({ system }: { system: string }) => system === 'mailjet',
      );
    const before = await of();
    expect(before.address).toBe('https://scruple.example/v1/intake/mailjet');
    const body = JSON.stringify([
      {
        event: 'spam',
        time: 1763628000,
        email: 'c@example.org',
        Message_GUID: 'c1',
        CustomID: 'winback-spring',
      },
      { event: 'open', time: 1763628000, email: 'c@example.org', Message_GUID: 'c1' },
      { event: 'spam' },
    ]);
    await deliver(sample, { body });
    await deliver(sample, { body });
    await deliver(sample, { body, headers: { authorization: 'Bearer wrong' } });
    await vi.waitFor(async () => {
      const { counts } = await of();
      const grown = Object.fromEntries(
        Object.entries(counts).map(([name, value]) => [name, Number(value) - (before.counts?.[name] ?? 0)]),
      );
      expect({ ...grown, lastAt: counts.lastAt }).toMatchObject({
        deliveries: 3,
        accepted: 1,
        duplicates: 1,
        ignored: 2,
        unreadable: 2,
        refused: 1,
        lastAt: NOW.toISOString(),
      });
    });
  });

  it('says of a signed body that is no payload what is wrong, without its words', async () => {
    const sample = SAMPLES.find(({ intake }) => intake.name === 'postmark')!;
    await setSecret('postmark', sample.secret);
    const none = await deliver(sample, { body: 'secret words' });
    expect([none.status, none.body.code]).toEqual([422, 'intake.unreadable']);
    expect(JSON.stringify(none.body)).not.toContain('secret words');
    const half = await deliver(sample, { body: '{"RecordType":"SpamComplaint","ID":1}' });
    expect(half.body).toMatchObject({ accepted: 0, refused: [{ index: 0, field: 'Email' }] });
  });
});
