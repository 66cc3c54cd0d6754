import { CsvError, parse } from 'csv-parse/sync';
import { problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { type FormatResult, notRead, type RawUse } from './raw-use.ts';
import { isPersonKey } from './sql/person-key.ts';

const MAXIMUM_CHARACTERS = 20_000_000;

/**
 * A list of people: each row names one; the key column decides, the others are only sent along.
 * Problems: `segment.invalid`, `file.too-large`.
 */
export function readList(source: SourceText): FormatResult {
  if (source.text.length > MAXIMUM_CHARACTERS)
    return notRead(
      problem(
        'file.too-large',
        `the list has more than ${MAXIMUM_CHARACTERS} characters`,
        'give its definition instead, or a sample with its header',
        source.location(0, 0),
      ),
    );
  let rows: string[][];
  try {
    rows = parse(source.text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return notRead(
      problem(
        'segment.invalid',
        `the list is no CSV: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1).replace(/\.$/, '')}`,
        'quote cells that hold commas or quotes',
        source.location(0, source.line(1).length),
      ),
    );
  }
  const header = rows[0] ?? [];
  if (header.length === 0 || header.some((name) => name.trim() === ''))
    return notRead(
      problem(
        'segment.invalid',
        'the list has no header',
        'name the columns in the first line',
        source.location(0, source.line(1).length),
      ),
    );
  const named = header.findIndex((name) => isPersonKey('people', name.trim()) || /^id$/i.test(name.trim()));
  const key = named < 0 ? 0 : named;
  const fields = header.map(
    (name, index): RawUse => ({
      field: name.trim(),
      role: index === key ? 'include' : 'output',
      jsonPath: null,
      path: [],
      values: [],
      at: headerPlace(source, header, index),
    }),
  );
  // A header alone names the columns of a list that is elsewhere: how many people are on it, it does not say.
  const namedPeople = rows.length === 1 ? null : rows.length - 1;
  return { ok: true, reading: { fields, unresolved: [], namedPeople } };
}

/** Where a header cell stands; the whole first line when it cannot be told. */
function headerPlace(source: SourceText, header: readonly string[], index: number): RawUse['at'] {
  const line = source.line(1);
  let from = 0;
  for (const [column, name] of header.entries()) {
    const at = line.indexOf(name, from);
    if (at < 0) break;
    if (column === index) return source.location(at, at + name.length);
    from = at + name.length;
  }
  return source.location(0, line.length);
}
