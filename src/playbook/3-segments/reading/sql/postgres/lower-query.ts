import { stepsOfPath } from '../json-path.ts';
import type { Cte, Expression, FunctionColumn, JoinKind, Name, Query, Select, Source } from '../tree.ts';
import {
  type Fields,
  isObject,
  list,
  lowerExpression,
  NotReadable,
  nodeOf,
  ordersOf,
  type PostgresLowering,
  stringOf,
} from './lower-expression.ts';

export function lowerSelect(fields: Fields, at: PostgresLowering): Query {
  if (isObject(fields.intoClause)) throw new NotReadable('`select into` changes data');
  const withClause = isObject(fields.withClause) ? fields.withClause : null;
  const limit = [fields.limitCount, fields.limitOffset]
    .filter((part) => isObject(part))
    .map((part) => lowerExpression(part, at));
  return {
    with: list(withClause?.ctes).map((cte) => cteOf(nodeOf(cte)?.fields ?? {}, at)),
    recursive: withClause?.recursive === true,
    body: bodyOf(fields, at),
    order: ordersOf(fields.sortClause, at),
    limit,
    limited: limit.length > 0,
  };
}

function cteOf(fields: Fields, at: PostgresLowering): Cte {
  const node = nodeOf(fields.ctequery);
  if (node?.kind !== 'SelectStmt')
    throw new NotReadable(`\`${String(node?.kind).replace('Stmt', '').toLowerCase()}\` changes data`);
  return {
    name: { text: String(fields.ctename ?? ''), span: null },
    columns: list(fields.aliascolnames).map(stringOf),
    query: lowerSelect(node.fields, at),
  };
}

function bodyOf(fields: Fields, at: PostgresLowering): Query['body'] {
  const operation = String(fields.op ?? 'SETOP_NONE');
  if (operation !== 'SETOP_NONE' && isObject(fields.larg) && isObject(fields.rarg)) {
    const operator =
      operation === 'SETOP_UNION'
        ? fields.all === true
          ? 'union-all'
          : 'union'
        : operation === 'SETOP_INTERSECT'
          ? 'intersect'
          : 'except';
    return {
      kind: 'set',
      operator,
      byName: false,
      left: lowerSelect(fields.larg, at),
      right: lowerSelect(fields.rarg, at),
    };
  }
  if (Array.isArray(fields.valuesLists))
    return {
      kind: 'values',
      rows: fields.valuesLists.map((row) =>
        list(nodeOf(row)?.fields.items).map((cell) => lowerExpression(cell, at)),
      ),
    };
  const distinct = list(fields.distinctClause);
  const select: Select = {
    kind: 'select',
    items: list(fields.targetList).map((item) => {
      const target = nodeOf(item)?.fields ?? {};
      return {
        of: lowerExpression(target.val, at),
        alias: typeof target.name === 'string' ? { text: target.name, span: null } : null,
      };
    }),
    from: list(fields.fromClause).map((source) => sourceOf(source, at)),
    where: isObject(fields.whereClause) ? [lowerExpression(fields.whereClause, at)] : [],
    group: list(fields.groupClause).flatMap((key) => groupOf(key, at)),
    having: isObject(fields.havingClause) ? lowerExpression(fields.havingClause, at) : null,
    qualify: null,
    distinct: distinct.length > 0,
    distinctOn: distinct.filter((key) => nodeOf(key) !== null).map((key) => lowerExpression(key, at)),
    windows: list(fields.windowClause).map((window) => {
      const { name, partitionClause, orderClause } = nodeOf(window)?.fields ?? {};
      return {
        name: String(name ?? ''),
        partition: list(partitionClause).map((key) => lowerExpression(key, at)),
        order: ordersOf(orderClause, at),
      };
    }),
  };
  return select;
}

function groupOf(key: unknown, at: PostgresLowering): Expression[] {
  const node = nodeOf(key);
  return node?.kind === 'GroupingSet'
    ? list(node.fields.content).flatMap((part) => groupOf(part, at))
    : [lowerExpression(key, at)];
}

