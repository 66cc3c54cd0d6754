import type pg from 'pg';
import { quoteIdentifier } from '../../kernel/quote-identifier.ts';
import type { AnswerEngine, FilledRow } from './answer-engine.ts';

/** Rows of one answer of the database, or of one insertion. */
const AT_ONCE = 20_000;

/** What a database of somebody else could not do. Its own words may hold what stands in a table, and are left out. */
export class DatabaseFailure extends Error {
  /** As PostgreSQL tells it; `null` where nothing was told. */
  readonly code: string | null;

  constructor(error: unknown) {
    const { code } = error as { readonly code?: unknown };
    super('the database of the list failed');
    this.code = typeof code === 'string' ? code : null;
  }
}

/**
 * One transaction of a PostgreSQL, in which only temporary tables are made, and which is always rolled back: nothing of
 * the database is changed, and nothing is left in it. Every cell comes as its text.
 */
export class PostgresEngine implements AnswerEngine {
  readonly #client: pg.Client;
  #cursors = 0;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(address: string): Promise<PostgresEngine> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: address, application_name: 'scruple gate' });
    // A server that goes away in the midst is told by the query that it breaks.
    client.on('error', () => {});
    const engine = new PostgresEngine(client);
    try {
      await client.connect();
      await engine.run('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      return engine;
    } catch (error) {
      await engine.close();
      throw new DatabaseFailure(error);
    }
  }

  async run(sql: string): Promise<void> {
    await this.rows(sql);
  }

  async make(table: string, query: string): Promise<void> {
    const name = quoteIdentifier(table);
    await this.run(`CREATE TEMPORARY TABLE being_made AS ${query}`);
    await this.run(`DROP TABLE IF EXISTS pg_temp.${name}`);
    await this.run(`ALTER TABLE pg_temp.being_made RENAME TO ${name}`);
    // Nobody else looks at a temporary table, and without its size joins are planned badly.
    await this.run(`ANALYZE pg_temp.${name}`);
  }

  async createTable(table: string, columns: Readonly<Record<string, string>>): Promise<void> {
    const list = Object.entries(columns).map(([column, type]) => `${quoteIdentifier(column)} ${type}`);
    await this.run(`CREATE TEMPORARY TABLE ${quoteIdentifier(table)} (${list.join(', ')})`);
  }

  async fill(
    table: string,
    columns: Readonly<Record<string, string>>,
    rows: AsyncIterable<FilledRow>,
  ): Promise<void> {
    await this.createTable(table, columns);
    const types = Object.values(columns);
    const text = `INSERT INTO pg_temp.${quoteIdentifier(table)} SELECT * FROM unnest(${types
      .map((type, index) => `$${index + 1}::${type}[]`)
      .join(', ')})`;
    let parts: FilledRow[number][][] = types.map(() => []);
    const insert = async (): Promise<void> => {
      if (parts[0]!.length > 0) await this.#ask({ text, values: parts });
      parts = types.map(() => []);
    };
    for await (const row of rows) {
      for (const [index, cells] of parts.entries()) cells.push(row[index] ?? null);
      if (parts[0]!.length === AT_ONCE) await insert();
    }
    await insert();
    await this.run(`ANALYZE pg_temp.${quoteIdentifier(table)}`);
  }

  /** The names of what a query gives. */
  async columnsOf(query: string): Promise<readonly string[]> {
    return (await this.#ask({ text: `${query} LIMIT 0` })).fields.map(({ name }) => name);
  }

  async rows(sql: string): Promise<ReadonlyArray<ReadonlyArray<string | null>>> {
    return (await this.#ask({ text: sql })).rows;
  }

  async *stream(sql: string): AsyncGenerator<ReadonlyArray<string | null>> {
    const cursor = `cursor_${this.#cursors++}`;
    await this.run(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const part = await this.rows(`FETCH FORWARD ${AT_ONCE} FROM ${cursor}`);
      yield* part;
      if (part.length < AT_ONCE) break;
    }
    await this.run(`CLOSE ${cursor}`);
  }

  /** Ends the connection, and with it the transaction and everything that was made in it. */
  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  async #ask(query: pg.QueryConfig): Promise<pg.QueryArrayResult<(string | null)[]>> {
    const asTexts = { getTypeParser: () => (cell: string) => cell };
    try {
      return await this.#client.query({ ...query, rowMode: 'array', types: asTexts as never });
    } catch (error) {
      throw new DatabaseFailure(error);
    }
  }
}
