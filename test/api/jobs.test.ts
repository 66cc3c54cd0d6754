import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDueJobs, startJobs } from '../../src/app/server/jobs/run-jobs.ts';
import { SERVER_JOBS } from '../../src/app/server/jobs/server-jobs.ts';
import { KEPT_DAYS } from '../../src/app/server/retention.ts';
import { problem } from '../../src/kernel/problem.ts';
import { fail, ok } from '../../src/kernel/result.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { ENGINES, must, open } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { cookieOf, PASSWORD, type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('the jobs of the server on PostgreSQL');

const START = new Date('2026-11-20T09:00:00Z');
const minutesIn = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);
const DAY = 24 * 60;

describe.each(ENGINES)('jobs, on $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let place: Awaited<ReturnType<typeof engine.place>>;
  beforeAll(async () => {
    await engine.start();
    place = await engine.place();
    server = await TestServer.start({ location: place });
    ada = await server.administrator();
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });
  const signedIn = async () =>
    server.by(
      cookieOf(
        await server.ask('/auth/sign-in', {
          method: 'POST',
          body: { email: 'ada@harbor.example', password: PASSWORD },
        }),
      ),
    );
  const due = async () => must(await runDueJobs(server.context, SERVER_JOBS)).map(({ job }) => job);

  it('run when they are due, and the store knows when that is', async () => {
    server.now = START;
    const everyJob = SERVER_JOBS.map(({ name }) => name);
    expect(everyJob).toEqual(expect.arrayContaining(['sign-log', 'send-letters', 'remove-what-is-over']));
    expect(await due()).toEqual(everyJob);
    expect(await due()).toEqual([]);
    server.now = minutesIn(5);
    expect(await due()).toEqual(
      SERVER_JOBS.filter(({ everyMinutes }) => everyMinutes <= 5).map(({ name }) => name),
    );
    server.now = minutesIn(DAY);
    expect(await due()).toEqual(everyJob);

    const shown = await ada.ask('/v1/settings/retention');
    expect(shown.body.kept).toEqual({
      links: KEPT_DAYS.links,
      practice: KEPT_DAYS.practice,
      delivered: KEPT_DAYS.delivered,
      accounts: KEPT_DAYS.accounts,
    });
    expect(shown.body.jobs).toContainEqual({
      name: 'maintain-store',
      dueAt: minutesIn(2 * DAY).toISOString(),
      doneAt: minutesIn(DAY).toISOString(),
      rows: 0,
      problem: null,
    });
  });

  it('remove after the days that an administrator set, and never later than 90 for a reviewer', async () => {
    const { body, headers } = await ada.ask('/v1/settings/retention');
    const set = (kept: object) =>
      ada.ask('/v1/settings/retention', {
        method: 'PUT',
        headers: { 'if-match': String(headers.etag) },
        body: { ...body.kept, ...kept },
      });
    expect((await set({ practice: 91 })).status).toBe(400);
    expect((await set({ delivered: 3 })).status).toBe(200);
    expect((await set({ delivered: 9 })).status).toBe(412);

    const { store } = server.context;
    const put = (id: string, deliveredAt: Date | null) =>
      store.write(({ db }) =>
        db
          .insertInto('outbox')
          .values({ id, topic: 't', body: asJson({}), createdAt: server.now, deliveredAt })
          .execute(),
      );
    server.now = minutesIn(10 * DAY);
    must(await put('old', minutesIn(6 * DAY)));
    must(await put('young', minutesIn(8 * DAY)));
    must(await put('not delivered', null));
    await due();
    const left = must(await store.read((db) => db.selectFrom('outbox').select('id').orderBy('id').execute()));
    expect(left.map(({ id }) => id)).toEqual(['not delivered', 'young']);

    const log = must(
      await store.read((db) => db.selectFrom('evidenceEntries').select(['type', 'body']).execute()),
    );
    expect(
      log.filter(({ type, body: said }) => type === 'settings.changed' && said.includes('"retention"')),
    ).toHaveLength(1);
  });

  it('take away what is left of somebody who was erased, and nobody else’s account', async () => {
    // Her session ended by the clock that the tests before moved.
    ada = await signedIn();
    const otto = await server.person(ada, 'Otto', ['operator']);
    const made = await otto.ask('/v1/me/keys', {
      method: 'POST',
      body: { name: 'ci', roles: ['operator'], days: 9 },
    });
    expect(made.status).toBe(201);
    const { store, signIn } = server.context;
    // The process ended between the erasure and the account.
    const erase = signIn.eraseAccount;
    Object.assign(signIn, { eraseAccount: async () => {} });
    expect((await ada.ask(`/v1/people/${otto.key}`, { method: 'DELETE' })).status).toBe(204);
    Object.assign(signIn, { eraseAccount: erase });
    const found = async () => {
      const count = async (from: string) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(from)}`.execute(store.plain))
          .rows[0]!.n;
      const users = await sql<{ email: string }>`select email from sign_in_users order by email`.execute(
        store.plain,
      );
      return {
        users: users.rows.map(({ email }) => email),
        passwords: await count('sign_in_accounts'),
        sessions: await count('sign_in_sessions'),
        keys: await count('api_keys'),
      };
    };
    expect(await found()).toEqual({
      users: ['ada@harbor.example', 'otto@harbor.example'],
      passwords: 2,
      sessions: 2,
      keys: 0,
    });
    // Accounts are made by the clock of the machine.
    server.now = new Date(Date.now() + 2 * 86_400_000);
    must(
      await store.write(({ db }) =>
        db
          .updateTable('settings')
          .set({ value: asJson(null) })
          .where('name', 'like', 'job:%')
          .execute(),
      ),
    );
    expect(await due()).toContain('remove-what-is-over');
    expect(await found()).toMatchObject({ users: ['ada@harbor.example'], passwords: 1, keys: 0 });
    expect((await (await signedIn()).ask('/v1/me')).status).toBe(200);
  });

  it('that fail are told of and tried again soon, and one that breaks takes nothing with it', async () => {
    server.now = minutesIn(1000 * DAY);
    let runs = 0;
    const failing = {
      name: 'failing',
      everyMinutes: DAY,
      run: async () => {
        runs += 1;
        if (runs === 1) return fail(problem('store.full', 'no room', 'make some'));
        if (runs === 2) throw new TypeError('a bug');
        return ok(7);
      },
    };
    const run = async () => must(await runDueJobs(server.context, [failing]));
    expect(await run()).toMatchObject([{ job: 'failing', problem: 'store.full' }]);
    server.now = minutesIn(1000 * DAY + 9);
    expect(await run()).toEqual([]);
    server.now = minutesIn(1000 * DAY + 10);
    expect(await run()).toMatchObject([{ problem: 'server.failed' }]);
    server.now = minutesIn(1000 * DAY + 20);
    expect(await run()).toMatchObject([{ problem: null, rows: 7 }]);
    server.now = minutesIn(1000 * DAY + 30);
    expect(await run()).toEqual([]);
  });

  it('are woken by the clock that the server is given, one look at a time, and the end waits for them', async () => {
    server.now = minutesIn(1100 * DAY);
    let wake = () => {};
    let isStopped = false;
    let going = 0;
    let most = 0;
    let release = () => {};
    const slow = {
      name: 'slow',
      everyMinutes: 0,
      run: async () => {
        going += 1;
        most = Math.max(most, going);
        await new Promise<void>((go) => {
          release = go;
        });
        going -= 1;
        return ok(1);
      },
    };
    const runs: unknown[] = [];
    const stop = startJobs(
      server.context,
      [slow],
      (everyMs, call) => {
        expect(everyMs).toBe(60_000);
        wake = call;
        return () => {
          isStopped = true;
        };
      },
      (run) => runs.push(run),
    );
    wake();
    wake();
    while (going === 0) await new Promise((go) => setTimeout(go, 5));
    wake();
    const ended = stop();
    expect([isStopped, going, most]).toEqual([true, 1, 1]);
    release();
    await ended;
    expect([going, runs.length]).toEqual([0, 1]);
  });

  // The embedded store has one process alone.
  if (engine.name === 'postgres')
    it('of two processes on one store are done by one', async () => {
      server.now = minutesIn(1200 * DAY);
      const store = await open(place, { clock: { now: () => server.now } });
      try {
        let runs = 0;
        const job = {
          name: 'shared',
          everyMinutes: DAY,
          run: async () => {
            runs += 1;
            return ok(0);
          },
        };
        const contexts = [server.context, { ...server.context, store }];
        for (let round = 0; round < 5; round += 1) {
          server.now = minutesIn((1200 + round) * DAY);
          await Promise.all([...contexts, ...contexts].map((context) => runDueJobs(context, [job])));
          expect(runs).toBe(round + 1);
        }
      } finally {
        await store.close();
      }
    });
});
