import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdsStore as folderHoldsStore } from './engine/open-embedded.ts';
import { openPool } from './engine/open-pool.ts';
import { problemOfDatabase } from './engine/problem-of-database.ts';
import { SCHEMA } from './open-store.ts';
import type { StoreLocation } from './store.ts';

const WITHIN_MS = 15_000;

/**
 * Whether there is a store, in a folder or on a server, without making one: opening a place where none is would.
 * Problems: `store.unavailable`, `store.read-only`.
 */
export async function holdsStore(location: StoreLocation): Promise<Result<boolean, Problem>> {
  if ('folder' in location) return ok(await folderHoldsStore(location.folder));
  const { databaseUrl, schema = SCHEMA } = location;
  const pool = await openPool({
    databaseUrl,
    schema,
    maximumConnections: 1,
    statementTimeoutMs: WITHIN_MS,
    answerTimeoutMs: WITHIN_MS,
  });
  if (!pool.ok) return pool;
  try {
    const { rowCount } = await pool.value.query(
      `select 1 from information_schema.tables where table_schema = $1 and table_name = 'migrations'`,
      [schema],
    );
    return ok(rowCount !== 0);
  } catch (error) {
    const known = problemOfDatabase(error);
    if (known === null) throw error;
    return fail(known);
  } finally {
    await pool.value.end();
  }
}
