import type { SqlDialect } from '../../../../../check/facts/card.ts';
import { isAggregate, isComparing, isJsonKeysFunction, jsonPathFunction, keepsPlace } from '../functions.ts';
import { stepsOfPath } from '../json-path.ts';
import { containmentOf, keyTestOf } from '../operators.ts';
import type { ColumnReference, Expression, Literal, Name, Order, Query, Span, Step } from '../tree.ts';
import { type Fields, isObject, list, type Node, nodeOf, SILENT_KEYS, text } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

/** What lowering needs of its surroundings. */
export interface Lowering {
  span(value: unknown): Span | null;
  written(literal: { readonly text: string; readonly type: Literal['type'] }): string;
  query(value: unknown): Query;
  /** Remembers that a column of the parser's tree has found its place in ours. */
  seen(fields: Fields): void;
  readonly dialect: SqlDialect;
  /** Names that a lambda binds, hence no columns. */
  readonly bound: string[];
}

const QUERY_KINDS = new Set(['select', 'union', 'intersect', 'except', 'values', 'set_operation']);
export const isQueryNode = (node: Node | null): boolean => node !== null && QUERY_KINDS.has(node.kind);

const TRANSPARENT = new Set([
  'paren',
  'annotated',
  'cast',
  'try_cast',
  'safe_cast',
  'collation',
  'at_time_zone',
  'prior',
  'variadic',
  'braced_wildcard',
]);
const COMPARISONS: Readonly<Record<string, { negated: boolean; equality: boolean }>> = {
  eq: { negated: false, equality: true },
  neq: { negated: true, equality: true },
  null_safe_eq: { negated: false, equality: true },
  null_safe_neq: { negated: true, equality: true },
  is: { negated: false, equality: true },
  lt: { negated: false, equality: false },
  lte: { negated: false, equality: false },
  gt: { negated: false, equality: false },
  gte: { negated: false, equality: false },
  like: { negated: false, equality: false },
  i_like: { negated: false, equality: false },
  glob: { negated: false, equality: false },
  match: { negated: false, equality: false },
  similar_to: { negated: false, equality: false },
  regexp_like: { negated: false, equality: false },
  regexp_i_like: { negated: false, equality: false },
  regexp_full_match: { negated: false, equality: false },
  array_contained_by: { negated: false, equality: false },
  array_overlaps: { negated: false, equality: false },
  member_of: { negated: false, equality: true },
  equal_null: { negated: false, equality: true },
};
const JSON_KINDS = new Set([
  'json_extract', 'json_extract_scalar', 'json_query', 'json_value', 'j_s_o_n_extract', 'j_s_o_n_extract_scalar',
  'j_s_o_n_b_extract', 'j_s_o_n_b_extract_scalar', 'j_s_o_n_extract_array', 'j_s_o_n_value', 'j_s_o_n_value_array',
  'json_extract_path', 'j_s_o_n_b_exists', 'j_s_o_n_exists', 'get_extract', 'struct_extract', 'element_at',
]); // biome-ignore format: a table reads better in rows

