import { stepsOfPath } from '../json-path.ts';
import type { FunctionColumn, JoinKind, Name, Source } from '../tree.ts';
import { nameOf } from './lower-name.ts';
import type { Lowering } from './lowering.ts';
import { type Fields, isObject, list, nodeOf, text } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

const names = (value: unknown): string[] =>
  list(value).map((name) => (isObject(name) ? String(name.name ?? '') : String(name)));

/** The sources of a SELECT with its joins and lateral views. */
export function fromOf(fields: Fields, at: Lowering): Source[] {
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
    .map((part) => at.expression(part));
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
        parts: pivots.map((pivot) => at.expression(pivot)),
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
      return { kind: 'query', query: at.query(value), alias: null, columns: [], lateral: false };
    case 'values':
      return {
        kind: 'query',
        query: at.query(value),
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
          at.expression(part),
        ),
        alias: aliasOf(fields.alias, at),
      };
    case 'unpivot':
      return {
        kind: 'pivot',
        source: sourceOf(fields.this, at),
        parts: list(fields.columns).map((part) => at.expression(part)),
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
          .map((part) => at.expression(part)),
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
      const of = at.expression(value);
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
    query: at.query({ subquery: fields }),
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
  const all = given.map((part) => at.expression(namedValue(part, at)));
  const input = option('input');
  const first = isObject(input) ? at.expression(input) : (all[0] ?? null);
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
    arguments: [at.expression(fields.this)],
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
