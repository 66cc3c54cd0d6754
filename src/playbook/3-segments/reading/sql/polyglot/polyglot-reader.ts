import { createRequire } from 'node:module';
import type { SqlDialect } from '../../../../../check/facts/card.ts';
import { offsetsIn } from '../offsets.ts';
import { NOT_UNDERSTOOD, type ParsedSql, type SqlReader, unread } from '../sql-reader.ts';
import type { Literal, Span } from '../tree.ts';
import { lowerStatement } from './lower-query.ts';
import { isObject, nodeOf } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

type Sdk = typeof import('@polyglot-sql/sdk');
let loading: Promise<Sdk> | null = null;
// The WASM is 23 MB, so nothing is loaded before the first SQL definition. The build for `require` compiles it beside
// this thread; the other one streams it through `fetch` on this thread, which takes three times as long.
const load = (): Promise<Sdk> => {
  loading ??= loadNow();
  return loading;
};

async function loadNow(): Promise<Sdk> {
  const sdk = createRequire(import.meta.url)('@polyglot-sql/sdk') as Sdk;
  await sdk.init();
  return sdk;
}

const NAMES: Readonly<Record<SqlDialect, string>> = {
  postgres: 'postgres',
  duckdb: 'duckdb',
  bigquery: 'bigquery',
  snowflake: 'snowflake',
  trino: 'trino',
};
const CHANGES = new Set(['insert', 'update', 'delete', 'merge', 'truncate', 'copy']);

/** Reads the five dialects with `@polyglot-sql/sdk`. */
export const polyglotReader: SqlReader = {
  name: 'polyglot',
  grammar: 'general',
  dialects: ['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino'],
  load,
  parse: async (text, dialect) => parseWith(await load(), text, dialect),
};

function parseWith(sdk: Sdk, text: string, dialect: SqlDialect): ParsedSql {
  const toUtf16 = offsetsIn(text, 'codepoint');
  const name = NAMES[dialect] as Parameters<Sdk['parse']>[1];
  const parsed = sdk.parse(text, name);
  if (!parsed.success) {
    const located = parsed.errorStart !== undefined && (parsed.errorEnd ?? 0) > 0;
    const span = located
      ? { start: toUtf16(parsed.errorStart!), end: toUtf16(parsed.errorEnd ?? parsed.errorStart!) }
      : null;
    return unread(plain(parsed.error ?? 'unreadable'), hintFor(parsed.error ?? '', dialect), span);
  }
  const statements = parsed.ast as readonly unknown[];
  if (statements.length === 0)
    return unread('there is no statement', 'write a SELECT that returns the people');
  if (statements.length > 1)
    return unread(
      `there are ${statements.length} statements`,
      'keep one SELECT and move the others to files of their own',
    );
  const span = (value: unknown): Span | null =>
    isObject(value) && typeof value.start === 'number' && typeof value.end === 'number'
      ? { start: toUtf16(value.start), end: toUtf16(value.end) }
      : null;
  try {
    const { query, unread: columns } = lowerStatement(statements[0], {
      dialect,
      span,
      written: writtenLiterals(sdk, text, name, toUtf16),
    });
    if (columns.length > 0)
      return unread(
        'a part of the query is not understood',
        NOT_UNDERSTOOD,
        columns[0]!.end > 0 ? columns[0]! : null,
      );
    return { ok: true, query };
  } catch (error) {
    if (error instanceof NotAQuery) return notAQuery(error.kind, statements[0]);
    if (error instanceof RangeError)
      return unread('the query nests too deep', 'split the definition into smaller queries');
    throw error;
  }
}

function notAQuery(kind: string, statement: unknown): ParsedSql {
  const outermost = nodeOf(statement)?.kind ?? '';
  if (CHANGES.has(kind) || kind === 'select into')
    return unread(
      `\`${kind}\` changes data`,
      'write a SELECT that returns the people; a definition only reads',
    );
  if (/^(create|drop|alter|use|set|command|grant|revoke|transaction|commit)/.test(kind))
    return unread(
      `\`${kind.replaceAll('_', ' ')}\` is not a query`,
      'write the SELECT alone, without the statement around it',
    );
  if (outermost === kind || kind === 'unknown')
    return unread('the text is not a query', 'write a SELECT that returns the people');
  return unread(`\`${kind}\` is not understood`, NOT_UNDERSTOOD);
}

/** The parser's words without its own position, which we give ourselves. */
const plain = (message: string): string => {
  const text = message.replace(/^(?:Parse|Tokenization) error at line \d+, column \d+: /, '');
  if (/E_GUARD_/.test(text)) return 'the query nests too deep or is too large';
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  return lower.replace(/ near \[.*$/s, '').replace(/ \('[^']*'\)/, '');
};

const hintFor = (message: string, dialect: SqlDialect): string =>
  /E_GUARD_/.test(message)
    ? 'split the definition into smaller queries, or move a long list of values into a table'
    : `mend the SQL here, or name the dialect it is written in (read as ${dialect})`;

/** How literals stand in the text, by their meaning: the tree keeps the meaning only. */
function writtenLiterals(
  sdk: Sdk,
  text: string,
  dialect: Parameters<Sdk['parse']>[1],
  toUtf16: (offset: number) => number,
) {
  let byMeaning: Map<string, string> | null = null;
  return ({ text: meaning, type }: { readonly text: string; readonly type: Literal['type'] }): string => {
    byMeaning ??= new Map(
      (sdk.tokenize(text, dialect).tokens ?? [])
        .map((token): [string, string] => [
          token.text.replace(/^[Ee]:/, ''),
          text.slice(toUtf16(token.span.start), toUtf16(token.span.end)),
        ])
        .filter(([, written]) => /^[\d.]|['"$]/.test(written))
        .reverse(),
    );
    return byMeaning.get(meaning) ?? (type === 'string' ? `'${meaning.replaceAll("'", "''")}'` : meaning);
  };
}
