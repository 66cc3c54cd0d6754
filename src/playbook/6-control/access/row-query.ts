import { quoteIdentifier } from '../../../kernel/quote-identifier.ts';
import type { KeyKind, PersonKey } from './person-keys.ts';

/** A query with the values of its `$name` placeholders. */
export interface BoundQuery {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** From the surest to the least sure: a row is found by the first that it has and that is known. */
export const KEY_ORDER: readonly KeyKind[] = ['customer', 'email', 'email_sha256', 'phone', 'device'];

export const tableOf = (dataset: string): string => dataset.split('.').map(quoteIdentifier).join('.');

/** Which columns a table has, without a row of it. */
export const columnsQuery = (dataset: string): BoundQuery => ({
  sql: `select * from ${tableOf(dataset)} limit 0`,
  parameters: {},
});

/** To which customers the addresses lead, at most three of them: two are one too many. */
export function leadQuery(dataset: string, contact: string, customer: string, key: PersonKey): BoundQuery {
  const found = `cast(${quoteIdentifier(customer)} as varchar)`;
  const { sql, parameters } = where(key.kind, contact, [key]);
  return {
    sql: `select distinct ${found} from ${tableOf(dataset)} where ${sql} and ${quoteIdentifier(customer)} is not null limit 3`,
    parameters,
  };
}

/** The rows whose `column` is one of these keys, all of one kind. */
export function rowsQuery(
  dataset: string,
  columns: readonly string[],
  column: string,
  keys: readonly PersonKey[],
): BoundQuery {
  const { sql, parameters } = where(keys[0]!.kind, column, keys);
  return {
    sql: `select ${columns.map(quoteIdentifier).join(', ')} from ${tableOf(dataset)} where ${sql}`,
    parameters,
  };
}

/** How many rows of these keys there are that meet what `also` says of them, where it says something. */
export function countQuery(
  dataset: string,
  column: string,
  keys: readonly PersonKey[],
  also: BoundQuery | null,
): BoundQuery {
  const { sql, parameters } = where(keys[0]!.kind, column, keys);
  return {
    sql: `select count(*) from ${tableOf(dataset)} where ${sql}${also === null ? '' : ` and (${also.sql})`}`,
    parameters: { ...parameters, ...also?.parameters },
  };
}

/** Whether one of these keys is in the audience that a definition selects: one row with a count. */
export function isInQuery(definition: string, column: string, keys: readonly PersonKey[]): BoundQuery {
  const { sql, parameters } = where(keys[0]!.kind, column, keys);
  return {
    // On lines of its own, as the definition may end in a comment.
    sql: `select count(*) from (\n${definition}\n) as audience where ${sql}`,
    parameters,
  };
}

/** The columns of an audience, without a person of it. */
export const audienceColumnsQuery = (definition: string): BoundQuery => ({
  sql: `select * from (\n${definition}\n) as audience limit 0`,
  parameters: {},
});

/**
 * Compared as text, and as text alone: an engine that turns `007` into the number 7 would find another customer.
 * Addresses are compared in lower case, numbers without what people write between digits.
 */
export function comparedKey(kind: KeyKind, column: string): string {
  const text = `cast(${quoteIdentifier(column)} as varchar)`;
  if (kind === 'email' || kind === 'email_sha256') return `lower(trim(${text}))`;
  return kind === 'phone'
    ? [' ', '-', '.', '(', ')', '/'].reduce((inner, sign) => `replace(${inner}, '${sign}', '')`, text)
    : text;
}

function where(kind: KeyKind, column: string, keys: readonly PersonKey[]): BoundQuery {
  return {
    sql: `${comparedKey(kind, column)} in (${keys.map((_, index) => `$key${index}`).join(', ')})`,
    parameters: Object.fromEntries(keys.map(({ value }, index) => [`key${index}`, value])),
  };
}
