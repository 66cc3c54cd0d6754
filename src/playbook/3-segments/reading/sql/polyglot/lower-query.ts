import type { SqlDialect } from '../../../../../check/facts/card.ts';
import type { Cte, Expression, Literal, Query, Select, SelectItem, Span } from '../tree.ts';
import { plainQuery } from '../tree.ts';
import { lowerExpression } from './lower-expression.ts';
import { nameOf } from './lower-name.ts';
import { fromOf } from './lower-source.ts';
import { type Lowering, ordersOf } from './lowering.ts';
import { type Fields, isObject, list, nodeOf, SILENT_KEYS } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

export interface Surroundings {
  readonly dialect: SqlDialect;
  span(value: unknown): Span | null;
  written(literal: { readonly text: string; readonly type: Literal['type'] }): string;
}

/**
 * Lowers one statement. `unread` counts columns of the parser's tree that found no place in ours: anything but zero means
 * that part of the query was not understood. Throws `NotAQuery` for what is no query.
 */
export function lowerStatement(
  statement: unknown,
  surroundings: Surroundings,
): { readonly query: Query; readonly unread: readonly Span[] } {
  const seen = new Set<Fields>();
  const at: Lowering = {
    ...surroundings,
    expression: (value) => lowerExpression(value, at),
    bound: [],
    seen: (fields) => seen.add(fields),
    query: (value) => lowerQuery(value, at),
  };
  const query = lowerQuery(statement, at);
  return { query, unread: unreadColumns(statement, seen, surroundings) };
}

function unreadColumns(statement: unknown, seen: ReadonlySet<Fields>, { span }: Surroundings): Span[] {
  const unread: Span[] = [];
  const pending: unknown[] = [statement];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) pending.push(...next);
    if (!isObject(next)) continue;
    const node = nodeOf(next);
    if (node?.kind === 'column' && !seen.has(node.fields))
      unread.push(span(node.fields.span) ?? { start: 0, end: 0 });
    for (const [key, value] of Object.entries(next)) if (!SILENT_KEYS.has(key)) pending.push(value);
  }
  return unread;
}

const SET_KINDS = new Set(['union', 'intersect', 'except']);

export function lowerQuery(value: unknown, at: Lowering): Query {
  const node = nodeOf(value);
  if (node === null) throw new NotAQuery('unknown');
  const { kind, fields } = node;
  if (kind === 'select') return selectQuery(fields, at);
  if (SET_KINDS.has(kind)) return setQuery(value, at);
  if (kind === 'values')
    return plainQuery({
      kind: 'values',
      rows: list(fields.expressions).map((row) =>
        list(isObject(row) ? row.expressions : []).map((cell) => lowerExpression(cell, at)),
      ),
    });
  if (kind === 'paren') return lowerQuery(fields.this, at);
  if (kind === 'subquery') return around(lowerQuery(fields.this, at), fields, at);
  throw new NotAQuery(kind);
}

/** Clauses that stand outside the brackets of a query apply to its result. */
function around(inner: Query, fields: Fields, at: Lowering): Query {
  const order = ordersOf(fields.order_by, at);
  const limit = limitsOf(fields, at);
  const ctes = ctesOf(fields.with, at);
  if (order.length === 0 && limit.length === 0 && ctes.length === 0) return inner;
  const body: Select = {
    ...emptySelect,
    items: [{ of: { kind: 'star', qualifier: [], except: [], replaced: [], span: null }, alias: null }],
    from: [{ kind: 'query', query: inner, alias: null, columns: [], lateral: false }],
  };
  return { ...plainQuery(body), with: ctes, order, limit, limited: limit.length > 0 };
}

const emptySelect: Select = {
  kind: 'select',
  items: [],
  from: [],
  where: [],
  group: [],
  having: null,
  qualify: null,
  distinct: false,
  distinctOn: [],
  windows: [],
};

function limitsOf(fields: Fields, at: Lowering): Expression[] {
  return [fields.limit, fields.offset, fields.fetch, fields.top]
    .filter((limit) => isObject(limit))
    .map((limit) => lowerExpression(limit, at));
}

