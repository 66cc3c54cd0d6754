import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveDecisions } from '../../src/app/server/gate/prove-log.ts';
import { removeWhatIsOver } from '../../src/app/server/retention.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const MORNING = new Date('2026-11-20T09:00:00Z');
const DAY_MS = 86_400_000;

describe.each(ENGINES)('the log of the gate, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let rita: Somebody;
  let olga: Somebody;
  let aud: Somebody;
  let cara: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
    cara = await server.person(ada, 'Cara', ['customer-advocate'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    world = await GateWorld.in(server, ada);
    await setPolicy({ restShare: 0 });
    for (const use of ['spring', 'autumn']) await world.use(use);
    await world.use('for-mothers', { themes: ['mothers-day'] });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  async function setPolicy(over: object): Promise<void> {
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    const set = await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, ...over },
    });
    expect([set.status, set.body.detail]).toEqual([200, undefined]);
  }

  const hold = (name: string) =>
    cara.ask('/v1/ledger/holds', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: `${name}@customer.example` },
        scope: { purpose: null, channel: null },
        until: new Date(MORNING.getTime() + 30 * DAY_MS).toISOString(),
      },
    });

  it('shows decisions without the person, and real reasons to a reviewer with a purpose alone', async () => {
    const lee = await world.person('lee');
    expect((await hold('lee')).status).toBe(204);
    const asked = (await world.ask('spring', lee)).body;
    expect(asked).toMatchObject({
      decision: 'hold',
      reasons: [{ code: 'protected', retryAfter: null }],
      retryAfter: null,
    });
    const listed = (await olga.ask('/v1/gate/decisions?code=protected')).body.items;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([asked.id]);
    expect(JSON.stringify(listed)).not.toMatch(/subject|person-|hold"?,"until/);
    const body = { purpose: 'a customer asked why' };
    const path = `/v1/gate/decisions/${asked.id}/reason`;
    expect((await olga.ask(path, { method: 'POST', body })).status).toBe(403);
    expect((await aud.ask(path, { method: 'POST', body })).status).toBe(403);
    expect((await rita.ask(path, { method: 'POST', body: { purpose: ' ' } })).status).toBe(400);
    expect((await rita.ask(path, { method: 'POST', body })).body.real).toEqual(['hold']);
    const [entry] = (await aud.ask('/v1/evidence?type=reason.read&direction=desc&limit=1')).body.items;
    expect(entry).toMatchObject({
      subject: 'spring',
      body: { purposeHash: expect.stringMatching(/^sha256:/) },
    });
  });

  it('gives a theme that somebody is spared no other look than a hold, or than a lot', async () => {
    const may = await world.person('may');
    await world.choose('may', 'theme-spared', null, {
      theme: 'mothers-day',
      scope: { purpose: null, channel: null, topic: null },
    });
    const spared = (await world.ask('for-mothers', may)).body;
    await setPolicy({ restShare: 0.5 });
    const lots: unknown[] = [];
    for (let number = 0; lots.length === 0 && number < 40; number += 1) {
      const other = await world.person(`lot${number}`);
      const { body } = await world.ask('for-mothers', other);
      if (body.decision === 'hold') lots.push(body);
    }
    await setPolicy({ restShare: 0 });
    const look = ({ id, clearance, ...rest }: Record<string, unknown>) => rest;
    expect(look(lots[0] as Record<string, unknown>)).toEqual(look(spared));
    const real = async ({ id }: { id: string }) =>
      (await rita.ask(`/v1/gate/decisions/${id}/reason`, { method: 'POST', body: { purpose: 'test' } })).body
        .real;
    expect(await real(spared)).toEqual(['theme-spared']);
    expect(await real(lots[0] as { id: string })).toEqual(['lot']);
    expect((await world.ask('spring', may)).body.decision).toBe('permit');
  });

  it('counts by day and reason, and does not count few', async () => {
    const counts = async (query: string) =>
      (await olga.ask(`/v1/gate/counts?limit=500&${query}`)).body.items as Array<{
        code: string;
        decisions: number | null;
        day: string;
      }>;
    for (let number = 0; number < 6; number += 1)
      await world.ask('autumn', `email:stranger${number}@customer.example`);
    const counted = await counts('use=autumn&decision=deny');
    expect(counted.find(({ code }) => code === 'no-consent')).toMatchObject({
      day: '2026-11-20',
      decisions: 6,
    });
    expect(counted.find(({ code }) => code === '')).toMatchObject({ decisions: 6 });
    expect((await counts('use=spring&code=protected'))[0]!.decisions).toBeNull();
  });

  it('tells what a rule that is tried out would have held, and binds it from its end on', async () => {
    const use = await world.use('tried');
    const until = new Date(MORNING.getTime() + 3 * DAY_MS);
    const shadow = [{ rule: 'contact-cap', owner: 'Olga', until: until.toISOString() }];
    await setPolicy({ shadow, caps: { all: { count: 1, days: 30 }, channels: {} } });
    for (let number = 0; number < 6; number += 1) {
      const person = await world.person(`tried${number}`);
      expect(await world.codes(use, person, { dispatch: 'a' })).toEqual(['permit']);
      expect(await world.codes(use, person, { dispatch: 'b' })).toEqual(['permit']);
    }
    const report = (await olga.ask(`/v1/gate/shadow?use=${use}`)).body;
    expect(report).toMatchObject({
      asked: 12,
      permitted: 12,
      wouldHold: 6,
      inWords: 'would have held 6 of 12 more',
      reasons: [{ code: 'contact-cap', decisions: 6, share: 0.5 }],
      tried: [{ rule: 'contact-cap', owner: 'Olga' }],
    });
    server.now = until;
    expect(await world.codes(use, 'email:tried0@customer.example', { dispatch: 'c' })).toEqual([
      'hold',
      'contact-cap',
    ]);
    server.now = MORNING;
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    for (const wrong of [
      [{ ...shadow[0], until: '2027-11-24T00:00:00Z' }],
      [shadow[0], shadow[0]],
      [{ ...shadow[0], rule: 'protection' }],
    ]) {
      const set = await ada.ask('/v1/settings/gate', {
        method: 'PUT',
        headers: { 'if-match': `"${version}"` },
        body: { ...policy, shadow: wrong },
      });
      expect([set.status, set.body.code]).toEqual([422, 'gate.invalid-shadow']);
    }
    await setPolicy({ shadow: [], caps: { all: { count: 5, days: 7 }, channels: {} } });
  });

  it('gives analysts what an audit of the holds needs, and nobody else', async () => {
    const ana = await server.person(ada, 'Ana', ['analyst']);
    const asked = {
      use: 'spring',
      from: MORNING.toISOString(),
      to: new Date(MORNING.getTime() + DAY_MS).toISOString(),
      purpose: 'the audit of November',
    };
    expect((await olga.ask('/v1/gate/audits/decisions', { method: 'POST', body: asked })).status).toBe(403);
    const { csv, rows } = (await ana.ask('/v1/gate/audits/decisions', { method: 'POST', body: asked })).body;
    const [head, ...lines] = (csv as string).trimEnd().split('\n');
    expect(head).toBe(
      'pseudonym,sent,suppressed,contact_cap,age_unknown,place_unknown,quiet_hours,protected',
    );
    expect(lines).toHaveLength(rows);
    const people = ['email:lee@customer.example'];
    const named = (
      await ana.ask('/v1/gate/audits/pseudonyms', { method: 'POST', body: { people, purpose: 'the same' } })
    ).body.pseudonyms;
    expect(lines).toContain(`${named[0]},no,0,0,0,0,0,1`);
    const entries = (await aud.ask('/v1/evidence?type=gate.exported')).body.items;
    expect(entries.map(({ body }: { body: { rows: number } }) => body.rows)).toEqual([rows, 1]);
    const held = (await ana.ask('/v1/gate/audit?use=spring')).body;
    expect(held).toMatchObject({ byGroup: [], asked: rows });
    expect(held.heldBack).toBeGreaterThan(0);
    expect((await olga.ask('/v1/gate/audit')).status).toBe(403);
  });

  it('proves by a hash in the evidence log that no decision was changed, added or taken out', async () => {
    server.now = new Date(MORNING.getTime() + 10 * 60_000);
    expect(must(await proveDecisions(server.context))).toBeGreaterThan(10);
    expect(must(await proveDecisions(server.context))).toBe(0);
    const [entry] = (await aud.ask('/v1/evidence?type=gate.logged&direction=desc&limit=1')).body.items;
    const proof = async () => (await aud.ask(`/v1/gate/proofs/${entry.sequence}`)).body.state;
    expect(await proof()).toBe('holds');
    expect((await aud.ask(`/v1/gate/proofs/${entry.sequence - 1}`)).status).toBe(404);
    const { store } = server.context;
    const update = await store.write(({ db }) =>
      sql`update gate_decisions set outcome = 'permit'`.execute(db),
    );
    expect(update.ok).toBe(false);
    must(
      await store.write(({ db }) =>
        sql`delete from gate_decisions where id = (select id from gate_decisions limit 1)`.execute(db),
      ),
    );
    expect(await proof()).toBe('differs');
    server.now = MORNING;
  });

  it('keeps decisions for ninety days, counts for thirteen months by day, and then by month', async () => {
    const days = (number: number) => new Date(MORNING.getTime() + number * DAY_MS);
    // By the tables themselves: every session has ended by then.
    const rows = <T extends 'gateDecisions' | 'gateCounts'>(table: T) =>
      server.context.store
        .read((db) =>
          db
            .selectFrom(table as 'gateCounts')
            .selectAll()
            .execute(),
        )
        .then(must);
    server.now = days(89);
    await removeWhatIsOver(server.context);
    expect((await rows('gateDecisions')).length).toBeGreaterThan(0);
    server.now = days(95);
    await removeWhatIsOver(server.context);
    expect(await rows('gateDecisions')).toEqual([]);
    expect((await rows('gateCounts')).every(({ day }) => day.length === 10)).toBe(true);
    server.now = days(500);
    await removeWhatIsOver(server.context);
    const merged = await rows('gateCounts');
    expect(merged.length).toBeGreaterThan(0);
    expect(merged.every(({ day, useId }) => day === '2026-11' && useId === '')).toBe(true);
    server.now = MORNING;
  });
});
