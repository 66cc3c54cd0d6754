import { readdir } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GateWorld } from '../api/gate-world.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import {
  emptyDatabase,
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../harness/postgres.ts';

sayWithoutPostgres('faults of the store under the gate');

/** Stands between the server and its database, and does to it what networks do. */
class Line {
  does: 'pass' | 'hang' | 'refuse' = 'pass';
  readonly #sockets = new Set<Socket>();
  #server = createServer();
  port = 0;

  async open(to: number): Promise<void> {
    this.#server.on('connection', (near) => {
      this.#sockets.add(near);
      near.on('error', () => {});
      if (this.does === 'refuse') {
        near.destroy();
        return;
      }
      const far = connect(to, '127.0.0.1');
      far.on('error', () => near.destroy());
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      near.on('data', (data) => this.does === 'pass' && far.write(data));
      far.on('data', (data) => this.does === 'pass' && near.write(data));
    });
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.port = (this.#server.address() as { port: number }).port;
  }

  set(does: Line['does']): void {
    this.does = does;
    if (does === 'refuse') for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

describe.skipIf(!hasPostgres)('while the store', () => {
  let postgres: PostgresServer;
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let line: Line;
  beforeEach(async () => {
    postgres = await startPostgres();
    line = new Line();
    const direct = new URL(await emptyDatabase(postgres));
    await line.open(Number(direct.port));
    direct.port = String(line.port);
    server = await TestServer.start({ location: { databaseUrl: direct.href } });
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    await world.use('spring');
    await world.essential('recall');
    await world.person('lee');
    expect(await world.codes('spring', 'email:lee@customer.example', { dispatch: 'before' })).toEqual([
      'permit',
    ]);
  }, 90_000);
  afterEach(async () => {
    line.set('pass');
    await server.stop();
    line.close();
    await postgres.stop();
  }, 60_000);

  /** How long an answer took, and what it was. */
  async function timed(use: string, over: object = {}) {
    const begun = performance.now();
    const { status, body } = await world.ask(use, 'email:lee@customer.example', over);
    return { milliseconds: performance.now() - begun, status, body };
  }

  it.each(['hang', 'refuse'] as const)(
    '%ss, what is owed is permitted and everything else denied, within two seconds',
    async (fault) => {
      await server.context.gate.desk.refresh();
      line.set(fault);
      // Longer than a key is remembered without being looked up again.
      server.now = new Date(server.now.getTime() + 6_000);
      for (const round of [1, 2, 3]) {
        const owed = await timed('recall', { dispatch: `r${round}` });
        expect([owed.status, owed.body.decision, owed.body.reasons]).toEqual([200, 'permit', []]);
        expect(owed.milliseconds).toBeLessThan(2_000);
        const sold = await timed('spring', { dispatch: `s${round}` });
        expect([sold.status, sold.body.decision]).toEqual([200, 'deny']);
        const codes = sold.body.reasons.map(({ code }: { code: string }) => code);
        expect(codes).toEqual(expect.arrayContaining(['choices-unknown', 'contacts-unknown']));
        expect(sold.milliseconds).toBeLessThan(2_000);
      }
      const again = await world.gate.ask('/v1/gate/decisions', {
        method: 'POST',
        body: world.question('recall', 'email:lee@customer.example', { dispatch: 'r3' }),
        headers: { 'idempotency-key': 'one' },
      });
      expect(again.body.decision).toBe('permit');
      expect((await timed('winter')).body.reasons[0].code).toBe('feed-stale');
      expect((await timed('recall', { contentHash: `sha256:${'1'.repeat(64)}` })).body).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'content-not-cleared' }],
      });
      line.set('pass');
      await expect
        .poll(async () => (await timed('spring', { dispatch: 'after' })).body.decision, { timeout: 30_000 })
        .toBe('permit');
      expect((await server.context.gate.desk.refresh()).ok).toBe(true);
      const logged = (await ada.ask('/v1/gate/decisions?use=recall')).body.items;
      expect(
        logged.map(({ dispatch, door }: { dispatch: string; door: string }) => `${dispatch} ${door}`).sort(),
      ).toEqual([
        'monday essential-alone',
        'r1 essential-alone',
        'r2 essential-alone',
        'r3 essential-alone',
        'r3 essential-alone',
      ]);
      expect(await readdir(join(server.folder, 'gate-waiting'))).toEqual([]);
    },
    90_000,
  );

  it('was gone when a permit was asked for, no contact stays set aside for who was told no', async () => {
    line.set('hang');
    const asked = await timed('spring', { dispatch: 'lost' });
    expect(asked.body.decision).toBe('deny');
    line.set('pass');
    await expect
      .poll(
        async () => {
          const rows = await server.context.store.read((db) =>
            db.selectFrom('gateContacts').select('state').where('dispatch', '=', 'lost').execute(),
          );
          return rows.ok && rows.value.every(({ state }) => state === 'released');
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  }, 60_000);
});
