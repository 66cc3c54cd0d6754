import type { ColumnType } from 'kysely';

/** Written as text by `asJson`, read as what it means. */
export type Json<T = unknown> = ColumnType<T, string, string>;
export type OptionalJson<T = unknown> = ColumnType<T | null, string | null | undefined, string | null>;
/** Kept to the millisecond, so that a Date comes back as it was written. */
export type Time = ColumnType<Date, Date, Date>;
export type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Set when the row is made, never after. */
export type Fixed<T> = ColumnType<T, T, never>;
export type FixedOptional<T> = ColumnType<T | null, T | null | undefined, never>;
export type FixedTime = ColumnType<Date, Date, never>;
export type FixedJson<T = unknown> = ColumnType<T, string, never>;
/** Counts the edits of a row; what If-Match is compared with. */
export type RowVersion = ColumnType<number, number | undefined, number>;

/**
 * A value as it goes into a JSON column. Always by this function: left to itself, one driver writes a list as an array
 * of the database and not as JSON.
 */
export const asJson = (value: unknown): string => JSON.stringify(value) ?? 'null';
