import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, SAMPLES, type Sample } from '../../src/connectors/intake/testing/deliveries.ts';
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
  // HubSpot signs the address: it is the one that this server has.
  it.each(
    SAMPLES.filter(({ intake }) => intake.name !== 'hubspot').map(
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
      { accepted: 1, duplicates: 0, quarantined: 0, refused: [] },
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