export function lowerExpression(value: unknown, at: Lowering): Expression {
  const node = nodeOf(value);
  if (node === null) return other(value, at);
  const { kind, fields } = node;
  const lower = (child: unknown): Expression => lowerExpression(child, at);
  if (isQueryNode(node)) return { kind: 'subquery', query: at.query(value) };
  if (TRANSPARENT.has(kind)) return lower(fields.this);
  const comparison = COMPARISONS[kind];
  if (comparison !== undefined) {
    const left = lower(fields.left ?? fields.this);
    const right = [fields.right, fields.expression, fields.pattern]
      .filter((side) => isObject(side))
      .map(lower);
    return { kind: 'compare', ...comparison, left, right };
  }
  if (JSON_KINDS.has(kind)) return lowerJson(node, at);
  switch (kind) {
    case 'column':
      return columnOf(fields, at);
    case 'identifier':
      return at.bound.includes(String(fields.name).toLowerCase())
        ? { kind: 'other', parts: [] }
        : columnFrom([nameOf(fields, at)]);
    case 'dot':
      return dotOf(fields, at);
    case 'star':
      return {
        kind: 'star',
        qualifier: isObject(fields.table) ? [nameOf(fields.table, at)] : [],
        except: list(fields.except).map((name) => (isObject(name) ? String(name.name) : '')),
        replaced: list(fields.replace).map((item) =>
          isObject(item)
            ? { of: lower(item.this), alias: isObject(item.alias) ? nameOf(item.alias, at) : null }
            : { of: other(item, at), alias: null },
        ),
        span: at.span(fields.span),
      };
    case 'literal':
      return literalOf(fields, at);
    case 'boolean':
      return { kind: 'literal', written: String(fields.value), text: String(fields.value), type: 'boolean' };
    case 'null':
      return { kind: 'literal', written: 'null', text: 'null', type: 'null' };
    case 'neg': {
      const of = lower(fields.this);
      return of.kind === 'literal'
        ? { ...of, written: `-${of.written}`, text: `-${of.text}` }
        : { kind: 'other', parts: [of] };
    }
    case 'and':
    case 'or':
      return { kind: 'logic', operator: kind, operands: chainOf(value, kind).map(lower) };
    case 'booland':
    case 'boolor':
    case 'xor':
      return { kind: 'logic', operator: 'other', operands: childrenOf(fields, at) };
    case 'not':
      return { kind: 'not', of: lower(fields.this) };
    case 'between': {
      const compare: Expression = {
        kind: 'compare',
        negated: fields.not === true,
        equality: false,
        left: lower(fields.this),
        right: [lower(fields.low), lower(fields.high)],
      };
      return compare;
    }
    case 'is_null':
      return { kind: 'null-test', of: lower(fields.this), negated: fields.not === true };
    case 'is_true':
    case 'is_false':
      return { kind: 'truth-test', of: lower(fields.this), negated: fields.not === true };
    case 'in':
      return inOf(fields, at);
    case 'any':
    case 'all':
      return quantified(fields, at);
    case 'exists':
      return existsOf(fields, at);
    case 'subquery':
      return { kind: 'subquery', query: at.query(value) };
    case 'case':
      return {
        kind: 'case',
        operand: isObject(fields.operand) ? lower(fields.operand) : null,
        branches: list(fields.whens).map((pair) => ({
          when: lower(list(pair)[0]),
          gives: lower(list(pair)[1]),
        })),
        otherwise: isObject(fields.else_) ? lower(fields.else_) : null,
      };
    case 'if_func':
      return {
        kind: 'case',
        operand: null,
        branches: [{ when: lower(fields.condition), gives: lower(fields.true_value) }],
        otherwise: isObject(fields.false_value) ? lower(fields.false_value) : null,
      };
    case 'window_function': {
      const over = isObject(fields.over) ? fields.over : {};
      const keep = isObject(fields.keep) ? ordersOf(fields.keep.order_by, at) : [];
      return {
        kind: 'window',
        call: lower(fields.this),
        partition: list(over.partition_by).map(lower),
        order: [...ordersOf(over.order_by, at), ...keep],
        named: isObject(over.window_name) ? String(over.window_name.name) : null,
      };
    }
    case 'within_group': {
      // The values that an ordered-set aggregate measures stand in its ORDER BY, so they are arguments.
      const call = lower(fields.this);
      return {
        kind: 'call',
        name: kind,
        arguments: [call, ...ordersOf(fields.order_by, at).map(({ of }) => of)],
        aggregate: true,
        compares: false,
        filter: null,
        order: [],
      };
    }
    case 'filter': {
      const call = lower(fields.this);
      const condition = lower(fields.expression);
      return call.kind === 'call'
        ? { ...call, filter: condition }
        : { kind: 'other', parts: [call, condition] };
    }
    case 'subscript':
      return pathOver(lower(fields.this), stepFrom(fields.index, at), at);
    case 'lambda': {
      const names = list(fields.parameters).map((name) =>
        isObject(name) ? String(name.name).toLowerCase() : '',
      );
      at.bound.push(...names);
      const body = lower(fields.body);
      at.bound.length -= names.length;
      return body;
    }
    case 'ts_match':
      return jsonPathTest(lower(fields.left), lower(fields.right));
    case 'comprehension': {
      const loop = nodeOf(fields.expression);
      const name = loop !== null && isObject(loop.fields.name) ? String(loop.fields.name.name) : '';
      const over = lower(fields.iterator);
      at.bound.push(name.toLowerCase());
      const inside = [fields.expression, fields.this, fields.condition]
        .filter((part) => isObject(part))
        .map(lower);
      at.bound.pop();
      return {
        kind: 'call',
        name: kind,
        arguments: [over, ...inside],
        aggregate: false,
        compares: true,
        filter: null,
        order: [],
      };
    }
    case 'columns':
      throw new NotAQuery('columns(…)');
    case 'array_contains_all':
      return containment(fields, at);
    case 'j_s_o_n_b_contains':
    case 'j_s_o_n_b_contains_any_top_keys':
    case 'j_s_o_n_b_contains_all_top_keys':
      return keyTest(fields, at);
    case 'array_contains':
    case 'contains':
      return callOf(kind, [fields.this, fields.expression], fields, at);
    case 'function':
    case 'anonymous':
      return functionOf(fields, at);
    case 'aggregate_function':
    case 'anonymous_agg_func':
      return callOf(String(fields.name ?? ''), list(fields.args ?? fields.expressions), fields, at, true);
    case 'method_call':
      return methodCall(fields, at);
    case 'named_argument':
      return lower(fields.value);
    case 'ordered':
    case 'alias':
      return lower(fields.this);
    case 'interval':
      return isObject(fields.this) ? lower(fields.this) : { kind: 'other', parts: [] };
    case 'var':
    case 'data_type':
    case 'placeholder':
    case 'parameter':
    case 'table_alias':
      return { kind: 'other', parts: [] };
    default:
      return generic(node, at);
  }
}

