import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatePolicyIn } from '../../src/app/server/gate/gate-policy.ts';
import { UseStates } from '../../src/app/server/gate/use-states.ts';
import { World } from '../../src/app/server/gate/world.ts';
import { setMonitoredRates } from '../../src/stores/sql/repositories/gate-monitors.ts';
import { countInStage, setGateUse, tellClaims } from '../../src/stores/sql/repositories/gate-uses.ts';
import { setSetting } from '../../src/stores/sql/repositories/settings.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { GateWorld } from '../api/gate-world.ts';
import { TestServer } from '../api/harness.ts';
import { ENGINES, must, open } from './store-engines.ts';

const USES = ['spring', 'autumn', 'winter', 'unheard-of'];

describe.each(ENGINES)('what the gate keeps of uses and its policy, $name', (engine) => {
  let server: TestServer;
  let made: GateWorld;
  let location: Awaited<ReturnType<typeof engine.place>>;
  const world = new World(new UseStates());
  beforeAll(async () => {
    await engine.start();
    location = await engine.place();
    server = await TestServer.start({ location });
    made = await GateWorld.in(server, await server.administrator());
    for (const use of ['spring', 'autumn']) await made.use(use);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const keptAndRead = async ({ db }: Pick<Work, 'db'>, uses: readonly string[] = USES) => ({
    kept: await world.read(db, uses, server.now),
    read: {
      policy: await gatePolicyIn(db),
      uses: await new UseStates().read(db, uses, server.now),
    },
  });
  const write = async <T>(work: (work: Work) => Promise<T>): Promise<T> =>
    must(await server.context.store.write(work));
  const isAsItStands = async (uses?: readonly string[]): Promise<void> => {
    const { kept, read } = await write((work) => keptAndRead(work, uses));
    expect(kept).toEqual(read);
  };

  /** Everything that can change of it, as a server does it. */
  const CHANGES: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    'a pause': ({ db, at }) =>
      setGateUse(db, { useId: 'spring', pausedBy: 'owner', stageSize: null, changedAt: at }, null),
    'a stage': ({ db, at }) =>
      setGateUse(db, { useId: 'spring', pausedBy: null, stageSize: 5, changedAt: at }, null),
    'a send of a stage': ({ db }) => countInStage(db, 'spring', 1),
    'what monitors say': ({ db, at }) => setMonitoredRates(db, 'autumn', { complaints: 0.1 }, at),
    'a claim': ({ db, at }) =>
      tellClaims(db, [{ useId: 'autumn', fact: 'sale-end', state: 'true', freshUntil: at, toldAt: at }]),
    'a stop': ({ db, at }) =>
      db
        .insertInto('stops')
        .values({ id: 'stop-1', useId: 'spring', reason: 'a test', stoppedAt: at })
        .execute(),
    'a policy': ({ db, at }) => setSetting(db, 'gate', { permitSeconds: 20 }, null, { personId: null, at }),
    'a key': ({ db, at }) =>
      db
        .updateTable('signingKeys')
        .set({ state: 'revoked', revokedAt: at, revocationReason: 'compromised' })
        .execute(),
    'a clearance taken back': ({ db, at }) =>
      db.updateTable('clearances').set({ voidedAt: at, voidReason: 'withdrawn' }).execute(),
  };

  it.each(Object.keys(CHANGES))('is %s right after it', async (name) => {
    await isAsItStands();
    await write(CHANGES[name]!);
    await isAsItStands();
    await isAsItStands(['autumn']);
  });

  it('is a use that nobody had heard of, right after it', async () => {
    await isAsItStands();
    await write(({ db }) =>
      db.updateTable('signingKeys').set({ state: 'active', revokedAt: null }).execute(),
    );
    await made.use('winter');
    await isAsItStands();
  });

  it('is not what a transaction saw that was not kept', async () => {
    const undone = await server.context.store
      .write(async (work) => {
        await setGateUse(
          work.db,
          { useId: 'winter', pausedBy: 'nobody', stageSize: null, changedAt: work.at },
          null,
        );
        const { kept, read } = await keptAndRead(work);
        expect(kept).toEqual(read);
        throw new Error('not kept');
      })
      .catch((error: Error) => error.message);
    expect(undone).toBe('not kept');
    await isAsItStands();
  });

  it.runIf(engine.name === 'postgres')(
    'is what another server changed in a transaction that began before the last decision',
    async () => {
      const other = await open(location);
      await isAsItStands();
      const begun = Promise.withResolvers<void>();
      const decided = Promise.withResolvers<void>();
      const changing = other.write(async ({ db, at }) => {
        await setGateUse(
          db,
          { useId: 'autumn', pausedBy: 'another server', stageSize: null, changedAt: at },
          null,
        );
        begun.resolve();
        await decided.promise;
      });
      await begun.promise;
      // Others change something meanwhile, whose transactions are younger and end before.
      await write(CHANGES['a pause']!);
      await isAsItStands();
      await isAsItStands();
      decided.resolve();
      must(await changing);
      const { kept, read } = await write((work) => keptAndRead(work));
      expect(kept).toEqual(read);
      expect(kept.uses.get('autumn')?.state.pausedBy).toBe('another server');
      await other.close();
    },
  );
});
