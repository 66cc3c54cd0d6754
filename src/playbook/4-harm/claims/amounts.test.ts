import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn, numberOf } from './amounts.ts';

describe('amounts', () => {
  it.each([
    ['only 3 left', [[3, null]]],
    ['was 89 €', [[89, 'EUR']]],
    [
      'was €89.00, now €59',
      [
        [89, 'EUR'],
        [59, 'EUR'],
      ],
    ],
    ['statt 1.234,50 eur', [[1234.5, 'EUR']]],
    ['was $1,234.50', [[1234.5, 'USD']]],
    ['prix : 1 234,50 €', [[1234.5, 'EUR']]],
    ["chf 1'299.–".replace('–', '-'), [[1299, 'CHF']]],
    ['nur 89,- €', [[89, 'EUR']]],
    [
      'rated 4.6 of 5',
      [
        [4.6, null],
        [5, null],
      ],
    ],
    ['bewertet mit 4,6', [[4.6, null]]],
    ['1.000 sold', [[1000, null]]],
    [
      '2k sold, 1.5 million views',
      [
        [2000, null],
        [1_500_000, null],
      ],
    ],
    ['£19.99 each', [[19.99, 'GBP']]],
    ['no number', []],
    ['k2 boots', []],
    ['89€', [[89, 'EUR']]],
  ])('%s', (text, expected) =>
    expect(amountsIn(text).map(({ value, currency }) => [value, currency])).toEqual(expected),
  );

  it('reads words where a number is looked for', () => {
    expect(['three', 'zwei', 'cinq', 'doce', 'eine', '12', 'x'].map(numberOf)).toEqual([
      3,
      2,
      5,
      12,
      1,
      12,
      null,
    ]);
  });

  it('reads back what four locales write', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(cents, fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH'), (amount, locale) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount / 100);
        const plain = written.normalize('NFKC').replaceAll('’', "'").replace(/\s/g, ' ');
        expect(amountsIn(plain).map(({ value }) => value)).toEqual([amount / 100]);
      }),
    );
  });

  it('takes linear time on hostile digits', () => {
    const started = performance.now();
    for (const piece of ['1.', '1,', '1 ', '111.', '€ ', '1'])
      amountsIn(piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