const JOINS: Readonly<Record<string, JoinKind>> = {
  JOIN_INNER: 'inner',
  JOIN_LEFT: 'left',
  JOIN_RIGHT: 'right',
  JOIN_FULL: 'full',
};

const aliasOf = (value: unknown): { alias: Name | null; columns: string[] } =>
  isObject(value)
    ? {
        alias: { text: String(value.aliasname ?? ''), span: null },
        columns: list(value.colnames).map(stringOf),
      }
    : { alias: null, columns: [] };

function sourceOf(value: unknown, at: PostgresLowering): Source {
  const node = nodeOf(value);
  const fields = node?.fields ?? {};
  const { alias, columns } = aliasOf(fields.alias);
  switch (node?.kind) {
    case 'RangeVar': {
      const parts = [fields.catalogname, fields.schemaname, fields.relname].filter(
        (part): part is string => typeof part === 'string',
      );
      const { parts: name, span } = at.name(Number(fields.location ?? 0), parts);
      return { kind: 'table', name, alias, columns, span };
    }
    case 'RangeSubselect':
      return {
        kind: 'query',
        query: at.query(nodeOf(fields.subquery)?.fields ?? {}),
        alias,
        columns,
        lateral: fields.lateral === true,
      };
    case 'RangeTableSample':
      return sourceOf(fields.relation, at);
    case 'JoinExpr':
      return {
        kind: 'join',
        type: JOINS[String(fields.jointype)] ?? 'inner',
        left: sourceOf(fields.larg, at),
        right: sourceOf(fields.rarg, at),
        on: isObject(fields.quals) ? [lowerExpression(fields.quals, at)] : [],
        using: list(fields.usingClause).map((name) => ({ text: stringOf(name), span: null })),
        natural: fields.isNatural === true,
        alias,
      };
    case 'RangeFunction':
      return functionSource(fields, at);
    case 'JsonTable': {
      const item = isObject(fields.context_item)
        ? lowerExpression(fields.context_item.raw_expr, at)
        : { kind: 'other' as const, parts: [] };
      return {
        kind: 'function',
        name: 'json_table',
        arguments: [item],
        alias,
        columns: jsonColumns(fields.columns, []),
        outer: false,
        span: null,
      };
    }
    default:
      throw new NotReadable(`\`${node?.kind ?? 'source'}\` is not understood`);
  }
}

function jsonColumns(value: unknown, columns: FunctionColumn[]): FunctionColumn[] {
  for (const column of list(value)) {
    const fields = nodeOf(column)?.fields ?? {};
    const path = isObject(fields.pathspec) ? nodeOf(fields.pathspec.string)?.fields.sval : null;
    const name = String(fields.name ?? '');
    if (Array.isArray(fields.columns)) jsonColumns(fields.columns, columns);
    else columns.push({ name, steps: isObject(path) ? stepsOfPath(String(path.sval ?? ''), false) : [name] });
  }
  return columns;
}

function functionSource(fields: Fields, at: PostgresLowering): Source {
  const calls = list(fields.functions).map((one) => lowerExpression(list(nodeOf(one)?.fields.items)[0], at));
  const { alias, columns } = aliasOf(fields.alias);
  const typed = list(fields.coldeflist).map((column) => String(nodeOf(column)?.fields.colname ?? ''));
  const named = (columns.length > 0 ? columns : typed).map((name) => ({ name, steps: null }));
  const [only] = calls;
  if (calls.length === 1 && only?.kind === 'call')
    return {
      kind: 'function',
      name: only.name,
      arguments: only.arguments,
      alias,
      columns: named,
      outer: false,
      span: null,
    };
  if (calls.length === 1 && only?.kind === 'path')
    return {
      kind: 'function',
      name: 'unnest',
      arguments: [only],
      alias,
      columns: named,
      outer: false,
      span: null,
    };
  return {
    kind: 'function',
    name: 'rows_from',
    arguments: calls,
    alias,
    columns: named,
    outer: false,
    span: null,
  };
}
