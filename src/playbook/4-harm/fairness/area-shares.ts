import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Location, SourceText } from '../../../kernel/source-text.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';
import type { AreaShares } from './audit-areas.ts';
import { readCsvHeader } from './csv-header.ts';

const MAXIMUM_CHARACTERS = 20_000_000;
const MOST_GROUPS = 100;

/** The record that lies beside a table of area shares, `<file>.yaml`: who published the shares, and of which day they are. */
export const areaRecordSchema = z.strictObject({
  source: z
    .string()
    .trim()
    .min(1, 'expected some text')
    .describe('Who published the shares, and in which table.'),
  date: z.iso.date('expected a date as 2026-03-01').describe('The day of which the shares speak.'),
});

/** Shares of groups by area, with where they are from. */
export interface AreaStatistics {
  readonly shares: AreaShares;
  readonly source: string;
  readonly date: string;
}

/**
 * Reads a table of area shares, its first column the area and every other column a group, and the record beside it.
 * Problems: `audit.invalid-areas` with file, line and column; `yaml.*` and `config.*` of the record.
 */
export function readAreaStatistics(table: SourceText, record: SourceText): Result<AreaStatistics, Problem> {
  const { value, problems } = readYaml(record, areaRecordSchema, 'config');
  if (value === null)
    return fail(
      problems[0] ??
        invalid('the record of the areas is empty', 'write `source` and `date`', record.location(0)),
    );
  const shares = readShares(table);
  return shares.ok ? ok({ shares: shares.value, ...value }) : shares;
}

function readShares(table: SourceText): Result<AreaShares, Problem> {
  const [first, ...rest] = rowsOf(table);
  if (first instanceof Error)
    return fail(invalid(first.message, 'mend the line', lineAt(table, lineOf(first))));
  const header = first?.cells.map((name) => name.trim()) ?? [];
  const [, ...groups] = header;
  const isNamed = groups.length > 0 && groups.length <= MOST_GROUPS && !header.includes('');
  if (!isNamed || new Set(header).size !== header.length)
    return fail(
      invalid(
        'the first line does not name the area, and then each group once',
        `write it as \`area,group,other group\`, with at most ${MOST_GROUPS} groups`,
        lineAt(table, 1),
      ),
    );
  const shares = new Map<string, Readonly<Record<string, number>>>();
  for (const row of rest) {
    if (row instanceof Error) return fail(invalid(row.message, 'mend the line', lineAt(table, lineOf(row))));
    const { line, cells } = row;
    const [area = ''] = cells;
    const refused = refuseRow(cells, header, shares.has(area));
    if (refused !== null) return fail(invalid(refused.says, refused.mend, lineAt(table, line, refused.cell)));
    shares.set(area, Object.fromEntries(groups.map((group, index) => [group, Number(cells[index + 1])])));
  }
  return shares.size > 0
    ? ok(shares)
    : fail(invalid('no line names an area', 'write one line for each area', lineAt(table, 1)));
}

interface Refused {
  readonly says: string;
  readonly mend: string;
  readonly cell?: string;
}

function refuseRow(cells: readonly string[], header: readonly string[], isRepeated: boolean): Refused | null {
  const [area = ''] = cells;
  if (cells.length !== header.length)
    return {
      says: `the line has ${cells.length} fields, and the first line names ${header.length}`,
      mend: 'give every area a share of every group',
    };
  if (area === '') return { says: 'the line names no area', mend: `write one under \`${header[0]}\`` };
  if (isRepeated)
    return {
      says: `the area \`${area}\` stands in more than one line`,
      mend: 'keep one line an area',
      cell: area,
    };
  const wrong = cells.findIndex((cell, index) => index > 0 && !isShare(cell));
  return wrong < 0
    ? null
    : {
        says: `\`${cells[wrong]}\` under \`${header[wrong]}\` is no share between 0 and 1`,
        mend: 'write 23 % as 0.23',
        cell: cells[wrong]!,
      };
}

/** A plain decimal: `0x1` and an empty cell are numbers to JavaScript, and no share to anybody else. */
const isShare = (text: string): boolean => /^(?:[01]|0?\.\d{1,17}|1\.0{1,17})$/.test(text);

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of the table, or the error that ends it; nothing is thrown. */
function rowsOf(table: SourceText): Array<Row | CsvError | Error> {
  if (table.text.length > MAXIMUM_CHARACTERS)
    return [new Error(`the file has more than ${MAXIMUM_CHARACTERS} characters`)];
  try {
    const parsed = parse(table.text, {
      bom: true,
      delimiter: readCsvHeader(table.line(1))?.delimiter ?? ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Array<{ readonly info: { readonly lines: number }; readonly record: string[] }>;
    return parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [error];
  }
}

const lineOf = (error: Error): number => (error instanceof CsvError ? Number(error.lines ?? 1) : 1);

/** A line of the table, or the first place in it where `cell` stands. */
function lineAt(table: SourceText, number: number, cell = ''): Location {
  const line = table.line(number);
  const from = cell === '' ? 0 : Math.max(0, line.lastIndexOf(cell));
  const start = table.range({
    file: table.file,
    line: number,
    column: from + 1,
    endLine: number,
    endColumn: from + 1,
  }).start;
  return table.location(start, start + (cell === '' ? line.length : cell.length));
}

const invalid = (message: string, hint: string, at: Location): Problem =>
  problem('audit.invalid-areas', message.replace(/\.$/, ''), hint, at);
