import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Counted = readonly [sex: string | null, positives: number, missed: number];

const judge = (groups: readonly Counted[] | null) => {
  const decisions: DecisionsFact = {
    counts: [
      {
        score: 'propensity',
        pointer: '/scores/0',
        source: 'decisions.csv',
        groups: [],
        ...(groups === null
          ? {}
          : {
              missed: {
                label: 'bought',
                groups: groups.map(([sex, positives, missed]) => ({ by: { sex }, positives, missed })),
              },
            }),
      },
    ],
    uncounted: [],
  };
  return run(check, {
    card: cardFact({ scores: [{ name: 'propensity', decisions: 'decisions.csv' }] }),
    decisions,
  });
};

describe('bias-error-gap', () => {
  it.each<[string, Counted[], string[]]>([
    [
      'missed twice as often',
      [
        ['f', 500, 300],
        ['m', 500, 150],
      ],
      ['missed-more-often'],
    ],
    [
      'near miss: exactly 0.1',
      [
        ['f', 1000, 400],
        ['m', 1000, 300],
      ],
      [],
    ],
    [
      'near miss: a large gap by chance',
      [
        ['f', 30, 12],
        ['m', 30, 8],
      ],
      [],
    ],
    [
      'near miss: too few people',
      [
        ['f', 20, 20],
        ['m', 500, 50],
      ],
      [],
    ],
    [
      'people of unknown sex are no reference',
      [
        [null, 500, 0],
        ['f', 500, 200],
        ['m', 500, 190],
      ],
      [],
    ],
    [
      'equal',
      [
        ['f', 500, 100],
        ['m', 500, 100],
      ],
      [],
    ],
  ])('%s', (_, groups, expected) => expect(adviceOf(judge(groups))).toEqual(expected));

  it('says who is missed how often', () => {
    expect(
      judge([
        ['f', 500, 300],
        ['m', 500, 150],
      ]).found[0]?.what,
    ).toBe(
      'Of people for whom “propensity” would have been right (bought), sex “f” are left out 60.0 times in 100, sex “m” 30.0 times, beyond what chance explains.',
    );
  });

  it.each<[string, Counted[] | null, string]>([
    ['no label', null, 'scores[0].decisions: no column says what turned out'],
    ['nobody enough', [['f', 3, 1]], 'scores[0].decisions: no group has 30 people with `bought`'],
  ])('cannot tell: %s', (_, groups, missing) => {
    expect(judge(groups).notAssessed).toEqual([
      { check: 'bias-error-gap', missing: [missing], required: false },
    ]);
  });

  it('never finds a gap of 0.1 or less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 3000 }),
        fc.integer({ min: 30, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, m, a, b) => {
          const [own, other] = [Math.round(a * n), Math.round(b * m)];
          const found = adviceOf(
            judge([
              ['f', n, own],
              ['m', m, other],
            ]),
          );
          if (found.length > 0) expect(Math.abs(own / n - other / m)).toBeGreaterThan(0.1 - 1e-12);
        },
      ),
    );
  });
});
