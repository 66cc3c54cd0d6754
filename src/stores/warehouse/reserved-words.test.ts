import { expect, it } from 'vitest';
import { quoteReservedColumns } from './reserved-words.ts';

it.each([
  ["select at, price from p where sku = 'K2'", `select "at", price from p where sku = 'K2'`],
  ['select p.at from p order by AT', 'select p."at" from p order by "AT"'],
  ["select 'at' as x -- at\n, at", `select 'at' as x -- at\n, "at"`],
  ['select "at", /* at */ t at time zone \'utc\'', 'select "at", /* at */ t at time zone \'utc\''],
  ['from t at (version => 3)', 'from t at (version => 3)'],
  ['select cat, at_once, $at, format', 'select cat, at_once, $at, format'],
  ["select 'it''s at noon', at", `select 'it''s at noon', "at"`],
  ["select 'never closed at", "select 'never closed at"],
])('%s', (sql, expected) => expect(quoteReservedColumns(sql)).toBe(expected));

it('takes linear time', () => {
  const started = performance.now();
  for (const piece of ['/*', "'", '"', '--', 'at ', 'at\n']) quoteReservedColumns(piece.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(3000);
});
