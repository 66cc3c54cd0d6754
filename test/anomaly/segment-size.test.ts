import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckDbFolder } from '../contract/duckdb-file.ts';
import { check, makeWorkspace, SETTINGS, useFiles } from '../harness/workspace.ts';

let shop: Awaited<ReturnType<typeof duckDbFolder>>;
beforeAll(async () => {
  shop = await duckDbFolder([
    'CREATE SCHEMA crm',
    "CREATE TABLE crm.customers AS SELECT range AS customer_id, CASE WHEN range < 12 THEN 'Quay' ELSE 'Harbor' END AS city FROM range(200)",
  ]);
});
afterAll(() => shop.remove());

interface Case {
  readonly sql: string;
  readonly dialect?: string;
  readonly warehouses?: string;
  readonly noFacts?: boolean;
}

/** What `seg-min-size` says of a segment that a DuckDB file can be asked about. */
async function sizeOf({
  sql,
  dialect = 'postgres',
  warehouses = '{ main: { duckdb: shop.duckdb } }',
  noFacts = false,
}: Case) {
  const folder = await makeWorkspace({
    'scruple.yaml': `${SETTINGS}warehouses: ${warehouses}\nlimits: { query: PT1S }\n`,
    ...useFiles({
      'segment.sql': sql,
      'use.yaml': `audience: { segment: segment.sql, dialect: ${dialect} }\n`,
    }),
  });
  await copyFile(shop.database, join(folder, 'shop.duckdb'));
  const use = (await check(folder, { noFacts })).uses[0]!;
  return {
    found: use.findings.filter((one) => one.check === 'seg-min-size').map(({ advice }) => advice),
    missing: use.notAssessed.filter((one) => one.check === 'seg-min-size').flatMap((one) => one.missing),
    text: JSON.stringify(use),
  };
}

const FEW = "select customer_id from crm.customers where city = 'Quay'";

describe('how many people a segment finds', () => {
  it.each<[string, Case, string[]]>([
    ['a few', { sql: FEW }, ['finds-few']],
    ['nobody', { sql: "select customer_id from crm.customers where city = 'Moon'" }, ['finds-few']],
    ['many', { sql: "select customer_id from crm.customers where city = 'Harbor'" }, []],
    ['a few, with a comment and a semicolon', { sql: `${FEW}; -- those at the quay\n` }, ['finds-few']],
    ['a few, with comments behind it', { sql: `${FEW};\n\n-- those\n-- at the quay\n` }, ['finds-few']],
    ['a few, with a comment at the end', { sql: `${FEW} -- those at the quay` }, ['finds-few']],
    ['a few in its own dialect', { sql: FEW, dialect: 'duckdb' }, ['finds-few']],
  ])('%s', async (_, given, found) => expect(await sizeOf(given)).toMatchObject({ found, missing: [] }));

  it.each<[string, Case, RegExp]>([
    [
      'a table that is not there',
      { sql: 'select customer_id from crm.people where age > 20' },
      /does not run in `main`$/,
    ],
    ['without facts', { sql: FEW, noFacts: true }, /no warehouse was asked/],
    ['a dialect that no warehouse speaks', { sql: FEW, dialect: 'snowflake' }, /does not name one warehouse/],
    [
      'two that could be meant',
      { sql: FEW, warehouses: '{ a: { duckdb: shop.duckdb }, b: { duckdb: shop.duckdb } }' },
      /does not name one warehouse/,
    ],
    [
      'a definition that never ends',
      {
        sql: 'select a.customer_id from crm.customers a, crm.customers b, crm.customers c, crm.customers d, crm.customers e where a.customer_id + b.customer_id = c.customer_id * d.customer_id + e.customer_id + 7',
      },
      /ended after 1000 ms/,
    ],
    [
      'one that would show what it read in an error',
      { sql: 'select customer_id from crm.customers where cast(city as integer) = 1' },
      /does not run in `main`$/,
    ],
    ['one that reads a file', { sql: "select customer_id from read_csv('/etc/passwd')" }, /does not run/],
  ])('cannot tell: %s', async (_, given, because) => {
    const { found, missing } = await sizeOf(given);
    expect(found).toEqual([]);
    expect(missing.join()).toMatch(because);
  });

  it('never tells the number, so that nobody learns whether one person is among them', async () => {
    const one = await sizeOf({ sql: 'select customer_id from crm.customers where customer_id * 1 = 7' });
    expect(one.found).toEqual(['finds-few']);
    expect(one.text).not.toMatch(/"count":|people found|\b1 people/);
  });
});
