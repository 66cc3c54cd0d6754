import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBlind } from '../../src/app/server/outcomes/hold-blind.ts';
import { watchOutcomes } from '../../src/app/server/outcomes/watch-outcomes.ts';
import { addContacts } from '../../src/stores/sql/repositories/gate-contacts.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('blind monitors on PostgreSQL');

const HOUR = 3_600_000;
const MORNING = Date.parse('2026-11-20T09:00:00Z');

describe.each(ENGINES)('a blind monitor, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let intake: Somebody;
  let ada: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    for (const use of ['seen', 'new']) await world.use(use);
    await world.use('owed', {}, { class: 'essential' });
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

  const contact = async (use: string, many: number, hour: number): Promise<void> => {
    const at = new Date(MORNING + hour * HOUR);
    must(
      await server.context.store.write(({ db }) =>
        addContacts(
          db,
          Array.from({ length: many }, () => ({
            id: newId('contact', at),
            subject: newId('person', at),
            useId: use,
            channel: 'email',
            dispatch: null,
            leaseId: null,
            decisionId: null,
            state: 'sent',
            reservedAt: at,
            permittedUntil: at,
            settledAt: at,
          })),
        ),
      ),
    );
  };
  const told = (use: string, many: number, hour: number) =>
    intake.ask('/v1/outcomes', {
      method: 'POST',
      body: Array.from({ length: many }, (_, index) => ({
        id: `${use}-${hour}-${index}`,
        type: 'send',
        use,
        at: new Date(MORNING + hour * HOUR).toISOString(),
        subject: `s${index}`,
      })),
    });
  const look = async (hour: number): Promise<number> => {
    server.now = new Date(MORNING + hour * HOUR);
    return must(await holdBlind(server.context));
  };
  const pausedBy = async (use: string): Promise<string | null> =>
    (await ada.ask(`/v1/uses/${use}/outcomes`)).body.pausedBy;

  it('is none where nothing was ever told', async () => {
    await contact('seen', 500, 0);
    expect(await look(3)).toBe(0);
  });

  it('is none while what is sent is told of, nor before it could have been', async () => {
    await told('seen', 500, 3);
    expect(await look(6)).toBe(0);
    await contact('seen', 40, 6);
    expect(await look(6.5)).toBe(0);
  });

  it('holds the use by itself, and says so', async () => {
    const lee = await world.person('lee');
    expect(await world.codes('seen', lee, { dispatch: 'a' })).toEqual(['permit']);
    // Forty, and the one that was just asked about.
    expect(await look(7.5)).toBe(1);
    expect(await look(7.5)).toBe(0);
    expect(await pausedBy('seen')).toBe('monitor blind');
    expect(await world.codes('seen', lee, { dispatch: 'a' })).toEqual(['hold', 'use-paused']);
    const [{ alarms }] = (await ada.ask('/v1/outcomes/paused?use=seen')).body.items;
    expect(alarms).toMatchObject([
      { monitor: 'blind', action: 'pause', eValue: null, rate: null, afterSends: 41 },
    ]);
  });

  it('sees again as soon as something is told, and lets the use run', async () => {
    server.now = new Date(MORNING + 8 * HOUR);
    await told('seen', 3, 8);
    must(await watchOutcomes(server.context));
    expect(await pausedBy('seen')).toBeNull();
    expect((await ada.ask('/v1/outcomes/paused?use=seen')).body.items).toEqual([]);
    expect(await look(9)).toBe(0);
  });

  it('is found of a use that was never told of, by what is told of all others', async () => {
    await contact('new', 30, 9);
    expect(await look(11)).toBe(1);
    expect(await pausedBy('new')).toBe('monitor blind');
  });

  it('holds nothing that is owed', async () => {
    await contact('owed', 200, 11);
    expect(await look(14)).toBe(0);
    expect(await pausedBy('owed')).toBeNull();
  });
});
