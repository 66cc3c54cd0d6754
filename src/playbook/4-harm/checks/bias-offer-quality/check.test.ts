import { describe, expect, it } from 'vitest';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Mean = readonly [sex: string, n: number, mean: number, difference: number, pValue: number];

const judge = (column: string | null, groups: readonly Mean[] = []) => {
  const decisions: DecisionsFact = {
    counts: [
      {
        score: 'ranking',
        pointer: '/scores/0',
        source: 'decisions.csv',
        groups: [],
        ...(column === null
          ? {}
          : {
              amounts: [
                {
                  column,
                  groups: groups.map(([sex, n, mean, difference, pValue]) => ({
                    by: { sex },
                    n,
                    mean,
                    difference,
                    low: difference - 0.5,
                    high: difference + 0.5,
                    pValue,
                  })),
                },
              ],
            }),
      },
    ],
    uncounted: [],
  };
  return run(check, {
    card: cardFact({ kind: 'offer', scores: [{ name: 'ranking', decisions: 'decisions.csv' }] }),
    decisions,
  });
};

describe('bias-offer-quality', () => {
  it.each<[string, string, Mean[], string[]]>([
    [
      'a smaller discount',
      'discount',
      [
        ['f', 400, 9, -3, 1e-9],
        ['m', 400, 12, 3, 1e-9],
      ],
      ['worse-for-group'],
    ],
    [
      'a higher price',
      'price',
      [
        ['f', 400, 120, 20, 1e-9],
        ['m', 400, 100, -20, 1e-9],
      ],
      ['worse-for-group'],
    ],
    [
      'a longer wait',
      'days_waited',
      [
        ['f', 400, 6, 2, 1e-9],
        ['m', 400, 4, -2, 1e-9],
      ],
      ['worse-for-group'],
    ],
    [
      'near miss: under a twentieth',
      'discount',
      [
        ['f', 9000, 9.6, -0.4, 1e-9],
        ['m', 9000, 10, 0.4, 1e-9],
      ],
      [],
    ],
    [
      'near miss: by chance',
      'discount',
      [
        ['f', 40, 9, -3, 0.2],
        ['m', 40, 12, 3, 0.2],
      ],
      [],
    ],
    [
      'near miss: too few people',
      'discount',
      [
        ['f', 29, 1, -11, 1e-9],
        ['m', 4000, 12, 11, 1e-9],
      ],
      [],
    ],
  ])('%s', (_, column, groups, expected) => expect(adviceOf(judge(column, groups))).toEqual(expected));

  it('says how much less, with the interval', () => {
    const [found] = judge('discount', [
      ['f', 400, 9, -3, 1e-9],
      ['m', 400, 12, 3, 1e-9],
    ]).found;
    expect(found?.what).toBe(
      'By “ranking”, sex “f” get a mean discount of 9.00, 3.00 less than others (-3.50 to -2.50), beyond what chance explains.',
    );
    expect(found?.gravity).toBe('review');
  });

  it('cannot tell without amounts', () => {
    expect(judge(null).notAssessed).toEqual([
      {
        check: 'bias-offer-quality',
        missing: ['scores[0].decisions: no column of amounts, one row a person'],
        required: false,
      },
    ]);
  });
});
