import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchOutcomes } from '../../src/app/server/outcomes/watch-outcomes.ts';
import { countInStage } from '../../src/stores/sql/repositories/gate-uses.ts';
import { findPersonByEmail } from '../../src/stores/sql/repositories/people.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('roll-outs on PostgreSQL');

const HOUR = 3_600_000;
const MORNING = Date.parse('2026-11-20T09:00:00Z');

describe.each(ENGINES)('a roll-out in stages, $name', (engine) => {
  let server: TestServer;
  let intake: Somebody;
  let lea: Somebody;
  let ada: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    const world = await GateWorld.in(server, ada);
    for (const use of ['rolled', 'harmful']) await world.use(use);
    lea = await server.person(ada, 'Lea', ['operator']);
    must(
      await server.context.store.write(async ({ db }) => {
        const { id } = (await findPersonByEmail(db, 'lea@harbor.example'))!;
        await db.updateTable('uses').set({ ownerId: id }).execute();
      }),
    );
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    intake = server.withKey(key.body.secret);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const ramp = (use: string, people: number | null, who = lea) =>
    who.ask(`/v1/uses/${use}/ramp`, { method: 'PUT', body: { people } });
  /** Sends a stage, tells of it, and lets time go by. */
  const send = async (
    use: string,
    from: number,
    many: number,
    hour: number,
    complaints = 0,
  ): Promise<void> => {
    must(await server.context.store.write(({ db }) => countInStage(db, use, many)));
    const event = (type: string, index: number, minutes: number) => ({
      id: `${use}-${type}-${from + index}`,
      type,
      use,
      at: new Date(MORNING + hour * HOUR + minutes * 60_000).toISOString(),
      subject: `k${from + index}`,
    });
    const body = [
      ...Array.from({ length: many }, (_, index) => event('send', index, 0)),
      ...Array.from({ length: complaints }, (_, index) => event('complaint', index, 10)),
    ];
    for (let start = 0; start < body.length; start += 5_000)
      await intake.ask('/v1/outcomes', { method: 'POST', body: body.slice(start, start + 5_000) });
  };
  const at = async (use: string, hour: number) => {
    server.now = new Date(MORNING + hour * HOUR);
    must(await watchOutcomes(server.context));
    const [{ body: running }, { body: outcomes }] = await Promise.all([
      ada.ask(`/v1/uses/${use}/running`),
      ada.ask(`/v1/uses/${use}/outcomes`),
    ]);
    return [outcomes.ramp?.stage, running.stageSize];
  };

  it('begins with one in a hundred, and is for the owner to set', async () => {
    expect((await ramp('rolled', 10_000, intake)).status).toBe(403);
    expect((await ramp('rolled', 99)).status).toBe(400);
    expect((await ramp('rolled', 10_000)).body).toEqual({
      ramp: { people: 10_000, stage: 1, stages: 6, share: 0.01 },
    });
    expect(await at('rolled', 0)).toEqual([1, 100]);
  });

  it('waits until the stage is full and what was sent has had its time', async () => {
    await send('rolled', 0, 60, 0);
    expect(await at('rolled', 80)).toEqual([1, 100]);
    await send('rolled', 60, 40, 80);
    expect(await at('rolled', 90)).toEqual([1, 100]);
    expect(await at('rolled', 154)).toEqual([2, 400]);
  });

  it('waits where a monitor warned', async () => {
    await ramp('harmful', 100_000);
    server.now = new Date(MORNING + 160 * HOUR);
    await send('harmful', 0, 1_000, 160, 100);
    expect(await at('harmful', 300)).toEqual([1, 1_000]);
  });

  it('leaves a stage alone that somebody set, and ends', async () => {
    expect((await ramp('rolled', null)).body).toEqual({ ramp: null });
    expect(await at('rolled', 301)).toEqual([undefined, null]);
  });
});
