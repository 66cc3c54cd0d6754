import type { PoolClient } from 'pg';
import type { QueryOptions, Rows, Warehouse } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { cellTypes, toPostgresParameter } from './postgres-cells.ts';
import { calledOff, isBroken, problemOfPostgres } from './postgres-problem.ts';
import { numberParameters, readPostgresStatement } from './postgres-statement.ts';

export interface PostgresOptions {
  /** `postgres://user@host:port/database`; a secret comes from the environment, never from a workspace. */
  readonly url: string;
  /** A query is ended after this time, unless it brings its own limit. */
  readonly queryTimeoutMs: number;
  readonly connectTimeoutMs?: number;
  readonly maximumConnections?: number;
}

const DEFAULT_ROWS = 10_000;
const FETCHED_AT_ONCE = 20_000;
/** The server ends a query at its limit; one that has not answered this much later is given up. */
const GRACE_MS = 1000;

/**
 * PostgreSQL behind the limits of contract.md §1: every query is one SELECT in a read-only transaction that is rolled
 * back, with a time limit that the server itself keeps and a cursor that never brings more rows than asked for.
 * What else a role may do is the role's own matter: give one that can read the tables and nothing more.
 * Problems: `warehouse.unavailable`.
 */
export async function openPostgres(options: PostgresOptions): Promise<Result<Warehouse, Problem>> {
  // What is no address must not be taken for the name of a host and looked up: it may be another secret.
  if (!/^postgres(?:ql)?:\/\//.test(options.url)) return fail(noAddress());
  const { default: pg } = await import('pg');
  let pool: InstanceType<typeof pg.Pool>;
  try {
    pool = new pg.Pool({
      connectionString: options.url,
      max: options.maximumConnections ?? 4,
      connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
      idleTimeoutMillis: 5000,
      allowExitOnIdle: true,
      application_name: 'scruple',
    });
  } catch {
    return fail(noAddress());
  }
  // A server that goes away must not end the process; the next query says so.
  pool.on('error', () => {});
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    return fail(problemOfPostgres(error));
  }

  const within = <T>(
    query: QueryOptions,
    work: (client: PoolClient) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> =>
    inTransaction(pool, query.timeoutMs ?? options.queryTimeoutMs, query.signal, work);

  return ok({
    engine: 'postgres',
    async query(sql, query = {}) {
      const checked = await readPostgresStatement(sql);
      if (!checked.ok) return checked;
      const numbered = numberParameters(sql, checked.value, query.parameters ?? {});
      if (!numbered.ok) return numbered;
      return within(query, (client) => select(client, numbered.value, query.maximumRows ?? DEFAULT_ROWS));
    },
    async tablesOf(sql) {
      const checked = await readPostgresStatement(sql);
      if (!checked.ok) return checked;
      const numbered = numberParameters(sql, checked.value, null);
      if (!numbered.ok) return numbered;
      return within({}, (client) => lockedTables(client, numbered.value));
    },
    async close() {
      if (!pool.ending) await pool.end();
    },
  });
}

const noAddress = (): Problem =>
  problem(
    'warehouse.unavailable',
    'the address of the database cannot be read',
    'write it as postgres://user@host:5432/database',
  );

/** Runs work in a read-only transaction that is always rolled back, and cancels it on the server where it is called off. */
async function inTransaction<T>(
  pool: import('pg').Pool,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  if (signal?.aborted) return fail(calledOff());
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    return fail(problemOfPostgres(error));
  }
  const { promise: stopped, resolve: stop } = Promise.withResolvers<Result<T, Problem>>();
  let isStopped = false;
  const giveUp = (why: Problem): void => {
    isStopped = true;
    void cancel(pool, client);
    stop(fail(why));
  };
  const onAbort = (): void => giveUp(calledOff());
  const late = setTimeout(
    () => giveUp(problemOfPostgres({ code: '57014' }, timeoutMs)),
    timeoutMs + GRACE_MS,
  );
  signal?.addEventListener('abort', onAbort, { once: true });

  const running = (async (): Promise<Result<T, Problem>> => {
    await client.query(
      `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
       SET LOCAL statement_timeout = ${Math.max(1, Math.round(timeoutMs))};
       SET LOCAL idle_in_transaction_session_timeout = ${Math.max(1, Math.round(timeoutMs)) + 60_000};
       SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'iso_8601';
       SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL standard_conforming_strings = on`,
    );
    return work(client);
  })().catch((error: unknown): Result<T, Problem> => fail(problemOfPostgres(error, timeoutMs)));

  const answer = await Promise.race([running, stopped]);
  clearTimeout(late);
  signal?.removeEventListener('abort', onAbort);
  // A connection whose query may still run is not given to anybody else.
  if (isStopped) client.release(true);
  else await rollback(client);
  return answer;
}

async function rollback(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(isBroken(error) ? true : undefined);
  }
}

/** Asks the server, over another connection, to end what this one does. */
async function cancel(pool: import('pg').Pool, client: PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number | null };
  if (processID === null || pool.ended) return;
  const { default: pg } = await import('pg');
  const other = new pg.Client({ ...pool.options, connectionTimeoutMillis: 2000 });
  try {
    await other.connect();
    await other.query('SELECT pg_cancel_backend($1)', [processID]);
  } catch {
    // The server keeps the time limit itself; this was only to end sooner.
  } finally {
    await other.end().catch(() => {});
  }
}

interface Numbered {
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function select(
  client: PoolClient,
  { sql, values }: Numbered,
  maximum: number,
): Promise<Result<Rows, Problem>> {
  await declare(client, sql, values);
  const types = cellTypes();
  const rows: Rows['rows'][number][] = [];
  let columns: string[] = [];
  for (;;) {
    const wanted = Math.min(FETCHED_AT_ONCE, maximum + 1 - rows.length);
    const part = await client.query({
      text: `FETCH FORWARD ${wanted} FROM scruple_rows`,
      rowMode: 'array',
      types,
    });
    columns = part.fields.map(({ name }) => name);
    for (const row of part.rows) rows.push(row as Rows['rows'][number]);
    if (rows.length > maximum)
      return fail(
        problem(
          'fact.invalid',
          `the query gives more than ${maximum} rows`,
          'aggregate or filter in the query',
        ),
      );
    if (part.rows.length < wanted) return ok({ columns, rows });
  }
}

/** A cursor takes one query that returns rows and changes nothing; the extended protocol takes one statement. */
const declare = (client: PoolClient, sql: string, values: readonly unknown[]): Promise<unknown> =>
  client.query({
    text: `DECLARE scruple_rows NO SCROLL CURSOR FOR ${sql}`,
    values: values.map(toPostgresParameter),
    queryMode: 'extended',
  } as never);

/**
 * The tables and views that the server itself resolved: declaring the cursor plans the query and locks what it would
 * read, its views' own tables included, without reading a row.
 */
async function lockedTables(
  client: PoolClient,
  { sql, values }: Numbered,
): Promise<Result<readonly string[], Problem>> {
  await declare(client, sql, values);
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT n.nspname || '.' || c.relname AS name
     FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
       AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
     ORDER BY name`,
  );
  return ok(rows.map(({ name }) => name));
}
