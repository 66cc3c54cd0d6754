import { describe, expect, it } from 'vitest';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run, settingsFact } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Counted = readonly [sex: string, age: string, n: number, selected: number];

const judge = (groups: readonly Counted[], auditGroups: readonly string[] = ['sex', 'age']) => {
  const decisions: DecisionsFact = {
    counts: [
      {
        score: 'propensity',
        pointer: '/scores/0',
        source: 'decisions.csv',
        groups: groups.map(([sex, age, n, selected]) => ({
          by: (auditGroups.length === 1 ? { sex } : { sex, age }) as Record<string, string>,
          n,
          selected,
        })),
      },
    ],
    uncounted: [],
  };
  const card = cardFact({ scores: [{ name: 'propensity', decisions: 'decisions.csv' }] });
  return run(check, { card, settings: settingsFact({ auditGroups }), decisions });
};

const REST: Counted[] = [
  ['f', 'young', 3000, 1200],
  ['m', 'old', 3000, 1200],
  ['m', 'young', 3000, 1080],
];

describe('bias-intersection', () => {
  it.each<[string, Counted[], string[]]>([
    ['a gap where two attributes meet', [['f', 'old', 300, 60], ...REST], ['hidden-in-combination']],
    ['near miss: four fifths there too', [['f', 'old', 300, 96], ...REST], []],
    ['near miss: fewer than thirty people', [['f', 'old', 29, 0], ...REST], []],
    [
      'a gap that one attribute shows already',
      [
        ['f', 'old', 3000, 600],
        ['f', 'young', 3000, 700],
        ['m', 'old', 3000, 1200],
        ['m', 'young', 3000, 1200],
      ],
      [],
    ],
  ])('%s', (_, groups, expected) => expect(adviceOf(judge(groups))).toEqual(expected));

  it('names who is left out, and the measure', () => {
    const [found] = judge([['f', 'old', 300, 60], ...REST]).found;
    expect(found?.what).toBe(
      'By “propensity”, sex “f” and age “old” are selected at 50 % of the best rate, beyond what chance explains, though no attribute alone shows a gap.',
    );
    expect(found?.gravity).toBe('advise');
  });

  it('says that one attribute is not enough', () => {
    expect(adviceOf(judge([['f', '', 500, 200]], ['sex']))).toEqual(['one-attribute-only']);
  });

  it('is silent without decisions', () => {
    const none = { counts: [], uncounted: [] };
    expect(
      run(check, { card: cardFact(), settings: settingsFact({ auditGroups: ['sex'] }), decisions: none }),
    ).toMatchObject({ found: [], notAssessed: [] });
  });
});
