import type { Cell } from '../../kernel/ports/warehouse.ts';

/** A row of a table as it is filled in. */
export type FilledRow = ReadonlyArray<string | number | null>;

/** Where the rows of a list are asked about: the same queries for DuckDB here and for the PostgreSQL that a list lies in. */
export interface AnswerEngine {
  run(sql: string): Promise<void>;
  /** Makes a table from a query, in the place of one of that name: the query may still read that one. */
  make(table: string, query: string): Promise<void>;
  createTable(table: string, columns: Readonly<Record<string, string>>): Promise<void>;
  /** Makes a table of these columns and fills it with rows as they come. */
  fill(
    table: string,
    columns: Readonly<Record<string, string>>,
    rows: AsyncIterable<FilledRow>,
  ): Promise<void>;
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  stream(sql: string): AsyncIterable<readonly Cell[]>;
}
