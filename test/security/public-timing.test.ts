import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinKeys } from '../../src/app/server/ledger/join-keys.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { Customer, press, setUpPages } from '../api/customer-pages.ts';
import { TestServer } from '../api/harness.ts';
import { PostOffice } from '../api/post-office.ts';
import { must } from '../contract/store-engines.ts';

// Whoever measures answers must not learn who is a customer, who objected, or why a link was refused. Samples of all
// cases are taken in turns, so that what else the machine does falls on all of them, and their medians are compared.

const SAMPLES = 41;
/**
 * How far medians may lie apart: 4 ms, or a third of the larger one where the machine is slow. A transaction that one case
 * had and the other not would take longer than that on a loaded machine, and one of 1 ms on a quiet one is not seen.
 */
const apart = (a: number, b: number): number => Math.abs(a - b) - Math.max(4, Math.max(a, b) / 3);

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** The median of each case, in milliseconds; every round takes each once, in an order of its own. */
async function medians(
  cases: Readonly<Record<string, (round: number) => Promise<unknown>>>,
  samples = SAMPLES,
): Promise<Record<string, number>> {
  const names = Object.keys(cases);
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  // The first rounds warm up what comes first in every process.
  for (let round = -3; round < samples; round += 1)
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + round + names.length * 4) % names.length]!;
      const started = performance.now();
      await cases[name]!(round);
      const took = performance.now() - started;
      // What goes on after an answer must not fall on the next one.
      await new Promise((resolve) => setTimeout(resolve, 4));
      if (round >= 0) times[name]!.push(took);
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name]!)]));
}

/** All pairs that lie further apart than they may. */
const told = (found: Readonly<Record<string, number>>): string[] =>
  Object.entries(found).flatMap(([a, x]) =>
    Object.entries(found).flatMap(([b, y]) =>
      a < b && apart(x, y) > 0 ? [`${a} ${x.toFixed(1)} ms, ${b} ${y.toFixed(1)} ms`] : [],
    ),
  );

describe('the time of an answer', () => {
  let server: TestServer;
  let post: PostOffice;
  let ann: Customer;
  beforeAll(async () => {
    server = await TestServer.start();
    await setUpPages(await server.administrator());
    post = new PostOffice(server);
    ann = new Customer(server, 'ann');
    // A customer of long standing: several keys, and choices of years.
    const keys = ['+49 30 901820', '+49 30 901821', '+49 30 901822'].map((value) =>
      subjectOf(server.context.ledger, { kind: 'phone', value }),
    );
    must(await server.context.store.write((work) => joinKeys(work, [ann.subject, ...keys])));
    for (const choice of ['yes:email:shoes', 'no:sms:shoes', 'pause:3', 'spare:loss', 'rhythm:monthly']) {
      await press(server, `/preferences/${ann.token('preferences')}`, { do: choice });
      server.now = new Date(server.now.getTime() + 60_000);
    }
  }, 180_000);
  afterAll(() => server.stop());

  it('tells of no refused link why it was refused', async () => {
    const good = ann.token('preferences');
    const [period, body, mac] = good.split('.') as [string, string, string];
    const start = server.now;
    server.now = new Date(start.getTime() - 40 * 86_400_000);
    const old = ann.token('preferences');
    server.now = start;
    const links = {
      forged: `${period}.${body}.${mac.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`,
      'forged at its start': `${period}.${body}.${mac.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      expired: old,
      'of another kind': ann.token('one-click'),
      'cut off': good.slice(0, -9),
      'of nobody': 'x',
    };
    const found = await medians(
      Object.fromEntries(
        Object.entries(links).map(([name, token]) => [
          name,
          async () => expect((await server.ask(`/preferences/${token}`)).status).toBe(404),
        ]),
      ),
    );
    expect(told(found)).toEqual([]);
  }, 60_000);

  it('tells nobody who asks for a link whether the address is of a customer', async () => {
    for (const [path, more] of [
      ['/preferences', {}],
      ['/rights', { do: 'access' }],
      ['/rights', { do: 'erase' }],
    ] as const) {
      const ask = (email: string) => async () => {
        // The limit of letters to one address is not what is measured here.
        server.now = new Date(server.now.getTime() + 61_000);
        expect((await press(server, path, { ...more, email })).status).toBe(200);
      };
      const found = await medians({
        customer: ask(ann.address),
        stranger: ask('nobody@elsewhere.example'),
        'nobody at all': ask('nobody@localhost'),
      });
      expect([path, told(found)]).toEqual([path, []]);
    }
    expect(post.sent.length).toBeGreaterThan(SAMPLES);
  }, 120_000);

  it('tells nobody with a link whether it belongs to an address', async () => {
    const path = `/preferences/${ann.token('preferences')}/proof`;
    const ask = (email: string) => async () => {
      server.now = new Date(server.now.getTime() + 61_000);
      expect((await press(server, path, { email })).status).toBe(200);
    };
    const start = server.now;
    const found = await medians({ own: ask(ann.address), other: ask('nobody@elsewhere.example') });
    server.now = start;
    expect(told(found)).toEqual([]);
    expect(post.sent.filter(({ subject }) => subject === 'Your private link').length).toBeGreaterThan(
      SAMPLES,
    );
  }, 60_000);

  it('tells nobody who objects in the name of an address whether it is of a customer, or objected before', async () => {
    const objected = 'objected@customer.example';
    await press(server, '/rights', { email: objected, do: 'object' });
    const object = (email: (round: number) => string) => async (round: number) =>
      expect((await press(server, '/rights', { email: email(round), do: 'object' })).status).toBe(200);
    const found = await medians(
      {
        customer: object(() => ann.address),
        stranger: object((round) => `stranger-${round}@elsewhere.example`),
        'objected before': object(() => objected),
      },
      9,
    );
    expect(told(found)).toEqual([]);
    expect(Math.min(...Object.values(found))).toBeGreaterThanOrEqual(399);
  }, 120_000);

  it('would tell a transaction from none: the measure sees what it is for', async () => {
    const path = `/preferences/${ann.token('preferences')}`;
    const found = await medians(
      {
        refused: () => server.ask('/preferences/x'),
        shown: async () => {
          for (let times = 0; times < 6; times += 1) await server.ask(path);
        },
      },
      11,
    );
    expect(told(found)).toHaveLength(1);
  }, 60_000);
});
