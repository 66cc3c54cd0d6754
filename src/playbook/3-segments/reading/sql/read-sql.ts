import type { SqlDialect } from '../../../../check/facts/card.ts';
import { type Problem, problem } from '../../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { SourceText } from '../../../../kernel/source-text.ts';
import { type Decision, decide } from './deciding.ts';
import { polyglotReader } from './polyglot/polyglot-reader.ts';
import { postgresReader } from './postgres/postgres-reader.ts';
import { prepareSql } from './prepare.ts';
import type { SqlReader, Unread } from './sql-reader.ts';
import type { Query } from './tree.ts';

/** The parsers, in the order in which they are trusted; all that know a dialect must agree. */
export const SQL_READERS: readonly SqlReader[] = [polyglotReader, postgresReader];

/** Starts to load the parsers of a dialect; what goes wrong is said by the first definition that needs them. */
export function startSqlReaders(dialect: SqlDialect, readers: readonly SqlReader[] = SQL_READERS): void {
  for (const reader of readers)
    if (reader.dialects.includes(dialect)) void reader.load().catch(() => undefined);
}

export interface SqlOptions {
  readonly dialect: SqlDialect;
  readonly schema?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a SQL definition decides by. Problems: `segment.invalid` (nothing parses, no query, not understood in full),
 * `segment.unreadable-by-two` (two parsers differ), `file.too-large`.
 */
export async function readSql(
  source: SourceText,
  options: SqlOptions,
  readers: readonly SqlReader[] = SQL_READERS,
): Promise<Result<Decision, Problem>> {
  const prepared = prepareSql(source);
  if (!prepared.ok) return prepared;
  const { text } = prepared.value;
  const decisions: Decision[] = [];
  let refusal: Unread | null = null;
  const knowing = readers.filter(({ dialects }) => dialects.includes(options.dialect));
  const all = await Promise.all(knowing.map((reader) => reader.parse(text, options.dialect)));
  for (const [index, reader] of knowing.entries()) {
    const parsed = all[index]!;
    if (!parsed.ok) {
      // The database's own grammar has the last word on what its SQL is; a general parser merely has gaps.
      if (reader.grammar === 'own') return fail(unreadable(source, parsed.unread));
      refusal ??= parsed.unread;
      continue;
    }
    const decision = decided(parsed.query, options);
    if (decision === null)
      return fail(
        unreadable(source, {
          message: 'the query nests too deep',
          hint: 'split the definition into smaller queries',
          span: null,
        }),
      );
    if (decision.obstacle !== null)
      return fail(
        problem(
          'segment.invalid',
          decision.obstacle,
          'write the join keys out, or give the columns of the tables with a schema',
          source.whole(),
        ),
      );
    decisions.push(decision);
  }
  if (decisions.length === 0 && refusal !== null) return fail(unreadable(source, refusal));
  const [first, ...others] = decisions;
  if (first === undefined)
    return fail(
      problem(
        'segment.invalid',
        `the dialect \`${options.dialect}\` is not understood`,
        'name one of postgres, duckdb, bigquery, snowflake, trino',
        source.whole(),
      ),
    );
  for (const other of others) {
    const difference = firstDifference(first, other);
    if (difference !== null)
      return fail(
        problem(
          'segment.unreadable-by-two',
          `two parsers differ on whether \`${difference}\` decides who is a member`,
          'write the query in a plainer form, with every column qualified by its table',
          source.whole(),
        ),
      );
  }
  return ok(first);
}

/** Null for a query that nests deeper than the stack: chains of thousands of set operations, never a person's query. */
function decided(query: Query, options: SqlOptions): Decision | null {
  try {
    return decide(query, options);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const unreadable = (source: SourceText, { message, hint, span }: Unread): Problem =>
  problem(
    'segment.invalid',
    message,
    hint,
    span === null ? source.whole() : source.location(span.start, span.end),
  );

/** A field that decides in one reading and not in the other. */
function firstDifference(left: Decision, right: Decision): string | null {
  const keys = (decision: Decision): Set<string> =>
    new Set(
      decision.uses
        .filter(({ role }) => role !== 'output')
        .map(({ field, jsonPath }) => `${field.toLowerCase()} ${jsonPath ?? ''}`.trim()),
    );
  const leftKeys = keys(left);
  const rightKeys = keys(right);
  return (
    [...leftKeys].find((key) => !rightKeys.has(key)) ??
    [...rightKeys].find((key) => !leftKeys.has(key)) ??
    null
  );
}
