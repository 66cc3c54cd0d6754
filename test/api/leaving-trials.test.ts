import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { need } from '../../src/app/server/change.ts';
import { runDueJobs, startJobs } from '../../src/app/server/jobs/run-jobs.ts';
import { leavingEvidence, probeControl } from '../../src/app/server/maturity/probe-control.ts';
import { WAYS } from '../../src/app/server/maturity/try-leaving.ts';
import { choicesRule } from '../../src/gate/rules/choices.ts';
import { TestServer } from './harness.ts';

const minutes = (count: number): number => count * 60_000;

describe('trials of leaving', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.administrator();
  }, 60_000);
  afterAll(() => server.stop());

  const ran = async () => {
    expect((await probeControl.run(server.context)).ok).toBe(true);
    return need(await server.context.store.read(leavingEvidence));
  };
  const run = async (statement: string) =>
    need(await server.context.store.write(({ db }) => sql.raw(statement).execute(db)));
  const rowsOf = async (table: string): Promise<number> => {
    const { rows } = need(
      await server.context.store.read((db) =>
        sql.raw<{ rows: number }>(`select count(*)::int as rows from ${table}`).execute(db),
      ),
    );
    return rows[0]!.rows;
  };

  it('come out right on every way, and leave nobody behind', async () => {
    expect(need(await server.context.store.read(leavingEvidence))).toMatchObject({ value: null, at: null });
    const tables = ['choices', 'choice_states', 'gate_decisions', 'gate_contacts', 'evidence_entries'];
    const before = await Promise.all(tables.map(rowsOf));
    expect(await ran()).toMatchObject({ value: 1, of: 4, at: server.now });
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
  });

  it('name the way that is broken', async () => {
    await run(`create function lose() returns trigger language plpgsql as 'begin return null; end'`);
    await run(`create trigger lose before insert on choices for each row
      when (new.method = 'one-click') execute function lose()`);
    const { value, query } = await ran();
    expect(value).toBe(0.75);
    expect(query).toMatch(/failed: one-click \([^()]*\)$/);
    await run('drop trigger lose on choices');
    expect((await ran()).value).toBe(1);
  });

  it.each([
    ['ledger', 'keeps a no without counting it'],
    ['gate', 'no longer minds what people said'],
  ])('name a %s that %s', async (part) => {
    if (part === 'ledger') {
      await run(`create function forget() returns trigger language plpgsql as 'begin return old; end'`);
      await run(`create trigger forget before update on choice_states for each row
        when (new.state::text ~ 'withdrawn|objected|gpc') execute function forget()`);
    } else vi.spyOn(choicesRule, 'prepare').mockReturnValue(() => []);
    const { value, query } = await ran();
    expect(value).toBe(0);
    for (const way of WAYS) expect(query).toContain(`${way} (the ${part} still said yes)`);
    vi.restoreAllMocks();
    if (part === 'ledger') await run('drop trigger forget on choice_states');
    expect((await ran()).value).toBe(1);
  });

  it('are made every day, and after every start', async () => {
    const jobs = [probeControl];
    const count = async () => need(await runDueJobs(server.context, jobs)).length;
    expect([await count(), await count()]).toEqual([1, 0]);
    let wake = (): void => {};
    const runs: unknown[] = [];
    const stop = startJobs(
      server.context,
      jobs,
      (_every, call) => {
        wake = call;
        return () => {};
      },
      (one) => runs.push(one),
    );
    wake();
    await stop();
    expect(runs).toMatchObject([{ job: 'probe-control', rows: 4, problem: null }]);
    server.now = new Date(server.now.getTime() + minutes(24 * 60));
    expect(await count()).toBe(1);
  });
});
