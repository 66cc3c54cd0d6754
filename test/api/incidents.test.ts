import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPersonByEmail } from '../../src/stores/sql/repositories/people.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('incidents on PostgreSQL');

const HOUR_MS = 3_600_000;

describe.each(ENGINES)('incidents, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let [ada, intake, lea, carla, rita, gast]: Somebody[] = [];
  let started: Date;

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    started = server.now;
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    for (const use of ['spring', 'calm']) await world.use(use);
    // A clearance that ended before anything was sent.
    await world.use('draft', {}, { issuedAt: '2026-01-01T00:00:00Z', expiresAt: '2026-02-01T00:00:00Z' });
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 90 },
    });
    intake = server.withKey(key.body.secret);
    lea = await server.person(ada, 'Lea', ['operator']);
    carla = await server.person(ada, 'Carla', ['customer-advocate']);
    rita = await server.person(ada, 'Rita', ['reviewer']);
    gast = await server.person(ada, 'Gast', ['guest'], { until: '2026-12-20T00:00:00Z' });
    must(
      await server.context.store.write(async ({ db }) => {
        const owner = await findPersonByEmail(db, 'lea@harbor.example');
        const { id: versionId } = await db
          .selectFrom('useVersions')
          .select('id')
          .where('useId', '=', 'spring')
          .executeTakeFirstOrThrow();
        await db.updateTable('uses').set({ ownerId: owner!.id }).execute();
        await db.updateTable('uses').set({ latestVersionId: versionId }).where('id', '=', 'spring').execute();
      }),
    );
    server.now = new Date(started.getTime() + HOUR_MS);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const deliver = (events: readonly object[]) =>
    intake!.ask('/v1/outcomes', { method: 'POST', body: { events } });
  /** Every 40th complains, all of one group; one person is in a group of its own. */
  const harmful = (use: string, name: string) =>
    Array.from({ length: 4_000 }, (_, number) => {
      const event = (type: string, minutes: number) => ({
        id: `${name}-${type}-${number}`,
        type,
        use,
        at: new Date(server.now.getTime() - HOUR_MS / 2 + 100 * number + 60_000 * minutes).toISOString(),
        subject: `${name}-${number}`,
        message: null,
        ...(type === 'send'
          ? { groups: { age_band: number % 2 === 0 ? '65+' : number === 1 ? 'unknown' : '18-64' } }
          : {}),
      });
      return number % 40 === 0 ? [event('send', 0), event('complaint', 1)] : [event('send', 0)];
    }).flat();
  const open = async (query: string) => {
    for (let round = 0; round < 200; round += 1) {
      const { items } = (await ada!.ask(`/v1/incidents?open=true&${query}`)).body;
      if (items.length > 0) return items;
      await new Promise((go) => setTimeout(go, 25));
    }
    return [];
  };
  let id = '';
  const read = async (who = ada!) => (await who.ask(`/v1/incidents/${id}`)).body;
  const step = async (who: Somebody, body: object, version?: number): Promise<Answer> =>
    who.ask(`/v1/incidents/${id}/steps`, {
      method: 'POST',
      headers: { 'if-match': `"${version ?? (await read()).version}"` },
      body,
    });

  it('open by themselves where a monitor pauses, with the alarm and a review, once', async () => {
    expect((await deliver(harmful('spring', 'a'))).body.refused).toEqual([]);
    const found = await open('use=spring&cause=complaints');
    expect(found).toHaveLength(1);
    id = found[0].id;
    const shown = await read(rita);
    expect(shown).toMatchObject({ kind: 'alarm', cause: 'complaints', state: 'open', recurs: null });
    expect(shown.clocks[0]).toMatchObject({
      what: 'authority',
      norm: 'eu-gdpr-33',
      runs: true,
      isLate: false,
    });
    expect(shown.evidence.map(({ of }: { of: string }) => of)).toContain('review');
    expect(shown.alarms.length).toBeGreaterThan(0);
    const reviews = (await rita!.ask('/v1/reviews?kind=alarm&use=spring')).body.items;
    const complaints = [];
    for (const { id: review } of reviews) {
      const { alarms, state, seeing } = (await rita!.ask(`/v1/reviews/${review}`)).body;
      expect(state).toBe('open');
      expect(alarms.length).toBeGreaterThan(0);
      if (alarms[0].monitor === 'complaints') complaints.push({ alarms, seeing });
    }
    expect(complaints).toHaveLength(1);
    expect(complaints[0]!.alarms.some(({ interval }: { interval: unknown }) => interval !== null)).toBe(true);
    expect(complaints[0]!.alarms.some(({ group }: { group: unknown }) => group !== null)).toBe(true);
  });

  it('count whom they reached, hide small groups, and groups from those who may not see them', async () => {
    const { affected } = await read(rita);
    expect(affected.people).toBe(4_000);
    const cells = affected.groups.map(({ value, people }: { value: string; people: number | null }) => [
      value,
      people,
    ]);
    expect(cells).toContainEqual(['65+', 2_000]);
    expect(cells).toContainEqual(['unknown', null]);
    // The next smallest is hidden too: the small one could be worked out by subtraction.
    expect(cells).toContainEqual(['18-64', null]);
    const forLea = await read(lea);
    expect(forLea.affected).toEqual({ people: 4_000, groups: [] });
    const { items: reviews } = (await lea!.ask('/v1/reviews?kind=alarm&use=spring')).body;
    for (const { id: review } of reviews) {
      const seen = (await lea!.ask(`/v1/reviews/${review}`)).body.alarms;
      expect(seen.every(({ group }: { group: unknown }) => group === null)).toBe(true);
      const forRita = (await rita!.ask(`/v1/reviews/${review}`)).body.alarms;
      const isOfGroup = ({ group }: { group: unknown }) => group !== null;
      const isHidden = ({ isGroupHidden }: { isGroupHidden: boolean }) => isGroupHidden;
      expect(seen.map(isHidden)).toEqual(forRita.map(isOfGroup));
    }
    expect((await gast!.ask(`/v1/incidents/${id}`)).status).toBe(404);
  });

  it('tell whom they reached to who speaks for customers alone, with a purpose, which is logged', async () => {
    const people = (who: Somebody, body: object) =>
      who.ask(`/v1/incidents/${id}/people`, { method: 'POST', body });
    for (const who of [ada!, lea!, rita!])
      expect((await people(who, { purpose: 'an apology' })).body.code).toBe('people.not-allowed');
    expect((await people(carla!, { purpose: ' ' })).status).toBe(400);
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const { status, body }: Answer = await people(carla!, { purpose: 'an apology', after, limit: 1_500 });
      expect(status).toBe(200);
      for (const subject of body.subjects) seen.add(subject);
      after = body.next;
    } while (after !== null);
    expect(seen.size).toBe(4_000);
  });

  it('are not decided by who plans the use, nor closed while something is missing', async () => {
    const remedy = { type: 'remedy-decided', remedies: ['apology'], reason: 'they were pressed' };
    expect((await step(lea!, remedy)).body.code).toBe('people.not-allowed');
    expect((await step(rita!, remedy)).body.code).toBe('people.not-allowed');
    expect((await step(carla!, { type: 'closed' })).body.code).toBe('incident.not-closable');
    expect((await step(lea!, { type: 'cause-found', words: 'the list was bought' })).status).toBe(200);
    expect((await step(carla!, remedy, 1)).body.code).toBe('store.changed');
    const { body } = await step(carla!, remedy);
    expect([body.state, body.missing.map(({ step: one }: { step: string }) => one)]).toEqual([
      'remedying',
      ['notice-decided', 'remedy-proven', 'guard-named'],
    ]);
    const guard = { type: 'guard-named', guard: 'check', followUp: null };
    expect((await step(lea!, { ...guard, name: 'no-such-check' })).body.code).toBe('incident.incomplete');
    expect((await step(lea!, { ...guard, name: 'seg-min-size' })).body.guard.name).toBe('seg-min-size');
  });

  it('run a clock of 72 hours, and ask why where it was missed', async () => {
    server.now = new Date(started.getTime() + 80 * HOUR_MS);
    expect((await read()).clocks[0]).toMatchObject({ runs: true, isLate: true });
    expect(
      (await step(carla!, { type: 'notice-decided', notice: 'authority', reason: 'shown to others' })).status,
    ).toBe(200);
    const told = {
      type: 'told',
      whom: 'authority',
      on: server.now.toISOString(),
      reference: 'LDA 77',
      lateBecause: null,
    };
    expect((await step(carla!, told)).body.code).toBe('incident.incomplete');
    expect((await step(carla!, { ...told, lateBecause: 'nobody was at work' })).status).toBe(200);
  });

  it('close with a decision, a proof and what would have caught it; then they take nothing more', async () => {
    await step(lea!, {
      type: 'guard-named',
      guard: 'none-yet',
      name: null,
      followUp: { what: 'a check for bought lists', until: '2026-12-20T00:00:00Z' },
    });
    const proof = { kind: 'link', value: 'https://mail.harbor.example/letters/4711' };
    await step(lea!, { type: 'remedy-proven', remedy: 'apology', proof, doneOn: started.toISOString() });
    const { status, body } = await step(carla!, { type: 'closed' });
    expect([status, body.state, body.missing]).toEqual([200, 'closed', []]);
    expect((await step(carla!, { type: 'closed' })).body.code).toBe('incident.wrong-state');
    expect(body.history.at(-1)).toMatchObject({ type: 'closed' });
    const log = must(
      await server.context.store.read((db) =>
        db.selectFrom('evidenceEntries').select('type').where('subject', '=', 'spring').execute(),
      ),
    ).map(({ type }) => type);
    expect(log.filter((type) => type.startsWith('incident.'))).toEqual(
      expect.arrayContaining([
        'incident.opened',
        'incident.stepped',
        'incident.people-read',
        'incident.closed',
      ]),
    );
  });

  it('that come again are linked', async () => {
    const first = id;
    expect(
      (await rita!.ask('/v1/uses/spring/resume', { method: 'POST', body: { reason: 'repaired' } })).status,
    ).toBe(204);
    server.now = new Date(server.now.getTime() + 2 * HOUR_MS);
    await deliver(harmful('spring', 'b'));
    const [again] = await open('use=spring&cause=complaints');
    expect(again).toMatchObject({ recurs: first, state: 'open' });
    id = again.id;
    expect((await read()).recurrences.map(({ id: one }: { id: string }) => one)).toEqual([first]);
  });

  it('open for what was sent without a clearance, once, with those who got it', async () => {
    const at = new Date(server.now.getTime() - 60_000).toISOString();
    const sent = ['a', 'b', 'c'].map((one) => ({
      id: `d-${one}`,
      type: 'send',
      use: 'draft',
      at,
      subject: `d-${one}`,
    }));
    await deliver(sent);
    await deliver([...sent, { ...sent[0], id: 'd-nobody', use: 'unheard-of' }]);
    const found = await open('use=draft');
    expect(found.map(({ cause }: { cause: string }) => cause)).toEqual(['uncleared-send']);
    id = found[0].id;
    expect((await read()).affected.people).toBe(3);
    const { items } = (await ada!.ask('/v1/incidents?limit=200')).body;
    expect(items.some(({ use }: { use: string }) => use === 'unheard-of')).toBe(false);
  });

  it('are reported by anybody with a role, of uses that they may see', async () => {
    const report = (who: Somebody, use: string) =>
      who.ask('/v1/incidents', {
        method: 'POST',
        body: { use, cause: 'wrong-price', words: 'the old price was never asked' },
      });
    const made = await report(lea!, 'calm');
    expect([made.status, made.body.kind, made.body.reported]).toEqual([
      201,
      'report',
      'the old price was never asked',
    ]);
    expect((await report(rita!, 'calm')).body.id).toBe(made.body.id);
    expect((await report(gast!, 'calm')).status).toBe(404);
    expect((await report(ada!, 'nothing-like-it')).status).toBe(404);
  });
});
