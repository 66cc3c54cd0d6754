import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteIdentifier, quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { BatchEngine } from './batch-engine.ts';

export type AudienceFormat = 'csv' | 'parquet' | 'jsonl';

/** The people of a list, as table `audience`, with its columns and its rows in their order. */
export interface Audience {
  readonly format: AudienceFormat;
  readonly columns: readonly string[];
  /** Between the cells of a CSV. */
  readonly delimiter: string;
  readonly rows: number;
}

const FORMATS: Readonly<Record<string, AudienceFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  parquet: 'parquet',
  pq: 'parquet',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** What the file of those who are held adds to the columns of the list. */
export const ADDED_COLUMNS = ['decision', 'reasons', 'explanation'] as const;

/** Longer lines are refused: a list of people has none. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LONGEST_HEADER = 1024 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a list of people into the engine, each cell as it stands. Nothing is guessed or passed over: what cannot be read
 * in full is refused as a whole. Problems: `file.missing`, `file.unknown-kind`, `file.encoding`, `gate.unreadable-audience`.
 */
export async function readAudience(engine: BatchEngine, path: string): Promise<Result<Audience, Problem>> {
  const format = formatOf(path);
  if (format === null)
    return fail(
      problem(
        'file.unknown-kind',
        `\`${path}\` is no list that is understood`,
        'give a .csv, .parquet or .jsonl file',
      ),
    );
  const begin = await beginningOf(path);
  if (!begin.ok) return begin;
  const header = format === 'csv' ? csvHeader(path, begin.value) : ok(null);
  if (!header.ok) return header;
  try {
    const read = sourceOf(path, format, header.value);
    const described = await engine.rows(`DESCRIBE SELECT * FROM ${read}`);
    const columns = described.map(([name]) => String(name));
    const wrong = wrongNames(columns);
    if (wrong !== null) return fail(unreadable(path, wrong, 'give each column a name of its own'));
    const from = format === 'jsonl' ? jsonSource(path, columns) : read;
    const cells = columns.map((name, index) => `${quoteIdentifier(name)} AS c${index}`);
    await engine.run(`CREATE TABLE audience AS SELECT ${cells.join(', ')} FROM ${from}`);
    const [[rows] = [0]] = await engine.rows('SELECT count(*) FROM audience');
    return ok({ format, columns, delimiter: header.value?.delimiter ?? ',', rows: Number(rows) });
  } catch (error) {
    return fail(unreadable(path, saidOf(error), 'mend the line, or export the list again'));
  }
}

export const formatOf = (path: string): AudienceFormat | null =>
  FORMATS[path.split('.').at(-1)!.toLowerCase()] ?? null;

/** A cell of table `a`, which has names of our own, since those of a list may be anything. */
export const cellOf = ({ columns }: Audience, column: string): string => `a.c${columns.indexOf(column)}`;

/** A cell as text, as it stands in a CSV: what is JSON is told without its quotes. */
export const textOf = (audience: Audience, column: string): string =>
  audience.format === 'jsonl'
    ? `(${cellOf(audience, column)} ->> '$')`
    : `CAST(${cellOf(audience, column)} AS VARCHAR)`;

function sourceOf(path: string, format: AudienceFormat, header: CsvHeader | null): string {
  const file = fileLiteral(path);
  switch (format) {
    case 'parquet':
      return `read_parquet(${file})`;
    case 'jsonl':
      return `read_json(${file}, format = 'newline_delimited', sample_size = -1, maximum_object_size = ${LONGEST_LINE})`;
    case 'csv': {
      const columns = header!.names.map((name) => `${quoteLiteral(name)}: 'VARCHAR'`).join(', ');
      return `read_csv(${file}, auto_detect = false, header = true, delim = ${quoteLiteral(header!.delimiter)}, quote = '"', escape = '"', strict_mode = true, max_line_size = ${LONGEST_LINE}, columns = {${columns}})`;
    }
  }
}

const jsonSource = (path: string, columns: readonly string[]): string =>
  `read_json(${fileLiteral(path)}, format = 'newline_delimited', maximum_object_size = ${LONGEST_LINE}, columns = {${columns
    .map((name) => `${quoteLiteral(name)}: 'JSON'`)
    .join(', ')}})`;

/** A path as this one file: the engine would take stars and brackets for patterns. */
export const fileLiteral = (path: string): string => quoteLiteral(path.replace(/[*?[]/g, '[$&]'));

async function beginningOf(path: string): Promise<Result<Buffer, Problem>> {
  try {
    const file = await open(path, 'r');
    try {
      const begin = Buffer.alloc(LONGEST_HEADER);
      const { bytesRead } = await file.read(begin, 0, LONGEST_HEADER, 0);
      return ok(begin.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fail(problem('file.missing', `there is no file \`${path}\``, 'mend the path'));
    return fail(unreadable(path, `cannot be read (${code})`, 'check who may read it'));
  }
}

interface CsvHeader {
  readonly names: readonly string[];
  readonly delimiter: string;
}

function csvHeader(path: string, begin: Buffer): Result<CsvHeader, Problem> {
  if (begin.length === 0) return fail(unreadable(path, 'is empty', 'give a list with a header'));
  // Two bytes of UTF-16 stand for what one letter is in a header.
  if (begin.includes(0))
    return fail(
      problem('file.encoding', `\`${path}\` is no CSV in UTF-8: it holds NUL`, 'export it as CSV in UTF-8'),
    );
  const text = new TextDecoder('utf-8').decode(begin);
  const first = text.slice(0, text.search(/[\r\n]/) < 0 ? undefined : text.search(/[\r\n]/));
  const delimiter = DELIMITERS.reduce((a, b) => (times(first, b) > times(first, a) ? b : a));
  try {
    const [names = []] = parse(text, { bom: true, delimiter, to: 1, relax_column_count: true }) as string[][];
    return names.length === 0 || (names.length === 1 && names[0] === '')
      ? fail(unreadable(path, 'has no header', 'name the columns in its first line'))
      : ok({ names, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(unreadable(path, 'has a header that is no CSV', 'quote names that hold commas or quotes'));
  }
}

const times = (text: string, what: string): number => text.split(what).length - 1;

/** Why columns of these names cannot be a list; `null` where they can. */
export function wrongNames(columns: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of columns) {
    const plain = name.toLowerCase();
    if (seen.has(plain)) return `has two columns called \`${name}\``;
    if ((ADDED_COLUMNS as readonly string[]).includes(plain))
      return `has a column \`${name}\`, which the gate writes itself`;
    if (name === '') return 'has a column without a name';
    seen.add(plain);
  }
  return null;
}

const unreadable = (path: string, says: string, hint: string): Problem =>
  problem('gate.unreadable-audience', `\`${path}\` ${says}`, hint);

/** The engine’s words without what stands in the file: a log must hold nobody’s address. */
function saidOf(error: unknown): string {
  const said = String((error as Error).message ?? error);
  const line = /\bline:?\s*(\d+)/i.exec(said)?.[1];
  const because = /invalid unicode|not utf-8|encoded/i.test(said)
    ? 'it is not UTF-8'
    : /maximum line size/i.test(said)
      ? 'a line is longer than 16 MB'
      : /unterminated|quote/i.test(said)
        ? 'a quote does not end'
        : /column/i.test(said)
          ? 'a line has more or fewer cells than the header'
          : 'it is damaged';
  return `cannot be read${line === undefined ? '' : ` at line ${line}`}: ${because}`;
}