const ctesOf = (value: unknown, at: Lowering): Cte[] =>
  list(isObject(value) ? value.ctes : [])
    .filter((cte) => isObject(cte))
    .map((cte) => ({
      name: isObject(cte.alias) ? nameOf(cte.alias, at) : { text: '', span: null },
      columns: names(cte.columns),
      query: lowerQuery(cte.this, at),
    }));

const names = (value: unknown): string[] =>
  list(value).map((name) => (isObject(name) ? String(name.name ?? '') : String(name)));

function setQuery(value: unknown, at: Lowering): Query {
  // Left-leaning chains of hundreds of UNIONs are unrolled, not recursed into.
  const chain: Array<{ kind: string; fields: Fields }> = [];
  let leftmost: unknown = value;
  for (let node = nodeOf(leftmost); node !== null && SET_KINDS.has(node.kind); node = nodeOf(leftmost)) {
    chain.push(node);
    leftmost = node.fields.left;
  }
  let query = lowerQuery(leftmost, at);
  for (const { kind, fields } of chain.reverse()) {
    const operator =
      kind === 'union'
        ? fields.all === true
          ? 'union-all'
          : 'union'
        : kind === 'intersect'
          ? 'intersect'
          : 'except';
    const right = lowerQuery(fields.right, at);
    const limit = limitsOf(fields, at);
    const withs = ctesOf(fields.with, at);
    query = {
      with: withs,
      recursive: isObject(fields.with) && fields.with.recursive === true,
      body: { kind: 'set', operator, byName: fields.by_name === true, left: query, right },
      order: ordersOf(fields.order_by, at),
      limit,
      limited: limit.length > 0,
    };
  }
  return query;
}

function selectQuery(fields: Fields, at: Lowering): Query {
  if (isObject(fields.into)) throw new NotAQuery('select into');
  const limit = [...limitsOf(fields, at), ...list(fields.limit_by).map((key) => lowerExpression(key, at))];
  const where = [fields.prewhere, isObject(fields.where_clause) ? fields.where_clause.this : null]
    .filter((part) => isObject(part))
    .map((part) => lowerExpression(part, at));
  const connect = isObject(fields.connect)
    ? [fields.connect.start, fields.connect.connect]
        .filter((part) => isObject(part))
        .map((part) => lowerExpression(part, at))
    : [];
  const group = isObject(fields.group_by)
    ? fields.group_by.all === true
      ? ('all' as const)
      : list(fields.group_by.expressions).map((key) => lowerExpression(key, at))
    : [];
  const body: Select = {
    kind: 'select',
    items: list(fields.expressions).map((item) => itemOf(item, at)),
    from: fromOf(fields, at),
    where: [...where, ...connect],
    group,
    having: isObject(fields.having) ? lowerExpression(fields.having.this, at) : null,
    qualify: isObject(fields.qualify) ? lowerExpression(fields.qualify.this, at) : null,
    distinct: fields.distinct === true,
    distinctOn: list(fields.distinct_on).map((key) => lowerExpression(key, at)),
    windows: list(fields.windows)
      .filter((window) => isObject(window))
      .map((window) => {
        const spec = isObject(window.spec) ? window.spec : {};
        return {
          name: isObject(window.name) ? String(window.name.name) : '',
          partition: list(spec.partition_by).map((key) => lowerExpression(key, at)),
          order: ordersOf(spec.order_by, at),
        };
      }),
  };
  const withFields = isObject(fields.with) ? fields.with : null;
  return {
    with: ctesOf(withFields, at),
    recursive: withFields?.recursive === true,
    body,
    order: ordersOf(fields.order_by, at),
    limit,
    limited: limit.length > 0,
  };
}

function itemOf(value: unknown, at: Lowering): SelectItem {
  const node = nodeOf(value);
  if (node?.kind === 'alias')
    return {
      of: lowerExpression(node.fields.this, at),
      alias: isObject(node.fields.alias) ? nameOf(node.fields.alias, at) : null,
    };
  if (node?.kind === 'subquery' && isObject(node.fields.alias))
    return { of: lowerExpression(value, at), alias: nameOf(node.fields.alias, at) };
  return { of: lowerExpression(value, at), alias: null };
}
