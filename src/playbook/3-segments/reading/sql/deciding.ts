import type { SqlDialect } from '../../../../check/facts/card.ts';
import type { Query } from './tree.ts';
import type { ColumnUse } from './walk/use-collector.ts';
import { Walk } from './walk/walk.ts';

export type { ColumnUse } from './walk/use-collector.ts';

export interface Decision {
  readonly uses: readonly ColumnUse[];
  readonly unresolved: readonly string[];
  readonly namedPeople: number | null;
  /** What could not be followed without knowing the columns of a table; null when everything was. */
  readonly obstacle: string | null;
}

/**
 * Finds every column that decides who a query returns, through everything the query reads. A column decides when changing
 * its values, rows unchanged, can change who is returned.
 */
export function decide(
  query: Query,
  options: {
    readonly schema?: Readonly<Record<string, readonly string[]>>;
    readonly dialect: SqlDialect;
  },
): Decision {
  const walk = new Walk(options);
  walk.rows.outermost(query);
  return {
    uses: walk.uses.all(),
    unresolved: [...walk.shared.unresolved].sort(),
    namedPeople: walk.uses.namedPeople,
    obstacle: walk.obstacle,
  };
}
