import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pauseUse, tellMonitors, unpauseUse } from '../../src/app/server/gate/pause-and-stage.ts';
import type { WatchedStream } from '../../src/playbook/7-outcomes/watch.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { GateWorld, TEXT_HASH } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const MORNING = new Date('2026-11-20T09:00:00Z');

describe.each(ENGINES)('whose a contact is, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let other: Somebody;
  let olga: Somebody;
  let owen: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
    owen = await server.person(ada, 'Owen', ['operator'], { reportsTo: null });
    world = await GateWorld.in(server, ada);
    other = await world.machine(['gate']);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0, caps: { all: { count: 1, days: 7 }, channels: {} } },
    });
    for (const use of ['spring', 'autumn']) await world.use(use);
    await ownedBy('spring', 'olga@harbor.example');
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  async function ownedBy(use: string, email: string): Promise<void> {
    must(
      await server.context.store.write(async ({ db }) => {
        const { id } = await db
          .selectFrom('people')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirstOrThrow();
        await db.updateTable('uses').set({ ownerId: id }).where('id', '=', use).execute();
      }),
    );
  }

  const settle = async (who: Somebody, what: 'sent' | 'release', subject: string) =>
    (
      await who.ask(`/v1/gate/contacts:${what}`, {
        method: 'POST',
        body: { contacts: [{ use: 'spring', subject, dispatch: 'a' }] },
      })
    ).status;
  const stateOf = async (name: string) =>
    must(
      await server.context.store.read((db) =>
        db
          .selectFrom('gateContacts')
          .select('state')
          .where('subject', '=', world.subject(name))
          .executeTakeFirstOrThrow(),
      ),
    ).state;

  it('is of the sender that was permitted: nobody else says that it was sent, or not made', async () => {
    const lee = await world.person('lee');
    expect(await world.codes('spring', lee, { dispatch: 'a' })).toEqual(['permit']);
    // Told alike whether there is such a contact or not.
    expect(await settle(other, 'release', lee)).toBe(204);
    expect(await settle(other, 'sent', lee)).toBe(204);
    expect(await stateOf('lee')).toBe('reserved');
    expect(await world.codes('autumn', lee, { dispatch: 'b' })).toEqual(['hold', 'contact-cap']);
    expect(await settle(world.gate, 'release', lee)).toBe(204);
    expect(await stateOf('lee')).toBe('released');
  });

  it('is of the first who asked, where two senders name one sending', async () => {
    const max = await world.person('max');
    expect(await world.codes('spring', max, { dispatch: 'a' })).toEqual(['permit']);
    const same = await other.ask('/v1/gate/decisions', {
      method: 'POST',
      body: world.question('spring', max, { dispatch: 'a' }),
    });
    expect(same.body.decision).toBe('permit');
    await settle(other, 'release', max);
    expect(await stateOf('max')).toBe('reserved');
  });

  it('may be freed by the owner of the use, and by no other operator', async () => {
    const noa = await world.person('noa');
    expect(await world.codes('spring', noa, { dispatch: 'a' })).toEqual(['permit']);
    expect(await settle(owen, 'release', noa)).toBe(403);
    expect(await stateOf('noa')).toBe('reserved');
    expect(await settle(olga, 'release', noa)).toBe(204);
    expect(await stateOf('noa')).toBe('released');
  });

  it('of an allotment is drawn on by reports of who took it alone', async () => {
    const kim = await world.person('kim');
    const { lease } = (
      await world.gate.ask('/v1/gate/leases', {
        method: 'POST',
        body: { use: 'spring', channel: 'email', dispatch: 'a', people: [kim] },
      })
    ).body;
    const report = {
      id: 'gate-2:1',
      at: MORNING.toISOString(),
      use: 'spring',
      subject: kim,
      channel: 'email',
      dispatch: 'a',
      contentHash: TEXT_HASH,
      outcome: 'permit',
      codes: [],
      shadow: [],
      clearance: null,
      lease,
    };
    const tell = (who: Somebody) =>
      who.ask('/v1/gate/reports', { method: 'POST', body: { decisions: [report] } });
    expect((await tell(other)).status).toBe(200);
    expect(await stateOf('kim')).toBe('reserved');
    expect((await tell(world.gate)).status).toBe(200);
    expect(await stateOf('kim')).toBe('drawn');
  });

  it('takes a report about nobody, as of what was owed beside an empty address', async () => {
    const report = {
      id: 'gate-3:1',
      at: MORNING.toISOString(),
      use: 'spring',
      subject: null,
      channel: 'email',
      dispatch: null,
      contentHash: TEXT_HASH,
      outcome: 'deny',
      codes: ['question-invalid'],
      shadow: [],
      clearance: null,
      lease: null,
    };
    const told = await world.gate.ask('/v1/gate/reports', { method: 'POST', body: { decisions: [report] } });
    expect([told.status, told.body.added]).toEqual([200, 1]);
  });

  describe('a clearance that depends on a monitor', () => {
    const stream = (use: string, low: number): WatchedStream => ({
      use,
      group: null,
      monitor: 'complaints',
      sends: 10_000,
      rate: low,
      interval: [low, 1],
      smallestHarm: null,
      bound: 0.001,
      events: 1,
      eValue: 1,
      sendsToDouble: null,
      days: [],
    });
    const told = async (use: string, low: number) =>
      must(await server.context.store.write((work) => tellMonitors(work, use, [stream(use, low)])));

    it('lets a use begin, refuses it once the numbers rule the rate out, and starts anew after a pause', async () => {
      const condition = (monitor: string) => ({
        conditions: [
          {
            says: 'as long as few complain',
            check: { type: 'monitor' as const, monitor, atMost: 0.001 },
          },
        ],
      });
      await world.use('watched', {}, condition('complaints'));
      await world.use('misread', {}, condition('moods'));
      const uma = await world.person('uma');
      expect(await world.codes('misread', uma)).toEqual(['deny', 'condition-not-held']);
      expect(await world.codes('watched', uma)).toEqual(['permit']);
      await told('watched', 0.0005);
      expect(await world.codes('watched', uma)).toEqual(['permit']);
      await told('watched', 0.0011);
      expect(await world.codes('watched', uma)).toEqual(['deny', 'condition-not-held']);
      const { store } = server.context;
      expect(must(await store.write((work) => unpauseUse(work, 'watched')))).toBe(false);
      must(await store.write((work) => pauseUse(work, 'watched', 'complaints')));
      expect(await world.codes('watched', uma)).toEqual(['deny', 'condition-not-held', 'use-paused']);
      expect(must(await store.write((work) => unpauseUse(work, 'watched')))).toBe(true);
      expect(await world.codes('watched', uma)).toEqual(['permit']);
    });
  });
});
