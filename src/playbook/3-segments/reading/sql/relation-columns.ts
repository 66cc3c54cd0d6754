import { isSpreading, makesRows, recordFunction } from './functions.ts';
import type { Relation } from './scope.ts';
import { EVERY_ELEMENT, type Expression, type Step } from './tree.ts';

/** The names of a relation's columns; null when nobody listed them. */
export function columnsOf(relation: Relation, depth = 0): ReadonlyArray<string | null> | null {
  if (depth > 40) return null;
  if (relation.kind === 'table')
    return relation.columns.length > 0 && relation.table.columns === null
      ? relation.columns
      : relation.table.columns === null
        ? null
        : renamed(relation.table.columns, relation.columns);
  if (relation.kind === 'query') {
    const own = relation.scope.names(depth + 1);
    return own === null
      ? relation.columns.length > 0
        ? relation.columns
        : null
      : renamed(own, relation.columns);
  }
  if (relation.kind === 'function')
    return relation.columns.length > 0
      ? relation.columns.map(({ name }) => name)
      : isSpreading(relation.name)
        ? [relation.qualifier[0]!]
        : null;
  const members = relation.members.map((member) => columnsOf(member, depth + 1));
  if (relation.parts.length > 0 || members.some((names) => names === null)) return null;
  return members.flatMap((names) => names ?? []);
}

const renamed = (
  own: ReadonlyArray<string | null>,
  columns: readonly string[],
): ReadonlyArray<string | null> => own.map((name, index) => columns[index] ?? name);

const SPREAD_COLUMNS = new Set([
  'value',
  'key',
  'index',
  'this',
  'path',
  'seq',
  'ordinality',
  'element',
  'offset',
  'pos',
  'col',
  'unnest',
]);

/** Whether a relation has a column of this name: yes, no, or null where nobody can tell. */
export function knows(relation: Relation, column: string): boolean | null {
  const wanted = column.toLowerCase();
  const names = columnsOf(relation);
  if (names?.some((name) => name?.toLowerCase() === wanted)) return true;
  if (relation.kind === 'function') {
    if (relation.qualifier[0] === wanted) return true;
    if (isSpreading(relation.name)) return SPREAD_COLUMNS.has(wanted);
    return makesRows(relation.name) ? false : names === null ? null : false;
  }
  return names === null ? null : false;
}

/** What a column of a table function stands for inside the function's arguments. */
export function functionColumn(
  relation: Extract<Relation, { kind: 'function' }>,
  column: string,
): { readonly of: Expression; readonly steps: readonly Step[] } | null {
  const wanted = column.toLowerCase();
  const index = relation.columns.findIndex(({ name }) => name.toLowerCase() === wanted);
  const first = relation.arguments[0];
  if (first === undefined) return null;
  const listed = index >= 0 ? relation.columns[index]! : null;
  if (listed?.steps != null) return { of: first, steps: listed.steps };
  const record = recordFunction(relation.name);
  if (record !== null)
    return { of: relation.arguments.at(-1)!, steps: record.many ? [EVERY_ELEMENT, column] : [column] };
  if (!isSpreading(relation.name)) return null;
  if (relation.arguments.length > 1 && index >= 0 && index < relation.arguments.length)
    return { of: relation.arguments[index]!, steps: [EVERY_ELEMENT] };
  if (wanted === 'key' || wanted === 'index' || wanted === 'ordinality' || wanted === 'seq')
    return { of: first, steps: [] };
  const isValue = index >= 0 || wanted === relation.qualifier[0] || SPREAD_COLUMNS.has(wanted);
  return { of: first, steps: isValue ? [EVERY_ELEMENT] : [EVERY_ELEMENT, column] };
}

/** Whether a relation answers to a qualifier: its alias, or the end of its own name. */
export const matches = (relation: Relation, qualifier: readonly string[]): boolean => {
  const own = relation.qualifier;
  if (qualifier.length > own.length) return false;
  return qualifier.every((part, index) => own[own.length - qualifier.length + index] === part);
};
