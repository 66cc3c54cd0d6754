import { isAggregate, isComparing, isJsonKeysFunction, jsonPathFunction, keepsPlace } from '../functions.ts';
import { stepsOfPath } from '../json-path.ts';
import { containmentOf, keyTestOf } from '../operators.ts';
import type { Expression, Literal, Order, Query, Span, Step } from '../tree.ts';

/** A statement, or a part of a query, that a definition of people cannot hold. */
export class NotReadable extends Error {}
export const TOO_DEEP = 'the query nests too deep or is too large';

export type Fields = Readonly<Record<string, unknown>>;

/** What lowering needs of its surroundings. */
export interface PostgresLowering {
  /** How deep the expression at hand nests. */
  depth: number;
  query(fields: Fields): Query;
  /** The text of the dotted name that starts at a byte offset, with so many parts. */
  name(
    location: number,
    parts: readonly string[],
  ): { readonly parts: readonly { text: string; span: Span | null }[]; readonly span: Span | null };
  /** The literal that starts at a byte offset, as it is written. */
  written(location: number, meaning: string, type: Literal['type']): string;
  /** Remembers that a column of the parser's tree has found its place in ours. */
  seen(fields: Fields): void;
}

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The kind and the fields of a wrapped node, as `{ A_Expr: {…} }`. */
export function nodeOf(value: unknown): { readonly kind: string; readonly fields: Fields } | null {
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  if (keys.length !== 1 || !/^[A-Z]/.test(keys[0]!)) return null;
  const fields = value[keys[0]!];
  return { kind: keys[0]!, fields: isObject(fields) ? fields : {} };
}

export const stringOf = (value: unknown): string => {
  const node = nodeOf(value);
  return node?.kind === 'String' ? String(node.fields.sval ?? '') : '';
};
const lastName = (value: unknown): string => stringOf(list(value).at(-1)).toLowerCase();

const NEGATED = new Set(['<>', '!=', '!~~', '!~~*', '!~', '!~*']);
const JSON_STEP = new Set(['->', '->>']);

/** Deeper trees would exhaust the stack of whoever walks them. */
const MAXIMUM_DEPTH = 600;

export function lowerExpression(value: unknown, at: PostgresLowering): Expression {
  if (at.depth > MAXIMUM_DEPTH) throw new NotReadable(TOO_DEEP);
  at.depth += 1;
  const expression = lowerNode(value, at);
  at.depth -= 1;
  return expression;
}

function lowerNode(value: unknown, at: PostgresLowering): Expression {
  const node = nodeOf(value);
  if (node === null) return { kind: 'other', parts: childrenOf(value, at) };
  const { kind, fields } = node;
  const lower = (child: unknown): Expression => lowerExpression(child, at);
  switch (kind) {
    case 'ColumnRef':
      return columnOf(fields, at);
    case 'A_Const':
      return constantOf(fields, at);
    case 'A_Expr':
      return operation(fields, at);
    case 'BoolExpr': {
      const operands = list(fields.args).map(lower);
      if (fields.boolop === 'NOT_EXPR') return { kind: 'not', of: operands[0]! };
      return { kind: 'logic', operator: fields.boolop === 'AND_EXPR' ? 'and' : 'or', operands };
    }
    case 'NullTest':
      return { kind: 'null-test', of: lower(fields.arg), negated: fields.nulltesttype === 'IS_NOT_NULL' };
    case 'BooleanTest':
      return {
        kind: 'truth-test',
        of: lower(fields.arg),
        negated: String(fields.booltesttype).startsWith('IS_NOT'),
      };
    case 'SubLink':
      return subLink(fields, at);
    case 'TypeCast':
    case 'CollateClause':
      return lower(fields.arg);
    case 'FuncCall':
      return functionCall(fields, at);
    case 'A_Indirection':
      return indirection(fields, at);
    case 'CaseExpr':
      return {
        kind: 'case',
        operand: isObject(fields.arg) ? lower(fields.arg) : null,
        branches: list(fields.args).map((branch) => {
          const when = nodeOf(branch)?.fields ?? {};
          return { when: lower(when.expr), gives: lower(when.result) };
        }),
        otherwise: isObject(fields.defresult) ? lower(fields.defresult) : null,
      };
    case 'JsonFuncExpr': {
      const item = isObject(fields.context_item)
        ? lower(fields.context_item.raw_expr)
        : { kind: 'other' as const, parts: [] };
      const path = lower(fields.pathspec);
      if (path.kind !== 'literal') return { kind: 'path', of: item, steps: [null], computed: [path] };
      return { kind: 'path', of: item, steps: stepsOfPath(path.text, false), computed: [] };
    }
    default:
      return { kind: 'other', parts: childrenOf(fields, at) };
  }
}

