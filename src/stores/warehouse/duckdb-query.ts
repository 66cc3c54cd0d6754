import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBValue } from '@duckdb/node-api';
import type { Cell, QueryOptions, Rows } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { toCell } from './duckdb-cells.ts';
import { problemOf, timedOut } from './duckdb-problem.ts';

/** After its limit a query has this long to give up; then it is answered for, whatever the engine still does. */
const GRACE_MS = 250;
const DEFAULT_ROWS = 10_000;

/** Runs one prepared SELECT on a connection of its own and closes it; ends it at the limit or when the signal says so. */
export async function runPlainSelect(
  connection: DuckDBConnection,
  sql: string,
  options: QueryOptions & { readonly timeoutMs: number },
): Promise<Result<Rows, Problem>> {
  let stopped: Problem | null = null;
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<Result<Rows, Problem>>();
  let grace: NodeJS.Timeout | undefined;
  const stop = (why: Problem): void => {
    stopped = why;
    connection.interrupt();
    grace = setTimeout(() => giveUp(fail(why)), GRACE_MS);
  };
  const onAbort = (): void =>
    stop(problem('warehouse.unavailable', 'the query was called off', 'run it again'));
  const limit = setTimeout(() => stop(timedOut(options.timeoutMs)), options.timeoutMs);
  options.signal?.addEventListener('abort', onAbort, { once: true });

  const running = select(connection, sql, options)
    .catch((error: unknown): Result<Rows, Problem> => fail(problemOf(error)))
    .finally(() => connection.closeSync());
  if (options.signal?.aborted) onAbort();
  const answer = await Promise.race([running, givenUp]);
  clearTimeout(limit);
  clearTimeout(grace);
  options.signal?.removeEventListener('abort', onAbort);
  return stopped === null ? answer : fail(stopped);
}

async function select(
  connection: DuckDBConnection,
  sql: string,
  options: QueryOptions,
): Promise<Result<Rows, Problem>> {
  const { StatementType } = await import('@duckdb/node-api');
  const extracted = await connection.extractStatements(sql);
  const statement = extracted.count === 1 ? await extracted.prepare(0) : null;
  if (statement === null || statement.statementType !== StatementType.SELECT)
    return fail(
      problem('fact.not-allowed', 'the query is not one plain SELECT', 'ask with one SELECT statement'),
    );
  const missing = await bind(statement, options.parameters ?? {});
  if (missing !== null)
    return fail(
      problem(
        'fact.invalid',
        `the query asks for \`$${missing}\`, which is not given`,
        'remove the parameter',
      ),
    );

  const result = await statement.stream();
  const maximum = options.maximumRows ?? DEFAULT_ROWS;
  const rows: Cell[][] = [];
  for await (const chunk of result.yieldRowsJs()) {
    for (const row of chunk) rows.push(row.map(toCell));
    if (rows.length > maximum)
      return fail(
        problem(
          'fact.invalid',
          `the query gives more than ${maximum} rows`,
          'aggregate or filter in the query',
        ),
      );
  }
  return ok({ columns: result.columnNames(), rows });
}

/** Binds what the query asks for by name; the first name that is not given, or `null`. */
async function bind(
  statement: DuckDBPreparedStatement,
  given: Readonly<Record<string, Cell>>,
): Promise<string | null> {
  const { DuckDBTimestampTZValue } = await import('@duckdb/node-api');
  for (let index = 1; index <= statement.parameterCount; index += 1) {
    const name = statement.parameterName(index);
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) return name;
    if (value instanceof Date)
      statement.bindTimestampTZ(index, new DuckDBTimestampTZValue(BigInt(value.getTime()) * 1000n));
    else statement.bindValue(index, value as DuckDBValue);
  }
  return null;
}
