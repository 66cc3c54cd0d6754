import type { AudienceReading } from '../../../check/facts/audience.ts';
import type { SqlDialect } from '../../../check/facts/card.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import type { AudienceFormat, Classify, ReadAudienceOptions } from './raw-use.ts';
import { readAudience } from './read-audience.ts';

const DIALECTS: ReadonlySet<string> = new Set([
  'postgres',
  'duckdb',
  'bigquery',
  'snowflake',
  'trino',
] satisfies SqlDialect[]);
const FORMATS: ReadonlySet<string> = new Set([
  'sql',
  'rules',
  'dittofeed',
  'hubspot',
  'klaviyo',
  'braze',
  'customerio',
  'growthbook',
  'prose',
  'list',
] satisfies AudienceFormat[]);
/** What a definition without a file is called in locations. */
const NO_FILE = '-';

/**
 * One output object of `segment --lines` for one input line, as contract.md §3 has it: `{ id, dialect, sql, schema }` or
 * `{ id, format, definition }`. Never throws: a line that cannot be read gives `assessed: false` and a `problem`.
 */
export async function readAudienceLine(json: string, classify?: Classify): Promise<object> {
  const parsed = parseLine(json);
  if (!parsed.ok) return elementOf(null, parsed.id, null, unreadable(parsed.problem));
  const { id, source, options } = parsed;
  try {
    const reading = await readAudience(source, classify === undefined ? options : { ...options, classify });
    return elementOf(source, id, options.dialect ?? null, reading);
  } catch (error) {
    // A fault of ours on one line must not silence the lines after it.
    return elementOf(
      source,
      id,
      options.dialect ?? null,
      unreadable(
        problem(
          'segment.invalid',
          `the definition could not be read: ${String((error as Error).message)}`,
          'report this definition, and leave the use to review',
        ),
      ),
    );
  }
}

type Line =
  | {
      readonly ok: true;
      readonly id: unknown;
      readonly source: SourceText;
      readonly options: ReadAudienceOptions;
    }
  | { readonly ok: false; readonly id: unknown; readonly problem: Problem };

function parseLine(json: string): Line {
  const wrong = (id: unknown, message: string, hint: string): Line => ({
    ok: false,
    id,
    problem: problem('segment.invalid', message, hint),
  });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return wrong(
      null,
      json.trim() === '' ? 'the line is empty' : 'the line is no JSON',
      'write one JSON object a line',
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(
      null,
      'the line is no JSON object',
      'write `{ "id", "dialect", "sql", "schema" }` or `{ "id", "format", "definition" }`',
    );
  const { id = null, dialect, sql, schema, format, definition } = value as Record<string, unknown>;
  if (sql !== undefined) {
    if (typeof sql !== 'string') return wrong(id, '`sql` is no text', 'give the SQL as one string');
    if (dialect !== undefined && dialect !== null && !DIALECTS.has(String(dialect)))
      return wrong(
        id,
        `the dialect \`${String(dialect)}\` is not understood`,
        `name one of ${[...DIALECTS].join(', ')}`,
      );
    if (schema !== undefined && schema !== null && !isSchema(schema))
      return wrong(
        id,
        '`schema` does not map tables to lists of columns',
        'write `{ "schema.table": ["column", …] }`',
      );
    return {
      ok: true,
      id,
      source: new SourceText(NO_FILE, sql),
      options: {
        format: 'sql',
        dialect: (dialect ?? 'postgres') as SqlDialect,
        ...(isSchema(schema) ? { schema: plainSchema(schema) } : {}),
      },
    };
  }
  if (definition === undefined)
    return wrong(
      id,
      'the line has neither `sql` nor `definition`',
      'give `sql` with a `dialect`, or `definition` with a `format`',
    );
  if (format !== undefined && format !== null && !FORMATS.has(String(format)))
    return wrong(
      id,
      `the format \`${String(format)}\` is not understood`,
      `name one of ${[...FORMATS].join(', ')}`,
    );
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition, null, 2);
  const known = typeof format === 'string' ? { format: format as AudienceFormat } : {};
  return {
    ok: true,
    id,
    source: new SourceText(typeof format === 'string' ? NO_FILE : `${NO_FILE}.json`, text),
    options: known,
  };
}

type GivenSchema = Readonly<Record<string, readonly unknown[] | Readonly<Record<string, unknown>>>>;

/** Table → list of columns, or → columns with their types. */
const isSchema = (schema: unknown): schema is GivenSchema =>
  typeof schema === 'object' &&
  schema !== null &&
  !Array.isArray(schema) &&
  Object.values(schema).every(
    (columns) =>
      typeof columns === 'object' &&
      columns !== null &&
      (!Array.isArray(columns) || columns.every((column) => typeof column === 'string')),
  );

const plainSchema = (schema: GivenSchema): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(schema).map(([table, columns]) => [
      table,
      Array.isArray(columns) ? (columns as string[]) : Object.keys(columns),
    ]),
  );

type Read = Pick<AudienceReading, 'dialect' | 'format' | 'assessed' | 'problem' | 'fields' | 'unresolved'>;

const unreadable = (why: Problem): Read => ({
  dialect: null,
  format: 'sql',
  assessed: false,
  problem: why,
  fields: [],
  unresolved: [],
});

function elementOf(
  source: SourceText | null,
  id: unknown,
  dialect: SqlDialect | null,
  reading: Read,
): object {
  const place = (at: Problem['at']) => (at === null ? null : { ...at, file: null });
  return {
    id,
    file: null,
    dialect: reading.dialect ?? dialect,
    format: source === null ? null : reading.format,
    assessed: reading.assessed,
    fields: reading.fields.map(({ field, role, jsonPath, path, values, sensitive, proxyFor, at }) => ({
      field,
      role,
      jsonPath,
      path,
      values,
      sensitive,
      proxyFor,
      at: place(at),
    })),
    unresolved: reading.unresolved,
    findings: [],
    ...(reading.problem === null ? {} : { problem: { ...reading.problem, at: place(reading.problem.at) } }),
  };
}
