import type { DuckDBConnection } from '@duckdb/node-api';
import type { ChangeStatement } from '../../kernel/ports/warehouse-changes.ts';
import type { Problem } from '../../kernel/problem.ts';
import { quoteIdentifier } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { moreThanConfirmed, notOpened, refusedChange, unconfirmed } from './change-problems.ts';
import { attach } from './duckdb.ts';

/** What the parent asks of this process, once. */
export interface ChangeOrder {
  readonly name: string;
  readonly path: string;
  readonly statements: readonly ChangeStatement[];
}

/** The child’s side of `changeableDuckDb`: opens one file, changes it in one transaction, and ends. */
async function change({ name, path, statements }: ChangeOrder): Promise<Result<readonly number[], Problem>> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  let connection: DuckDBConnection;
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    });
    connection = await instance.connect();
    const alias = await attach(connection, name, path, 'READ_WRITE');
    await connection.run(`USE ${quoteIdentifier(alias)}`);
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  } catch {
    return fail(notOpened());
  }
  process.send?.('begun');
  const counts: number[] = [];
  try {
    await connection.run('BEGIN TRANSACTION');
    for (const [index, { sql, parameters, mostRows }] of statements.entries()) {
      const { rowsChanged } = await connection.run(sql, [...parameters]);
      if (rowsChanged > mostRows) {
        await connection.run('ROLLBACK');
        return fail(moreThanConfirmed(index, rowsChanged, mostRows));
      }
      counts.push(rowsChanged);
    }
  } catch {
    await connection.run('ROLLBACK').catch(() => {});
    return fail(refusedChange(counts.length));
  }
  try {
    await connection.run('COMMIT');
    // Into the file itself: what was removed must not live on in the log beside it.
    await connection.run('CHECKPOINT');
    return ok(counts);
  } catch {
    return fail(unconfirmed());
  }
}

if (process.argv[2] === 'change-duckdb' && process.send !== undefined)
  process.once('message', async (order: ChangeOrder) => {
    const answer = await change(order);
    process.send?.(answer, () => process.exit(0));
  });
