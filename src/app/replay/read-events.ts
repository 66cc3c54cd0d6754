import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type OutcomeEvent, readOutcomeEvent } from '../../playbook/7-outcomes/outcome-event.ts';
import { openDuckDb } from '../../stores/warehouse/duckdb.ts';

/** More rows than this are not held in memory by one run. */
const MOST_EVENTS = 20_000_000;

export interface ReadEvents {
  readonly events: readonly OutcomeEvent[];
  /** Of lines that cannot be read, each with its place; at most a hundred, and then how many more. */
  readonly problems: readonly Problem[];
}

/** A line of a stream: its text, or `null` where it has none that can be read. */
export type Lines = (stream: Readable) => AsyncIterable<ReadonlyArray<string | null>>;

export interface ReadOptions {
  readonly lines: Lines;
  readonly onRead: (count: number) => void;
  readonly stdin: Readable;
}

/**
 * Events of a file of JSON lines, CSV or Parquet, or of JSON lines from stdin (`-`). In CSV and Parquet a column has the
 * name of its field, and groups stand in columns as `groups.age_band`.
 * Problems: `file.*`, `fact.invalid` where the file cannot be read at all; else `outcome.invalid` for each line.
 */
export async function readEvents(file: string, options: ReadOptions): Promise<Result<ReadEvents, Problem>> {
  const kind = file === '-' ? 'jsonl' : file.split('.').at(-1)!.toLowerCase();
  const kept = new Kept(file === '-' ? 'stdin' : file, options.onRead);
  if (kind === 'jsonl' || kind === 'ndjson' || kind === 'json') return readLines(file, kept, options);
  if (kind === 'csv' || kind === 'parquet') return readTable(file, kind, kept);
  return fail(
    problem(
      'file.unknown-kind',
      `\`${file}\` is no log of events`,
      'give a .jsonl, .csv or .parquet file, or -',
    ),
  );
}

class Kept {
  readonly events: OutcomeEvent[] = [];
  readonly #problems: Problem[] = [];
  readonly #file: string;
  readonly #onRead: (count: number) => void;
  #more = 0;

  constructor(file: string, onRead: (count: number) => void) {
    this.#file = file;
    this.#onRead = onRead;
  }

  take(value: unknown, line: number): void {
    const read = readOutcomeEvent(value);
    if (read.ok) this.events.push(read.value);
    else this.refuse(read.problem, line);
    if (this.events.length % 10_000 === 0) this.#onRead(this.events.length);
  }

  refuse(why: Problem, line: number): void {
    if (this.#problems.length === 100) this.#more += 1;
    else
      this.#problems.push({ ...why, at: { file: this.#file, line, column: 1, endLine: line, endColumn: 1 } });
  }

  end(): ReadEvents {
    const rest = problem('outcome.invalid', `${this.#more} more lines cannot be read`, 'mend the first ones');
    return { events: this.events, problems: this.#more === 0 ? this.#problems : [...this.#problems, rest] };
  }
}

async function readLines(
  file: string,
  kept: Kept,
  { lines, stdin }: ReadOptions,
): Promise<Result<ReadEvents, Problem>> {
  let line = 0;
  try {
    for await (const batch of lines(file === '-' ? stdin : createReadStream(file)))
      for (const text of batch) {
        line += 1;
        if (text?.trim() === '') continue;
        const value = text === null ? undefined : parsed(text);
        if (value === undefined)
          kept.refuse(problem('outcome.invalid', 'the line is no JSON', 'write one object a line'), line);
        else kept.take(value, line);
      }
  } catch (error) {
    return fail(unreadable(file, error));
  }
  return ok(kept.end());
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
  kept: Kept,
): Promise<Result<ReadEvents, Problem>> {
  const warehouse = await openDuckDb({ allowedPaths: [file], queryTimeoutMs: 600_000 });
  if (!warehouse.ok) return warehouse;
  const source =
    kind === 'csv'
      ? `read_csv(${quoteLiteral(file)}, all_varchar = true, header = true)`
      : `read_parquet(${quoteLiteral(file)})`;
  try {
    const rows = await warehouse.value.query(`SELECT * FROM ${source}`, {
      maximumRows: MOST_EVENTS,
    });
    if (!rows.ok) return rows;
    const { columns } = rows.value;
    rows.value.rows.forEach((row, index) => {
      const event: Record<string, unknown> = {};
      const groups: Record<string, unknown> = {};
      columns.forEach((column, place) => {
        const cell = row[place];
        if (cell === null || cell === undefined) return;
        const value = cell instanceof Date ? cell.toISOString() : cell;
        if (column.startsWith('groups.')) groups[column.slice('groups.'.length)] = String(value);
        else event[column] = value;
      });
      kept.take({ ...event, groups }, index + (kind === 'csv' ? 2 : 1));
    });
    return ok(kept.end());
  } finally {
    await warehouse.value.close();
  }
}

function unreadable(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
  const message = code === 'ENOENT' ? `there is no \`${file}\`` : `\`${file}\` cannot be read (${code})`;
  return problem('file.missing', message, 'check the path');
}
