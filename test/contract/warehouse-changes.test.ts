import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeableWarehouse, ChangeStatement } from '../../src/kernel/ports/warehouse-changes.ts';
import type { PersonKey } from '../../src/playbook/6-control/access/person-keys.ts';
import {
  changeStatement,
  planErasure,
  type SourceChange,
} from '../../src/playbook/6-control/access/source-change.ts';
import { changeableDuckDb } from '../../src/stores/warehouse/changeable-duckdb.ts';
import { openChangeablePostgres } from '../../src/stores/warehouse/changeable-postgres.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';
import { openPostgres } from '../../src/stores/warehouse/postgres.ts';
import { hasPostgres, type PostgresServer, sayWithoutPostgres, startPostgres } from '../harness/postgres.ts';
import { duckDbFolder } from './duckdb-file.ts';
import { codeOf, must } from './store-engines.ts';

sayWithoutPostgres('changes in a warehouse on PostgreSQL');

const TABLES = [
  'CREATE SCHEMA shop',
  'CREATE TABLE shop.people (customer_id VARCHAR(20), "e mail" VARCHAR(80), age INTEGER)',
  `INSERT INTO shop.people VALUES ('007', ' Ann@Customer.example', 40), ('7', 'dee@customer.example', 30)`,
  'CREATE TABLE shop.orders (customer_id VARCHAR(20), note VARCHAR(80), bill VARCHAR(80) NOT NULL)',
  `INSERT INTO shop.orders VALUES ('007', 'left at the door', 'b1'), ('007', NULL, 'b2'), ('7', 'hers', 'b3')`,
];

interface World {
  readonly open: () => Promise<ChangeableWarehouse>;
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  readonly stop: () => Promise<void>;
}

async function duckDb(): Promise<World> {
  const made = await duckDbFolder(TABLES);
  return {
    open: async () => changeableDuckDb('main', made.database),
    async rows(sql) {
      const warehouse = must(
        await openDuckDb({ databases: { main: made.database }, allowedPaths: [], queryTimeoutMs: 5000 }),
      );
      const answer = await warehouse.query(sql);
      await warehouse.close();
      return must(answer).rows;
    },
    stop: () => made.remove(),
  };
}

let server: PostgresServer;
async function postgres(): Promise<World> {
  server ??= await startPostgres();
  await server.run('DROP SCHEMA IF EXISTS shop CASCADE');
  for (const sql of TABLES) await server.run(sql);
  return {
    open: async () => must(await openChangeablePostgres(server.url)),
    async rows(sql) {
      const warehouse = must(await openPostgres({ url: server.url, queryTimeoutMs: 5000 }));
      const answer = await warehouse.query(sql);
      await warehouse.close();
      return must(answer).rows;
    },
    stop: async () => {},
  };
}
afterAll(() => server?.stop());

const key = (kind: PersonKey['kind'], value: string): PersonKey => ({ kind, value, from: 'given' });
const ann = [key('customer', '007')];
const statement = (
  dataset: string,
  change: SourceChange,
  { by = 'customer_id', keys = ann, mostRows = 9 } = {},
): ChangeStatement => ({ ...changeStatement(dataset, by, keys[0]!.kind, keys, change)!, mostRows });
const ALL = 'select customer_id, note, bill from shop.orders order by bill';
const BEFORE = [
  ['007', 'left at the door', 'b1'],
  ['007', null, 'b2'],
  ['7', 'hers', 'b3'],
];

