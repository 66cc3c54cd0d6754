import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DecisionDesk } from '../../src/app/server/gate/decision-desk.ts';
import { type Asked, readAsked } from '../../src/app/server/gate/read-asked.ts';
import { Spool } from '../../src/app/server/gate/spool.ts';
import { problem } from '../../src/kernel/problem.ts';
import { fail } from '../../src/kernel/result.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { GateWorld } from '../api/gate-world.ts';
import { TestServer } from '../api/harness.ts';
import { must } from '../contract/store-engines.ts';

describe('while the store is full', () => {
  let server: TestServer;
  let world: GateWorld;
  let folder = '';
  let isFull = false;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-full-'));
    server = await TestServer.start();
    world = await GateWorld.in(server, await server.administrator());
    await world.use('spring');
    await world.essential('recall');
    await world.person('lee');
    const real = server.context.store;
    store = {
      ...real,
      write: (work, options) =>
        isFull
          ? Promise.resolve(fail(problem('store.full', 'there is no room left', 'free some space')))
          : real.write(work, options),
    };
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const deskIn = async (place: string): Promise<DecisionDesk> => {
    const { clock, gate } = server.context;
    const desk = new DecisionDesk({ store, clock, parts: gate.parts, spool: new Spool(place) });
    isFull = false;
    must(await desk.refresh());
    isFull = true;
    return desk;
  };
  const asked = (use: string, dispatch: string): Promise<Asked> =>
    readAsked(server.context.ledger, world.question(use, 'email:lee@customer.example', { dispatch }));
  const logged = async (dispatch: string) =>
    must(
      await server.context.store.read((db) =>
        db.selectFrom('gateDecisions').selectAll().where('dispatch', '=', dispatch).execute(),
      ),
    );

  it('permits what is owed, denies the rest, and logs each once when there is room again', async () => {
    const place = join(folder, 'waiting');
    const desk = await deskIn(place);
    const answers = await desk.ask([await asked('recall', 'f1'), await asked('spring', 'f1')], 'batch');
    expect(answers.map(({ decision }) => decision)).toEqual(['permit', 'deny']);
    expect(await logged('f1')).toEqual([]);
    expect(await readdir(place)).toHaveLength(1);
    isFull = false;
    // Whoever comes next brings in what waits.
    expect((await desk.ask([await asked('recall', 'f2')], 'single'))[0]!.decision).toBe('permit');
    await expect.poll(async () => (await logged('f1')).length).toBe(1);
    must(await desk.refresh());
    expect(await logged('f1')).toMatchObject([{ id: answers[0]!.id, door: 'essential-alone' }]);
    expect(await readdir(place)).toEqual([]);
  });

  it('permits what is owed where nothing can be written beside, and logs it all the same', async () => {
    const notAFolder = join(folder, 'a-file');
    await writeFile(notAFolder, '');
    const desk = await deskIn(join(notAFolder, 'waiting'));
    expect((await desk.ask([await asked('recall', 'g1')], 'single'))[0]!.decision).toBe('permit');
    isFull = false;
    must(await desk.refresh());
    expect(await logged('g1')).toHaveLength(1);
  });

  it('brings in what a process that died left behind, but for a line that it never answered', async () => {
    const place = join(folder, 'left');
    const dying = await deskIn(place);
    await dying.ask([await asked('recall', 'h1')], 'single');
    const [file] = await readdir(place);
    await writeFile(join(place, file!), '{"id":"decision_cut', { flag: 'a' });
    const next = await deskIn(place);
    isFull = false;
    must(await next.refresh());
    expect(await logged('h1')).toHaveLength(1);
    expect(await readdir(place)).toEqual([]);
  });
});
