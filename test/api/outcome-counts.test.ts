import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEGINNING } from '../../src/app/server/outcomes/beginning.ts';
import {
  countNewEvents,
  forgetCountedEvents,
  recountIfAsked,
} from '../../src/app/server/outcomes/count-events.ts';
import { eventOfRow } from '../../src/app/server/outcomes/event-of-row.ts';
import { watchOutcomes } from '../../src/app/server/outcomes/watch-outcomes.ts';
import { seededRandom } from '../../src/kernel/statistics/random.ts';
import { countUses, keptUse } from '../../src/playbook/7-outcomes/counts/use-counts.ts';
import { ACTIONS, type AlarmAction } from '../../src/playbook/7-outcomes/monitors/ladder.ts';
import { readOutcomeEvent } from '../../src/playbook/7-outcomes/outcome-event.ts';
import { watch } from '../../src/playbook/7-outcomes/watch.ts';
import { askRecount, countsOfUse } from '../../src/stores/sql/repositories/outcome-counts.ts';
import {
  addOutcomeEvents,
  forgetOutcomesOf,
  outcomeEventsOf,
} from '../../src/stores/sql/repositories/outcome-events.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('counts of outcomes on PostgreSQL');

const HOUR = 3_600_000;
const MORNING = Date.parse('2026-11-20T09:00:00Z');

/** Two bands, one of them harmed; some are left out by lot, some opt out, and complaints come up to five hours later. */
function log(use: string, sends: number, seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: sends }, (_, index) => {
    const at = MORNING + Math.floor((index / sends) * 6 * HOUR);
    const event = (type: string, later: number, more: object = {}) => ({
      id: `${use}-${type}-${index}`,
      type,
      use,
      at: new Date(at + later).toISOString(),
      subject: `${use}-k${index % Math.floor(sends * 0.9)}`,
      ...more,
    });
    const isOld = index % 2 === 0;
    const sent = event(random.next() < 0.1 ? 'holdout' : 'send', 0, {
      groups: { age_band: isOld ? '65+' : '18-64' },
      provider: random.next() < 0.5 ? 'gmail' : 'other',
    });
    const lag = Math.floor(random.next() * 5 * HOUR);
    if (random.next() < (isOld ? 0.02 : 0.001)) return [sent, event('complaint', lag)];
    if (random.next() < 0.01) return [sent, event('refund', lag)];
    return [sent];
  }).flat();
}
type Told = ReturnType<typeof log>[number];

describe.each(ENGINES)('counts of outcomes, $name', (engine) => {
  let server: TestServer;
  let intake: Somebody;
  let ada: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    const world = await GateWorld.in(server, ada);
    for (const use of ['counted', 'replayed']) await world.use(use);
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

  const deliver = async (events: readonly Told[]): Promise<void> => {
    for (let start = 0; start < events.length; start += 5_000) {
      const body = events.slice(start, start + 5_000);
      expect((await intake.ask('/v1/outcomes', { method: 'POST', body })).status).toBe(200);
    }
  };
  const kept = async (use: string) =>
    must(await server.context.store.read((db) => countsOfUse(db, use))).map(({ people, hour, counts }) => ({
      group: people,
      hour,
      counts,
    }));
  const counted = async (use: string) => {
    const rows = must(await server.context.store.read((db) => outcomeEventsOf(db, use, BEGINNING)));
    return keptUse(countUses(rows.map(eventOfRow)).get(use) ?? new Map());
  };

  // First, as discoveries are made over all uses together, and this log tells of one.
  it('raise on the server what a replay of the same log raises', async () => {
    const events = log('replayed', 6_000, 3);
    for (let hour = 0; hour < 24 * 12; hour += hour < 15 ? 1 : 24) {
      const until = MORNING + (hour + 1) * HOUR;
      server.now = new Date(until);
      await deliver(events.filter(({ at }) => Math.floor((Date.parse(at) - MORNING) / HOUR) === hour));
      must(await watchOutcomes(server.context));
    }
    const { body } = await ada.ask('/v1/alarms?use=replayed&limit=200');
    const replayed = watch(events.map(readAs), server.now.getTime()).alarms;
    expect(gravest(body.items)).toEqual(gravest(replayed));
    expect(Object.keys(gravest(replayed)).length).toBeGreaterThan(2);
    server.now = new Date(MORNING);
  }, 120_000);

  it('are those of a recount, whatever the order, the size of deliveries, and what is told twice', async () => {
    const random = seededRandom(5);
    const events = log('counted', 1_500, 1)
      .map((event) => ({ event, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ event }) => event);
    for (const [from, to] of [
      [0, 40],
      [20, 700],
      [700, 900],
      [600, events.length],
    ] as const)
      await deliver(events.slice(from, to));
    const there = await kept('counted');
    expect(there.length).toBeGreaterThan(15);
    expect(there).toEqual(await counted('counted'));
    expect(there).toEqual(keptUse(countUses(events.map(readAs)).get('counted')!));
  });

  it('stay when two deliveries speak of the same people at once', async () => {
    const events = log('counted', 300, 2).map((event) => ({ ...event, id: `again-${event.id}` }));
    const [even, odd] = [0, 1].map((rest) => events.filter((_, index) => index % 2 === rest));
    await Promise.all([deliver(even!), deliver(odd!)]);
    expect(await kept('counted')).toEqual(await counted('counted'));
  });

  it('stay when somebody is erased, and are the same counted anew', async () => {
    const before = await kept('counted');
    must(
      await server.context.store.write(async (work) => {
        await forgetOutcomesOf(work.db, ['counted-k1', 'counted-k2', 'counted-k3']);
        await askRecount(work.db, ['counted']);
        expect(await recountIfAsked(work, 'counted', BEGINNING)).toBe(true);
        expect(await recountIfAsked(work, 'counted', BEGINNING)).toBe(false);
      }),
    );
    expect(await kept('counted')).toEqual(before);
  });

  it('lose what is forgotten, and nothing else', async () => {
    const gone = must(
      await server.context.store.write((work) => forgetCountedEvents(work, new Date(MORNING + 2.5 * HOUR))),
    );
    expect(gone).toBeGreaterThan(300);
    expect(await kept('counted')).toEqual(await counted('counted'));
  });

  it('keep nothing of a delivery that is not kept', async () => {
    const before = await kept('counted');
    const failed = await server.context.store
      .write(async (work) => {
        const row = {
          source: 'own',
          id: 'x',
          type: 'send',
          useId: 'counted',
          at: new Date(MORNING),
          subject: 'x',
          isEssential: false,
          groups: '{}',
          receivedAt: work.at,
        };
        await countNewEvents(work, await addOutcomeEvents(work.db, [row]));
        expect(
          await work.db.selectFrom('outcomeCounts').select('hour').where('useId', '=', 'counted').execute(),
        ).not.toEqual([]);
        throw new Error('the power went');
      })
      .catch((error: Error) => error.message);
    expect(failed).toBe('the power went');
    expect(await kept('counted')).toEqual(before);
  });
});

function readAs(told: Told) {
  const read = readOutcomeEvent(told);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

/** The gravest step of each monitor. */
function gravest(
  alarms: ReadonlyArray<{ readonly monitor: string; readonly group: unknown; readonly action: AlarmAction }>,
): Readonly<Record<string, AlarmAction>> {
  const found: Record<string, AlarmAction> = {};
  for (const { monitor, group, action } of alarms) {
    const key = `${monitor} ${JSON.stringify(group)}`;
    const before = found[key];
    if (before === undefined || ACTIONS.indexOf(action) > ACTIONS.indexOf(before)) found[key] = action;
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