function generic({ kind, fields }: Node, at: Lowering): Expression {
  const name = text(fields.original_name) ?? text(fields.name) ?? kind;
  const aggregate = isAggregate(kind) || isAggregate(name);
  const { filter, order_by, having_max, ...rest } = fields;
  const parts = childrenOf(rest, at);
  if (keepsPlace(kind) && parts.length > 0) return parts.length === 1 ? parts[0]! : { kind: 'other', parts };
  const extra = Array.isArray(having_max) ? [lowerExpression(having_max[0], at)] : [];
  return {
    kind: 'call',
    name: name.toLowerCase(),
    arguments: [...parts, ...extra],
    aggregate,
    compares: isComparing(kind) || isComparing(name),
    filter: isObject(filter) ? lowerExpression(filter, at) : null,
    order: ordersOf(order_by, at),
  };
}

/** Every expression below a value, whatever holds it. */
function childrenOf(value: unknown, at: Lowering): Expression[] {
  if (Array.isArray(value)) return value.flatMap((element) => childrenOf(element, at));
  if (!isObject(value)) return [];
  if (nodeOf(value) !== null) return [lowerExpression(value, at)];
  return Object.entries(value).flatMap(([key, child]) => (SILENT_KEYS.has(key) ? [] : childrenOf(child, at)));
}

const other = (value: unknown, at: Lowering): Expression => ({ kind: 'other', parts: childrenOf(value, at) });

/** The operands of a left-leaning chain, without recursion: generated filters run to thousands of terms. */
export function chainOf(value: unknown, kind: string): unknown[] {
  const operands: unknown[] = [];
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    const node = nodeOf(next);
    if (node?.kind === kind) pending.push(node.fields.right, node.fields.left);
    else operands.push(next);
  }
  return operands;
}

export const nameOf = (fields: Fields, at: Lowering): Name => ({
  text: String(fields.name ?? ''),
  span: at.span(fields.span),
});

const columnFrom = (parts: readonly Name[]): ColumnReference => {
  const spans = parts.map(({ span }) => span).filter((span) => span !== null);
  return {
    kind: 'column',
    parts,
    span: spans.length === 0 ? null : { start: spans[0]!.start, end: spans.at(-1)!.end },
  };
};

function columnOf(fields: Fields, at: Lowering): Expression {
  at.seen(fields);
  const name = isObject(fields.name) ? nameOf(fields.name, at) : { text: '', span: null };
  const table = isObject(fields.table) ? nameOf(fields.table, at) : null;
  if (at.bound.includes((table ?? name).text.toLowerCase())) return { kind: 'other', parts: [] };
  // A parameter (`@since`, `:since`) or a session variable (`$since`) is no column.
  if (table === null && /^(?:[@:]|\$\D)/.test(name.text)) return { kind: 'other', parts: [] };
  return columnFrom(table === null ? [name] : [table, name]);
}

