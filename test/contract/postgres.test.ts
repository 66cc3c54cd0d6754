import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFactPorts } from '../../src/app/fact-ports.ts';
import type { Warehouse } from '../../src/kernel/ports/warehouse.ts';
import { runAudit } from '../../src/playbook/4-harm/fairness/run-audit.ts';
import type { AuditSpec } from '../../src/playbook/4-harm/fairness/spec.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';
import { openPostgres } from '../../src/stores/warehouse/postgres.ts';
import { scruple } from '../cli/run-scruple.ts';
import {
  hasPostgres,
  PASSWORD,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from './postgres-server.ts';
import { describeWarehouse } from './warehouse.ts';

sayWithoutPostgres('the contract of the warehouse over PostgreSQL');

const INVENTORY = `
  CREATE SCHEMA shop;
  CREATE TABLE shop.inventory (sku varchar, stock integer, changed_at timestamp);
  INSERT INTO shop.inventory VALUES ('K2', 3, '2026-11-20 08:55:00'), ('K3', 40, '2026-11-19 10:00:00');
  CREATE VIEW shop.low AS SELECT * FROM shop.inventory WHERE stock < 10;
  CREATE SEQUENCE shop.numbers;
  CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}';
  CREATE TABLE shop.secret (word text); INSERT INTO shop.secret VALUES ('xyzzy');
  GRANT USAGE ON SCHEMA shop TO reader; GRANT SELECT ON shop.inventory TO reader;
`;

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  let server: PostgresServer;
  let folder = '';
  const opened: Warehouse[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    await server.run(INVENTORY);
    folder = await mkdtemp(join(tmpdir(), 'scruple-cells-'));
  });
  afterAll(async () => {
    for (const warehouse of opened) await warehouse.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const open = async (url = server.url): Promise<Warehouse> => {
    const warehouse = await openPostgres({ url, queryTimeoutMs: 5000 });
    if (!warehouse.ok) throw new Error(warehouse.problem.message);
    opened.push(warehouse.value);
    return warehouse.value;
  };

  describeWarehouse('PostgreSQL', () => open());

  it('gives the values of every common type in the types of the port', async () => {
    const answer = await (await open()).query(
      `select 9007199254740993::bigint as big, 1.5::numeric as exact, true as yes, date '2026-11-20' as day,
       timestamptz '2026-11-20 10:00:00+01' as zoned, null::text as nothing, '{"a":1}'::jsonb as json, 2.5::real as real`,
    );
    expect(answer).toEqual({
      ok: true,
      value: {
        columns: ['big', 'exact', 'yes', 'day', 'zoned', 'nothing', 'json', 'real'],
        rows: [
          [
            9007199254740993n,
            1.5,
            true,
            new Date('2026-11-20'),
            new Date('2026-11-20T09:00:00Z'),
            null,
            '{"a": 1}',
            2.5,
          ],
        ],
      },
    });
  });

  it('fills named parameters, and leaves what only looks like one alone', async () => {
    const answer = await (await open()).query(
      "select $low::int as low, '$low' as text, $tag$ $low $tag$ as dollars, $low::int + $high::int as both -- $low",
      { parameters: { low: 1, high: 2 } },
    );
    expect(answer.ok && answer.value.rows).toEqual([[1, '$low', ' $low ', 3]]);
  });

  it('names the tables behind a view and inside a condition that is never true', async () => {
    const warehouse = await open();
    expect(await warehouse.tablesOf('select * from shop.low')).toEqual({
      ok: true,
      value: ['shop.inventory', 'shop.low'],
    });
    expect(await warehouse.tablesOf('select 1 where false and exists (select 1 from shop.secret)')).toEqual({
      ok: true,
      value: ['shop.secret'],
    });
  });

  it.each([
    ['delete from shop.inventory'],
    ['with gone as (delete from shop.inventory returning 1) select * from gone'],
    ['select 1; drop table shop.inventory'],
    ['select * into shop.copy from shop.inventory'],
    ['select * from shop.inventory for update'],
    ["select nextval('shop.numbers')"],
    ['select pg_sleep(60)'],
    ["select pg_read_file('/etc/passwd')"],
    ["select set_config('transaction_read_only', 'off', false)"],
    ["select query_to_xml('select 1', true, false, '')"],
    ['select * from pg_stat_activity'],
    ['select * from pg_catalog.pg_shadow'],
    ['commit'],
    ["copy shop.inventory to '/tmp/out'"],
    ['select pg_terminate_backend(1)'],
  ])('refuses %s', async (sql) => {
    const warehouse = await open();
    expect(await warehouse.query(sql)).toMatchObject({ ok: false, problem: { code: 'fact.not-allowed' } });
    expect(await warehouse.query('select count(*) from shop.inventory')).toMatchObject({
      value: { rows: [[2n]] },
    });
  });

  it('is told by the server what its role may not read', async () => {
    const reader = await open(server.url.replace(`postgres:${PASSWORD}`, `reader:${PASSWORD}`));
    expect(await reader.query('select * from shop.secret')).toMatchObject({
      ok: false,
      problem: { code: 'fact.not-allowed' },
    });
    expect(await reader.query('select count(*) from shop.inventory')).toMatchObject({ ok: true });
  });

  const SLOW = 'select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b';

  it('ends a query at its limit', async () => {
    const started = performance.now();
    expect(await (await open()).query(SLOW, { timeoutMs: 300 })).toMatchObject({
      ok: false,
      problem: { code: 'warehouse.unavailable', message: 'the query was ended after 300 ms' },
    });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('calls a query off, on the server too', async () => {
    const warehouse = await open();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    expect(await warehouse.query(SLOW, { signal: stop.signal })).toMatchObject({
      ok: false,
      problem: { message: 'the query was called off' },
    });
    await expect
      .poll(async () => {
        const { default: pg } = await import('pg');
        const client = new pg.Client(server.url);
        await client.connect();
        const { rows } = await client.query(
          "select count(*)::int as n from pg_stat_activity where state = 'active' and query like 'FETCH%'",
        );
        await client.end();
        return rows[0].n;
      })
      .toBe(0);
  });

  it.each([
    ['a wrong password', (url: string) => url.replace(PASSWORD, 'wrong-word'), /password is wrong/],
    ['a port where nobody listens', (url: string) => url.replace(/:\d+\//, ':1/'), /nobody listens/],
    ['no such database', (url: string) => url.replace(/postgres$/, 'nowhere'), /no such database/],
    ['another secret in its place', () => 'pw-in-address', /cannot be read/],
    ['no address', () => 'postgres://%zz:pw-in-address@host/x', /cannot be (?:read|reached)/],
  ])('says %s, and no secret', async (_, change, said) => {
    const answer = await openPostgres({ url: change(server.url), queryTimeoutMs: 1000 });
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'warehouse.unavailable', message: expect.stringMatching(said) },
    });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${PASSWORD}|wrong-word|pw-in-address`));
  });

  it('counts an audit into the same integers as DuckDB', async () => {
    const [table, file] = [decisions(4000), join(folder, 'decisions.csv')];
    await writeFile(file, table.csv);
    await server.run(table.sql);
    const duckdb = await openDuckDb({ allowedPaths: [file], queryTimeoutMs: 20_000 });
    if (!duckdb.ok) throw new Error(duckdb.problem.message);
    opened.push(duckdb.value);
    const spec: Omit<AuditSpec, 'source'> = {
      groups: ['sex', 'age "band"; --'],
      decision: 'contacted',
      label: 'replied',
      score: 'score',
      weight: 'people',
      control: ['region'],
      rules: ['debtors', 'lapsed'],
      outcomes: ['price'],
      proxies: ['region', 'debtors'],
      marginals: true,
    };
    const inDuckDb = await runAudit(duckdb.value, {
      ...spec,
      source: { kind: 'file', path: file, format: 'csv' },
    });
    const inPostgres = await runAudit(await open(), {
      ...spec,
      source: { kind: 'table', name: ['shop', 'decisions'] },
    });
    if (!inDuckDb.ok || !inPostgres.ok)
      throw new Error(JSON.stringify([inDuckDb, inPostgres]).slice(0, 2000));
    const { source: _, ...one } = inDuckDb.value;
    const { source: __, ...other } = inPostgres.value;
    expect(one.groups.length).toBe(6);
    expect(other).toEqual(one);
  });

  it('audits from the command line, address and secret in the environment, attributes in a schema apart', async () => {
    const table = decisions(2000);
    await server.run(
      `DROP TABLE IF EXISTS shop.decisions; ${table.sql};
       ALTER TABLE shop.decisions ADD COLUMN person serial;
       CREATE SCHEMA vault; CREATE TABLE vault.attributes AS SELECT person AS pseudonym, sex AS gender FROM shop.decisions;`,
    );
    const env = { WAREHOUSE_URL: server.url };
    const asked = ['--decision', 'contacted', '--format', 'json', '--at', '2026-11-24T00:00:00Z'];
    const plain = await scruple(
      ['audit', 'env:WAREHOUSE_URL', 'shop.decisions', '--group', 'sex', ...asked],
      { env },
    );
    expect(plain.stderr).toBe('');
    expect(JSON.parse(plain.stdout).source.name).toBe('postgres://127.0.0.1/postgres shop.decisions');
    expect(plain.stdout).not.toContain(PASSWORD);
    await writeFile(
      join(folder, 'vault.yaml'),
      'key: pseudonym\nattributes:\n  gender: { source: survey, ground: monitoring, date: 2026-01-01, retention: P3Y }\n',
    );
    const overVault = await scruple(
      [
        'audit',
        'env:WAREHOUSE_URL',
        'shop.decisions',
        '--vault',
        'vault',
        '--id',
        'person',
        '--group',
        'gender',
        '--purpose',
        'test',
        ...asked,
      ],
      { env, cwd: folder },
    );
    expect(overVault.stderr).toBe('');
    expect(JSON.parse(overVault.stdout).groups.map(({ n }: { n: number }) => n)).toEqual(
      JSON.parse(plain.stdout).groups.map(({ n }: { n: number }) => n),
    );
    const reading = await scruple(
      [
        'audit',
        'env:WAREHOUSE_URL',
        'select d.*, a.gender as copied from shop.decisions d join vault.attributes a on a.pseudonym = d.person',
        '--vault',
        'vault',
        '--id',
        'person',
        '--group',
        'gender',
        '--purpose',
        'test',
        ...asked,
      ],
      { env, cwd: folder },
    );
    expect(reading).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('the query reads the vault itself'),
    });
  });

  it('answers facts of a workspace', async () => {
    process.env.SCRUPLE_TEST_WAREHOUSE = server.url;
    const ports = await openFactPorts(
      {
        settings: {
          warehouses: {
            main: { postgres: 'env:SCRUPLE_TEST_WAREHOUSE' },
            gone: { postgres: 'env:NOT_SET_ANYWHERE' },
          },
        },
        files: { root: folder, sources: new Map() },
        uses: [],
        namedFacts: new Map(),
      } as never,
      { noFacts: false, allowHosts: [], allowPaths: [] },
    );
    try {
      const main = await ports.warehouse('main');
      if (!main.ok) throw new Error(main.problem.message);
      expect(await main.value.query("select stock from shop.inventory where sku = 'K2'")).toMatchObject({
        value: { rows: [[3]] },
      });
      expect(await ports.warehouse('gone')).toMatchObject({
        ok: false,
        problem: { message: expect.stringContaining('`NOT_SET_ANYWHERE`') },
      });
    } finally {
      await ports.close();
      delete process.env.SCRUPLE_TEST_WAREHOUSE;
    }
  });
});

/** The same rows as CSV and as a typed table: booleans, numbers, weights, empty cells, a hostile column name. */
function decisions(rows: number): { csv: string; sql: string } {
  let state = 7;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const sex = next() < 0.48 ? 'f' : 'm';
    const band = ['18–29', "30's", ''][Math.floor(next() * 3)]!;
    const score = Math.round(next() * 1000) / 1000;
    const contacted = next() < (sex === 'f' ? 0.3 : 0.45);
    lines.push(
      [
        sex,
        band,
        contacted,
        next() < 0.2 ? 1 : 0,
        next() < 0.02 ? '' : score,
        1 + Math.floor(next() * 3),
        ['n', 's'][Math.floor(next() * 2)],
        !contacted && next() < 0.3,
        !contacted && next() < 0.2,
        (10 + 90 * next()).toFixed(2),
      ].join(','),
    );
  }
  const csv = `sex,"age ""band""; --",contacted,replied,score,people,region,debtors,lapsed,price\n${lines.join('\n')}\n`;
  const value = (text: string, kind: string): string =>
    text === '' ? 'null' : kind === 'number' ? text : `'${text.replaceAll("'", "''")}'`;
  const kinds = ['text', 'text', 'text', 'number', 'number', 'number', 'text', 'text', 'text', 'number'];
  const tuples = lines.map(
    (line) =>
      `(${line
        .split(',')
        .map((text, index) => value(text, kinds[index]!))
        .join(',')})`,
  );
  return {
    csv,
    sql: `CREATE TABLE shop.decisions (sex text, "age ""band""; --" varchar(20), contacted boolean, replied smallint, score double precision, people integer, region char(1), debtors boolean, lapsed boolean, price numeric(10,2));
      INSERT INTO shop.decisions VALUES ${tuples.join(',')}`,
  };
}
