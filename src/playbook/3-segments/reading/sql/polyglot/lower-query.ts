import type { SqlDialect } from '../../../../../check/facts/card.ts';
import { stepsOfPath } from '../json-path.ts';
import type {
  Cte,
  Expression,
  FunctionColumn,
  JoinKind,
  Literal,
  Name,
  Query,
  Select,
  SelectItem,
  Source,
  Span,
} from '../tree.ts';
import { plainQuery } from '../tree.ts';
import { type Lowering, lowerExpression, nameOf, ordersOf } from './lower-expression.ts';
import { type Fields, isObject, list, nodeOf, SILENT_KEYS, text } from './node.ts';
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

function fromOf(fields: Fields, at: Lowering): Source[] {
  const sources = list(isObject(fields.from) ? fields.from.expressions : []).map((source) =>
    sourceOf(source, at),
  );
  const views = list(fields.lateral_views)
    .filter((view) => isObject(view))
    .map((view) => lateralView(view, at));
  const joins = list(fields.joins).filter((join) => isObject(join));
  if (sources.length === 0) return views;
  let last = sources.pop()!;
  for (const join of joins) last = joinOf(last, join, at);
  return [...sources, last, ...views];
}

const JOINS: Readonly<Record<string, JoinKind>> = {
  Inner: 'inner', Straight: 'inner', Natural: 'inner', AsOf: 'inner', Lateral: 'inner', Array: 'inner', Positional: 'inner', Paste: 'inner',
  Left: 'left', NaturalLeft: 'left', AsOfLeft: 'left', LeftLateral: 'left', LeftArray: 'left', OuterApply: 'left',
  Right: 'right', NaturalRight: 'right', AsOfRight: 'right', Full: 'full', Outer: 'full', NaturalFull: 'full',
  Cross: 'cross', CrossApply: 'cross', Implicit: 'cross', Semi: 'semi', LeftSemi: 'semi', RightSemi: 'semi', Anti: 'anti', LeftAnti: 'anti', RightAnti: 'anti',
}; // biome-ignore format: a table reads better in rows

function joinOf(left: Source, join: Fields, at: Lowering): Source {
  const kind = String(join.kind);
  const type = JOINS[kind];
  if (type === undefined) throw new NotAQuery(`join of kind ${kind}`);
  const on = [join.on, join.match_condition]
    .filter((part) => isObject(part))
    .map((part) => lowerExpression(part, at));
  const using = list(join.using)
    .filter((name) => isObject(name))
    .map((name) => nameOf(name, at));
  const joined: Source = {
    kind: 'join',
    type,
    left,
    right: sourceOf(join.this, at),
    on,
    using,
    natural: kind.startsWith('Natural'),
    alias: null,
  };
  const pivots = list(join.pivots);
  return pivots.length === 0
    ? joined
    : {
        kind: 'pivot',
        source: joined,
        parts: pivots.map((pivot) => lowerExpression(pivot, at)),
        alias: null,
      };
}

const noName: Name | null = null;
const aliasOf = (value: unknown, at: Lowering): Name | null =>
  isObject(value)
    ? nameOf(value, at)
    : typeof value === 'string' && value !== ''
      ? { text: value, span: null }
      : noName;

