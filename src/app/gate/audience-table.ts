import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteIdentifier, quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tableName } from '../audit/open-decisions.ts';
import { type Audience, wrongNames } from './audience-file.ts';
import type { BatchEngine } from './batch-engine.ts';

/** Rows of one answer of the database. */
const AT_ONCE = 20_000;

/** A list in a database: `duckdb:FILE#table`, or `env:NAME#table` with the address of a PostgreSQL in that variable. */
export const isTable = (list: string): boolean => /^(?:duckdb|env):/.test(list);

/**
 * Reads a table into the engine, each cell as text. The database is only read, in one transaction, row by row.
 * Problems: `usage.invalid`, `file.missing`, `gate.unreadable-audience`.
 */
export async function readTable(
  engine: BatchEngine,
  list: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<Audience, Problem>> {
  const place = placeOfTable(list, environment);
  if (!place.ok) return place;
  const { relation } = place.value;
  return 'path' in place.value
    ? readFromDuckDb(engine, place.value.path, relation)
    : readFromPostgres(engine, place.value.address, relation);
}

type PlaceOfTable = { readonly relation: string } & (
  | { readonly path: string }
  | { readonly address: string }
);

/** Where a list in a database lies; `relation` is quoted. Problems: `usage.invalid`. */
export function placeOfTable(
  list: string,
  environment: Readonly<Record<string, string | undefined>>,
): Result<PlaceOfTable, Problem> {
  const [place = '', table = ''] = list.split('#', 2);
  const name = table === '' ? null : tableName(table);
  if (name === null)
    return fail(
      problem('usage.invalid', `\`${list}\` names no table`, 'write it as duckdb:FILE#schema.table'),
    );
  const relation = name.map(quoteIdentifier).join('.');
  if (place.startsWith('duckdb:')) return ok({ path: place.slice('duckdb:'.length), relation });
  const address = environment[place.slice('env:'.length)] ?? '';
  if (!/^postgres(?:ql)?:\/\//.test(address))
    return fail(
      problem(
        'usage.invalid',
        `the variable \`${place.slice(4)}\` holds no address of a PostgreSQL`,
        'set it to postgres://…',
      ),
    );
  return ok({ address, relation });
}

async function readFromDuckDb(
  engine: BatchEngine,
  path: string,
  relation: string,
): Promise<Result<Audience, Problem>> {
  if (!existsSync(path))
    return fail(problem('file.missing', `there is no file \`${path}\``, 'mend the path'));
  try {
    await engine.run(`ATTACH ${quoteLiteral(resolve(path))} AS "the list" (READ_ONLY)`);
    const columns = (await engine.rows(`DESCRIBE SELECT * FROM "the list".${relation}`)).map(([column]) =>
      String(column),
    );
    const wrong = wrongNames(columns);
    if (wrong !== null) return fail(unreadableTable(basename(path), wrong));
    const cells = columns.map((column, index) => `CAST(${quoteIdentifier(column)} AS VARCHAR) AS c${index}`);
    await engine.run(`CREATE TABLE audience AS SELECT ${cells.join(', ')} FROM "the list".${relation}`);
    await engine.run('DETACH "the list"');
    return ok(await audienceOf(engine, columns));
  } catch {
    return fail(unreadableTable(basename(path), 'is no database of DuckDB with this table'));
  }
}

async function readFromPostgres(
  engine: BatchEngine,
  address: string,
  relation: string,
): Promise<Result<Audience, Problem>> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address, application_name: 'scruple gate' });
  // A server that goes away in the midst is told by the query that it breaks.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await client.query(`DECLARE list NO SCROLL CURSOR FOR SELECT * FROM ${relation}`);
    const fetch = (): Promise<{ fields: { name: string }[]; rows: (string | null)[][] }> =>
      client.query({
        text: `FETCH FORWARD ${AT_ONCE} FROM list`,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      } as never) as never;
    let part = await fetch();
    const columns = part.fields.map(({ name }) => name);
    const wrong = wrongNames(columns);
    if (wrong !== null) return fail(unreadableTable('the table', wrong));
    await engine.createTable(
      'audience',
      Object.fromEntries(columns.map((_, index) => [`c${index}`, 'VARCHAR'])),
    );
    const appender = await engine.appender(
      'audience',
      columns.map(() => 'VARCHAR'),
    );
    for (; part.rows.length > 0; part = await fetch()) for (const row of part.rows) appender.add(row);
    appender.close();
    return ok(await audienceOf(engine, columns));
  } catch {
    // The server's own words may hold what stands in the table.
    return fail(unreadableTable('the table', 'cannot be read to its end'));
  } finally {
    await client.end().catch(() => {});
  }
}

async function audienceOf(engine: BatchEngine, columns: readonly string[]): Promise<Audience> {
  const [[rows] = [0]] = await engine.rows('SELECT count(*) FROM audience');
  return { format: 'csv', columns, delimiter: ',', rows: Number(rows) };
}

export const unreadableTable = (what: string, says: string): Problem =>
  problem(
    'gate.unreadable-audience',
    `\`${what}\` ${says}`,
    'check the name of the table, and who may read it',
  );