function dotOf(fields: Fields, at: Lowering): Expression {
  const field = isObject(fields.field) ? nameOf(fields.field, at) : { text: '*', span: null };
  const of = lowerExpression(fields.this, at);
  if (of.kind === 'column' && nodeOf(fields.this)?.kind !== 'paren') return columnFrom([...of.parts, field]);
  return { kind: 'path', of, steps: [field.text], computed: [] };
}

function literalOf(fields: Fields, at: Lowering): Expression {
  const value = String((Array.isArray(fields.value) ? fields.value[0] : fields.value) ?? '');
  const number = fields.literal_type === 'number';
  const type = number ? 'number' : 'string';
  const meaning = fields.literal_type === 'escape_string' ? value.replace(/^[A-Za-z]:/, '') : value;
  return { kind: 'literal', text: meaning, type, written: at.written({ text: meaning, type }) };
}

export const ordersOf = (value: unknown, at: Lowering): Order[] => {
  const items = isObject(value) && !Array.isArray(value) ? list(value.expressions) : list(value);
  return items
    .filter((item) => isObject(item))
    .map((item) => ({ of: lowerExpression(item.this ?? item, at) }));
};

function inOf(fields: Fields, at: Lowering): Expression {
  const of = lowerExpression(fields.this, at);
  const negated = fields.not === true;
  const elements = list(fields.expressions);
  const only = elements.length === 1 ? elements[0] : null;
  if (isQueryNode(nodeOf(fields.query)) || nodeOf(fields.query)?.kind === 'subquery')
    return { kind: 'in', of, list: [], query: at.query(fields.query), negated };
  if (isQueryNode(nodeOf(only)) || nodeOf(only)?.kind === 'subquery')
    return { kind: 'in', of, list: [], query: at.query(only), negated };
  const members = [...elements, fields.unnest, fields.query].filter((member) => isObject(member));
  return { kind: 'in', of, list: members.map((member) => lowerExpression(member, at)), query: null, negated };
}

function quantified(fields: Fields, at: Lowering): Expression {
  const negated = fields.op === 'Neq';
  const left = lowerExpression(fields.this, at);
  const inner = nodeOf(fields.subquery);
  if (isQueryNode(inner) || inner?.kind === 'subquery')
    return { kind: 'in', of: left, list: [], query: at.query(fields.subquery), negated };
  return { kind: 'in', of: left, list: [lowerExpression(fields.subquery, at)], query: null, negated };
}

function existsOf(fields: Fields, at: Lowering): Expression {
  const inner = nodeOf(fields.this);
  const negated = fields.not === true;
  if (isQueryNode(inner) || inner?.kind === 'subquery')
    return { kind: 'exists', query: at.query(fields.this), negated };
  return {
    kind: 'call',
    name: 'exists',
    arguments: childrenOf(fields, at),
    aggregate: false,
    compares: true,
    filter: null,
    order: [],
  };
}

/** A step from an index expression: literals are read, anything else is computed. */
function stepFrom(value: unknown, at: Lowering): { steps: Step[]; computed: Expression[] } {
  const of = lowerExpression(value, at);
  const literal =
    of.kind === 'literal'
      ? of
      : of.kind === 'call' && of.arguments.length === 1 && of.arguments[0]!.kind === 'literal'
        ? of.arguments[0]!
        : null;
  if (literal === null) return { steps: [null], computed: [of] };
  return { steps: [literal.type === 'number' ? Number(literal.text) : literal.text], computed: [] };
}

function pathOver(
  of: Expression,
  { steps, computed }: { steps: readonly Step[]; computed: readonly Expression[] },
  _at: Lowering,
): Expression {
  return { kind: 'path', of, steps, computed };
}

function lowerJson({ kind, fields }: Node, at: Lowering): Expression {
  const of = lowerExpression(fields.this, at);
  const raw = fields.path ?? fields.expression ?? fields.field ?? list(fields.paths)[0];
  const argument =
    isObject(fields.field) && !nodeOf(fields.field)
      ? { kind: 'literal' as const, text: String(fields.field.name), type: 'string' as const, written: '' }
      : lowerExpression(raw, at);
  if (argument.kind !== 'literal') return { kind: 'path', of, steps: [null], computed: [argument] };
  if (argument.type === 'number') return { kind: 'path', of, steps: [Number(argument.text)], computed: [] };
  const key =
    fields.arrow_syntax === true ||
    kind === 'element_at' ||
    kind === 'struct_extract' ||
    kind === 'j_s_o_n_b_extract' ||
    kind === 'j_s_o_n_b_extract_scalar';
  return { kind: 'path', of, steps: stepsOfPath(argument.text, key), computed: [] };
}

