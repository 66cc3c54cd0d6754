import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PEOPLE_TABLES } from '../../gate/batch/people-rows.ts';
import type { Cell } from '../../kernel/ports/warehouse.ts';
import { quoteIdentifier } from '../../kernel/quote-identifier.ts';
import type { AnswerEngine, FilledRow } from './answer-engine.ts';

/** What the file door needs of DuckDB: unlike a warehouse, it writes, and nobody but us writes its queries. */
export class BatchEngine implements AnswerEngine {
  readonly #instance: DuckDBInstance;
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  /** In memory, with a folder for what does not fit into it. */
  static async open(options: {
    readonly temporaryFolder: string;
    readonly memoryLimit?: string;
    readonly threads?: number;
  }): Promise<BatchEngine> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      temp_directory: options.temporaryFolder,
      // What does not fit into memory is people's data, and a killed process leaves its files behind.
      temp_file_encryption: 'true',
      memory_limit: options.memoryLimit ?? '4GB',
      preserve_insertion_order: 'true',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    });
    const engine = new BatchEngine(instance, await instance.connect());
    await engine.run("SET TimeZone = 'UTC'");
    for (const [name, columns] of Object.entries(PEOPLE_TABLES)) await engine.createTable(name, columns);
    return engine;
  }

  async run(sql: string, values: readonly (string | Uint8Array)[] = []): Promise<void> {
    if (values.length === 0) {
      await this.connection.run(sql);
      return;
    }
    const { blobValue } = await import('@duckdb/node-api');
    await this.connection.run(
      sql,
      values.map((value) => (typeof value === 'string' ? value : blobValue(value))),
    );
  }

  async rows(sql: string): Promise<readonly (readonly Cell[])[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowsJS() as unknown as readonly (readonly Cell[])[];
  }

  make(table: string, query: string): Promise<void> {
    return this.run(`CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS ${query}`);
  }

  async fill(
    table: string,
    columns: Readonly<Record<string, string>>,
    rows: AsyncIterable<FilledRow>,
  ): Promise<void> {
    await this.createTable(table, columns);
    const appender = await this.appender(table, Object.values(columns));
    for await (const row of rows) appender.add(row);
    appender.close();
  }

  createTable(name: string, columns: Readonly<Record<string, string>>): Promise<void> {
    const list = Object.entries(columns).map(([column, type]) => `${quoteIdentifier(column)} ${type}`);
    return this.run(`CREATE TABLE ${quoteIdentifier(name)} (${list.join(', ')})`);
  }

  /** Rows as they come, for results that may be long; on a connection of its own, so that others can write meanwhile. */
  async *stream(sql: string): AsyncGenerator<readonly Cell[]> {
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(sql);
      for await (const rows of result.yieldRowsJs()) yield* rows as unknown as readonly (readonly Cell[])[];
    } finally {
      connection.closeSync();
    }
  }

  /** Appends rows to a table, by the types of its columns. */
  async appender(table: string, types: readonly string[]): Promise<RowAppender> {
    return new RowAppender(await this.connection.createAppender(table), types);
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

export class RowAppender {
  readonly #appender: Awaited<ReturnType<DuckDBConnection['createAppender']>>;
  readonly #types: readonly string[];

  constructor(appender: Awaited<ReturnType<DuckDBConnection['createAppender']>>, types: readonly string[]) {
    this.#appender = appender;
    this.#types = types;
  }

  add(row: FilledRow): void {
    for (const [index, type] of this.#types.entries()) this.#append(row[index] ?? null, type);
    this.#appender.endRow();
  }

  #append(value: string | number | null, type: string): void {
    if (value === null) this.#appender.appendNull();
    else if (type === 'BIGINT') this.#appender.appendBigInt(BigInt(value));
    else if (type === 'INTEGER') this.#appender.appendInteger(value as number);
    else this.#appender.appendVarchar(value as string);
  }

  close(): void {
    this.#appender.flushSync();
    this.#appender.closeSync();
  }
}
