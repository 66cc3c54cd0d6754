import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePools } from '../../src/app/server/outcomes/judge-pools.ts';
import { watchOutcomes } from '../../src/app/server/outcomes/watch-outcomes.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { TestServer } from './harness.ts';

sayWithoutPostgres('pools on PostgreSQL');

const TURN = 4 * 3_600_000;
const MORNING = Date.parse('2026-11-20T09:00:00Z');

describe.each(ENGINES)('small uses together, $name', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  it('alarm what none of them does, where they share something, and pause none', async () => {
    const ada = await server.administrator();
    const world = await GateWorld.in(server, ada);
    const uses = Array.from({ length: 12 }, (_, index) => `small-${String(index).padStart(2, '0')}`);
    for (const use of uses) await world.use(use, { channels: ['email'] });
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    const intake = server.withKey(key.body.secret);
    for (const [turn, use] of uses.entries()) {
      server.now = new Date(MORNING + (turn + 1) * TURN);
      const event = (type: string, index: number) => ({
        id: `${use}-${type}-${index}`,
        type,
        use,
        at: new Date(MORNING + turn * TURN + 1000 * index).toISOString(),
        subject: `k${index}`,
      });
      // 600 sends of two complaints each: too few for a use to be judged by, and more than three times what is tolerated.
      const body = [
        ...Array.from({ length: 600 }, (_, index) => event('send', index)),
        ...[7, 300].map((index) => event('complaint', index)),
      ];
      expect((await intake.ask('/v1/outcomes', { method: 'POST', body })).status).toBe(200);
      must(await watchOutcomes(server.context));
    }
    expect((await ada.ask('/v1/alarms?limit=200')).body.items).toEqual([]);
    expect(must(await judgePools(server.context))).toBeGreaterThan(0);
    expect(must(await judgePools(server.context))).toBe(0);
    const { items } = (await ada.ask('/v1/alarms?limit=200')).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        use: 'small-11',
        monitor: 'complaints-pooled',
        group: { 'pool-channel': 'email' },
        afterSends: 7_200,
      }),
    );
    expect((await ada.ask('/v1/outcomes/paused')).body.items).toEqual([]);
  }, 60_000);
});