/** `udfs.is_vip(x)` calls a function of a schema; in DuckDB alone `name.lower()` calls one on a column. */
function methodCall(fields: Fields, at: Lowering): Expression {
  const of = lowerExpression(fields.this, at);
  const name = isObject(fields.method) ? String(fields.method.name ?? '') : String(fields.method ?? '');
  const call = callOf(name, list(fields.args), fields, at);
  return of.kind === 'column' && at.dialect !== 'duckdb'
    ? call
    : { ...call, arguments: [of, ...call.arguments] };
}

function functionOf(fields: Fields, at: Lowering): Expression {
  const name = String(fields.name ?? fields.this ?? '');
  // DuckDB's COLUMNS stands for columns that only the catalog can name.
  if (name.toLowerCase() === 'columns') throw new NotAQuery('columns(…)');
  const given = list(fields.args ?? fields.expressions);
  const path = jsonPathFunction(name);
  if (path !== null && given.length >= 2) {
    const argument = lowerExpression(given[1], at);
    const of = lowerExpression(given[0], at);
    const rest = given.slice(2).map((child) => lowerExpression(child, at));
    if (argument.kind !== 'literal')
      return { kind: 'path', of, steps: [null], computed: [argument, ...rest] };
    const steps = argument.type === 'number' ? [Number(argument.text)] : stepsOfPath(argument.text, path.key);
    return { kind: 'path', of, steps, computed: rest };
  }
  if (isJsonKeysFunction(name) && given.length >= 2) {
    const keys = given.slice(1).map((child) => lowerExpression(child, at));
    const steps = keys.flatMap((key): Step[] =>
      key.kind !== 'literal'
        ? [null]
        : keys.length === 1
          ? stepsOfPath(key.text, !/[.[]/.test(key.text))
          : [key.text],
    );
    return {
      kind: 'path',
      of: lowerExpression(given[0], at),
      steps,
      computed: keys.filter((key) => key.kind !== 'literal'),
    };
  }
  if (keepsPlace(name) && given.length >= 1) return lowerExpression(given[0], at);
  if (name.toLowerCase() === 'iff' && given.length === 3) {
    const [when, gives, otherwise] = given.map((child) => lowerExpression(child, at));
    return { kind: 'case', operand: null, branches: [{ when: when!, gives: gives! }], otherwise: otherwise! };
  }
  return callOf(name, given, fields, at);
}

function callOf(
  name: string,
  given: readonly unknown[],
  fields: Fields,
  at: Lowering,
  aggregate = isAggregate(name),
): Extract<Expression, { kind: 'call' }> {
  return {
    kind: 'call',
    name: name.toLowerCase(),
    arguments: given.filter((child) => isObject(child)).map((child) => lowerExpression(child, at)),
    aggregate,
    compares: isComparing(name),
    filter: isObject(fields.filter) ? lowerExpression(fields.filter, at) : null,
    order: ordersOf(fields.order_by, at),
  };
}

/** `traits @> '{"religion": "x"}'` asks for the keys of the document; over arrays it is a plain comparison. */
function containment(fields: Fields, at: Lowering): Expression {
  const left = lowerExpression(fields.left, at);
  const right = lowerExpression(fields.right, at);
  return containmentOf(left, right);
}

/** `traits ? 'religion'`: that a key is there is what decides. */
function keyTest(fields: Fields, at: Lowering): Expression {
  const of = lowerExpression(fields.this ?? fields.left, at);
  const keys = lowerExpression(fields.expression ?? fields.right, at);
  return text(fields.original_name)?.startsWith('@') === true ? jsonPathTest(of, keys) : keyTestOf(of, keys);
}

/** `traits @? '$.pets[*]'` and `traits @@ '$.age > 65'` ask along a path. */
const jsonPathTest = (of: Expression, path: Expression): Expression =>
  path.kind === 'literal' && path.text.trimStart().startsWith('$')
    ? { kind: 'path', of, steps: stepsOfPath(path.text, false), computed: [] }
    : { kind: 'compare', negated: false, equality: false, left: of, right: [path] };
