import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GateWorld } from '../api/gate-world.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { ENGINES, must } from './store-engines.ts';

sayWithoutPostgres('contact caps under many senders at once');

const CAP = 2;
const PEOPLE = 20;
/** On PostgreSQL from several servers; the embedded store has one. */
const SENDERS = 100;

describe.each(ENGINES)('contact caps, $name', (engine) => {
  const servers: TestServer[] = [];
  let world: GateWorld;
  let gates: readonly Somebody[];
  let people: readonly string[];
  beforeAll(async () => {
    await engine.start();
    const location = await engine.place();
    const server = await TestServer.start({ location });
    servers.push(server);
    const ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    const set = await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0, caps: { all: { count: CAP, days: 7 }, channels: {} } },
    });
    expect(set.status).toBe(200);
    for (const use of ['spring', 'autumn', 'winter']) await world.use(use);
    people = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => world.person(`p${number}`)));
    if (engine.name === 'postgres')
      for (let more = 0; more < 3; more += 1) servers.push(await TestServer.start({ location }));
    gates = servers.map((one) => one.withKey(world.secret));
  }, 120_000);
  afterAll(async () => {
    for (const server of servers.reverse()) await server.stop();
    await engine.stop();
  });

  /** Contacts that count, by person. */
  async function counted(): Promise<ReadonlyMap<string, number>> {
    const rows = must(
      await world.server.context.store.read((db) =>
        db
          .selectFrom('gateContacts')
          .select((one) => ['subject', one.fn.countAll<number>().as('contacts')])
          .where('state', '<>', 'released')
          .groupBy('subject')
          .execute(),
      ),
    );
    return new Map(rows.map(({ subject, contacts }) => [subject, Number(contacts)]));
  }

  it('are exceeded by none of a hundred senders at once, and used in full', async () => {
    const permits = new Map<string, number>();
    await Promise.all(
      Array.from({ length: SENDERS }, async (_, sender) => {
        const gate = gates[sender % gates.length]!;
        // Each in an order of its own, so that they meet at the same people in every way.
        for (let step = 0; step < PEOPLE; step += 1) {
          const person = people[(sender * 7 + step * (1 + (sender % 3))) % PEOPLE]!;
          const { body } = await gate.ask('/v1/gate/decisions', {
            method: 'POST',
            body: world.question(['spring', 'autumn', 'winter'][sender % 3]!, person, {
              dispatch: `s${sender}-${step}`,
              channel: sender % 2 === 0 ? 'email' : 'sms',
            }),
          });
          if (body.decision === 'permit') permits.set(person, (permits.get(person) ?? 0) + 1);
        }
      }),
    );
    expect([...permits.values()].filter((count) => count > CAP)).toEqual([]);
    expect([...permits.values()]).toEqual(Array.from({ length: PEOPLE }, () => CAP));
    expect([...(await counted()).values()]).toEqual(Array.from({ length: PEOPLE }, () => CAP));
  }, 120_000);

  it('are one for a person who is asked about under two keys', async () => {
    const [mail, phone] = ['two@customer.example', '+4915112345678'];
    await world.person('two');
    const joined = await (await world.machine(['intake'])).ask('/v1/ledger/person/keys', {
      method: 'POST',
      body: {
        identifiers: [
          { kind: 'email', value: mail },
          { kind: 'phone', value: phone },
        ],
      },
    });
    expect([joined.status, joined.body.detail]).toEqual([204, undefined]);
    const asked = Array.from({ length: 20 }, (_, number) =>
      gates[number % gates.length]!.ask('/v1/gate/decisions', {
        method: 'POST',
        body: world.question('spring', number % 2 === 0 ? `email:${mail}` : `phone:${phone}`, {
          dispatch: `k${number}`,
        }),
      }),
    );
    const permitted = (await Promise.all(asked)).filter(({ body }) => body.decision === 'permit');
    expect(permitted).toHaveLength(CAP);
    // Nor does the name of a sending let the other address have a message more.
    const name = (await Promise.all(asked)).findIndex(({ body }) => body.decision === 'permit');
    const other = name % 2 === 0 ? `phone:${phone}` : `email:${mail}`;
    const more = world.question('spring', other, { dispatch: `k${name}` });
    const answer = await gates[0]!.ask('/v1/gate/decisions', { method: 'POST', body: more });
    expect(answer.body).toMatchObject({ decision: 'hold', reasons: [{ code: 'contact-cap' }] });
  }, 60_000);

  it('heed a withdrawal that comes while many ask: nothing is permitted after it was acknowledged', async () => {
    const person = await world.person('leaves');
    let isOver = false;
    let [before, late] = [0, 0];
    const senders = Array.from({ length: 20 }, async (_, sender) => {
      for (let step = 0; step < 15; step += 1) {
        const wasOver = isOver;
        const { body } = await gates[sender % gates.length]!.ask('/v1/gate/decisions', {
          method: 'POST',
          // One sending, so that no cap is what refuses.
          body: world.question('spring', person, { dispatch: 'one' }),
        });
        if (body.decision === 'permit' && wasOver) late += 1;
        if (body.decision === 'permit' && !wasOver) before += 1;
      }
    });
    await world.ask('spring', person, { dispatch: 'one' });
    await world.choose('leaves', 'withdrawn');
    isOver = true;
    await Promise.all(senders);
    expect(before).toBeGreaterThan(0);
    expect(late).toBe(0);
  }, 60_000);
});
