import { offsetsIn } from '../offsets.ts';
import { NOT_UNDERSTOOD, type ParsedSql, type SqlReader, unread } from '../sql-reader.ts';
import type { Literal } from '../tree.ts';
import {
  type Fields,
  isObject,
  list,
  NotReadable,
  nodeOf,
  type PostgresLowering,
  TOO_DEEP,
} from './lower-expression.ts';
import { lowerSelect } from './lower-query.ts';

type PgQuery = typeof import('libpg-query');
let loading: Promise<PgQuery> | null = null;
const load = (): Promise<PgQuery> => {
  loading ??= import('libpg-query').then(async (module) => {
    await module.loadModule();
    return module;
  });
  return loading;
};

/** Its own grammar recurses on the WASM stack; brackets beyond this are refused before it is asked. */
const MAXIMUM_DEPTH = 200;

/** Reads PostgreSQL with `libpg-query`, which is PostgreSQL's own grammar. */
export const postgresReader: SqlReader = {
  name: 'libpg-query',
  grammar: 'own',
  dialects: ['postgres'],
  load,
  parse: async (text) =>
    tooDeep(text)
      ? unread(TOO_DEEP, 'split the definition into smaller queries')
      : parseWith(await load(), text),
};

function tooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x28) depth += 1;
    else if (character === 0x29) depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  const words = (text.match(/\b(?:not|case)\b/gi) ?? []).length;
  const sets = (text.match(/\b(?:union|intersect|except)\b/gi) ?? []).length;
  return deepest > MAXIMUM_DEPTH || words > 5000 || sets > 500;
}

function parseWith(pg: PgQuery, text: string): ParsedSql {
  const toUtf16 = offsetsIn(text, 'utf8');
  let statements: readonly unknown[];
  try {
    statements = list((pg.parseSync(text) as unknown as Fields).stmts);
  } catch (error) {
    const details = (error as { sqlDetails?: { message: string; cursorPosition: number } }).sqlDetails;
    const message = details?.message ?? 'the text cannot be parsed';
    // PostgreSQL gives the place in characters, not in bytes.
    const start =
      details === undefined ? null : offsetsIn(text, 'codepoint')(Math.max(0, details.cursorPosition));
    return unread(
      message,
      'mend the SQL here, or name the dialect it is written in (read as postgres)',
      start === null ? null : { start, end: wordEnd(text, start) },
    );
  }
  if (statements.length === 0)
    return unread('there is no statement', 'write a SELECT that returns the people');
  if (statements.length > 1)
    return unread(
      `there are ${statements.length} statements`,
      'keep one SELECT and move the others to files of their own',
    );
  const statement = isObject(statements[0]) ? nodeOf(statements[0].stmt) : null;
  if (statement?.kind !== 'SelectStmt')
    return unread(
      `\`${(statement?.kind ?? 'statement').replace('Stmt', '').toLowerCase()}\` is not a query`,
      'write a SELECT that returns the people; a definition only reads',
    );
  const seen = new Set<Fields>();
  const at: PostgresLowering = {
    depth: 0,
    query: (fields) => lowerSelect(fields, at),
    seen: (fields) => seen.add(fields),
    name: (location, parts) => nameAt(text, toUtf16(location), parts),
    written: (location, meaning, type) => literalAt(text, toUtf16(location), meaning, type),
  };
  try {
    const query = lowerSelect(statement.fields, at);
    const missed = missedColumn(statement.fields, seen);
    if (missed !== null)
      return unread(
        'a part of the query is not understood',
        NOT_UNDERSTOOD,
        nameAt(text, toUtf16(Number(missed.location ?? 0)), ['']).span,
      );
    return { ok: true, query };
  } catch (error) {
    if (error instanceof NotReadable)
      return unread(
        error.message,
        error.message === TOO_DEEP ? 'split the definition into smaller queries' : NOT_UNDERSTOOD,
      );
    if (error instanceof RangeError)
      return unread('the query nests too deep', 'split the definition into smaller queries');
    throw error;
  }
}

function missedColumn(statement: Fields, seen: ReadonlySet<Fields>): Fields | null {
  const pending: unknown[] = [statement];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) pending.push(...next);
    if (!isObject(next)) continue;
    if (isObject(next.ColumnRef) && !seen.has(next.ColumnRef)) return next.ColumnRef;
    pending.push(...Object.values(next));
  }
  return null;
}

const PART = /\s*(?:"(?:[^"]|"")*"|[^\s"().,;:<>=!+\-*/%^|&~@#?[\]']+)/y;

/** The span of a dotted name, and its parts as they are written, without quotes. */
function nameAt(text: string, start: number, parts: readonly string[]): ReturnType<PostgresLowering['name']> {
  let end = start;
  const named = parts.map((part) => {
    PART.lastIndex = end;
    const match = PART.exec(text);
    if (match === null) return { text: part, span: null };
    const from = match.index + (match[0].length - match[0].trimStart().length);
    end = PART.lastIndex;
    const span = { start: from, end };
    const dot = /\s*\./y;
    dot.lastIndex = end;
    if (dot.test(text)) end = dot.lastIndex;
    const written = text.slice(span.start, span.end);
    return { text: written.startsWith('"') ? part : written, span };
  });
  const last = named.at(-1)?.span;
  return { parts: named, span: last ? { start, end: last.end } : null };
}

function literalAt(text: string, start: number, meaning: string, type: Literal['type']): string {
  if (type === 'boolean' || type === 'null') return meaning;
  const pattern =
    type === 'number' ? /-?\s*[\d.]+(?:[eE][+-]?\d+)?/y : /(?:[eEbBxXnN]|[uU]&)?'(?:[^']|'')*'/y;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? (type === 'string' ? `'${meaning.replaceAll("'", "''")}'` : meaning);
}

const wordEnd = (text: string, start: number): number =>
  start + (/^[\w$]+|^./su.exec(text.slice(start, start + 100))?.[0].length ?? 0);
