import type { AudienceReading, FieldUse } from '../../../check/facts/audience.ts';
import { problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import {
  type AudienceFormat,
  type Classify,
  type FormatResult,
  notRead,
  type RawReading,
  type ReadAudienceOptions,
} from './raw-use.ts';

export type { AudienceFormat, Classify, ReadAudienceOptions } from './raw-use.ts';

/**
 * Reads a definition of an audience: which fields decide who is in it, in which role, compared with what, and where.
 * What cannot be read in full is never assessed. Problems: `segment.invalid`, `segment.unreadable-by-two`,
 * `file.too-large`, `file.unknown-kind`, `card.unknown-key` and its like for our own rule trees.
 */
export async function readAudience(
  source: SourceText,
  options: ReadAudienceOptions = {},
): Promise<AudienceReading> {
  const { format, result } = await readFormat(source, options);
  return {
    id: idOf(source.file),
    file: source.file,
    dialect: format === 'sql' ? (options.dialect ?? 'postgres') : null,
    format,
    assessed: result.ok,
    problem: result.ok ? null : result.problem,
    ...classified(result.reading, source, options.classify),
  };
}

interface Read {
  readonly format: AudienceFormat;
  readonly result: FormatResult;
}

async function readFormat(source: SourceText, options: ReadAudienceOptions): Promise<Read> {
  const given = options.format ?? formatOf(source);
  switch (given) {
    case 'sql':
      return { format: given, result: await readSqlFormat(source, options) };
    case 'rules':
      return { format: given, result: (await import('./rules/read-rules.ts')).readRules(source) };
    case 'prose':
      return { format: given, result: (await import('./read-prose.ts')).readProse(source) };
    case 'list':
      return { format: given, result: (await import('./read-list.ts')).readList(source) };
    case 'json':
      return (await import('./json/read-json.ts')).readJson(source, null);
    case null:
      return {
        format: 'prose',
        result: notRead(
          problem(
            'file.unknown-kind',
            `\`${source.file}\` is in no format of a definition that is understood`,
            'give a .sql, .yaml, .json, .csv or .txt file',
            source.location(0, 0),
          ),
        ),
      };
    default:
      return (await import('./json/read-json.ts')).readJson(source, given);
  }
}

async function readSqlFormat(source: SourceText, options: ReadAudienceOptions): Promise<FormatResult> {
  const schema =
    options.schema !== undefined && Object.keys(options.schema).length > 0 ? options.schema : undefined;
  const { readSql } = await import('./sql/read-sql.ts');
  const read = await readSql(source, {
    dialect: options.dialect ?? 'postgres',
    ...(schema === undefined ? {} : { schema }),
  });
  if (!read.ok) return notRead(read.problem);
  const { uses, unresolved, namedPeople } = read.value;
  return {
    ok: true,
    reading: {
      fields: uses.map(({ span, ...use }) => ({
        ...use,
        at: span === null ? source.whole() : source.location(span.start, span.end),
      })),
      unresolved,
      namedPeople,
    },
  };
}

const ENDINGS: Readonly<Record<string, AudienceFormat | 'json'>> = {
  sql: 'sql',
  yaml: 'rules',
  yml: 'rules',
  txt: 'prose',
  md: 'prose',
  csv: 'list',
  json: 'json',
};

function formatOf(source: SourceText): AudienceFormat | 'json' | null {
  const ending = /\.([a-z0-9]+)$/i.exec(source.file)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[ending] ?? null;
}

function classified(
  { fields, unresolved, namedPeople }: RawReading,
  source: SourceText,
  classify: Classify | undefined,
): Pick<AudienceReading, 'fields' | 'unresolved' | 'namedPeople'> {
  const judged = fields.map(
    (use): FieldUse => ({
      ...use,
      comparison: wordsFrom(source, use.at),
      ...(classify?.(use.field, use.jsonPath, use.values) ?? { sensitive: [], proxyFor: [] }),
    }),
  );
  return { fields: judged, unresolved, namedPeople };
}

/** What is written from a field on: enough to tell `age < 18` from `age >= 18`. */
const COMPARISON_LENGTH = 60;
const wordsFrom = (source: SourceText, at: FieldUse['at']): string => {
  const { start } = source.range(at);
  return source.text.slice(start, start + COMPARISON_LENGTH);
};

/** The name of a definition: its file without folders and ending. */
const idOf = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '');
