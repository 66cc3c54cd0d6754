import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GateWorld, TEXT_HASH } from '../api/gate-world.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';

sayWithoutPostgres('incidents of sends on PostgreSQL');

const MORNING = new Date('2026-11-20T09:00:00Z');
const HOUR_MS = 3_600_000;

describe.each(ENGINES)('messages that are told of afterwards, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let intake: Somebody;
  let events = 0;

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    server.now = MORNING;
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0 },
    });
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    intake = server.withKey(key.body.secret);
    await world.use('spring');
    // What is not cleared pauses its use, so that the no is tried with another.
    await world.use('summer');
    await world.essential('recall');
    server.now = new Date(MORNING.getTime() + HOUR_MS);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  /** Tells of one message, and gives what was noted of it. */
  async function flawsOf(name: string, over: object = {}): Promise<readonly string[]> {
    const id = `event-${++events}`;
    const body = {
      id,
      type: 'send',
      use: 'spring',
      at: server.now.toISOString(),
      subject: world.subject(name),
      channel: 'email',
      message: TEXT_HASH,
      ...over,
    };
    for (let twice = 0; twice < 2; twice += 1) {
      const told = await intake.ask('/v1/outcomes', { method: 'POST', body });
      expect([told.status, told.body.refused]).toEqual([200, []]);
    }
    const { items } = (await ada.ask('/v1/send-incidents?limit=200')).body;
    return items
      .filter(({ event }: { event: string }) => event === id)
      .map(({ flaw }: { flaw: string }) => flaw)
      .sort();
  }

  it('are no incident where they were cleared and permitted', async () => {
    const lee = await world.person('lee');
    expect(await world.codes('spring', lee)).toEqual(['permit']);
    expect(await flawsOf('lee')).toEqual([]);
  });

  it('are one where the text is another, and none where no text was told', async () => {
    expect(await flawsOf('lee', { message: `sha256:${'0'.repeat(64)}` })).toEqual(['changed']);
    expect(await flawsOf('lee', { message: null })).toEqual([]);
    expect(await flawsOf('lee', { message: 'spring, part two' })).toEqual([]);
  });

  it('are one where nothing was cleared: another use, or before or after the clearance', async () => {
    expect(await flawsOf('lee', { use: 'winter' })).toEqual(['uncleared']);
    const before = new Date(MORNING.getTime() - HOUR_MS).toISOString();
    expect(await flawsOf('lee', { at: before })).toEqual(['uncleared']);
    await world.use('short');
    await world.takeBack('short');
    server.now = new Date(server.now.getTime() + 60_000);
    expect(await flawsOf('lee', { use: 'short' })).toEqual(['uncleared']);
  });

  it('are one after a no, whatever was permitted before, and not for what came before the no', async () => {
    const max = await world.person('max');
    expect(await world.codes('summer', max)).toEqual(['permit']);
    const sentBefore = server.now.toISOString();
    server.now = new Date(server.now.getTime() + 60_000);
    await world.choose('max', 'withdrawn');
    server.now = new Date(server.now.getTime() + 60_000);
    expect(await flawsOf('max', { use: 'summer', at: sentBefore })).toEqual([]);
    expect(await flawsOf('max', { use: 'summer' })).toEqual(['after-no']);
    expect((await world.codes('summer', max))[0]).toBe('deny');
    expect(await flawsOf('max', { use: 'summer' })).toEqual(['after-no', 'refused']);
    expect(await flawsOf('max', { use: 'recall' })).toEqual([]);
  });

  it('say nothing of whoever is not known by a key, but whether it was cleared', async () => {
    expect(await flawsOf('lee', { subject: 'crm-4711' })).toEqual([]);
    expect(await flawsOf('lee', { subject: 'crm-4711', use: 'winter' })).toEqual(['uncleared']);
  });

  it('are no incident where somebody brings history along', async () => {
    const long = new Date(server.now.getTime() - 32 * 24 * HOUR_MS).toISOString();
    expect(await flawsOf('lee', { at: long })).toEqual([]);
  });

  it('are told without the people, and to guests of their own uses alone', async () => {
    const { items } = (await ada.ask('/v1/send-incidents?flaw=after-no')).body;
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('subject:');
    expect(items[0]).toMatchObject({ use: 'summer', says: expect.stringMatching(/^it was sent/) });
    const gus = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
    expect((await gus.ask('/v1/send-incidents')).body.items).toEqual([]);
  });
});
