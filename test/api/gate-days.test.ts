import { afterAll, beforeAll, expect, it } from 'vitest';
import { addGateCounts, type GateCount } from '../../src/stores/sql/repositories/gate-decisions.ts';
import { must } from '../contract/store-engines.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

let server: TestServer;
let olga: Somebody;
let guest: Somebody;

const count = (over: Partial<GateCount>): GateCount => ({
  day: '2026-11-18',
  useId: 'spring',
  channel: 'email',
  mode: 'binds',
  outcome: 'permit',
  code: '',
  decisions: 100,
  ...over,
});
const days = async (who: Somebody, query = '') =>
  (await who.ask(`/v1/gate/days?from=2026-11-01&to=2026-11-30${query}`)).body;

beforeAll(async () => {
  server = await TestServer.start();
  const ada = await server.administrator();
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  guest = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
  const world = await GateWorld.in(server, ada);
  await world.use('spring');
  must(
    await server.context.store.write(({ db }) =>
      addGateCounts(db, [
        count({}),
        count({ channel: 'sms', decisions: 20 }),
        count({ useId: 'autumn', decisions: 7 }),
        count({ outcome: 'hold', decisions: 12 }),
        count({ outcome: 'hold', code: 'contact-cap', decisions: 12 }),
        count({ outcome: 'deny', decisions: 4 }),
        count({ outcome: 'deny', code: 'said-no', decisions: 4 }),
        count({ day: '2026-11-19', decisions: 3 }),
        count({ mode: 'shadow', outcome: 'hold', decisions: 50 }),
        count({ day: '2026-10-31', decisions: 900 }),
        count({ day: '2026-11', useId: '', channel: '', decisions: 5_000 }),
      ]),
    ),
  );
}, 60_000);
afterAll(() => server.stop());

it('sums what bound by day over uses and channels, and tells no number of few', async () => {
  const { reasons, ...sums } = await days(olga);
  expect(sums).toEqual({
    permitted: 130,
    held: 12,
    denied: null,
    days: [
      { day: '2026-11-18', permitted: 127, held: 12, denied: null },
      { day: '2026-11-19', permitted: null, held: 0, denied: 0 },
    ],
  });
  expect(reasons).toEqual([
    {
      code: 'contact-cap',
      seen: 'the person has had as many messages as they may get',
      change: expect.stringMatching(/^\S.{8,}[^.]$/),
      decisions: 12,
    },
    { code: 'said-no', seen: 'the person said no to this', change: expect.any(String), decisions: null },
  ]);
});

it('is of one use where that is asked for, and of none where nothing was decided', async () => {
  expect(await days(olga, '&use=autumn')).toMatchObject({ permitted: 7, held: 0, denied: 0, reasons: [] });
  expect(await days(olga, '&use=winter')).toMatchObject({ permitted: 0, days: [] });
});

it('shows a guest nothing of a use that is not theirs', async () => {
  expect(await days(guest, '&use=spring')).toMatchObject({ permitted: 0, held: 0, denied: 0, days: [] });
});

it.each(['from=2026-11-01', 'from=yesterday&to=2026-11-30', 'from=2026-11-01&to=2026-11-30&use='])(
  'refuses %s',
  async (query) => {
    expect((await olga.ask(`/v1/gate/days?${query}`)).status).toBe(400);
  },
);

it('tells everyone when people may be reached, by law and by our own rule', async () => {
  const { hours } = (await guest.ask('/v1/gate/quiet-hours')).body;
  expect(hours[0]).toMatchObject({ jurisdiction: null, kind: 'ours', weekdays: ['08:00–21:00'] });
  expect(hours.find(({ jurisdiction }: { jurisdiction: string }) => jurisdiction === 'eu-fr')).toMatchObject({
    weekdays: ['10:00–13:00', '14:00–20:00'],
    saturday: [],
    sunday: [],
  });
});
