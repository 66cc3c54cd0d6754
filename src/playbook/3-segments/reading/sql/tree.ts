/**
 * The small syntax tree that both parsers are lowered to. It keeps what can decide who is a member, and nothing of how a
 * dialect spells it. Spans are UTF-16 offsets into the text that was read.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Name {
  readonly text: string;
  readonly span: Span | null;
}

/** One step into a JSON value, struct, array or map; `*` is every element, `null` a key that is computed. */
export type Step = string | number | null;
export const EVERY_ELEMENT = '*' as const;

export interface Literal {
  readonly kind: 'literal';
  /** As it stands in the text, quotes included. */
  readonly written: string;
  /** Its meaning: the characters of a string, the digits of a number. */
  readonly text: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
}

export interface ColumnReference {
  readonly kind: 'column';
  /** `schema.table.column.struct_field`, outermost first; which part is which is decided by the scope. */
  readonly parts: readonly Name[];
  readonly span: Span | null;
}

export interface Order {
  readonly of: Expression;
}

export type Expression =
  | Literal
  | ColumnReference
  | {
      readonly kind: 'star';
      readonly qualifier: readonly Name[];
      readonly except: readonly string[];
      readonly replaced: readonly SelectItem[];
      readonly span: Span | null;
    }
  | {
      readonly kind: 'path';
      readonly of: Expression;
      readonly steps: readonly Step[];
      readonly computed: readonly Expression[];
    }
  | {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or' | 'other';
      readonly operands: readonly Expression[];
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'compare';
      readonly negated: boolean;
      readonly equality: boolean;
      readonly left: Expression;
      readonly right: readonly Expression[];
    }
  | { readonly kind: 'null-test'; readonly of: Expression; readonly negated: boolean }
  | { readonly kind: 'truth-test'; readonly of: Expression; readonly negated: boolean }
  | {
      readonly kind: 'in';
      readonly of: Expression;
      readonly list: readonly Expression[];
      readonly query: Query | null;
      readonly negated: boolean;
    }
  | { readonly kind: 'exists'; readonly query: Query; readonly negated: boolean }
  | { readonly kind: 'subquery'; readonly query: Query }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly aggregate: boolean;
      /** Whether literal arguments are what the others are compared with, as in `contains(url, 'x')`. */
      readonly compares: boolean;
      readonly filter: Expression | null;
      readonly order: readonly Order[];
    }
  | {
      readonly kind: 'window';
      readonly call: Expression;
      readonly partition: readonly Expression[];
      readonly order: readonly Order[];
      readonly named: string | null;
    }
  | {
      readonly kind: 'case';
      readonly operand: Expression | null;
      readonly branches: ReadonlyArray<{ readonly when: Expression; readonly gives: Expression }>;
      readonly otherwise: Expression | null;
    }
  | { readonly kind: 'other'; readonly parts: readonly Expression[] };

export interface SelectItem {
  readonly of: Expression;
  readonly alias: Name | null;
}

export interface NamedWindow {
  readonly name: string;
  readonly partition: readonly Expression[];
  readonly order: readonly Order[];
}

export interface Select {
  readonly kind: 'select';
  readonly items: readonly SelectItem[];
  readonly from: readonly Source[];
  /** WHERE, and whatever else removes rows before grouping (CONNECT BY, PREWHERE). */
  readonly where: readonly Expression[];
  readonly group: readonly Expression[] | 'all';
  readonly having: Expression | null;
  readonly qualify: Expression | null;
  readonly distinct: boolean;
  readonly distinctOn: readonly Expression[];
  readonly windows: readonly NamedWindow[];
}

export interface SetOperation {
  readonly kind: 'set';
  readonly operator: 'union' | 'union-all' | 'intersect' | 'except';
  readonly byName: boolean;
  readonly left: Query;
  readonly right: Query;
}

export interface Values {
  readonly kind: 'values';
  readonly rows: ReadonlyArray<readonly Expression[]>;
}

export interface Query {
  readonly with: readonly Cte[];
  readonly recursive: boolean;
  readonly body: Select | SetOperation | Values;
  readonly order: readonly Order[];
  readonly limited: boolean;
  /** Expressions in LIMIT, OFFSET, FETCH, TOP. */
  readonly limit: readonly Expression[];
}

export interface Cte {
  readonly name: Name;
  readonly columns: readonly string[];
  readonly query: Query;
}

export type JoinKind = 'inner' | 'left' | 'right' | 'full' | 'cross' | 'semi' | 'anti';

export interface FunctionColumn {
  readonly name: string;
  /** Where the column lies inside the first argument, when the function spreads JSON into columns. */
  readonly steps: readonly Step[] | null;
}

export type Source =
  | {
      readonly kind: 'table';
      readonly name: readonly Name[];
      readonly alias: Name | null;
      readonly columns: readonly string[];
      readonly span: Span | null;
    }
  | {
      readonly kind: 'query';
      readonly query: Query;
      readonly alias: Name | null;
      readonly columns: readonly string[];
      readonly lateral: boolean;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly alias: Name | null;
      readonly columns: readonly FunctionColumn[];
      readonly outer: boolean;
      readonly span: Span | null;
    }
  | {
      readonly kind: 'join';
      readonly type: JoinKind;
      readonly left: Source;
      readonly right: Source;
      readonly on: readonly Expression[];
      readonly using: readonly Name[];
      readonly natural: boolean;
      readonly alias: Name | null;
    }
  | {
      readonly kind: 'pivot';
      readonly source: Source;
      readonly parts: readonly Expression[];
      readonly alias: Name | null;
    };

export const nothing: Expression = { kind: 'other', parts: [] };

/** A query over a body with nothing around it. */
export const plainQuery = (body: Query['body']): Query => ({
  with: [],
  recursive: false,
  body,
  order: [],
  limited: false,
  limit: [],
});
