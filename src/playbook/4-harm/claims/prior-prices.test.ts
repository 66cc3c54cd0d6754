import { expect, it } from 'vitest';
import { lowestPriorPrice, type PricePoint } from './price-history.ts';
import { priorPricesIn } from './prior-prices.ts';

it.each([
  ['was 89 €, now 59 €', ['was 89 €']],
  ['rrp: £120.00', ['rrp: £120.00']],
  ['regular price $49.99', ['regular price $49.99']],
  ['reduced from $80 to $60', ['reduced from $80']],
  ['statt 89,00 € nur 59,00 €', ['statt 89,00 €']],
  ['uvp 129 €', ['uvp 129 €']],
  ['au lieu de 89 €', ['au lieu de 89 €']],
  ['prix conseillé : 89 €', ['prix conseillé : 89 €']],
  ['antes 89 € ahora 59 €', ['antes 89 €']],
  ['en lugar de 89 €', ['en lugar de 89 €']],
  ['boots 89 € 59 €', ['89 €']],
  ['€89 now €59', ['€89']],
  ['€89€59', ['€89']],
  ['89€59€', ['89€']],
  ['59 € (was 89 €)', ['was 89 €']],
  ['89,00 € jetzt nur 59,00 €', ['89,00 €']],
  ['it was 20 degrees', []],
  ['your order of 89 € was sent', []],
  ['from 59 € to 89 €', []],
  ['59 € 89 €', []],
  ['save 30 €', []],
  ['orders over 50 €', []],
  ['before 12 december', []],
])('%s', (text, expected) =>
  expect(priorPricesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected),
);

const now = new Date('2026-11-20T09:00:00Z');
const points = (...rows: [string, number][]): PricePoint[] =>
  rows.map(([at, price]) => ({ at: new Date(at), price }));

it.each<[string, PricePoint[], number | string]>([
  ['one reduction', points(['2026-01-01', 89], ['2026-11-15', 59]), 89],
  [
    'a dip inside the window counts',
    points(['2026-01-01', 89], ['2026-11-01', 49], ['2026-11-03', 89], ['2026-11-15', 59]),
    49,
  ],
  [
    'a dip before the window does not',
    points(['2026-01-01', 49], ['2026-09-01', 89], ['2026-11-15', 59]),
    89,
  ],
  [
    'a price set before and held into the window does',
    points(['2026-01-01', 49], ['2026-11-10', 89], ['2026-11-15', 59]),
    49,
  ],
  ['no reduction yet', points(['2026-01-01', 89]), 89],
  ['a raise is no reduction', points(['2026-01-01', 59], ['2026-11-10', 89]), 59],
  [
    'repeated rows are one price',
    points(['2026-01-01', 89], ['2026-11-01', 89], ['2026-11-15', 59], ['2026-11-16', 59]),
    89,
  ],
  ['the future does not count', points(['2026-01-01', 89], ['2026-11-25', 9]), 89],
  ['too short a history', points(['2026-11-01', 89], ['2026-11-15', 59]), 'begins on 2026-11-01'],
  ['nothing', [], 'empty'],
])('the lowest price before the reduction: %s', (_, rows, expected) => {
  const lowest = lowestPriorPrice(rows, 30, now);
  if (typeof expected === 'number') expect(lowest).toMatchObject({ known: true, price: expected });
  else expect(lowest).toMatchObject({ known: false, because: expect.stringContaining(expected) });
});