describe.each([['DuckDB', duckDb] as const, ...(hasPostgres ? [['PostgreSQL', postgres] as const] : [])])(
  'changes in a warehouse, %s',
  (name, make) => {
    let world: World;
    beforeAll(async () => {
      world = await make();
      await world.stop();
    }, 60_000);
    beforeEach(async () => {
      world = await make();
      return () => world.stop();
    });
    const change = async (...statements: ChangeStatement[]) => {
      const warehouse = await world.open();
      const done = await warehouse.change(statements);
      await warehouse.close();
      return done;
    };

    it('deletes the rows of one person, by what is compared as text, and none the second time', async () => {
      const both = [
        statement('shop.orders', { does: 'delete' }),
        statement(
          'shop.people',
          { does: 'delete' },
          { by: 'e mail', keys: [key('email', 'ann@customer.example')] },
        ),
      ];
      expect(must(await change(...both))).toEqual([2, 1]);
      expect(await world.rows(ALL)).toEqual([BEFORE[2]]);
      expect(await world.rows('select customer_id from shop.people')).toEqual([['7']]);
      expect(must(await change(...both))).toEqual([0, 0]);
    });

    it('empties what no law keeps, and counts the rows in which there was something', async () => {
      const empty = statement('shop.orders', { does: 'empty', columns: ['note'] });
      expect(must(await change(empty))).toEqual([1]);
      expect(await world.rows(ALL)).toEqual([['007', null, 'b1'], BEFORE[1], BEFORE[2]]);
      expect(must(await change(empty))).toEqual([0]);
    });

    it('corrects a column of numbers as one of text', async () => {
      const correct = statement('shop.people', { does: 'correct', columns: ['age'], value: '41' });
      expect(must(await change(correct))).toEqual([1]);
      expect(must(await change(correct))).toEqual([0]);
      expect(await world.rows('select cast(age as varchar) from shop.people order by customer_id')).toEqual([
        ['41'],
        ['30'],
      ]);
    });

    it.each([
      ['more rows than were confirmed', [statement('shop.orders', { does: 'delete' }, { mostRows: 1 })]],
      ['a column that must not be empty', [statement('shop.orders', { does: 'empty', columns: ['bill'] })]],
      [
        'a value that is none of its column',
        [
          statement(
            'shop.people',
            { does: 'correct', columns: ['age'], value: 'x' },
            { keys: [key('customer', '7')] },
          ),
        ],
      ],
      ['a table that is not there', [statement('shop.gone', { does: 'delete' })]],
    ])('takes everything back at %s', async (_, last) => {
      const done = await change(statement('shop.people', { does: 'delete' }), ...last);
      expect(codeOf(done)).toBe('warehouse.not-changed');
      expect(JSON.stringify(done)).not.toMatch(/007|b1|door/);
      expect(await world.rows(ALL)).toEqual(BEFORE);
      expect(await world.rows('select count(*) from shop.people')).toEqual([[2n]]);
    });

    it('keeps nothing of it where the engine dies in the middle', async () => {
      const slow: ChangeStatement =
        name === 'DuckDB'
          ? {
              sql: 'delete from shop.people where (select count(*) from range(4000000000000)) > 0',
              parameters: [],
              mostRows: 9,
            }
          : { sql: 'delete from shop.people where pg_sleep(20) is not null', parameters: [], mostRows: 9 };
      const warehouse = await world.open();
      const running = warehouse.change([statement('shop.orders', { does: 'delete' }), slow]);
      if (name === 'DuckDB') await endChild();
      else
        await server.run(
          `DO $$ BEGIN FOR i IN 1..100 LOOP
           PERFORM pg_sleep(0.05);
           EXIT WHEN (SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE application_name = 'scruple-changes' AND query LIKE '%pg_sleep(20)%') > 0;
         END LOOP; END $$`,
        );
      expect(['warehouse.unconfirmed', 'warehouse.not-changed']).toContain(codeOf(await running));
      await warehouse.close();
      expect(await world.rows(ALL)).toEqual(BEFORE);
    });
  },
);

/** Kills the process of the engine once it has had time to be in the middle. */
async function endChild(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const child = readdirSync('/proc')
      .filter((one) => /^\d+$/.test(one))
      .find((pid) => isOurs(pid));
    if (child === undefined) continue;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // That of the test before may still have been about to end.
    if (!isOurs(child)) continue;
    process.kill(Number(child), 'SIGKILL');
    return;
  }
  throw new Error('the process of the engine did not start');
}

function isOurs(pid: string): boolean {
  try {
    const parent = / (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S/, ''))?.[1];
    return (
      Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('change-duckdb')
    );
  } catch {
    return false;
  }
}

describe('planErasure', () => {
  const columns = ['customer_id', 'note', 'bill', 'extra'];
  const field = (name: string, basis = 'contract') => ({ field: name, basis });
  it.each([
    ['nothing is kept by law', [field('customer_id'), field('note')], { does: 'delete' }, []],
    [
      'a law keeps one field',
      [field('customer_id'), field('note'), field('bill', 'legal-obligation')],
      { does: 'empty', columns: ['note'] },
      ['customer_id', 'bill', 'extra'],
    ],
    [
      'a law keeps all that is described',
      [
        field('customer_id', 'legal-obligation'),
        field('Note', 'legal-obligation'),
        field('bill', 'legal-obligation'),
      ],
      { does: 'keep' },
      columns,
    ],
  ])('where %s', (_, fields, expected, left) => {
    expect(planErasure(columns, fields, 'customer_id')).toEqual({ change: expected, left });
  });
});
