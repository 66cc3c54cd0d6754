import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { type ChoiceDraft, type WrongPart, withPlainTimes, wrongPart } from './choice-draft.ts';
import type { ChoiceKind, SeenNotice } from './choice-event.ts';
import { IDENTIFIER_KINDS, type Identifier, normalIdentifier } from './subject-key.ts';

/** What an import says of all its lines. */
export interface ImportTerms {
  readonly sourceSystem: string;
  /** For lines that name no notice of their own. */
  readonly notice: SeenNotice | null;
  readonly jurisdiction: string | null;
  readonly language: string | null;
  /** The notices that can be shown: a yes under any other is kept as a claim. */
  findNotice(version: string, language: string | null): SeenNotice | null;
}

export interface ImportedLine {
  readonly line: number;
  readonly identifier: Identifier;
  readonly draft: ChoiceDraft;
}

export interface BadLine extends WrongPart {
  readonly line: number;
}

export interface ReadImport {
  /** Lines after the header that are not empty: each is either in `lines` or in `bad`. */
  readonly total: number;
  readonly lines: readonly ImportedLine[];
  readonly bad: readonly BadLine[];
}

export const IMPORT_COLUMNS = [
  ...IDENTIFIER_KINDS,
  'choice',
  'purpose',
  'channel',
  'topic',
  'theme',
  'at',
  'valid_until',
  'paused_until',
  'notice',
  'language',
  'jurisdiction',
  'method',
  'id',
] as const;
type Column = (typeof IMPORT_COLUMNS)[number];

const MAXIMUM_CHARACTERS = 20_000_000;

/**
 * Reads choices from CSV: a header with names of `IMPORT_COLUMNS`, one choice a line. Nothing is guessed: a line that
 * cannot be read in full is bad, with the field that is wrong, and a column of another name makes the whole file bad.
 * A yes whose notice cannot be shown becomes `claimed`. Lines of the same content get the same id, so that a file can be
 * imported again.
 */
export function readImport(text: string, terms: ImportTerms, now: Date): ReadImport {
  if (text.length > MAXIMUM_CHARACTERS)
    return whole(1, 'file', `it has more than ${MAXIMUM_CHARACTERS} characters`);
  let rows: Array<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>;
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    }) as unknown as typeof rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return whole(Number(error.lines ?? 1), 'file', 'it is no CSV: quote cells that hold commas or quotes');
  }
  const [first, ...others] = rows;
  const header = (first?.record ?? []).map((name) => name.trim().toLowerCase());
  const strange = header.find((name) => !(IMPORT_COLUMNS as readonly string[]).includes(name));
  if (strange !== undefined)
    return whole(1, strange, `no column is called so: there are ${IMPORT_COLUMNS.join(', ')}`);
  if (new Set(header).size < header.length) return whole(1, 'file', 'two columns have the same name');
  if (!header.includes('choice')) return whole(1, 'choice', 'the column is missing');

  const lines: ImportedLine[] = [];
  const bad: BadLine[] = [];
  for (const { record, info } of others) {
    const line = info.lines;
    if (record.length !== header.length) {
      bad.push({
        line,
        field: 'file',
        says: `it has ${record.length} cells, and the header ${header.length}`,
      });
      continue;
    }
    const cells = new Map(header.map((name, index) => [name as Column, record[index]!.trim()]));
    const read = readLine(cells, terms, now);
    if ('says' in read) bad.push({ line, ...read });
    else lines.push({ line, ...read });
  }
  return { total: others.length, lines, bad };
}

const whole = (line: number, field: string, says: string): ReadImport => ({
  total: 0,
  lines: [],
  bad: [{ line, field, says }],
});

function readLine(
  cells: ReadonlyMap<Column, string>,
  terms: ImportTerms,
  now: Date,
): Omit<ImportedLine, 'line'> | WrongPart {
  const cell = (name: Column): string | null => cells.get(name) || null;
  const named = IDENTIFIER_KINDS.filter((kind) => cell(kind) !== null);
  const [kind] = named;
  if (kind === undefined) return { field: IDENTIFIER_KINDS[0], says: 'nobody is named' };
  if (named.length > 1) return { field: named[1]!, says: 'two keys are named: give each a line of its own' };
  const identifier = normalIdentifier({ kind, value: cell(kind)! });
  if (!identifier.ok) return { field: kind, says: identifier.problem.message };
  const language = cell('language') ?? terms.language;
  const version = cell('notice');
  const notice = version === null ? terms.notice : terms.findNotice(version, language);
  const choice = cell('choice') as ChoiceKind | null;
  if (choice === null) return { field: 'choice', says: 'it is empty' };
  if (choice === 'opt-in-confirmed' || choice === 'opt-in-requested')
    return { field: 'choice', says: 'a double opt-in is imported as `given`, once it was confirmed' };
  const draft: ChoiceDraft = {
    id: cell('id') ?? `import:${digest([terms.sourceSystem, ...IMPORT_COLUMNS.map(cell)])}`,
    kind: choice === 'given' && notice === null ? 'claimed' : choice,
    scope: { purpose: cell('purpose'), channel: cell('channel') as Channel | null, topic: cell('topic') },
    theme: cell('theme'),
    at: cell('at') ?? '',
    validUntil: cell('valid_until'),
    pausedUntil: cell('paused_until'),
    confirms: null,
    proof: {
      notice,
      uiHash: null,
      language,
      method: cell('method') ?? 'import',
      actor: 'system',
      jurisdiction: cell('jurisdiction') ?? terms.jurisdiction,
      sourceSystem: terms.sourceSystem,
    },
  };
  const wrong = wrongPart(draft, now);
  if (wrong !== null) return { ...wrong, field: COLUMN_OF[wrong.field] ?? wrong.field };
  return { identifier: identifier.value, draft: withPlainTimes(draft) };
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  kind: 'choice',
  validUntil: 'valid_until',
  pausedUntil: 'paused_until',
};
const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
