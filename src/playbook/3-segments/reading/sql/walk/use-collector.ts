import type { FieldRole } from '../../../../../check/facts/audience.ts';
import { jsonPathOf } from '../json-path.ts';
import { isPersonKey } from '../person-key.ts';
import type { Span, Step } from '../tree.ts';
import { type Context, rolesOf } from './context.ts';

/** One use of a base column, before it has a location. */
export interface ColumnUse {
  readonly field: string;
  readonly role: FieldRole;
  readonly jsonPath: string | null;
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly span: Span | null;
}

/** Gathers the uses of base columns: one for each field, JSON path and role, at the first place it has that role. */
export class UseCollector {
  // The values grow in place: copying them for each condition takes time in the square of their number.
  readonly #uses = new Map<
    string,
    Omit<ColumnUse, 'values' | 'span'> & { values: Set<string>; span: Span | null }
  >();
  /** How many people the query names one by one, where nobody else can be returned. */
  namedPeople: number | null = null;

  /** `table` is null for a column that could belong to several tables. */
  add(table: string | null, column: string, rest: readonly Step[], context: Context): void {
    const field = table === null ? column : `${table}.${column}`;
    const jsonPath = jsonPathOf([...rest, ...context.steps]);
    const path = [...(table === null ? [] : [table]), ...context.path.toReversed()];
    const names = context.listed > 0 && context.certain && context.role === 'include' && !context.excluding;
    if (names && isPersonKey(table, column))
      this.namedPeople = Math.min(this.namedPeople ?? Number.POSITIVE_INFINITY, context.listed);
    for (const role of rolesOf(context)) {
      const key = `${field}\0${role}\0${jsonPath}`;
      const known = this.#uses.get(key);
      if (known === undefined)
        this.#uses.set(key, {
          field,
          role,
          jsonPath,
          path,
          values: new Set(context.values),
          span: context.written,
        });
      else {
        for (const value of context.values) known.values.add(value);
        known.span ??= context.written;
      }
    }
  }

  all(): readonly ColumnUse[] {
    return [...this.#uses.values()].map((use) => ({ ...use, values: [...use.values] }));
  }
}
