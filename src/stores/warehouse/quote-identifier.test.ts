import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteIdentifier, quoteLiteral } from '../../kernel/quote-identifier.ts';

it.each([
  ['stock', '"stock"'],
  ['weird "name"', '"weird ""name"""'],
  ['a"; drop table b; --', '"a""; drop table b; --"'],
  ['nul\0byte', '"nulbyte"'],
])('quotes %s', (name, quoted) => expect(quoteIdentifier(name)).toBe(quoted));

it('lets the engine read back any name and any text as it was', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const names = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .filter((name) => !name.includes('\0'));
  await fc.assert(
    fc.asyncProperty(names, names, async (name, text) => {
      const rows = await connection.runAndReadAll(`SELECT ${quoteLiteral(text)} AS ${quoteIdentifier(name)}`);
      expect(rows.columnNames()).toEqual([name.toWellFormed()]);
      expect(rows.getRows()).toEqual([[text.toWellFormed()]]);
    }),
    { numRuns: 200 },
  );
});
