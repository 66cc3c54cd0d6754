import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDuckDb } from '../../stores/warehouse/duckdb.ts';

/** More rows than this of one file are not held in memory. */
const MOST_ROWS = 20_000_000;
/** So many rows of a table are handed on at a time. */
const AT_A_TIME = 1_000;

/** A line of a stream: its text, or `null` where it has none that can be read. */
export type Lines = (stream: Readable) => AsyncIterable<ReadonlyArray<string | null>>;

export interface FileOptions {
  readonly lines: Lines;
  readonly stdin: Readable;
}

/** Who takes what a file holds. */
export interface Taker {
  /** One event as it was written, by its line, or its row of a Parquet file, from 1 on. */
  take(value: unknown, line: number): void;
  refuse(why: Problem, line: number): void;
  /** Some were handed on; the next are read when this is done. Gives what ends the reading, or `null`. */
  some(): Promise<Problem | null>;
}

/**
 * Hands on the events of a file of JSON lines, CSV or Parquet, or of JSON lines from stdin (`-`). In CSV and Parquet a
 * column has the name of its field, and groups stand in columns as `groups.age_band`.
 * Problems: `file.*`, `fact.invalid` where the file cannot be read at all, and what `some` gave.
 */
export async function readValues(
  file: string,
  options: FileOptions,
  taker: Taker,
): Promise<Result<null, Problem>> {
  const kind = file === '-' ? 'jsonl' : file.split('.').at(-1)!.toLowerCase();
  if (kind === 'jsonl' || kind === 'ndjson' || kind === 'json') return readLines(file, options, taker);
  if (kind === 'csv' || kind === 'parquet') return readTable(file, kind, taker);
  return fail(
    problem(
      'file.unknown-kind',
      `\`${file}\` is no log of events`,
      'give a .jsonl, .csv or .parquet file, or -',
    ),
  );
}

async function readLines(
  file: string,
  { lines, stdin }: FileOptions,
  taker: Taker,
): Promise<Result<null, Problem>> {
  let line = 0;
  try {
    for await (const batch of lines(file === '-' ? stdin : createReadStream(file))) {
      for (const text of batch) {
        line += 1;
        if (text?.trim() === '') continue;
        const value = text === null ? undefined : parsed(text);
        if (value === undefined)
          taker.refuse(problem('outcome.invalid', 'the line is no JSON', 'write one object a line'), line);
        else taker.take(value, line);
      }
      const end = await taker.some();
      if (end !== null) return fail(end);
    }
  } catch (error) {
    return fail(unreadable(file, error));
  }
  return ok(null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readTable(
  file: string,
  kind: 'csv' | 'parquet',
  taker: Taker,
): Promise<Result<null, Problem>> {
  const warehouse = await openDuckDb({ allowedPaths: [file], queryTimeoutMs: 600_000 });
  if (!warehouse.ok) return warehouse;
  const source =
    kind === 'csv'
      ? `read_csv(${quoteLiteral(file)}, all_varchar = true, header = true)`
      : `read_parquet(${quoteLiteral(file)})`;
  try {
    const rows = await warehouse.value.query(`SELECT * FROM ${source}`, { maximumRows: MOST_ROWS });
    if (!rows.ok) return rows;
    const { columns } = rows.value;
    for (const [index, row] of rows.value.rows.entries()) {
      taker.take(eventOf(columns, row), index + (kind === 'csv' ? 2 : 1));
      if (index % AT_A_TIME < AT_A_TIME - 1 && index < rows.value.rows.length - 1) continue;
      const end = await taker.some();
      if (end !== null) return fail(end);
    }
    return ok(null);
  } finally {
    await warehouse.value.close();
  }
}

function eventOf(columns: readonly string[], row: readonly unknown[]): unknown {
  const event: Record<string, unknown> = {};
  const groups: Record<string, unknown> = {};
  columns.forEach((column, place) => {
    const cell = row[place];
    if (cell === null || cell === undefined) return;
    const value = cell instanceof Date ? cell.toISOString() : cell;
    if (column.startsWith('groups.')) groups[column.slice('groups.'.length)] = String(value);
    else event[column] = value;
  });
  return { ...event, groups };
}

function unreadable(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
  const message = code === 'ENOENT' ? `there is no \`${file}\`` : `\`${file}\` cannot be read (${code})`;
  return problem('file.missing', message, 'check the path');
}