/** Every expression below a value, whatever holds it. */
export function childrenOf(value: unknown, at: PostgresLowering): Expression[] {
  if (Array.isArray(value)) return value.flatMap((element) => childrenOf(element, at));
  if (!isObject(value)) return [];
  const node = nodeOf(value);
  if (node?.kind === 'TypeName') return [];
  if (node !== null) return [lowerExpression(value, at)];
  return Object.entries(value).flatMap(([key, child]) => (key === 'typeName' ? [] : childrenOf(child, at)));
}

function columnOf(fields: Fields, at: PostgresLowering): Expression {
  at.seen(fields);
  const given = list(fields.fields);
  const names = given.filter((part) => nodeOf(part)?.kind === 'String').map(stringOf);
  const { parts, span } = at.name(Number(fields.location ?? 0), names);
  if (names.length < given.length) return { kind: 'star', qualifier: parts, except: [], replaced: [], span };
  return { kind: 'column', parts, span };
}

function constantOf(fields: Fields, at: PostgresLowering): Expression {
  const location = Number(fields.location ?? 0);
  const make = (text: string, type: Literal['type']): Expression => ({
    kind: 'literal',
    text,
    type,
    written: at.written(location, text, type),
  });
  if (isObject(fields.sval)) return make(String(fields.sval.sval ?? ''), 'string');
  if (isObject(fields.ival)) return make(String(fields.ival.ival ?? 0), 'number');
  if (isObject(fields.fval)) return make(String(fields.fval.fval ?? ''), 'number');
  if (isObject(fields.boolval)) return make(String(fields.boolval.boolval ?? false), 'boolean');
  return fields.isnull === true
    ? make('null', 'null')
    : make(isObject(fields.bsval) ? String(fields.bsval.bsval ?? '') : '', 'string');
}

