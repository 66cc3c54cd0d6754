import { CompiledQuery } from 'kysely';
import type { Database } from '../tables/index.ts';

/**
 * A statement that takes rows as COPY writes them: its only parameter is the text of the rows. Neither driver knows such a
 * statement by itself, so both look for it here.
 */
export const isCopyIn = (text: string): boolean => /^copy [a-z_]+ \([a-z_, ]+\) from stdin$/.test(text);

/** Copies rows into a table, in the text format of PostgreSQL; a cell is `null` or its text. */
export async function copyIn(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: Iterable<ReadonlyArray<string | null>>,
): Promise<void> {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map(cell).join('\t'));
  const statement = `copy ${table} (${columns.join(', ')}) from stdin`;
  await db.executeQuery(CompiledQuery.raw(statement, [`${lines.join('\n')}\n`]));
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: string | null): string =>
  value === null
    ? '\\N'
    : /[\\\t\n\r]/.test(value)
      ? value.replaceAll(/[\\\t\n\r]/g, (one) => ESCAPES[one]!)
      : value;
