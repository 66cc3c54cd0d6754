import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** A value as an engine gives it back, in JavaScript's own types; 64-bit integers come as bigint. */
export type Cell = string | number | bigint | boolean | null | Date;

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<readonly Cell[]>;
}

export interface QueryOptions {
  /** Values for `$name` placeholders. */
  readonly parameters?: Readonly<Record<string, Cell>>;
  /** The query is ended after this time; default `limits.query`. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** The most rows that may come back; one more is a Problem, never a silent cut. Default 10,000. */
  readonly maximumRows?: number;
}

/**
 * Read-only access to a company's own tables. An adapter reads nothing that the settings do not name, writes nothing,
 * loads no extension and ends a query at its time limit.
 * Problems: `warehouse.unavailable`, `fact.invalid` (the query cannot run), `fact.not-allowed`.
 */
export interface Warehouse {
  readonly engine: 'duckdb' | 'postgres' | 'trino';
  query(sql: string, options?: QueryOptions): Promise<Result<Rows, Problem>>;
  /** The tables that a query reads, as the engine itself resolves them; empty when what it gives comes from none. */
  tablesOf(sql: string): Promise<Result<readonly string[], Problem>>;
  close(): Promise<void>;
}
