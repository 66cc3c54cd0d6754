import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Somebody, TestServer } from '../api/harness.ts';
import {
  emptyDatabase,
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../harness/postgres.ts';

sayWithoutPostgres('a PostgreSQL that hangs or dies under the server');

/** A statement may take 15 s, and the server 2 s more to say so; a request that waited for a connection 10 s before. */
const MOST_MS = 29_000;

describe.skipIf(!hasPostgres)('the server', () => {
  let postgres: PostgresServer;
  let server: TestServer;
  let ada: Somebody;
  let machine: Somebody;
  beforeAll(async () => {
    postgres = await startPostgres();
    server = await TestServer.start({ location: { databaseUrl: await emptyDatabase(postgres) } });
    ada = await server.administrator();
    const made = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'gate', roles: ['gate'], days: 9 },
    });
    machine = server.withKey(made.body.secret);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await postgres.stop();
  });

  const invite = (name: string) =>
    ada.ask('/v1/people', {
      method: 'POST',
      body: { name, email: `${name}@harbor.example`, roles: ['auditor'] },
    });
  /** The first process of the database server, and those that serve connections. */
  async function processes(): Promise<{ readonly first: number; readonly all: readonly number[] }> {
    const client = new pg.Client(postgres.url);
    await client.connect();
    const { rows } = await client.query(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
    );
    await client.end();
    const first = rows[0].pid as number;
    const children = spawnSync('pgrep', ['-P', String(first)], { encoding: 'utf8' });
    return { first, all: [first, ...children.stdout.trim().split('\n').map(Number)] };
  }
  /** A connection may have closed since they were listed. */
  function signal(pids: readonly number[], name: NodeJS.Signals): void {
    for (const pid of pids)
      try {
        process.kill(pid, name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
  }
  const timed = async (asked: Promise<Answer>) => {
    const begun = performance.now();
    const { status, body } = await asked;
    return { status, code: body.code as string | undefined, hint: body.hint, ms: performance.now() - begun };
  };

  it('says that it is not ready while the database hangs, ends every request with a problem, and recovers', async () => {
    expect((await server.ask('/readyz')).status).toBe(200);
    const { all } = await processes();
    signal(all, 'SIGSTOP');
    try {
      const asked = Promise.all([
        ...['one', 'two', 'three'].map((name) => timed(invite(name))),
        ...Array.from({ length: 12 }, () => timed(ada.ask('/v1/people'))),
        timed(machine.ask('/v1/me')),
      ]);
      const ready = await timed(server.ask('/readyz'));
      expect(ready).toMatchObject({ status: 503, code: 'store.unavailable' });
      expect(ready.ms).toBeLessThan(4_000);
      expect((await server.ask('/healthz')).status).toBe(200);
      for (const answer of await asked) {
        expect(answer).toMatchObject({ status: 503, code: 'store.unavailable' });
        expect(answer.hint).toBeTruthy();
        expect(answer.ms).toBeLessThan(MOST_MS);
      }
    } finally {
      signal(all, 'SIGCONT');
    }
    await untilReady();
    expect((await ada.ask('/v1/people')).status).toBe(200);
    // What was refused was not done behind the back of who asked, or was done whole: a new try tells.
    expect([201, 409]).toContain((await invite('one')).status);
    expect((await machine.ask('/v1/me')).status).toBe(200);
  });

  it('answers with problems while the database restarts after a crash, and recovers by itself', async () => {
    const client = new pg.Client(postgres.url);
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    // A backend that dies makes the whole server throw out every connection and recover.
    process.kill(rows[0].pid as number, 'SIGKILL');
    const seen = new Set<string>();
    const end = performance.now() + 3_000;
    let count = 0;
    while (performance.now() < end) {
      count += 1;
      const { status, body } = await invite(`crash-${count}`);
      seen.add(status === 201 ? '201' : `${status} ${body.code}`);
    }
    expect([...seen].filter((one) => one !== '201' && one !== '503 store.unavailable')).toEqual([]);
    expect(seen).toContain('201');
    await untilReady();
    await client.end().catch(() => {});
  });

  async function untilReady(): Promise<void> {
    const end = performance.now() + 15_000;
    while ((await server.ask('/readyz')).status !== 200) {
      if (performance.now() > end) throw new Error('the server did not recover');
      await setTimeout(100);
    }
  }
});
