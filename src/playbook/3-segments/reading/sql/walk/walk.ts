import type { SqlDialect } from '../../../../../check/facts/card.ts';
import { Catalog } from '../catalog.ts';
import { QueryScope, type Shared } from '../scope.ts';
import type { Expression, Query } from '../tree.ts';
import { ColumnWalker } from './column-walker.ts';
import { ExpressionWalker } from './expression-walker.ts';
import { RowWalker } from './row-walker.ts';
import { UseCollector } from './use-collector.ts';
import { Visited } from './visited.ts';

/** One reading of one query: what its walkers share. */
export class Walk {
  readonly shared: Shared;
  readonly uses = new UseCollector();
  readonly visited = new Visited();
  /** The expressions being followed: an alias may not stand for itself. */
  readonly active = new Set<Expression>();
  readonly rows: RowWalker = new RowWalker(this);
  readonly columns: ColumnWalker = new ColumnWalker(this);
  readonly expressions: ExpressionWalker = new ExpressionWalker(this);
  /** What could not be followed; null while everything was. */
  obstacle: string | null = null;

  constructor(options: {
    readonly schema?: Readonly<Record<string, readonly string[]>>;
    readonly dialect: SqlDialect;
  }) {
    const opened = new Map<Query, QueryScope>();
    const shared: Shared = {
      catalog: new Catalog(options.schema),
      dialect: options.dialect,
      unresolved: new Set(),
      open: (query, environment, parent) => {
        const scope = opened.get(query) ?? new QueryScope(query, environment, parent, shared);
        opened.set(query, scope);
        return scope;
      },
    };
    this.shared = shared;
  }
}
