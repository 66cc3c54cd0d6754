import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPersonByEmail } from '../../src/stores/sql/repositories/people.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('outcomes on PostgreSQL');

const MORNING = Date.parse('2026-11-20T09:00:00Z');

/** Sends a second apart, and a complaint an hour after every so-manieth of them; 0 for none. */
const delivery = (use: string, from: number, sends: number, every: number) =>
  Array.from({ length: sends }, (_, index) => {
    const number = from + index;
    const event = (type: string, minutes: number) => ({
      id: `${use}-${type}-${number}`,
      type,
      use,
      at: new Date(MORNING + 1000 * number + 60_000 * minutes).toISOString(),
      subject: `k${number}`,
      ...(type === 'send' ? { groups: { age_band: number % 2 === 0 ? '65+' : '18-64' } } : {}),
    });
    return every > 0 && index % every === 0 ? [event('send', 0), event('complaint', 60)] : [event('send', 0)];
  }).flat();

describe.each(ENGINES)('outcomes, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let intake: Somebody;
  let ada: Somebody;
  let rev: Somebody;
  let guest: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    for (const use of ['spring', 'calm', 'later']) await world.use(use);
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    intake = server.withKey(key.body.secret);
    rev = await server.person(ada, 'Rev', ['reviewer']);
    await server.person(ada, 'Lea', ['operator']);
    must(
      await server.context.store.write(async ({ db }) => {
        const lea = await findPersonByEmail(db, 'lea@harbor.example');
        await db.updateTable('uses').set({ ownerId: lea!.id }).where('id', '=', 'spring').execute();
      }),
    );
    guest = await server.person(ada, 'Gast', ['guest'], { until: '2026-12-20T00:00:00Z' });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const deliver = (body: unknown, headers = {}) =>
    intake.ask('/v1/outcomes', { method: 'POST', body, headers });
  const alarms = async (query = '') => (await ada.ask(`/v1/alarms${query}`)).body.items;
  /** Judging follows the answer: asked until it is done. */
  const paused = async (use: string): Promise<string | null> => {
    for (let round = 0; round < 200; round += 1) {
      const { body } = await ada.ask(`/v1/uses/${use}/outcomes`);
      if (body.pausedBy !== null) return body.pausedBy;
      await new Promise((go) => setTimeout(go, 25));
    }
    return null;
  };

  it('pauses a use that people complain about, and the gate refuses the next decision', async () => {
    const lee = await world.person('lee');
    expect(await world.codes('spring', lee, { dispatch: 'a' })).toEqual(['permit']);
    const { status, body } = await deliver(delivery('spring', 0, 4_000, 41));
    expect([status, body]).toEqual([200, { accepted: 4_098, duplicates: 0, quarantined: 0, refused: [] }]);
    expect(await paused('spring')).toBe('monitor complaints');
    expect(await world.codes('spring', lee, { dispatch: 'a' })).toEqual(['hold', 'use-paused']);
    const raised = await alarms('?use=spring&action=pause');
    expect(raised).toContainEqual(
      expect.objectContaining({
        use: 'spring',
        monitor: 'complaints',
        action: 'pause',
        group: null,
        alpha: 0.001,
      }),
    );
    expect(raised[0].interval[0]).toBeLessThan(raised[0].rate);
  });

  it('lists what is paused with the alarms that asked for it, everybody first', async () => {
    const { body } = await ada.ask('/v1/outcomes/paused');
    expect(body.items.map(({ use }: { use: string }) => use)).toEqual(['spring']);
    const [{ pausedBy, since, alarms: because }] = body.items;
    expect([pausedBy, since]).toEqual(['monitor complaints', because[0].recordedAt]);
    expect(because[0]).toMatchObject({ monitor: 'complaints', group: null, action: 'pause', bound: 0.001 });
    expect((await ada.ask('/v1/outcomes/paused?use=calm')).body.items).toEqual([]);
    expect((await ada.ask('/v1/outcomes/paused?use=nobody-knows')).status).toBe(404);
  });

  it('counts nothing twice, and says the same of it', async () => {
    const before = await alarms('?use=spring&limit=200');
    const { body } = await deliver({ events: delivery('spring', 0, 4_000, 41) });
    expect(body).toEqual({ accepted: 0, duplicates: 4_098, quarantined: 0, refused: [] });
    const same = delivery('calm', 0, 1, 0);
    expect((await deliver([...same, ...same])).body).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await alarms('?use=spring&limit=200')).toEqual(before);
  });

  it('leaves a calm use alone, and says which harm it would have seen', async () => {
    await deliver(delivery('calm', 1, 2_900, 2_000));
    const { body } = await ada.ask('/v1/uses/calm/outcomes');
    expect(body).toMatchObject({ use: 'calm', pausedBy: null, armedAt: null, unmatched: 0 });
    const all = body.quiet.find(
      (one: { group: unknown; monitor: string }) => one.group === null && one.monitor === 'complaints',
    );
    expect(all.smallestHarm).toBeGreaterThan(2);
    expect(await alarms('?use=calm&action=pause')).toEqual([]);
  });

  it('names what cannot be read, and keeps the rest', async () => {
    const [good] = delivery('calm', 5_000, 1, 0);
    const { status, body } = await deliver([
      { ...good, type: 'opened' },
      good,
      null,
      { ...good, subject: 'a@b.example' },
    ]);
    expect([status, body.accepted, body.refused.map(({ index }: { index: number }) => index)]).toEqual([
      200,
      1,
      [0, 2, 3],
    ]);
    expect(body.refused[0]).toMatchObject({
      code: 'outcome.invalid',
      detail: expect.stringContaining('`type`'),
    });
    expect(JSON.stringify(body)).not.toContain('a@b.example');
  });

  it('takes one event, and a CloudEvent', async () => {
    const [{ id, type, at, ...data }] = delivery('calm', 6_000, 1, 0) as unknown as [Record<string, unknown>];
    const cloud = { specversion: '1.0', source: '/esp', id, type: `scruple.outcome.${type}`, time: at, data };
    expect((await deliver(cloud)).body).toMatchObject({ accepted: 1, refused: [] });
    expect((await deliver({ id, type, at, ...data })).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('keeps what speaks of a use that is not known, and watches it once it is', async () => {
    expect((await deliver(delivery('new-one', 0, 4_000, 41))).body).toMatchObject({
      accepted: 4_098,
      quarantined: 4_098,
    });
    await world.use('new-one');
    await deliver(delivery('new-one', 4_000, 1, 0));
    expect(await paused('new-one')).toBe('monitor complaints');
  });

  it('runs again only by a reviewer, with a reason, and is watched anew from then on', async () => {
    server.now = new Date(MORNING + 10_800_000);
    const body = { reason: 'the list was wrong and is mended' };
    expect((await ada.ask('/v1/uses/spring/resume', { method: 'POST', body })).status).toBe(403);
    expect((await rev.ask('/v1/uses/spring/resume', { method: 'POST', body: { reason: '' } })).status).toBe(
      400,
    );
    expect((await rev.ask('/v1/uses/spring/resume', { method: 'POST', body })).status).toBe(204);
    const again = await rev.ask('/v1/uses/spring/resume', { method: 'POST', body });
    expect([again.status, again.body.code]).toEqual([422, 'outcome.not-paused']);
    const { body: shown } = await ada.ask('/v1/uses/spring/outcomes');
    expect(shown).toMatchObject({ pausedBy: null, armedAt: server.now.toISOString(), events: 0 });
    expect((await ada.ask('/v1/outcomes/paused?use=spring')).body.items).toEqual([]);
    await deliver(delivery('spring', 20_000, 4_000, 41));
    expect(await paused('spring')).toBe('monitor complaints');
    expect((await alarms('?use=spring&action=pause&limit=200')).length).toBeGreaterThan(1);
    server.now = new Date(MORNING);
  });

  it('shows guests nothing of uses that are not theirs', async () => {
    expect((await guest.ask('/v1/alarms')).body.items).toEqual([]);
    expect((await guest.ask('/v1/outcomes/paused')).body.items).toEqual([]);
    expect((await guest.ask('/v1/outcomes/paused?use=spring')).status).toBe(404);
    expect((await guest.ask('/v1/uses/spring/outcomes')).status).toBe(404);
    expect(
      (await guest.ask('/v1/outcomes', { method: 'POST', body: delivery('spring', 0, 1, 0) })).status,
    ).toBe(403);
  });
});
