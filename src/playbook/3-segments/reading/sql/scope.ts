import type { SqlDialect } from '../../../../check/facts/card.ts';
import { Block } from './block.ts';
import type { Catalog, KnownTable } from './catalog.ts';
import type {
  Cte,
  Expression,
  FunctionColumn,
  Query,
  SelectItem,
  SetOperation,
  Source,
  Span,
  Step,
  Values,
} from './tree.ts';

/** Where a column of a query's result comes from. */
export type Target =
  | { readonly kind: 'expression'; readonly of: Expression; readonly block: Block }
  | { readonly kind: 'column'; readonly relation: Relation; readonly column: string; readonly block: Block }
  | { readonly kind: 'whole'; readonly relation: Relation; readonly block: Block };

export interface Output {
  readonly name: string | null;
  readonly target: Target;
}

/** The common table expressions that a query sees, nearest first. */
export interface Environment {
  readonly name: string;
  readonly opened: () => QueryScope;
  readonly columns: readonly string[];
  readonly next: Environment | null;
}

export type Relation = {
  /** Names by which columns may be qualified, in lower case: the alias, or the parts of the table's own name. */
  readonly qualifier: readonly string[];
  /** How the relation is called in a path. */
  readonly label: string;
  /** Rows may be missing here: the far side of an outer join. */
  nullable: boolean;
  /** Rows that match here are left out: the far side of an anti-join. */
  anti: boolean;
} & (
  | {
      readonly kind: 'table';
      readonly table: KnownTable;
      readonly columns: readonly string[];
      /** Where the table is named: the place of columns that nothing but a star names. */
      readonly span: Span | null;
    }
  | {
      readonly kind: 'query';
      readonly scope: QueryScope;
      readonly columns: readonly string[];
      readonly cte: boolean;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly columns: readonly FunctionColumn[];
      readonly outer: boolean;
      readonly block: Block;
    }
  | {
      readonly kind: 'group';
      readonly members: readonly Relation[];
      readonly block: Block;
      readonly parts: readonly Expression[];
    }
);

export interface Join {
  readonly source: Extract<Source, { kind: 'join' }>;
  readonly left: readonly Relation[];
  readonly right: readonly Relation[];
}

export type Resolved =
  | {
      readonly kind: 'column';
      readonly relation: Relation;
      readonly column: string;
      readonly rest: readonly Step[];
      readonly block: Block;
    }
  | { readonly kind: 'whole'; readonly relation: Relation; readonly block: Block }
  | {
      readonly kind: 'alias';
      readonly item: SelectItem;
      readonly rest: readonly Step[];
      readonly block: Block;
    }
  | { readonly kind: 'unknown'; readonly name: string };

export type Clause = 'row' | 'filter' | 'group' | 'having' | 'order';

/** What all scopes of one reading share. */
export interface Shared {
  readonly catalog: Catalog;
  readonly dialect: SqlDialect;
  readonly unresolved: Set<string>;
  /** The scope of a query in the place where it stands; one query has one place. */
  open(query: Query, environment: Environment | null, parent: Block | null): QueryScope;
}

/** A query in its place: what it sees, and what it gives. */
export class QueryScope {
  readonly query: Query;
  readonly environment: Environment | null;
  readonly parent: Block | null;
  readonly shared: Shared;
  #block: Block | null = null;

  constructor(query: Query, environment: Environment | null, parent: Block | null, shared: Shared) {
    this.query = query;
    this.parent = parent;
    this.shared = shared;
    let seen = environment;
    for (const cte of query.with) seen = this.#declare(cte, seen);
    this.environment = seen;
  }

  #declare(cte: Cte, next: Environment | null): Environment {
    const callsItself =
      cte.query.body.kind === 'set' && (this.query.recursive || this.shared.dialect === 'snowflake');
    const entry: Environment = {
      name: cte.name.text.toLowerCase(),
      columns: cte.columns,
      next,
      opened: () => this.shared.open(cte.query, callsItself ? entry : next, this.parent),
    };
    return entry;
  }

  /** The scope of a plain SELECT; null for set operations and VALUES. */
  get block(): Block | null {
    if (this.query.body.kind !== 'select') return null;
    this.#block ??= new Block(this.query.body, this.environment, this.parent, this.shared);
    return this.#block;
  }

  sides(body: SetOperation): readonly [QueryScope, QueryScope] {
    return [
      this.shared.open(body.left, this.environment, this.parent),
      this.shared.open(body.right, this.environment, this.parent),
    ];
  }

  /** The names of the result's columns; null when a star stands for columns that nobody listed. */
  names(depth = 0): ReadonlyArray<string | null> | null {
    if (depth > 40) return null;
    const { body } = this.query;
    if (body.kind === 'values') return (body.rows[0] ?? []).map((_, index) => `column${index + 1}`);
    if (body.kind === 'set') return this.sides(body)[0].names(depth + 1);
    return this.block!.outputNames(depth + 1);
  }

  /** Where the result's column of this name comes from. */
  named(name: string, depth = 0): Target[] {
    if (depth > 40) return [];
    const { body } = this.query;
    if (body.kind === 'values') {
      const index = Number(/^(?:column|col|_col)(\d+)$/i.exec(name)?.[1] ?? 0) - 1;
      return index < 0 ? [] : this.at(index);
    }
    if (body.kind === 'select') return this.block!.outputsNamed(name);
    const [left, right] = this.sides(body);
    const leftNames = left.names();
    const rightNames = right.names();
    const index = leftNames?.findIndex((other) => other?.toLowerCase() === name.toLowerCase()) ?? -1;
    if (index < 0 || rightNames === null || body.byName)
      return [...left.named(name, depth + 1), ...right.named(name, depth + 1)];
    return [...left.at(index, depth + 1), ...right.at(index, depth + 1)];
  }

  /** Where the result's column at a 0-based position comes from. */
  at(index: number, depth = 0): Target[] {
    if (depth > 40) return [];
    const { body } = this.query;
    if (body.kind === 'values') return valuesAt(body, index, this);
    if (body.kind === 'set') return this.sides(body).flatMap((side) => side.at(index, depth + 1));
    const output = this.block!.outputs()[index];
    return output === undefined ? [] : [output.target];
  }

  /** Every column of the result. */
  all(): Target[] {
    const { body } = this.query;
    if (body.kind === 'values')
      return (body.rows[0] ?? []).flatMap((_, index) => valuesAt(body, index, this));
    // What EXCEPT takes away is not returned.
    if (body.kind === 'set')
      return this.sides(body)
        .slice(0, body.operator === 'except' ? 1 : 2)
        .flatMap((side) => side.all());
    return this.block!.outputs().map(({ target }) => target);
  }
}

function valuesAt(body: Values, index: number, scope: QueryScope): Target[] {
  const empty = new Block(
    {
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
    },
    scope.environment,
    scope.parent,
    scope.shared,
  );
  return body.rows.flatMap((row): Target[] =>
    row[index] === undefined ? [] : [{ kind: 'expression', of: row[index], block: empty }],
  );
}