function sourceOf(value: unknown, at: Lowering): Source {
  const node = nodeOf(value);
  if (node === null) throw new NotAQuery('source');
  const { kind, fields } = node;
  switch (kind) {
    case 'table':
      return tableOf(fields, at);
    case 'subquery':
      return subqueryOf(fields, at);
    case 'select':
    case 'union':
    case 'intersect':
    case 'except':
      return { kind: 'query', query: lowerQuery(value, at), alias: null, columns: [], lateral: false };
    case 'values':
      return {
        kind: 'query',
        query: lowerQuery(value, at),
        alias: aliasOf(fields.alias, at),
        columns: names(fields.column_aliases),
        lateral: false,
      };
    case 'paren':
      return sourceOf(fields.this, at);
    case 'joined_table': {
      let left = sourceOf(fields.left, at);
      for (const join of list(fields.joins)) if (isObject(join)) left = joinOf(left, join, at);
      return left.kind === 'join' ? { ...left, alias: aliasOf(fields.alias, at) } : left;
    }
    case 'alias':
      return aliased(sourceOf(fields.this, at), aliasOf(fields.alias, at), names(fields.column_aliases));
    case 'lateral': {
      const inner = sourceOf(fields.this, at);
      const outer = fields.outer !== null && fields.outer !== undefined;
      const source = aliased(inner, aliasOf(fields.alias, at), names(fields.column_aliases));
      if (source.kind === 'query') return { ...source, lateral: true };
      return source.kind === 'function' ? { ...source, outer: source.outer || outer } : source;
    }
    case 'tuple':
      return columnTyped(fields, at);
    case 'pivot':
      return {
        kind: 'pivot',
        source: sourceOf(fields.this, at),
        parts: [...list(fields.expressions), ...list(fields.fields), ...list(fields.using)].map((part) =>
          lowerExpression(part, at),
        ),
        alias: aliasOf(fields.alias, at),
      };
    case 'unpivot':
      return {
        kind: 'pivot',
        source: sourceOf(fields.this, at),
        parts: list(fields.columns).map((part) => lowerExpression(part, at)),
        alias: aliasOf(fields.alias, at),
      };
    case 'j_s_o_n_table':
      return jsonTable(fields, at);
    case 'stage_reference':
      return {
        kind: 'table',
        name: [{ text: String(fields.name ?? '@stage'), span: null }],
        alias: null,
        columns: [],
        span: null,
      };
    case 'unnest':
      return {
        kind: 'function',
        name: 'unnest',
        arguments: [fields.this, ...list(fields.expressions)]
          .filter((part) => isObject(part))
          .map((part) => lowerExpression(part, at)),
        alias: aliasOf(fields.alias, at),
        columns: isObject(fields.offset_alias) ? [{ name: String(fields.offset_alias.name), steps: [] }] : [],
        outer: false,
        span: null,
      };
    case 'function':
      return functionSource(value, fields, at);
    case 'match_recognize':
    case 'semantic_view':
    case 'column':
    case 'literal':
      throw new NotAQuery(kind.replaceAll('_', ' '));
    default: {
      const of = lowerExpression(value, at);
      if (of.kind === 'call')
        return {
          kind: 'function',
          name: of.name,
          arguments: of.arguments,
          alias: null,
          columns: [],
          outer: false,
          span: null,
        };
      throw new NotAQuery(kind.replaceAll('_', ' '));
    }
  }
}

function tableOf(fields: Fields, at: Lowering): Source {
  const parts = [fields.catalog, fields.schema, fields.name]
    .filter((part) => isObject(part))
    .map((part) => nameOf(part, at));
  const spans = parts.map(({ span }) => span).filter((span) => span !== null);
  const span = spans.length === 0 ? null : { start: spans[0]!.start, end: spans.at(-1)!.end };
  return {
    kind: 'table',
    name: parts,
    alias: aliasOf(fields.alias, at),
    columns: names(fields.column_aliases),
    span,
  };
}

function subqueryOf(fields: Fields, at: Lowering): Source {
  const inner = nodeOf(fields.this);
  const alias = aliasOf(fields.alias, at);
  if (inner !== null && (inner.kind === 'table' || inner.kind === 'joined_table'))
    return aliased(sourceOf(fields.this, at), alias, names(fields.column_aliases));
  return {
    kind: 'query',
    query: around(lowerQuery(fields.this, at), fields, at),
    alias,
    columns: names(fields.column_aliases),
    lateral: fields.lateral === true,
  };
}

function aliased(source: Source, alias: Name | null, columns: readonly string[]): Source {
  if (alias === null && columns.length === 0) return source;
  if (source.kind === 'function')
    return {
      ...source,
      alias,
      columns: columns.length > 0 ? columns.map((name) => ({ name, steps: null })) : source.columns,
    };
  if (source.kind === 'join') return { ...source, alias };
  if (source.kind === 'pivot') return { ...source, alias };
  return { ...source, alias, columns: columns.length > 0 ? columns : source.columns };
}

