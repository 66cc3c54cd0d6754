import type { PGlite } from '@electric-sql/pglite';
import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { isCopyIn } from './copy-in.ts';

/**
 * Kysely over one embedded database. Kysely's own driver waits for ever when a transaction cannot begin, as on a full
 * disk, and takes a COMMIT for done that the engine turned into a ROLLBACK; this one fails in both cases.
 */
export const pgliteDialect = (engine: PGlite, hasEnded: () => boolean): Dialect => ({
  createDriver: () => pgliteDriver(engine, hasEnded),
  createAdapter: () => new PGliteAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
});

function pgliteDriver(engine: PGlite, hasEnded: () => boolean): Driver {
  let hasFailed = false;
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const { affectedRows, rows } = isCopyIn(query.sql)
          ? await engine.query<R>(query.sql.replace(/stdin$/, "'/dev/blob'"), [], {
              blob: new Blob([query.parameters[0] as string]),
            })
          : await engine.query<R>(query.sql, [...query.parameters]);
        if (/^\s*rollback to\b/i.test(query.sql)) hasFailed = false;
        return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) };
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    },
    // biome-ignore lint/correctness/useYield: the engine has no streams, and the interface asks for one.
    async *streamQuery() {
      throw new Error('the embedded engine does not stream: declare a cursor');
    },
  };
  const run = (sql: string): Promise<unknown> => connection.executeQuery(CompiledQuery.raw(sql));
  return {
    async init() {},
    // Kysely lets one holder have the connection at a time, as the adapter supports one connection only.
    acquireConnection: async () => connection,
    async releaseConnection() {},
    async beginTransaction(_, { isolationLevel, accessMode }) {
      hasFailed = false;
      const how = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean);
      await run(`start transaction ${how.join(' ')}`);
    },
    async commitTransaction() {
      if (hasFailed) {
        await run('rollback');
        throw new AbortedTransactionError();
      }
      await run('commit');
    },
    async rollbackTransaction() {
      await run('rollback');
    },
    async destroy() {
      if (!engine.closed && !hasEnded()) await engine.close();
    },
  };
}
