import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellSystems } from '../../src/app/server/requests/systems/tell-systems.ts';
import { keyedReference } from '../../src/connectors/webhooks/keyed-reference.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { WORKSPACE } from '../access/five-sources.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';
import { isSignedBy, Receiver } from './receiver.ts';

sayWithoutPostgres('systems that are asked to erase, on PostgreSQL');

const DAY_MS = 86_400_000;

describe.each(ENGINES)('systems that are asked to erase or correct, $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let cora: Somebody;
  let intake: Somebody;
  let receiver: Receiver;
  let secret: string;

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    await setUpPages(ada);
    const olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'connector', roles: ['intake'], days: 30 },
    });
    intake = server.withKey(key.body.secret);
    await olga.ask('/v1/uses/come-back/versions', {
      method: 'POST',
      body: { workspace: 'harbor', files: WORKSPACE },
    });
    receiver = await Receiver.start();
    const set = await setSystems([system()]);
    expect([set.status, set.body.systems[0].host]).toEqual([200, new URL(receiver.address).host]);
    secret = set.body.systems[0].secret;
  }, 120_000);
  afterAll(async () => {
    receiver.stop();
    await server.stop();
    await engine.stop();
  });
  beforeEach(() => {
    receiver.got = [];
    receiver.status = 200;
  });

  const system = (over: object = {}) => ({
    system: 'CRM',
    url: `${receiver.address}/privacy?key=1`,
    answerWithinDays: 10,
    ...over,
  });
  const setSystems = async (systems: readonly object[], by = ada) => {
    const { headers } = await ada.ask('/v1/settings/rights-systems');
    return by.ask('/v1/settings/rights-systems', {
      method: 'PUT',
      headers: { 'if-match': String(headers.etag) },
      body: { systems },
    });
  };
  let count = 0;
  const carriedOut = async (kind: string, over: object = {}) => {
    count += 1;
    const email = `asked-${count}@people.example`;
    const { body } = await cora.ask('/v1/requests', {
      method: 'POST',
      body: {
        kind,
        identifiers: [{ kind: 'email', value: email }],
        jurisdiction: 'eu',
        proofs: ['address', 'person-checked'],
        ...over,
      },
    });
    const done = await cora.ask(`/v1/requests/${body.id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${body.version}"` },
      body: { do: 'carry-out' },
    });
    expect([done.status, done.body.code]).toEqual([200, undefined]);
    return { id: body.id as string, email, destinations: done.body.destinations };
  };
  const crm = async (id: string) =>
    (await cora.ask(`/v1/requests/${id}`)).body.destinations.find(
      ({ name }: { name: string }) => name === 'CRM',
    );

  it('get a signed message with references that only who shares the secret can tell', async () => {
    const { id, email, destinations } = await carriedOut('erase');
    expect(must(await tellSystems(server.context))).toBe(1);
    expect(must(await tellSystems(server.context))).toBe(0);
    const [got] = receiver.got;
    expect([got!.path, isSignedBy(got!, secret)]).toEqual(['/privacy?key=1', true]);
    const { type, data } = JSON.parse(got!.body);
    expect([type, data.request, data.system]).toEqual(['person.erase', id, 'CRM']);
    expect(data.references).toContainEqual({
      kind: 'email',
      reference: keyedReference(secret, 'email', email),
    });
    expect(got!.body).not.toContain(email);
    expect(data.dueAt).toBe(new Date(server.now.getTime() + 10 * DAY_MS).toISOString());
    // The others have as long as the request itself.
    const mailer = destinations.find(({ name }: { name: string }) => name === 'Mailer');
    expect(mailer.dueAt > data.dueAt).toBe(true);
    const acknowledged = await intake.ask(new URL(data.acknowledge).pathname, {
      method: 'POST',
      body: { destination: 'CRM', outcome: 'done' },
    });
    expect(acknowledged.status).toBe(200);
    expect(await crm(id)).toMatchObject({ outcome: 'done', isOverdue: false });
  });

  it('that do not answer are not confirmed when their time is over, and stand in the queue', async () => {
    const { id } = await carriedOut('erase');
    receiver.status = 500;
    const now = server.now;
    for (let hours = 0; hours < 24 * 4; hours += 2) {
      server.now = new Date(now.getTime() + hours * 3_600_000);
      await tellSystems(server.context);
    }
    const dead = must(await server.context.store.read((db) => outboxOf(db).deadLetters(50)));
    expect(dead.filter(({ body }) => body.request === id)).toMatchObject([
      { topic: 'system.erase', lastFailure: 'hook.not-delivered' },
    ]);
    expect((await crm(id)).isOverdue).toBe(false);
    server.now = new Date(now.getTime() + 11 * DAY_MS);
    expect(await crm(id)).toMatchObject({ isOverdue: true, outcome: null });
    const late = await cora.ask('/v1/requests?destinationsOverdue=true&limit=500');
    expect(late.body.items.map((one: { id: string }) => one.id)).toContain(id);
    const { waiting } = (await cora.ask('/v1/overview')).body;
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ kind: 'confirm-sources', request: { id, kind: 'erase' } }),
    );
    server.now = now;
  });

  it('get what is wrong and right of a correction, and nothing of what was taken back or confirmed by hand', async () => {
    const correction = { wrong: 'Kiehl', right: 'Kiel', system: 'CRM' };
    const { id } = await carriedOut('correct', { correction });
    const outbox = must(
      await server.context.store.read((db) => db.selectFrom('outbox').selectAll().execute()),
    );
    expect(JSON.stringify(outbox)).not.toMatch(/Kiel|people\.example|privacy/);
    must(await tellSystems(server.context));
    expect(JSON.parse(receiver.got.at(-1)!.body)).toMatchObject({
      type: 'person.correct',
      data: { request: id, correction: { wrong: 'Kiehl', right: 'Kiel' } },
    });
    receiver.got = [];
    const byHand = await carriedOut('correct', { correction });
    await cora.ask(`/v1/requests/${byHand.id}/acknowledgements`, {
      method: 'POST',
      body: { destination: 'CRM', outcome: 'done' },
    });
    must(await tellSystems(server.context));
    expect(receiver.got).toEqual([]);
  });

  const told = async () => {
    receiver.got = [];
    must(await tellSystems(server.context));
    return receiver.got.map(({ body }) => JSON.parse(body));
  };
  const asked = async (kind: string, proofs: readonly string[], again: string | null = null) => {
    count += 1;
    const email = again ?? `asked-${count}@people.example`;
    const { body } = await cora.ask('/v1/requests', {
      method: 'POST',
      body: { kind, identifiers: [{ kind: 'email', value: email }], jurisdiction: 'eu', proofs },
    });
    return { id: body.id as string, email };
  };
  const act = async (id: string, body: object) => {
    const { version } = (await cora.ask(`/v1/requests/${id}`)).body;
    const acted = await cora.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body,
    });
    expect([acted.status, acted.body.code]).toEqual([200, undefined]);
  };

  it.each([
    ['object', ['marketing']],
    ['opt-out-sale', ['third_party_sharing']],
    ['opt-out-profiling', ['marketing.advertising.profiling']],
  ])('are told of an objection at once, also where its request ends with it: %s', async (kind, purposes) => {
    const { id, email } = await asked(kind, []);
    const [got, ...more] = await told();
    expect(more).toEqual([]);
    expect(got).toMatchObject({ type: `person.${kind}`, data: { request: id, system: 'CRM' } });
    expect(got.data.purposes).toEqual(expect.arrayContaining(purposes));
    expect(got.data.references).toContainEqual({
      kind: 'email',
      reference: keyedReference(secret, 'email', email),
    });
    expect(JSON.stringify(got)).not.toContain(email);
    expect(await told()).toEqual([]);
    const kept = must(
      await server.context.store.read((db) => db.selectFrom('customerAddresses').selectAll().execute()),
    );
    expect(kept.filter(({ letter }) => letter.startsWith('system_'))).toEqual([]);
  });

  it('are told of a restriction when it is proven, and when it ends', async () => {
    const { id, email } = await asked('restrict', []);
    expect(await told()).toEqual([]);
    await asked('restrict', ['address'], email);
    expect(await told()).toMatchObject([{ type: 'person.restrict', data: { request: id } }]);
    await act(id, { do: 'refuse', reason: 'other', words: 'We may use it for the claim.' });
    expect(await told()).toMatchObject([{ type: 'person.restrict-ended', data: { request: id } }]);
    const proven = await asked('restrict', ['address']);
    expect(await told()).toMatchObject([{ type: 'person.restrict', data: { request: proven.id } }]);
  });

  it('are set by administrators alone, to public addresses, and their secret is shown once', async () => {
    expect((await setSystems([system()], cora)).status).toBe(403);
    expect((await setSystems([system({ url: 'ftp://crm.example/x' })])).body.code).toBe('hook.not-allowed');
    expect((await setSystems([system(), system()])).body.code).toBe('hook.not-allowed');
    expect((await setSystems([system()])).body.systems[0].secret).toBeNull();
    expect(JSON.stringify((await ada.ask('/v1/settings/rights-systems')).body)).not.toMatch(/whsec_|key=1/);
  });
});
