import type { Pool } from 'pg';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { isCopyIn } from './copy-in.ts';
import { problemOfDatabase } from './problem-of-database.ts';

export interface PoolOptions {
  readonly databaseUrl: string;
  readonly schema: string;
  readonly maximumConnections: number;
  /** The server ends a statement after this time. */
  readonly statementTimeoutMs: number;
  /** A server that has not answered a statement by then has gone: the connection ends, and the statement with it. */
  readonly answerTimeoutMs: number;
}

const OLDEST = 14;
/** How the driver says that the time for an answer is over. */
const UNANSWERED = 'Query read timeout';

/**
 * A pool of its own on a PostgreSQL server, every connection with our schema, UTC and time limits.
 * Problems: `store.unavailable`, `store.read-only`.
 */
export async function openPool(options: PoolOptions): Promise<Result<Pool, Problem>> {
  const { default: pg } = await import('pg');
  /** Sends the rows when the server asks for them. */
  class CopyQuery extends pg.Query {
    readonly #rows: Buffer;
    constructor(text: string, rows: string) {
      super(text);
      this.#rows = Buffer.from(rows);
    }
    handleCopyInResponse(connection: { sendCopyFromChunk(rows: Buffer): void; endCopyFrom(): void }): void {
      connection.sendCopyFromChunk(this.#rows);
      connection.endCopyFrom();
    }
  }
  /** Left in the pool, a connection whose server has gone would let everybody after wait as long. */
  class EndingClient extends pg.Client {
    constructor(settings?: ConstructorParameters<typeof pg.Client>[0]) {
      super(settings);
      // Told of nobody, a connection that breaks between two queries would end the process; the next query says it.
      this.on('error', () => {});
    }

    override query(...parameters: unknown[]): never {
      const [text, values] = parameters;
      if (typeof text === 'string' && isCopyIn(text)) return this.#copy(text, values as [string]) as never;
      const asked = (super.query as (...all: unknown[]) => unknown).apply(this, parameters);
      if (asked instanceof Promise)
        asked.catch((error: Error) => {
          if (error.message === UNANSWERED) this.connection.stream.destroy();
        });
      return asked as never;
    }

    #copy(text: string, [rows]: [string]): Promise<unknown> {
      const query = new CopyQuery(text, rows);
      return new Promise((resolve, reject) => {
        const answered = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result));
        super.query(Object.assign(query, { callback: answered }));
      });
    }
  }
  const limit = Math.max(1, Math.round(options.statementTimeoutMs));
  let pool: Pool;
  try {
    pool = new pg.Pool({
      connectionString: options.databaseUrl,
      Client: EndingClient,
      max: options.maximumConnections,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'scruple-store',
      query_timeout: options.answerTimeoutMs,
      types: {
        getTypeParser: (oid, format) => (oid === INT8 ? toSafeInteger : pg.types.getTypeParser(oid, format)),
      },
      onConnect: async (client) => {
        await client.query(
          `set search_path to ${pg.escapeIdentifier(options.schema)};
           set statement_timeout = ${limit}; set lock_timeout = ${limit};
           set idle_in_transaction_session_timeout = ${limit + 30_000};
           set TimeZone = 'UTC'; set client_encoding = 'UTF8'; set standard_conforming_strings = on`,
        );
      },
    });
  } catch {
    return fail(
      problem(
        'store.unavailable',
        'the address of the database cannot be read',
        'write DATABASE_URL as postgres://user@host:5432/database',
      ),
    );
  }
  // A connection that breaks while nobody uses it must not end the process; the next query says what is wrong.
  pool.on('error', () => {});
  try {
    const { rows } = await pool.query<{ version: number; encoding: string; replica: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding, pg_is_in_recovery() as replica`,
    );
    const unfit = whyUnfit(rows[0]!);
    if (unfit === null) return ok(pool);
    await pool.end();
    return fail(unfit);
  } catch (error) {
    await pool.end();
    const known = problemOfDatabase(error);
    if (known === null) throw error;
    return fail(known);
  }
}

function whyUnfit(server: { version: number; encoding: string; replica: boolean }): Problem | null {
  if (server.version < OLDEST)
    return problem(
      'store.unavailable',
      `the server is PostgreSQL ${server.version}`,
      `run PostgreSQL ${OLDEST} or newer`,
    );
  if (server.encoding !== 'UTF8')
    return problem(
      'store.unavailable',
      `the database keeps text as ${server.encoding}`,
      'make a database with encoding UTF8',
    );
  if (server.replica)
    return problem('store.read-only', 'the server is a read-only copy', 'connect to the primary server');
  return null;
}

const INT8 = 20;

/** Counters of ours stay far below 2^53; one that does not is a bug that must not pass as a rounded number. */
function toSafeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is no safe integer`);
  return number;
}
