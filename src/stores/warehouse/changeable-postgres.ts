import type { Client } from 'pg';
import type { ChangeableWarehouse, ChangeStatement } from '../../kernel/ports/warehouse-changes.ts';
import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { moreThanConfirmed, notOpened, refusedChange, unconfirmed } from './change-problems.ts';
import { isBroken } from './postgres-problem.ts';

/** A change waits so long for others who hold its rows, and then gives up. */
const LOCK_MS = 5_000;
const STATEMENT_MS = 60_000;

/**
 * A PostgreSQL database that may be changed, by the role of this address and no other. Statements run with the usual
 * isolation, as text that is compared is compared anew where somebody else changed the row meanwhile.
 * Problems: `warehouse.unavailable`.
 */
export async function openChangeablePostgres(url: string): Promise<Result<ChangeableWarehouse, Problem>> {
  if (!/^postgres(?:ql)?:\/\//.test(url)) return fail(notOpened());
  const { default: pg } = await import('pg');
  let client: Client;
  try {
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: 'scruple-changes',
    });
    // A server that goes away must not end the process; the statement that runs says so.
    client.on('error', () => {});
    await client.connect();
  } catch {
    return fail(notOpened());
  }
  return ok({
    change: (statements) => inOneTransaction(client, statements),
    close: () => client.end().catch(() => {}),
  });
}

async function inOneTransaction(
  client: Client,
  statements: readonly ChangeStatement[],
): Promise<Result<readonly number[], Problem>> {
  const counts: number[] = [];
  try {
    await client.query(
      `BEGIN; SET LOCAL lock_timeout = ${LOCK_MS}; SET LOCAL statement_timeout = ${STATEMENT_MS};
       SET LOCAL standard_conforming_strings = on; SET LOCAL DateStyle = 'ISO'; SET LOCAL TimeZone = 'UTC'`,
    );
    for (const [index, { sql, parameters, mostRows }] of statements.entries()) {
      const { rowCount } = await client.query({ text: sql, values: [...parameters] });
      const rows = rowCount ?? 0;
      if (rows > mostRows) {
        await client.query('ROLLBACK');
        return fail(moreThanConfirmed(index, rows, mostRows));
      }
      counts.push(rows);
    }
  } catch {
    // Whether the server says so or the connection is gone: what was not committed is not kept.
    await client.query('ROLLBACK').catch(() => {});
    return fail(refusedChange(counts.length));
  }
  try {
    const { command } = await client.query('COMMIT');
    return command === 'COMMIT' ? ok(counts) : fail(refusedChange(counts.length));
  } catch (error) {
    return fail(isBroken(error) || isShutDown(error) ? unconfirmed() : refusedChange(counts.length));
  }
}

/** The server ended the connection by itself, which it may have done after it kept the change. */
const isShutDown = (error: unknown): boolean =>
  ((error as { readonly code?: string } | null)?.code ?? '').startsWith('57P');
