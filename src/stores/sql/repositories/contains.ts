import { type Expression, sql } from 'kysely';

/** Whether a column holds a text, in any case; `%` and `_` in it mean themselves. */
export const contains = (column: string, text: string): Expression<boolean> =>
  sql<boolean>`${sql.ref(column)} ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;
