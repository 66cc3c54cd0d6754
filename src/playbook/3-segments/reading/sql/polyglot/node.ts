/** A node of the tree that `@polyglot-sql/sdk` gives: one key, the kind, over its fields. */
export type Fields = Readonly<Record<string, unknown>>;
export interface Node {
  readonly kind: string;
  readonly fields: Fields;
}

const STRUCTURAL = new Set(['this', 'expressions', 'columns', 'name', 'spec', 'value', 'schema']);

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The node that a value is; null when it is a plain field. */
export function nodeOf(value: unknown): Node | null {
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  if (keys.length !== 1) return null;
  const kind = keys[0]!;
  const fields = value[kind];
  if (STRUCTURAL.has(kind) || !/^[a-z]/.test(kind)) return null;
  return { kind, fields: isObject(fields) ? fields : {} };
}

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Keys under which no expression of the query stands: types, positions, comments. */
export const SILENT_KEYS: ReadonlySet<string> = new Set([
  'span',
  'inferred_type',
  'to',
  'data_type',
  'comments',
  'leading_comments',
  'trailing_comments',
  'pre_alias_comments',
  'operator_comments',
  'left_comments',
  'post_select_comments',
  'hints',
  'hint',
  'locks',
  'unit',
  'returning',
]);

const QUERY_KINDS = new Set(['select', 'union', 'intersect', 'except', 'values', 'set_operation']);
export const isQueryNode = (node: Node | null): boolean => node !== null && QUERY_KINDS.has(node.kind);
