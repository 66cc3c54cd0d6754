import { quoteIdentifier } from '../../../kernel/quote-identifier.ts';
import type { KeyKind, PersonKey } from './person-keys.ts';
import { type BoundQuery, comparedKey, tableOf } from './row-query.ts';

/** What is done to the rows of a person in one dataset. */
export type SourceChange =
  /** The rows go. */
  | { readonly does: 'delete' }
  /** These columns are emptied; the rest of the row a law keeps. */
  | { readonly does: 'empty'; readonly columns: readonly string[] }
  | { readonly does: 'correct'; readonly columns: readonly [string]; readonly value: string }
  /** Nothing: a law keeps all of it. */
  | { readonly does: 'keep' };

/** A field as far as an erasure asks: what it is held on. */
export interface HeldField {
  readonly field: string;
  readonly basis: string | null;
}

export interface ErasurePlan {
  readonly change: SourceChange;
  /** Columns that stay: a law keeps them, they say whose the kept row is, or nobody described them. */
  readonly left: readonly string[];
}

/** The basis by which a law keeps data against an erasure (GDPR article 17(3)(b)). */
const DUTY = 'legal-obligation';

/**
 * How a dataset is erased. Where no field of it is held on a legal obligation, the rows go, with whatever nobody
 * described in them. Where some are, the others are emptied, and the rows stay with the field by which they are found;
 * where all are, nothing is done.
 */
export function planErasure(
  columns: readonly string[],
  fields: readonly HeldField[],
  foundBy: string,
): ErasurePlan {
  const basisOf = new Map(fields.map(({ field, basis }) => [field.toLowerCase(), basis]));
  const isKept = (column: string): boolean => basisOf.get(column.toLowerCase()) === DUTY;
  if (!columns.some(isKept)) return { change: { does: 'delete' }, left: [] };
  const emptied = columns.filter(
    (column) =>
      basisOf.has(column.toLowerCase()) && !isKept(column) && column.toLowerCase() !== foundBy.toLowerCase(),
  );
  const left = columns.filter((column) => !emptied.includes(column));
  return emptied.length === 0
    ? { change: { does: 'keep' }, left }
    : { change: { does: 'empty', columns: emptied }, left };
}

/** What tells the rows that would change from those that are as they should be already; `null` where all would. */
export function stillToChange(change: SourceChange): BoundQuery | null {
  if (change.does === 'empty')
    return {
      sql: change.columns.map((column) => `${quoteIdentifier(column)} is not null`).join(' or '),
      parameters: {},
    };
  return change.does === 'correct'
    ? { sql: `${asText(change.columns[0])} is distinct from $value`, parameters: { value: change.value } }
    : null;
}

/** The statement that does it, with its values in the order of `$1`, `$2` …; `null` where nothing is done. */
export function changeStatement(
  dataset: string,
  foundBy: string,
  kind: KeyKind,
  keys: readonly PersonKey[],
  change: SourceChange,
): { readonly sql: string; readonly parameters: readonly string[] } | null {
  if (change.does === 'keep') return null;
  const values = keys.map(({ value }) => value);
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  const rows = `${comparedKey(kind, foundBy)} in (${places})`;
  const table = tableOf(dataset);
  if (change.does === 'delete') return { sql: `delete from ${table} where ${rows}`, parameters: values };
  if (change.does === 'empty')
    return {
      sql: `update ${table} set ${change.columns.map((column) => `${quoteIdentifier(column)} = null`).join(', ')} where ${rows} and (${stillToChange(change)!.sql})`,
      parameters: values,
    };
  const [column] = change.columns;
  // The value stands twice: an engine reads it once as what the column holds, and once as text.
  const [set, compared] = [values.length + 1, values.length + 2];
  return {
    sql: `update ${table} set ${quoteIdentifier(column)} = $${set} where ${rows} and ${asText(column)} is distinct from $${compared}`,
    parameters: [...values, change.value, change.value],
  };
}

const asText = (column: string): string => `cast(${quoteIdentifier(column)} as varchar)`;
