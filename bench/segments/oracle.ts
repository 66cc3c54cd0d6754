import { argv } from 'node:process';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { SourceText } from '../../src/kernel/source-text.ts';
import { readSql } from '../../src/playbook/3-segments/reading/sql/read-sql.ts';
import { Chance, randomQuery, TABLES } from './random-query.ts';

type Row = readonly (number | null)[];
type Database = ReadonlyMap<string, readonly Row[]>;

const option = (name: string, otherwise: number): number =>
  Number(argv[argv.indexOf(`--${name}`) + 1] || otherwise);
const QUERIES = argv.includes('--queries') ? option('queries', 500) : 500;
const SEED = argv.includes('--seed') ? option('seed', 1) : 1;
const DATABASES = argv.includes('--databases') ? option('databases', 12) : 12;
const ROWS = 6;

/** Small values, so that rows meet often; ids of people are all different. */
function randomDatabase(chance: Chance): Database {
  return new Map(
    Object.entries(TABLES).map(([table, columns]) => [
      table,
      Array.from({ length: ROWS }, (_, row) =>
        columns.map((column) => (column === 'id' ? row : randomValue(chance))),
      ),
    ]),
  );
}

const randomValue = (chance: Chance): number | null => (chance.often(10) ? null : chance.below(5));

const changed = (rows: readonly Row[], column: number, chance: Chance): Row[] =>
  rows.map((row) =>
    row.map((cell, index) => (index === column && chance.often(60) ? randomValue(chance) : cell)),
  );

async function fill(connection: DuckDBConnection, table: string, rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => `(${row.map((cell) => cell ?? 'NULL').join(', ')})`).join(', ');
  await connection.run(`DELETE FROM ${table}`);
  await connection.run(`INSERT INTO ${table} VALUES ${values}`);
}

/** Who is returned: the values of the first column, whatever their order. */
async function people(connection: DuckDBConnection, query: string): Promise<string> {
  const rows = await (await connection.run(query)).getRows();
  return [...new Set(rows.map((row) => String(row[0])))].sort().join(',');
}

/** The columns whose values, rows unchanged, were seen to change who is returned. */
async function decidingBySight(
  connection: DuckDBConnection,
  query: string,
  chance: Chance,
): Promise<Set<string>> {
  const seen = new Set<string>();
  const read = Object.entries(TABLES).filter(([table]) => new RegExp(`\\b${table}\\b`).test(query));
  for (let round = 0; round < DATABASES; round += 1) {
    const database = randomDatabase(chance);
    for (const [table, rows] of database) await fill(connection, table, rows);
    const before = await people(connection, query);
    for (const [table, columns] of read) {
      for (const [index, column] of columns.entries()) {
        if (seen.has(`${table}.${column}`)) continue;
        await fill(connection, table, changed(database.get(table)!, index, chance));
        if ((await people(connection, query)) !== before) seen.add(`${table}.${column}`);
      }
      await fill(connection, table, database.get(table)!);
    }
  }
  return seen;
}

async function main(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [table, columns] of Object.entries(TABLES))
    await connection.run(
      `CREATE TABLE ${table} (${columns.map((column) => `${column} INTEGER`).join(', ')})`,
    );
  let seen = 0;
  let missed = 0;
  let named = 0;
  let unseen = 0;
  let unread = 0;
  let invalid = 0;
  for (let number = 0; number < QUERIES; number += 1) {
    const seed = SEED * 1_000_003 + number * 7919;
    const query = randomQuery(new Chance(seed));
    const read = await readSql(new SourceText('q.sql', query), { dialect: 'duckdb', schema: TABLES });
    if (!read.ok) {
      unread += 1;
      console.log(`unread ${seed}: ${read.problem.message}\n  ${query}`);
      continue;
    }
    let sight: Set<string>;
    try {
      sight = await decidingBySight(connection, query, new Chance(seed + 1));
    } catch {
      invalid += 1;
      continue;
    }
    const deciding = new Set(
      read.value.uses.filter(({ role }) => role !== 'output').map(({ field }) => field),
    );
    const output = new Set(read.value.uses.filter(({ role }) => role === 'output').map(({ field }) => field));
    for (const column of sight) {
      // Whoever is returned is named by the first column: its own values always change the names.
      if (output.has(column) && !deciding.has(column)) continue;
      seen += 1;
      if (deciding.has(column)) continue;
      missed += 1;
      console.log(`missed ${seed} ${column}\n  ${query}`);
    }
    named += deciding.size;
    for (const column of deciding) {
      if (sight.has(column)) continue;
      unseen += 1;
      if (argv.includes('--verbose')) console.log(`unseen ${seed} ${column}\n  ${query}`);
    }
  }
  console.log(`${QUERIES} queries, ${unread} unread, ${invalid} that DuckDB refuses`);
  console.log(
    `recall ${(1 - missed / seen).toFixed(4)}: ${missed} of ${seen} columns that were seen to decide are not named`,
  );
  console.log(
    `${unseen} of ${named} columns that are named were not seen to decide in ${DATABASES} random databases`,
  );
}

await main();
