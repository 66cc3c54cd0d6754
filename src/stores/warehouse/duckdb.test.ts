import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckDbFolder, INVENTORY_TABLES } from '../../../test/contract/duckdb-file.ts';
import type { Warehouse } from '../../kernel/ports/warehouse.ts';
import { openDuckDb } from './duckdb.ts';
import { openIsolatedDuckDb } from './isolated-duckdb.ts';

const TABLES = [
  ...INVENTORY_TABLES,
  'CREATE VIEW shop.harmless AS SELECT sku FROM shop.inventory',
  "CREATE MACRO shop.peek() AS TABLE SELECT * FROM read_text('secret.txt')",
  'CREATE MACRO shop.lower(x) AS (SELECT sleep_ms(100000))',
];

let made: Awaited<ReturnType<typeof duckDbFolder>>;
let warehouse: Warehouse;
const inFolder = (name: string): string => join(made.folder, name);

beforeAll(async () => {
  made = await duckDbFolder(TABLES);
  await writeFile(inFolder('secret.txt'), 'secret');
  await writeFile(inFolder('named.csv'), 'sku,sold\nK2,7\n');
  await writeFile(inFolder('other.csv'), 'sku,sold\nK9,9\n');
  await mkdir(inFolder('folder'));
  await writeFile(inFolder('folder/inside.csv'), 'a\n1\n');
  await symlink(inFolder('secret.txt'), inFolder('folder/link.csv'));
  const opened = await openIsolatedDuckDb({
    databases: { main: 'harbor.duckdb' },
    allowedPaths: ['named.csv', 'folder'],
    root: made.folder,
    queryTimeoutMs: 3000,
    maximumBytes: 500e6,
    threads: 1,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  warehouse = opened.value;
});
afterAll(async () => {
  await warehouse.close();
  await made.remove();
});

const codeOf = async (sql: string): Promise<string> => {
  const answer = await warehouse.query(sql);
  return answer.ok ? 'ran' : answer.problem.code;
};

describe('what a hostile query may do', () => {
  it.each([
    ['read a named file', "select sold from 'named.csv'", 'ran'],
    ['read a file of a named folder', "select * from read_csv('folder/inside.csv')", 'ran'],
    ['read a table', 'select * from shop.inventory', 'ran'],
    ['read a view over tables', 'select * from shop.harmless', 'ran'],
    ['write a named file', "copy (select 1) to 'named.csv'", 'fact.not-allowed'],
    ['write another file', "copy (select 1) to 'out.csv'", 'fact.not-allowed'],
    ['attach', "attach 'other.duckdb'", 'fact.not-allowed'],
    ['install', 'install httpfs', 'fact.not-allowed'],
    ['load', 'load httpfs', 'fact.not-allowed'],
    ['read the machine', "select * from read_csv('/etc/passwd')", 'fact.not-allowed'],
    ['read the machine as text', "select * from read_text('/etc/passwd')", 'fact.not-allowed'],
    ['read another file of the workspace', "select * from read_csv('other.csv')", 'fact.not-allowed'],
    [
      'read through a link in a named folder',
      "select * from read_csv('folder/link.csv')",
      'fact.not-allowed',
    ],
    ['leave by dots', "select * from read_csv('folder/../other.csv')", 'fact.not-allowed'],
    ['read by pattern', "select * from read_csv('*.csv')", 'fact.not-allowed'],
    ['read over the network', "select * from read_csv('https://shop.example/x.csv')", 'fact.not-allowed'],
    ['list files', "select * from glob('/etc/*')", 'fact.not-allowed'],
    ['a pragma', 'pragma enable_profiling', 'fact.not-allowed'],
    ['a pragma that reads', 'pragma version', 'fact.not-allowed'],
    ['a setting', 'set threads = 64', 'fact.not-allowed'],
    ['read a setting', "select current_setting('allowed_paths')", 'fact.not-allowed'],
    ['insert', "insert into shop.inventory values ('K9', 9, null)", 'fact.not-allowed'],
    ['create', 'create table mine as select 1', 'fact.not-allowed'],
    ['call', 'call pragma_version()', 'fact.not-allowed'],
    ['explain', 'explain analyze select 1', 'fact.not-allowed'],
    ['prepare', 'prepare p as select 1', 'fact.not-allowed'],
    ['begin', 'begin', 'fact.not-allowed'],
    ['describe', 'from (describe select 1)', 'fact.not-allowed'],
    ['two statements', 'select 1; drop table shop.inventory', 'fact.not-allowed'],
    ['no statement', ' ; ', 'fact.not-allowed'],
    ['a comment alone', '-- nothing', 'fact.not-allowed'],
    ['text run as a query', "select * from query('select 1')", 'fact.not-allowed'],
    ['switch on logging', "select * from enable_logging(storage = 'stdout')", 'fact.not-allowed'],
    ['write a log', "select write_log('x')", 'fact.not-allowed'],
    ['a macro that reads a file', 'select * from shop.peek()', 'fact.not-allowed'],
    ['a macro in the dress of a function', "select lower('X')", 'fact.not-allowed'],
    ['half a statement', 'select (', 'fact.invalid'],
    ['an unknown parameter', 'select $secret', 'fact.invalid'],
    ['a query of a megabyte', `select '${'x'.repeat(1_000_000)}'`, 'fact.invalid'],
    ['40,000 brackets', `select ${'('.repeat(40_000)}1${')'.repeat(40_000)}`, 'fact.invalid'],
    ['900 brackets', `select ${'('.repeat(900)}1${')'.repeat(900)}`, 'ran'],
  ])('%s', async (_, sql, code) => expect(await codeOf(sql)).toBe(code));

  it('leaves no file behind and none changed', async () => {
    expect(existsSync(inFolder('out.csv'))).toBe(false);
    expect(await readFile(inFolder('named.csv'), 'utf8')).toBe('sku,sold\nK2,7\n');
  });
});

describe('what a query reads', () => {
  it.each([
    ['select 1', []],
    ['values (1), (2)', []],
    ['select * from range(3)', []],
    ['with inventory as (select 1) select * from inventory', []],
    ['select * from information_schema.tables', []],
    ['select 3 from shop.inventory', []],
    ['select 1 + 2, cast(3 as bigint) from shop.inventory limit 1', []],
    ['select 3 * stock from shop.inventory', ['shop.inventory']],
    ['select count(*) from shop.inventory', ['shop.inventory']],
    ['select 3 from shop.inventory union all select 4 from shop.inventory', ['shop.inventory']],
    ['with i as (select * from shop.inventory) select * from i', ['shop.inventory']],
    ['select (select max(stock) from shop.inventory)', ['shop.inventory']],
    ["select * from read_csv('named.csv')", ['named.csv']],
    ["select * from read_csv(['named.csv', 'folder/inside.csv'])", ['folder/inside.csv', 'named.csv']],
  ])('%s', async (sql, tables) => expect(await warehouse.tablesOf(sql)).toEqual({ ok: true, value: tables }));
});

describe('a query that does not end', () => {
  const endless = async (sql: string, options: { maximumBytes?: number; queryTimeoutMs: number }) => {
    const opened = await openIsolatedDuckDb({
      databases: { main: made.database },
      allowedPaths: [],
      threads: 1,
      ...options,
    });
    if (!opened.ok) throw new Error(opened.problem.message);
    const started = performance.now();
    const answer = await opened.value.query(sql);
    const took = performance.now() - started;
    const after = await opened.value.query('select stock from shop.inventory limit 1');
    await opened.value.close();
    return { message: answer.ok ? 'ran' : answer.problem.message, took, after };
  };

  it.each([
    ['a cross join', 'select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 7'],
    ['a recursion', 'with recursive r as (select 1 a union all select a from r) select count(*) from r'],
    ['a list that cannot be interrupted', 'select list_sum(range(1000000000))'],
  ])('%s is ended at the limit, and the next query runs', async (_, sql) => {
    const { message, took, after } = await endless(sql, { queryTimeoutMs: 300, maximumBytes: 2e9 });
    expect(message).toBe('the query was ended after 300 ms');
    expect(took).toBeLessThan(2500);
    expect(after).toMatchObject({ ok: true });
  });

  it.each([
    ['inside the limit of the engine', 'select list(range) from range(1000000000)'],
    [
      'outside it',
      "select list_transform(range(3000), x -> list_transform(range(3000), y -> repeat('x', 1000)))",
    ],
  ])('a query that eats memory %s is ended, and the next query runs', async (_, sql) => {
    const { message, after } = await endless(sql, { queryTimeoutMs: 20_000, maximumBytes: 400e6 });
    expect(message).toBe('the query needs more memory than it may have');
    expect(after).toMatchObject({ ok: true });
  });

  it('is called off by its signal', async () => {
    const controller = new AbortController();
    const answer = warehouse.query('select count(*) from range(100000000000)', { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    expect(await answer).toMatchObject({ ok: false, problem: { message: 'the query was called off' } });
    expect(await codeOf('select 1')).toBe('ran');
  });

  it('is refused once three have run to the limit', async () => {
    const opened = await openIsolatedDuckDb({ allowedPaths: [], queryTimeoutMs: 50, threads: 1 });
    if (!opened.ok) throw new Error(opened.problem.message);
    for (let index = 0; index < 3; index += 1)
      await opened.value.query('select count(*) from range(100000000000)');
    const started = performance.now();
    expect(await opened.value.query('select 1')).toMatchObject({
      ok: false,
      problem: { code: 'warehouse.unavailable' },
    });
    expect(performance.now() - started).toBeLessThan(20);
    await opened.value.close();
  });
});

describe('opening', () => {
  const problemOf = async (options: Partial<Parameters<typeof openDuckDb>[0]>): Promise<string> => {
    const opened = await openDuckDb({
      allowedPaths: [],
      queryTimeoutMs: 1000,
      root: made.folder,
      ...options,
    });
    if (opened.ok) await opened.value.close();
    return opened.ok ? 'opened' : opened.problem.code;
  };

  it('refuses what is missing, no database, or outside', async () => {
    await symlink('/etc', inFolder('escape'));
    expect(await problemOf({ databases: { main: 'absent.duckdb' } })).toBe('file.missing');
    expect(await problemOf({ databases: { main: 'secret.txt' } })).toBe('warehouse.unavailable');
    expect(await problemOf({ allowedPaths: ['absent.csv'] })).toBe('file.missing');
    expect(await problemOf({ allowedPaths: ['escape/passwd'] })).toBe('file.outside');
    expect(await problemOf({ allowedPaths: ['/dev/zero'] })).toBe('file.unknown-kind');
  });

  it('takes a database under any name, and schemas stay reachable', async () => {
    for (const name of ['main', 'temp', 'shop', 'we "quote" it']) {
      const opened = await openDuckDb({
        databases: { [name]: made.database },
        allowedPaths: [],
        queryTimeoutMs: 1000,
      });
      if (!opened.ok) throw new Error(opened.problem.message);
      expect(await opened.value.query('select count(*)::integer from shop.inventory')).toMatchObject({
        value: { rows: [[2]] },
      });
      await opened.value.close();
    }
  });

  it('refuses a view of the database that does more than read', async () => {
    const hostile = await duckDbFolder(INVENTORY_TABLES);
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(hostile.database);
    const connection = await instance.connect();
    await connection.run("CREATE VIEW shop.sniffed AS SELECT * FROM glob('/etc/*')");
    await connection.run('CREATE VIEW shop.over_it AS SELECT * FROM shop.sniffed');
    connection.closeSync();
    instance.closeSync();
    const opened = await openDuckDb({
      databases: { main: hostile.database },
      allowedPaths: [],
      queryTimeoutMs: 1000,
    });
    if (!opened.ok) throw new Error(opened.problem.message);
    for (const view of ['sniffed', 'over_it'])
      expect(await opened.value.query(`select * from shop.${view}`)).toMatchObject({
        problem: { code: 'fact.not-allowed' },
      });
    expect(await opened.value.query('select * from shop.inventory')).toMatchObject({ ok: true });
    await opened.value.close();
    await hostile.remove();
  });
});
