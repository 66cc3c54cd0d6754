import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run, settingsFact } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Counted = readonly [group: string | null, n: number, selected: number];

const decisions = (...groups: readonly Counted[]): DecisionsFact => ({
  counts: [
    {
      score: 'propensity',
      pointer: '/scores/0',
      source: 'decisions.csv',
      groups: groups.map(([sex, n, selected]) => ({ by: { sex }, n, selected })),
    },
  ],
  uncounted: [],
});
const NONE: DecisionsFact = { counts: [], uncounted: [] };
const WITH_SCORE: Partial<UseCard> = { scores: [{ name: 'propensity', decisions: 'decisions.csv' }] };

const judge = (fact: DecisionsFact, card: Partial<UseCard> = WITH_SCORE) =>
  run(check, { card: cardFact(card), settings: settingsFact({ auditGroups: ['sex'] }), decisions: fact });

describe('bias-rate-ratio', () => {
  it.each<[string, Counted[], string[]]>([
    [
      'half the rate, many people',
      [
        ['f', 1000, 200],
        ['m', 1000, 400],
      ],
      ['selected-less-often'],
    ],
    [
      'nobody of a group',
      [
        ['f', 100, 0],
        ['m', 1000, 400],
      ],
      ['selected-less-often'],
    ],
    [
      'two groups below',
      [
        ['a', 900, 200],
        ['b', 900, 210],
        ['c', 2000, 900],
      ],
      ['selected-less-often', 'selected-less-often'],
    ],
    [
      'exactly four fifths',
      [
        ['f', 10_000, 4000],
        ['m', 10_000, 5000],
      ],
      [],
    ],
    [
      'near miss: a hair above four fifths, however certain',
      [
        ['f', 100_000, 40_001],
        ['m', 100_000, 50_000],
      ],
      [],
    ],
    [
      'near miss: half the rate, but by chance',
      [
        ['f', 40, 4],
        ['m', 40, 8],
      ],
      [],
    ],
    [
      'equal rates',
      [
        ['f', 5000, 1000],
        ['m', 5000, 1000],
      ],
      [],
    ],
  ])('%s', (_, groups, expected) => expect(adviceOf(judge(decisions(...groups)))).toEqual(expected));

  it('says who is selected how often, with the measure behind it', () => {
    const [found] = judge(decisions(['f', 1000, 200], ['m', 1000, 400])).found;
    expect(found?.what).toBe(
      'By “propensity”, sex “f” is selected 20.0 times in 100, sex “m” 40.0 times: 50 % of that rate, beyond what chance explains.',
    );
    expect(found?.quote).toBe('selection rate ratio of sex “f” = 0.5');
    expect(found?.gravity).toBe('review');
  });

  it.each<[string, DecisionsFact, Partial<UseCard>, string[], boolean]>([
    ['a score without decisions', NONE, { scores: [{ name: 'propensity' }] }, ['scores[0].decisions'], true],
    ['a suppression without any', NONE, { kind: 'suppression' }, ['scores[0].decisions'], true],
    ['an offer without any', NONE, { kind: 'offer' }, ['scores[0].decisions'], false],
    [
      'a file that cannot be read',
      { counts: [], uncounted: [{ pointer: '/scores/0', because: 'the file is cut' }] },
      WITH_SCORE,
      ['scores[0].decisions: the file is cut'],
      true,
    ],
    [
      'too few people',
      decisions(['f', 40, 4], ['m', 40, 8]),
      WITH_SCORE,
      ['scores[0].decisions: not enough data to see a ratio of 4/5'],
      true,
    ],
    [
      'one group only',
      decisions(['f', 4000, 400]),
      WITH_SCORE,
      ['scores[0].decisions: not enough data to see a ratio of 4/5'],
      true,
    ],
    [
      'more than 5 % of unknown attribute, who could make the difference',
      decisions(['f', 4000, 1900], ['m', 4000, 2000], [null, 1500, 720]),
      WITH_SCORE,
      ['scores[0].decisions: people whose attribute is unknown could make the difference'],
      true,
    ],
    [
      'nobody selected',
      decisions(['f', 4000, 0], ['m', 4000, 0]),
      WITH_SCORE,
      ['scores[0].decisions: not enough data to see a ratio of 4/5'],
      true,
    ],
  ])('cannot tell: %s', (_, fact, card, missing, required) => {
    const ran = judge(fact, card);
    expect(ran.found).toEqual([]);
    expect(ran.notAssessed).toEqual([{ check: 'bias-rate-ratio', missing, required }]);
  });

  it('does not hold it against the data that few are of unknown attribute', () => {
    expect(judge(decisions(['f', 4000, 1900], ['m', 4000, 2000], [null, 3, 1]))).toMatchObject({
      found: [],
      notAssessed: [],
    });
  });

  it('has nothing to say about a campaign that scores nobody', () => {
    expect(judge(NONE, { kind: 'campaign' })).toMatchObject({ found: [], notAssessed: [], status: 'clear' });
  });

  it('never finds a group at or above four fifths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 30, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, m, a, b) => {
          const [own, other] = [Math.round(a * n), Math.round(b * m)];
          const found = adviceOf(judge(decisions(['f', n, own], ['m', m, other])));
          const lowest = Math.min(own / n, other / m);
          if (found.length > 0) expect(lowest).toBeLessThan(0.8 * Math.max(own / n, other / m) + 1e-12);
        },
      ),
    );
  });
});