function operation(fields: Fields, at: PostgresLowering): Expression {
  const name = lastName(fields.name);
  const left = isObject(fields.lexpr) ? lowerExpression(fields.lexpr, at) : null;
  const items =
    nodeOf(fields.rexpr)?.kind === 'List'
      ? list(nodeOf(fields.rexpr)!.fields.items).map((item) => lowerExpression(item, at))
      : [lowerExpression(fields.rexpr, at)];
  const right = items[0] ?? { kind: 'other', parts: [] };
  const kind = String(fields.kind);
  if (left === null)
    return right.kind === 'literal' && name === '-'
      ? { ...right, text: `-${right.text}`, written: `-${right.written}` }
      : { kind: 'other', parts: items };
  const compare = (negated: boolean, equality: boolean): Expression => ({
    kind: 'compare',
    negated,
    equality,
    left,
    right: items,
  });
  if (kind === 'AEXPR_IN' || kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP_ALL')
    return { kind: 'in', of: left, list: items, query: null, negated: NEGATED.has(name) };
  if (kind === 'AEXPR_DISTINCT') return compare(true, true);
  if (kind === 'AEXPR_NOT_DISTINCT') return compare(false, true);
  if (kind.includes('BETWEEN')) return compare(kind.includes('NOT'), false);
  if (kind === 'AEXPR_NULLIF')
    return {
      kind: 'call',
      name: 'nullif',
      arguments: [left, ...items],
      aggregate: false,
      compares: true,
      filter: null,
      order: [],
    };
  if (kind === 'AEXPR_LIKE' || kind === 'AEXPR_ILIKE' || kind === 'AEXPR_SIMILAR')
    return compare(NEGATED.has(name) || name === '!~', false);
  if (JSON_STEP.has(name)) return stepOver(left, right, true);
  if (name === '#>' || name === '#>>') return stepOver(left, right, false);
  if (name === '@>') return containmentOf(left, right);
  if (name === '?' || name === '?|' || name === '?&') return keyTestOf(left, right);
  if (name === '@?' || name === '@@')
    return right.kind === 'literal' && right.text.trimStart().startsWith('$')
      ? { kind: 'path', of: left, steps: stepsOfPath(right.text, false), computed: [] }
      : compare(false, false);
  if (name === '=') return compare(false, true);
  if (NEGATED.has(name)) return compare(true, true);
  if (['<', '>', '<=', '>=', '~', '~*', '&&', '<@', '^@', '~~', '~~*'].includes(name))
    return compare(false, false);
  return { kind: 'other', parts: [left, ...items] };
}

function stepOver(of: Expression, key: Expression, word: boolean): Expression {
  if (key.kind !== 'literal') return { kind: 'path', of, steps: [null], computed: [key] };
  return {
    kind: 'path',
    of,
    steps: key.type === 'number' ? [Number(key.text)] : stepsOfPath(key.text, word),
    computed: [],
  };
}

function subLink(fields: Fields, at: PostgresLowering): Expression {
  const node = nodeOf(fields.subselect);
  const query = at.query(node?.fields ?? {});
  const type = String(fields.subLinkType);
  if (type === 'EXISTS_SUBLINK') return { kind: 'exists', query, negated: false };
  if (type === 'ANY_SUBLINK' || type === 'ALL_SUBLINK') {
    const negated = NEGATED.has(lastName(fields.operName));
    return { kind: 'in', of: lowerExpression(fields.testexpr, at), list: [], query, negated };
  }
  return { kind: 'subquery', query };
}

export const ordersOf = (value: unknown, at: PostgresLowering): Order[] =>
  list(value).map((item) => ({ of: lowerExpression(nodeOf(item)?.fields.node, at) }));

function functionCall(fields: Fields, at: PostgresLowering): Expression {
  const name = lastName(fields.funcname);
  const given = list(fields.args);
  const lowered = given.map((child) => lowerExpression(child, at));
  const order = ordersOf(fields.agg_order, at);
  const call = simpleCall(name, lowered) ?? {
    kind: 'call' as const,
    name,
    arguments: fields.agg_within_group === true ? [...lowered, ...order.map(({ of }) => of)] : lowered,
    aggregate:
      isAggregate(name) ||
      fields.agg_star === true ||
      fields.agg_within_group === true ||
      isObject(fields.agg_filter) ||
      fields.agg_distinct === true,
    compares: isComparing(name),
    filter: isObject(fields.agg_filter) ? lowerExpression(fields.agg_filter, at) : null,
    order: fields.agg_within_group === true ? [] : order,
  };
  if (!isObject(fields.over)) return call;
  const { over } = fields;
  return {
    kind: 'window',
    call,
    partition: list(over.partitionClause).map((key) => lowerExpression(key, at)),
    order: ordersOf(over.orderClause, at),
    named: typeof over.name === 'string' ? over.name : typeof over.refname === 'string' ? over.refname : null,
  };
}

/** Functions that reach into JSON, or keep its place. */
function simpleCall(name: string, given: readonly Expression[]): Expression | null {
  const [of, key, ...rest] = given;
  if (of === undefined) return null;
  const path = jsonPathFunction(name);
  if (path !== null && key !== undefined) {
    if (key.kind !== 'literal') return { kind: 'path', of, steps: [null], computed: [key, ...rest] };
    return {
      kind: 'path',
      of,
      steps: key.type === 'number' ? [Number(key.text)] : stepsOfPath(key.text, path.key),
      computed: rest,
    };
  }
  if (isJsonKeysFunction(name) && key !== undefined) {
    const keys = [key, ...rest];
    const steps = keys.flatMap((one): Step[] =>
      one.kind !== 'literal'
        ? [null]
        : keys.length === 1
          ? stepsOfPath(one.text, !/[.[]/.test(one.text))
          : [one.text],
    );
    return { kind: 'path', of, steps, computed: keys.filter((one) => one.kind !== 'literal') };
  }
  return keepsPlace(name) ? of : null;
}

function indirection(fields: Fields, at: PostgresLowering): Expression {
  let of = lowerExpression(fields.arg, at);
  for (const part of list(fields.indirection)) {
    const node = nodeOf(part);
    if (node?.kind === 'String') of = { kind: 'path', of, steps: [stringOf(part)], computed: [] };
    else if (node?.kind === 'A_Indices')
      of = isObject(node.fields.uidx) ? stepOver(of, lowerExpression(node.fields.uidx, at), true) : of;
  }
  return of;
}
