import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { trustRootsOf } from '../../src/app/server/signing.ts';
import { createGate, type Gate } from '../../src/gate/library/create-gate.ts';
import type { FeedLine } from '../../src/gate/library/feed-lines.ts';
import type { GateClock } from '../../src/gate/library/gate-clock.ts';
import { overHttp } from '../../src/gate/library/over-http.ts';
import type { GateQuestion } from '../../src/gate/library/read-question.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { GateWorld, TEXT_HASH } from '../api/gate-world.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';

sayWithoutPostgres('the feed of gates on PostgreSQL');

/** A Friday, ten in the morning in Berlin, in the middle of an hour. */
const MORNING = new Date('2026-11-20T09:10:00Z');

describe.each(ENGINES)('a gate that follows a real server, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let address: string;
  let key: string;
  const gates: Gate[] = [];

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    server.now = MORNING;
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    await setPolicy({ restShare: 0 });
    key = await newKey('gate');
    address = await server.app.listen({ host: '127.0.0.1', port: 0 });
    await world.use('spring');
  }, 90_000);
  afterEach(async () => {
    for (const gate of gates.splice(0)) await gate.close();
  });
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const newKey = async (role: string): Promise<string> =>
    (await ada.ask('/v1/keys', { method: 'POST', body: { name: role, roles: [role], days: 9 } })).body.secret;
  const setPolicy = async (over: object) => {
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    const set = await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, ...over },
    });
    if (set.status !== 200) throw new Error(JSON.stringify(set.body));
  };

  /** Stands where the server's clock stands, so that nothing is stale. */
  const clock: GateClock = { wall: () => server.now.getTime(), steady: () => 0 };
  async function follow(): Promise<Gate> {
    const roots = must(await server.context.store.read((db) => trustRootsOf(db, 'Harbor (fictional)')));
    const gate = createGate({
      trustedKeys: JSON.stringify(roots),
      server: overHttp({ server: address, key }),
      clock,
    });
    gates.push(gate);
    await gate.ready();
    return gate;
  }

  const person = async (name: string): Promise<SubjectKey> => {
    await world.person(name);
    return world.subject(name);
  };
  const asking = (subject: SubjectKey, over: Partial<GateQuestion> = {}): GateQuestion => ({
    use: 'spring',
    channel: 'email',
    dispatch: 'monday',
    contentHash: TEXT_HASH,
    subject,
    ...over,
  });
  /** Everything that is against it, but for contacts, which another test is about. */
  const codes = (gate: Gate, subject: SubjectKey, over: Partial<GateQuestion> = {}): string =>
    gate
      .decide(asking(subject, over))
      .reasons.map(({ code }) => code)
      .filter((code) => code !== 'lease-spent')
      .join(' ');
  async function until(said: () => string, expected: string): Promise<void> {
    for (let tries = 0; said() !== expected && !(expected !== '' && said().includes(expected)); tries += 1) {
      if (tries > 300) throw new Error(`it says ${said()} for ever, not ${expected}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('knows everybody and everything from the start', async () => {
    const [lee, max] = [await person('lee'), await person('max')];
    await world.choose('max', 'withdrawn');
    const gate = await follow();
    expect([codes(gate, lee), codes(gate, max)]).toEqual(['', 'said-no']);
    expect(codes(gate, lee, { use: 'winter' })).toBe('use-unknown');
  });

  it('hears of a withdrawal, a new person, a stop and a new use', async () => {
    const kim = await person('kim');
    const gate = await follow();
    expect(codes(gate, kim)).toBe('');
    await world.choose('kim', 'withdrawn');
    await until(() => codes(gate, kim), 'said-no');
    const noa = await person('noa');
    await until(() => codes(gate, noa), '');
    const use = await world.use(`autumn-${engine.name}`);
    await until(() => codes(gate, noa, { use }), '');
    await ada.ask(`/v1/uses/${use}/stops`, { method: 'POST', body: { reason: 'a wrong price' } });
    await until(() => codes(gate, noa, { use }), 'use-stopped');
    await world.takeBack(use);
    await until(() => codes(gate, noa, { use }), 'clearance-revoked');
  });

  it('takes contacts in advance, draws on them and tells the server what it decided', async () => {
    const [eva, uma] = [await person('eva'), await person('uma')];
    const gate = await follow();
    const sending = { use: 'spring', channel: 'email', dispatch: 'tuesday' } as const;
    const lease = must(await gate.lease({ ...sending, people: [eva, uma] }));
    expect(lease.people).toEqual([
      { subject: eva, refused: null },
      { subject: uma, refused: null },
    ]);
    expect(gate.decide(asking(eva, sending)).decision).toBe('permit');
    expect(await gate.flush()).toBe(true);
    must(await gate.finish(sending));
    const [shown] = (await ada.ask('/v1/gate/leases?use=spring')).body.items;
    expect(shown).toMatchObject({ granted: 2, drawn: 1, dispatch: 'tuesday' });
  });

  const linesOf = async (query = ''): Promise<FeedLine[]> => {
    const answer = await fetch(`${address}/v1/gate/feed${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    return (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const positionOf = (lines: readonly FeedLine[]): string => {
    const last = lines.at(-1)!;
    if (last.type !== 'end') throw new Error('no end');
    const { epoch, at, seen, tick } = last.position;
    return `?epoch=${epoch}&after=${at}.${seen}.${tick}`;
  };

  it('tells of a protective hold at the full hour alone, and of nobody why', async () => {
    const ola = await person('ola');
    const before = positionOf(await linesOf());
    const carla = await server.person(ada, `Carla-${engine.name}`, ['customer-advocate']);
    const set = await carla.ask('/v1/ledger/holds', {
      method: 'POST',
      body: {
        identifier: { kind: 'pseudonym', value: ola },
        scope: { purpose: null, channel: null },
        until: '2026-12-20T00:00:00Z',
      },
    });
    expect([set.status, set.body?.detail]).toEqual([204, undefined]);
    const soon = await linesOf(before);
    expect(soon.filter(({ type }) => type === 'person')).toEqual([]);
    server.now = new Date('2026-11-20T10:00:01Z');
    const later = (await linesOf(positionOf(soon))).filter((line) => line.type === 'person');
    expect(later.map(({ subject }) => subject)).toContain(ola);
    const line = later.find(({ subject }) => subject === ola)!;
    expect(line.rests).toHaveLength(1);
    expect(line.rests![0]!.slice(0, 3)).toEqual([null, null, null]);
    server.now = MORNING;
  }, 30_000);

  it('tells a policy to whoever follows', async () => {
    const before = positionOf(await linesOf());
    await setPolicy({ permitSeconds: 77 });
    const lines = await linesOf(before);
    expect(lines[0]).toMatchObject({ type: 'begin', holds: 'changes', people: 0 });
    expect(lines).toContainEqual(expect.objectContaining({ type: 'policy', permitSeconds: 77 }));
    expect(lines).toContainEqual(expect.objectContaining({ type: 'use', use: 'spring', problem: null }));
  });

  it('has nothing for another store, for one who may not decide, or for a place that is none', async () => {
    const status = async (query: string, secret = key) =>
      (await fetch(`${address}/v1/gate/feed${query}`, { headers: { authorization: `Bearer ${secret}` } }))
        .status;
    expect(await status('?epoch=another&after=1.0.0')).toBe(410);
    expect(await status('?epoch=another')).toBe(400);
    expect(await status('?epoch=a&after=x')).toBe(400);
    expect(await status('', await newKey('intake'))).toBe(403);
    expect(await status('', 'nothing')).toBe(401);
  });
});
