import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** The longest query that is read; the engine's own parser is not asked to read more. */
export const MAXIMUM_SQL_LENGTH = 100_000;

/** What a query refers to, as the engine's own parser sees it. Names are in lower case. */
export interface StatementReading {
  /** Files named by table functions such as `read_csv`, as they are written. */
  readonly files: readonly string[];
  /** True where nothing that is given back comes from a row, as in `SELECT 3 FROM stock`: such a query reads no table. */
  readonly isConstant: boolean;
  /** Every function, table, view and macro name in it: what a view of an attached database may hide behind. */
  readonly names: ReadonlySet<string>;
}

/**
 * Table functions that read what is named and do nothing else. `query` and `query_table` are left out because they run
 * text that nobody parsed; `enable_logging` and its kin because a SELECT of them changes the engine for good.
 */
const TABLE_FUNCTIONS = new Set([
  'generate_series',
  'json_each',
  'json_tree',
  'parquet_scan',
  'range',
  'read_csv',
  'read_csv_auto',
  'read_json',
  'read_json_auto',
  'read_ndjson',
  'read_ndjson_auto',
  'read_parquet',
  'repeat',
  'unnest',
]);

const FILE_FUNCTIONS = /^(?:read_|parquet_scan$)/;

/** Scalar functions that leave a trace in the engine, tell of it, or only burn time. */
const REFUSED_FUNCTIONS = new Set([
  'current_setting',
  'currval',
  'getvariable',
  'json_deserialize_sql',
  'nextval',
  'setseed',
  'sleep_ms',
  'write_log',
]);

const TABLE_REFERENCES = new Set([
  'BASE_TABLE',
  'COLUMN_DATA',
  'EMPTY',
  'EMPTY_FROM',
  'EXPRESSION_LIST',
  'JOIN',
  'PIVOT',
  'SUBQUERY',
  'TABLE_FUNCTION',
]);

export const isAllowedTableFunction = (name: string): boolean => TABLE_FUNCTIONS.has(name);
export const isRefusedFunction = (name: string): boolean => REFUSED_FUNCTIONS.has(name);

const ONLY_SELECT = 'ask with one SELECT, WITH or VALUES statement over tables';

/**
 * Judges a query by the tree that `json_serialize_sql` makes of it: one statement, a SELECT, no function that acts.
 * The tree is the engine's own, so nothing depends on a second reading of SQL. Problems: `fact.invalid` where the
 * engine cannot parse it, `fact.not-allowed`.
 */
export function readStatement(serialized: string): Result<StatementReading, Problem> {
  let tree: { error?: boolean; error_type?: string; error_message?: string; statements?: unknown[] };
  try {
    tree = JSON.parse(serialized);
  } catch {
    return fail(problem('fact.invalid', 'the query nests too deeply to be read', 'simplify the query'));
  }
  if (tree.error === true || tree.statements === undefined)
    return fail(
      tree.error_type === 'not implemented'
        ? problem('fact.not-allowed', 'the query is not a plain SELECT', ONLY_SELECT)
        : problem(
            'fact.invalid',
            `the query cannot be parsed: ${tree.error_message ?? 'no statement'}`,
            ONLY_SELECT,
          ),
    );
  if (tree.statements.length !== 1)
    return fail(
      problem(
        'fact.not-allowed',
        `the query holds ${tree.statements.length} statements, not one`,
        ONLY_SELECT,
      ),
    );
  const walked = walk(tree.statements[0]);
  return walked.ok ? ok({ ...walked.value, isConstant: givesConstants(tree.statements[0]) }) : walked;
}

type Node = Readonly<Record<string, unknown>>;

function walk(root: unknown): Result<Omit<StatementReading, 'isConstant'>, Problem> {
  const files = new Set<string>();
  const names = new Set<string>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) {
      for (const child of node) open.push(child);
      continue;
    }
    if (typeof node !== 'object' || node === null) continue;
    const refused = refusalOf(node as Node);
    if (refused !== null) return fail(problem('fact.not-allowed', refused, ONLY_SELECT));
    noteNames(node as Node, names, files);
    for (const child of Object.values(node)) if (typeof child === 'object') open.push(child);
  }
  return ok({ files: [...files], names });
}

/** Whether the columns of a plain SELECT are all made of literals alone. */
function givesConstants(statement: unknown): boolean {
  const select = isNode(statement) && isNode(statement.node) ? statement.node : null;
  if (select?.type !== 'SELECT_NODE' || !Array.isArray(select.select_list)) return false;
  return select.select_list.every(isConstantExpression);
}

function isConstantExpression(expression: unknown): boolean {
  if (!isNode(expression)) return false;
  if (expression.class === 'CONSTANT') return true;
  if (expression.class === 'CAST') return isConstantExpression(expression.child);
  if (expression.class !== 'FUNCTION' || expression.is_operator !== true) return false;
  return Array.isArray(expression.children) && expression.children.every(isConstantExpression);
}

function refusalOf(node: Node): string | null {
  if (isNode(node.from_table) && !TABLE_REFERENCES.has(String(node.from_table.type)))
    return `the query reads \`${String(node.from_table.type).toLowerCase()}\`, which is no table`;
  if (node.type === 'SHOW_REF') return 'the query describes tables instead of reading one';
  if (node.type === 'TABLE_FUNCTION' && isNode(node.function)) {
    const name = lower(node.function.function_name);
    if (!isAllowedTableFunction(name) || node.function.schema || node.function.catalog)
      return `the query calls the table function \`${name}\``;
  }
  if (node.class === 'FUNCTION' && isRefusedFunction(lower(node.function_name)))
    return `the query calls the function \`${lower(node.function_name)}\``;
  return null;
}

function noteNames(node: Node, names: Set<string>, files: Set<string>): void {
  for (const key of ['table_name', 'function_name', 'schema_name'])
    if (node[key]) names.add(lower(node[key]));
  if (node.type !== 'TABLE_FUNCTION' || !isNode(node.function)) return;
  if (!FILE_FUNCTIONS.test(lower(node.function.function_name)) || !Array.isArray(node.function.children))
    return;
  const constants = node.function.children[0] as Node | undefined;
  for (const text of textsIn(constants)) files.add(text);
}

/** The string constants in a file argument: one path, or a list of paths. */
function textsIn(argument: unknown): string[] {
  if (Array.isArray(argument)) return argument.flatMap(textsIn);
  if (!isNode(argument)) return [];
  if (argument.class === 'CONSTANT' && isNode(argument.value) && typeof argument.value.value === 'string')
    return [argument.value.value];
  return Object.values(argument).flatMap((child) => (typeof child === 'object' ? textsIn(child) : []));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lower = (value: unknown): string => String(value ?? '').toLowerCase();
