import type { Cell } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { MAXIMUM_SQL_LENGTH } from './duckdb-statement.ts';

const ONLY_SELECT = 'ask with one SELECT, WITH or VALUES statement over tables';

/**
 * Functions that act, wait, read files, run text that nobody parsed, or tell of the server. The transaction is read-only
 * whatever is called; these reach past a transaction.
 */
const REFUSED =
  /^(?:pg_(?!catalog$|typeof$|input_is_valid$)|lo_|dblink|query_to_xml|table_to_xml|cursor_to_xml|schema_to_xml|database_to_xml|ts_stat$|set_config$|current_setting$|nextval$|setval$|currval$|lastval$|txid_|setseed$|inet_(?:client|server)|current_query$|version$|file_fdw|postgres_fdw)/;

/** A `$name` placeholder, with its place in the query that the server is sent. */
export interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Judges a query by the tree of PostgreSQL's own parser: one statement, a SELECT that writes and locks nothing, and no
 * function that acts. Gives the `$name` placeholders back. Problems: `fact.invalid`, `fact.not-allowed`.
 */
export async function readPostgresStatement(sql: string): Promise<Result<readonly Placeholder[], Problem>> {
  if (sql.length > MAXIMUM_SQL_LENGTH)
    return fail(
      problem(
        'fact.invalid',
        `the query is longer than ${MAXIMUM_SQL_LENGTH} characters`,
        'shorten the query',
      ),
    );
  if (sql.includes('\0'))
    return fail(problem('fact.invalid', 'the query holds a NUL character', 'remove it'));
  const placeholders = placeholdersIn(sql);
  const { parse } = await import('libpg-query');
  let tree: { stmts?: ReadonlyArray<{ stmt?: Record<string, unknown> }> };
  try {
    tree = (await parse(numbered(sql, placeholders))) as typeof tree;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n', 1)[0]!.slice(0, 300) : 'unknown';
    return fail(problem('fact.invalid', `the query cannot be parsed: ${said}`, ONLY_SELECT));
  }
  const statements = tree.stmts ?? [];
  const [first] = statements;
  if (statements.length !== 1)
    return fail(
      problem('fact.not-allowed', `the query holds ${statements.length} statements, not one`, ONLY_SELECT),
    );
  if (first?.stmt === undefined || !('SelectStmt' in first.stmt))
    return fail(problem('fact.not-allowed', 'the query is not a plain SELECT', ONLY_SELECT));
  const refused = refusalIn(first.stmt);
  return refused === null ? ok(placeholders) : fail(problem('fact.not-allowed', refused, ONLY_SELECT));
}

function refusalIn(root: unknown): string | null {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) {
      for (const child of node) open.push(child);
      continue;
    }
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      const refused = refusalOf(key, value as Record<string, unknown>);
      if (refused !== null) return refused;
      if (typeof value === 'object') open.push(value);
    }
  }
  return null;
}

function refusalOf(key: string, value: Record<string, unknown>): string | null {
  if (key === 'intoClause') return 'the query writes a table';
  if (key === 'lockingClause') return 'the query locks rows';
  if (key === 'InsertStmt' || key === 'UpdateStmt' || key === 'DeleteStmt' || key === 'MergeStmt')
    return 'the query writes';
  if (key === 'FuncCall') {
    const names = (value.funcname ?? []) as ReadonlyArray<{ String?: { sval?: string } }>;
    const name = names.at(-1)?.String?.sval?.toLowerCase() ?? '';
    if (REFUSED.test(name)) return `the query calls the function \`${name}\``;
  }
  if (key === 'RangeVar') {
    const schema = String(value.schemaname ?? '').toLowerCase();
    const name = String(value.relname ?? '').toLowerCase();
    if (schema.startsWith('pg_') || name.startsWith('pg_'))
      return `the query reads \`${name}\` of the server itself`;
  }
  return null;
}

/** `$name` outside strings, quoted names, comments and dollar-quoted text, in one pass. */
function placeholdersIn(sql: string): Placeholder[] {
  const token =
    /[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*|\$([A-Za-z_]\w*)?\$|\$([A-Za-z_]\w*)|[A-Za-z_][\w$]*/g;
  const found: Placeholder[] = [];
  for (let match = token.exec(sql); match !== null; match = token.exec(sql)) {
    const [text, , name] = match;
    if (name !== undefined) found.push({ name, start: match.index, end: match.index + text.length });
    else if (text === '/*') token.lastIndex = afterComment(sql, match.index);
    else if (text.startsWith('$') && text.endsWith('$') && text.length > 1) {
      const close = sql.indexOf(text, token.lastIndex);
      token.lastIndex = close < 0 ? sql.length : close + text.length;
    }
  }
  return found;
}

/** Comments nest in PostgreSQL. */
function afterComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) {
      depth += 1;
      at += 1;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return sql.length;
}

function numbered(sql: string, placeholders: readonly Placeholder[]): string {
  const names = [...new Set(placeholders.map(({ name }) => name))];
  let text = '';
  let from = 0;
  for (const { name, start, end } of placeholders) {
    text += `${sql.slice(from, start)}$${names.indexOf(name) + 1}`;
    from = end;
  }
  return text + sql.slice(from);
}

/**
 * The query with `$1`, `$2` … in place of names, and the values in that order; without values every one is null.
 * Problem: `fact.invalid` where a value is not given.
 */
export function numberParameters(
  sql: string,
  placeholders: readonly Placeholder[],
  given: Readonly<Record<string, Cell>> | null,
): Result<{ readonly sql: string; readonly values: readonly Cell[] }, Problem> {
  const names = [...new Set(placeholders.map(({ name }) => name))];
  const missing = given === null ? undefined : names.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined)
    return fail(
      problem(
        'fact.invalid',
        `the query asks for \`$${missing}\`, which is not given`,
        'remove the parameter',
      ),
    );
  return ok({
    sql: numbered(sql, placeholders),
    values: names.map((name) => (given === null ? null : given[name]!)),
  });
}