function functionSource(value: unknown, fields: Fields, at: Lowering): Source {
  const name = String(fields.name ?? '').toLowerCase();
  const given = list(fields.args);
  // TABLE(f(x)) and LATERAL f(x) are f(x).
  if (name === 'table' && given.length === 1) return sourceOf(given[0], at);
  const literal = name === 'identifier' ? nodeOf(given[0]) : null;
  if (literal?.kind === 'literal')
    return {
      kind: 'table',
      name: String(literal.fields.value)
        .split('.')
        .map((part) => ({ text: part, span: null })),
      alias: null,
      columns: [],
      span: null,
    };
  const options = given.map((part) => nodeOf(part)).filter((node) => node?.kind === 'named_argument');
  const option = (key: string): unknown =>
    options.find(
      (node) => isObject(node!.fields.name) && String(node!.fields.name.name).toLowerCase() === key,
    )?.fields.value;
  const path = nodeOf(option('path'));
  const outer = nodeOf(option('outer'))?.fields.value === true;
  const all = given.map((part) => lowerExpression(namedValue(part, at), at));
  const input = option('input');
  const first = isObject(input) ? lowerExpression(input, at) : (all[0] ?? null);
  const steps = path?.kind === 'literal' ? stepsOfPath(String(path.fields.value), false) : [];
  const given0 =
    first !== null && steps.length > 0 ? ({ kind: 'path', of: first, steps, computed: [] } as const) : first;
  const args = isObject(input) ? [given0!] : all;
  void value;
  return { kind: 'function', name, arguments: args, alias: null, columns: [], outer, span: null };
}

/** `read_csv('x.csv', header = true)` names an argument, it compares no column. */
function namedValue(part: unknown, at: Lowering): unknown {
  const node = nodeOf(part);
  const left = node?.kind === 'eq' ? nodeOf(node.fields.left) : null;
  if (at.dialect !== 'duckdb' || left?.kind !== 'column' || isObject(left.fields.table)) return part;
  at.seen(left.fields);
  return node!.fields.right;
}

/** `f(x) AS r(a text, b int)` comes as a pair of the call and a typed alias. */
function columnTyped(fields: Fields, at: Lowering): Source {
  const [call, alias] = list(fields.expressions);
  const aliasNode = nodeOf(alias);
  if (aliasNode?.kind !== 'table_alias') throw new NotAQuery('tuple');
  const named = nodeOf(aliasNode.fields.this);
  const columns = list(aliasNode.fields.columns).map((column) => {
    const node = nodeOf(column);
    const name = node !== null && isObject(node.fields.name) ? String(node.fields.name.name) : '';
    return name;
  });
  return aliased(sourceOf(call, at), named === null ? null : nameOf(named.fields, at), columns);
}

function jsonTable(fields: Fields, at: Lowering): Source {
  const columns: FunctionColumn[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const element of value) collect(element);
    if (!isObject(value)) return;
    const definition = nodeOf(value)?.kind === 'j_s_o_n_column_def' ? nodeOf(value)!.fields : null;
    if (definition === null) for (const child of Object.values(value)) collect(child);
    else {
      const named = nodeOf(definition.this);
      const path = nodeOf(definition.path);
      const name = text(named?.fields.name) ?? '';
      columns.push({
        name,
        steps: path?.kind === 'literal' ? stepsOfPath(String(path.fields.value), false) : [name],
      });
      collect(definition.nested_schema);
    }
  };
  collect(fields.schema);
  return {
    kind: 'function',
    name: 'json_table',
    arguments: [lowerExpression(fields.this, at)],
    alias: null,
    columns,
    outer: false,
    span: null,
  };
}

function lateralView(view: Fields, at: Lowering): Source {
  const source = sourceOf(view.this, at);
  const named = aliased(source, aliasOf(view.table_alias, at), names(view.column_aliases));
  return named.kind === 'function' ? { ...named, outer: view.outer === true } : named;
}
