import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWEST } from '../../src/stores/sql/migrate.ts';
import { MIGRATIONS } from '../../src/stores/sql/migrations/index.ts';
import { openStore } from '../../src/stores/sql/open-store.ts';
import type { Store, StoreLocation } from '../../src/stores/sql/store.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { codeOf, ENGINES, nextEntry, open } from './store-engines.ts';

sayWithoutPostgres('the migrations of the store on PostgreSQL');

/** Every table, column, index, constraint, trigger and function of the schema, as text. */
async function shapeOf({ plain, schema }: Store): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema = ${schema}
    union all select indexdef from pg_indexes where schemaname = ${schema}
    union all select conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
      join pg_namespace n on n.oid = c.connamespace where n.nspname = ${schema}
    union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and not tgisinternal
    union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = ${schema}
    order by 1`.execute(plain);
  return rows.map(({ line }) => line);
}

it('are numbered in order, and each fits on a screen', () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(NEWEST).toBe(MIGRATIONS.length);
  for (const { name, statements } of MIGRATIONS)
    expect(statements.join('\n').split('\n').length, name).toBeLessThan(80);
});

describe.each(ENGINES)('migrations, $name', (engine) => {
  let newest: readonly string[] = [];
  beforeAll(async () => {
    await engine.start();
    const store = await open(await engine.place());
    newest = await shapeOf(store);
    await store.close();
  });
  afterAll(() => engine.stop());

  it('bring every earlier version to the same schema, and keep its rows', async () => {
    // On one embedded folder step by step, as making one takes seconds; on the server from each version at once.
    const shared = engine.name === 'embedded' ? await engine.place() : null;
    for (let from = 1; from < NEWEST; from += 1) {
      const place = shared ?? (await engine.place());
      const old = await open(place, { until: from });
      if (shared === null || from === 1)
        await sql`insert into people (id, name, email, roles, created_at, changed_at)
          values ('person_1', 'Ada', 'ada@harbor.example', '{auditor}', now(), now())`.execute(old.plain);
      await old.close();
      if (shared !== null && from < NEWEST - 1) continue;
      const steps: string[] = [];
      const store = await open(place, { onProgress: (says) => steps.push(says) });
      expect(steps.filter((says) => says.startsWith('schema'))).toHaveLength(NEWEST - from);
      expect(await shapeOf(store)).toEqual(newest);
      const { rows } = await sql<{ id: string }>`select id from people`.execute(store.plain);
      expect(rows).toEqual([{ id: 'person_1' }]);
      await store.close();
    }
  });

  // The embedded engine has one process alone.
  it.runIf(engine.name === 'postgres')('are done once where several processes start at once', async () => {
    const place = await engine.place();
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(place)));
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from migrations`.execute(
      stores[0]!.plain,
    );
    expect(rows).toEqual([{ count: NEWEST }]);
    await Promise.all(stores.map((store) => store.close()));
  });

  describe('refuse, change nothing, and say how to mend it', () => {
    let place: StoreLocation;
    beforeAll(async () => {
      place = await engine.place();
      await (await open(place)).close();
    });
    const cases: ReadonlyArray<readonly [string, string, string, string]> = [
      [
        'a store that a newer version wrote',
        'store.newer',
        `insert into migrations values (${MIGRATIONS.at(-1)!.number + 1}, 'later', 'sha256:x', now())`,
        `delete from migrations where number = ${MIGRATIONS.at(-1)!.number + 1}`,
      ],
      [
        'a step that was edited',
        'store.half-migrated',
        `update migrations set checksum = 'sha256:other' where number = 3`,
        '',
      ],
      [
        'a step whose tables are gone',
        'store.half-migrated',
        'alter table outbox rename to outbox_gone',
        'alter table outbox_gone rename to outbox',
      ],
      [
        'tables whose step is not recorded',
        'store.half-migrated',
        `delete from migrations where number >= 12`,
        '',
      ],
      ['tables without any record', 'store.half-migrated', 'drop table migrations', ''],
    ];
    it.each(cases)('%s', async (_, code, breaking, mending) => {
      const own = mending === '' && engine.name === 'postgres' ? await engine.place() : place;
      let checksum = '';
      const store = await open(own);
      const before = await shapeOf(store);
      const { rows } = await sql<{
        checksum: string;
      }>`select checksum from migrations where number = 3`.execute(store.plain);
      checksum = rows[0]!.checksum;
      await sql`create table if not exists kept_migrations as select * from migrations`.execute(store.plain);
      await sql.raw(breaking).execute(store.plain);
      await store.close();
      const refused = await openStore(own, { nextEntry });
      expect(codeOf(refused)).toBe(code);
      expect(refused.ok ? '' : refused.problem.hint).toMatch(
        /^(?:restore the latest backup|run the version)/,
      );
      // The same place must serve the next case on the embedded engine.
      const mend = await reopen(own);
      if (mending !== '') await sql.raw(mending).execute(mend.plain);
      else {
        await sql`create table if not exists migrations (number integer primary key, name text not null,
          checksum text not null, applied_at timestamptz(3) not null)`.execute(mend.plain);
        await sql`delete from migrations`.execute(mend.plain);
        await sql`insert into migrations select * from kept_migrations`.execute(mend.plain);
      }
      await sql`drop table kept_migrations`.execute(mend.plain);
      await mend.close();
      const again = await open(own);
      expect(await shapeOf(again)).toEqual(before);
      expect(checksum).toMatch(/^sha256:/);
      await again.close();
    });
  });
});

/** Past the check, as an administrator would with a client of the database. */
async function reopen(location: StoreLocation): Promise<Pick<Store, 'plain' | 'close'>> {
  const { guarded } = await import('../../src/stores/sql/engine/guarded.ts');
  if ('folder' in location) {
    const { openEmbedded } = await import('../../src/stores/sql/engine/open-embedded.ts');
    const { pgliteDialect } = await import('../../src/stores/sql/engine/pglite-driver.ts');
    const opened = await openEmbedded(location.folder, new Date());
    if (!opened.ok) throw new Error(opened.problem.message);
    const { plain, destroy } = guarded(pgliteDialect(opened.value.engine, opened.value.hasEnded));
    await sql`set search_path to scruple`.execute(plain);
    return { plain, close: () => destroy().finally(() => opened.value.release()) };
  }
  const { openPool } = await import('../../src/stores/sql/engine/open-pool.ts');
  const { PostgresDialect } = await import('kysely');
  const pool = await openPool({
    databaseUrl: location.databaseUrl,
    schema: 'scruple',
    maximumConnections: 1,
    statementTimeoutMs: 5000,
    answerTimeoutMs: 7000,
  });
  if (!pool.ok) throw new Error(pool.problem.message);
  const { plain, destroy } = guarded(new PostgresDialect({ pool: pool.value }));
  return { plain, close: destroy };
}
