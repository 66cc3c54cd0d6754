import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Counted = readonly [sex: string, n: number, selected: number];

const judge = (groups: readonly Counted[], card: Partial<UseCard> = {}) => {
  const decisions: DecisionsFact = {
    counts: [
      {
        score: 'propensity',
        pointer: '/scores/0',
        source: 'decisions.csv',
        groups: groups.map(([sex, n, selected]) => ({ by: { sex }, n, selected })),
      },
    ],
    uncounted: [],
  };
  return run(check, {
    card: cardFact({ scores: [{ name: 'propensity', decisions: 'decisions.csv' }], ...card }),
    decisions,
  });
};
const GAP: Counted[] = [
  ['f', 1000, 200],
  ['m', 1000, 400],
];

describe('bias-less-discriminatory', () => {
  it.each<[string, Counted[], Partial<UseCard>, string[]]>([
    ['a gap and no comparison', GAP, {}, ['no-alternatives']],
    ['a gap and a comparison', GAP, { records: { alternatives: 'register, A-4' } }, []],
    ['another record is no comparison', GAP, { records: { dpia: 'DPIA-17' } }, ['no-alternatives']],
    [
      'near miss: no gap',
      [
        ['f', 1000, 390],
        ['m', 1000, 400],
      ],
      {},
      [],
    ],
    [
      'near miss: a gap by chance',
      [
        ['f', 20, 2],
        ['m', 20, 8],
      ],
      {},
      [],
    ],
  ])('%s', (_, groups, card, expected) => expect(adviceOf(judge(groups, card))).toEqual(expected));

  it('speaks of the group that is selected least', () => {
    expect(
      judge([
        ['a', 1000, 100],
        ['b', 1000, 200],
        ['c', 1000, 400],
      ]).found.map(({ what }) => what),
    ).toEqual([
      '“propensity” selects sex “a” at 25 % of the best rate, and no comparison of other variants is recorded.',
    ]);
  });
});
