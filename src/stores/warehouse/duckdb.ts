import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Warehouse } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteIdentifier, quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { allowedFiles, realFile } from './allowed-files.ts';
import { firstLine, problemOf } from './duckdb-problem.ts';
import { runPlainSelect } from './duckdb-query.ts';
import { MAXIMUM_SQL_LENGTH, readStatement, type StatementReading } from './duckdb-statement.ts';
import { type EngineNames, engineNames } from './duckdb-views.ts';
import { quoteReservedColumns } from './reserved-words.ts';

export interface DuckDbOptions {
  /** Database files by the name under which a query may speak of them; the first is the default. Opened read-only. */
  readonly databases?: Readonly<Record<string, string>>;
  /** CSV, JSON and Parquet files that queries may read; a folder stands for the plain files in it. */
  readonly allowedPaths: readonly string[];
  /** A path inside this folder must really lie in it, links followed; relative paths start here. */
  readonly root?: string;
  /** A query is ended after this time, unless it brings its own limit. */
  readonly queryTimeoutMs: number;
  /** For the engine's own buffers, as `512MB` (default) or `4GB`. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/**
 * DuckDB inside this process, behind the limits of contract.md §1: databases are attached read-only, only named files
 * can be read, nothing can be written or loaded, the configuration is locked, and only one plain SELECT runs.
 *
 * A query that somebody else wrote belongs into `openIsolatedDuckDb`: some functions of the engine cannot be
 * interrupted and allocate past its memory limit, which only the end of a process ends.
 * Problems: `warehouse.unavailable`, `file.missing`, `file.outside`, `file.unknown-kind`.
 */
export async function openDuckDb(options: DuckDbOptions): Promise<Result<Warehouse, Problem>> {
  const files = await allowedFiles(options.allowedPaths, options.root);
  if (!files.ok) return files;
  const databases: [name: string, path: string][] = [];
  for (const [name, path] of Object.entries(options.databases ?? {})) {
    const real = await realFile(path, options.root);
    if (!real.ok) return real;
    databases.push([name, real.value]);
  }
  try {
    return ok(await start(databases, files.value, options));
  } catch (error) {
    return fail(
      problem(
        'warehouse.unavailable',
        `DuckDB cannot open what scruple.yaml names: ${firstLine(error)}`,
        'check that each warehouse file is a DuckDB database of a version that is understood',
      ),
    );
  }
}

async function start(
  databases: readonly [name: string, path: string][],
  files: readonly string[],
  options: DuckDbOptions,
): Promise<Warehouse> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    temp_directory: '',
    memory_limit: options.memoryLimit ?? '512MB',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  try {
    return await lock(instance, databases, files, options);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

async function lock(
  instance: DuckDBInstance,
  databases: readonly [name: string, path: string][],
  files: readonly string[],
  options: DuckDbOptions,
): Promise<Warehouse> {
  const main = await instance.connect();
  const attached: string[] = [];
  for (const [name, path] of databases) attached.push(await attach(main, name, path, 'READ_ONLY'));
  const names = await engineNames(main);
  await main.run("SET TimeZone = 'UTC'");
  await main.run(`SET allowed_paths = [${files.map(quoteLiteral).join(', ')}]`);
  await main.run('SET enable_external_access = false');
  await main.run('SET lock_configuration = true');

  const judged = async <T>(
    sql: string,
    then: (sql: string, reading: StatementReading) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> => {
    try {
      const reading = await judge(main, sql, names);
      if (reading.ok) return await then(sql, reading.value);
      const quoted = quoteReservedColumns(sql);
      if (reading.problem.code !== 'fact.invalid' || quoted === sql) return reading;
      const again = await judge(main, quoted, names);
      return again.ok ? await then(quoted, again.value) : reading;
    } catch (error) {
      return fail(problemOf(error));
    }
  };

  return {
    engine: 'duckdb',
    query: (asked, query = {}) =>
      judged(asked, async (sql) => {
        // One connection a query: an interrupt hits nobody else, and nothing that a query leaves behind outlives it.
        const connection = await instance.connect();
        if (attached[0] !== undefined) await connection.run(`USE ${quoteIdentifier(attached[0])}`);
        return runPlainSelect(connection, sql, {
          ...query,
          timeoutMs: query.timeoutMs ?? options.queryTimeoutMs,
        });
      }),
    tablesOf: (asked) =>
      judged(asked, async (sql, { files: read, isConstant }) =>
        ok(isConstant ? [] : companyTables([...main.getTableNames(sql, true), ...read], names)),
      ),
    async close() {
      main.closeSync();
      instance.closeSync();
    },
  };
}

/** Attaches a database under a name that means nothing else, so that `schema.table` stays unambiguous. */
export async function attach(
  main: DuckDBConnection,
  name: string,
  path: string,
  mode: 'READ_ONLY' | 'READ_WRITE',
): Promise<string> {
  const reserved = ['main', 'memory', 'temp', 'system'];
  let alias = reserved.includes(name.toLowerCase()) ? `${name}_warehouse` : name;
  await main.run(`ATTACH ${quoteLiteral(path)} AS ${quoteIdentifier(alias)} (${mode})`);
  const schemas = await main.runAndReadAll(
    'SELECT DISTINCT schema_name FROM duckdb_schemas() WHERE NOT internal',
  );
  if (schemas.getRows().some(([schema]) => String(schema).toLowerCase() === alias.toLowerCase())) {
    await main.run(`DETACH ${quoteIdentifier(alias)}`);
    alias = `${alias}_warehouse`;
    await main.run(`ATTACH ${quoteLiteral(path)} AS ${quoteIdentifier(alias)} (${mode})`);
  }
  return alias;
}

async function judge(
  main: DuckDBConnection,
  sql: string,
  names: EngineNames,
): Promise<Result<StatementReading, Problem>> {
  if (sql.length > MAXIMUM_SQL_LENGTH)
    return fail(
      problem(
        'fact.invalid',
        `the query is longer than ${MAXIMUM_SQL_LENGTH} characters`,
        'shorten the query',
      ),
    );
  const serialized = await main.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR, skip_null := true)', [
    sql,
  ]);
  const reading = readStatement(String(serialized.getRows()[0]?.[0]));
  if (!reading.ok) return reading;
  const acting = [...reading.value.names].find((name) => names.acting.has(name));
  return acting === undefined
    ? reading
    : fail(
        problem(
          'fact.not-allowed',
          `\`${acting}\` of the database does more than read tables`,
          'ask a table itself',
        ),
      );
}

const SYSTEM_SCHEMAS = new Set(['information_schema', 'pg_catalog']);

/** Tables as the engine names them, without its own views. */
function companyTables(tables: readonly string[], names: EngineNames): string[] {
  const parts = (table: string): string[] => table.toLowerCase().split('.');
  return [...new Set(tables)]
    .filter((table) => !parts(table).some((part) => SYSTEM_SCHEMAS.has(part)))
    .filter((table) => !names.internal.has(parts(table).at(-1)!))
    .sort();
}
