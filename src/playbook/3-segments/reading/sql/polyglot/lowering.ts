import type { SqlDialect } from '../../../../../check/facts/card.ts';
import type { Expression, Literal, Order, Query, Span } from '../tree.ts';
import { type Fields, isObject, list, nodeOf, SILENT_KEYS } from './node.ts';

/** What lowering needs of its surroundings. */
export interface Lowering {
  expression(value: unknown): Expression;
  span(value: unknown): Span | null;
  written(literal: { readonly text: string; readonly type: Literal['type'] }): string;
  query(value: unknown): Query;
  /** Remembers that a column of the parser's tree has found its place in ours. */
  seen(fields: Fields): void;
  readonly dialect: SqlDialect;
  /** Names that a lambda binds, hence no columns. */
  readonly bound: string[];
}

/** Every expression below a value, whatever holds it. */
export function childrenOf(value: unknown, at: Lowering): Expression[] {
  if (Array.isArray(value)) return value.flatMap((element) => childrenOf(element, at));
  if (!isObject(value)) return [];
  if (nodeOf(value) !== null) return [at.expression(value)];
  return Object.entries(value).flatMap(([key, child]) => (SILENT_KEYS.has(key) ? [] : childrenOf(child, at)));
}

export const ordersOf = (value: unknown, at: Lowering): Order[] => {
  const items = isObject(value) && !Array.isArray(value) ? list(value.expressions) : list(value);
  return items.filter((item) => isObject(item)).map((item) => ({ of: at.expression(item.this ?? item) }));
};
