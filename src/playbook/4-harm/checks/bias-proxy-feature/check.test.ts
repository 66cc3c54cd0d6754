import { describe, expect, it } from 'vitest';
import type { DecisionsFact } from '../../../../check/facts/decisions.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

type Proxy = readonly [input: string, attribute: string, value: string, auc: number, n?: number];

const judge = (proxies: readonly Proxy[] | null) => {
  const decisions: DecisionsFact = {
    counts: [
      {
        score: 'propensity',
        pointer: '/scores/0',
        source: 'decisions.csv',
        groups: [],
        ...(proxies === null
          ? {}
          : {
              proxies: proxies.map(([input, attribute, value, auc, n = 1000]) => ({
                input,
                attribute,
                value,
                auc,
                n,
              })),
            }),
      },
    ],
    uncounted: [],
  };
  const card = cardFact({ scores: [{ name: 'propensity', decisions: 'decisions.csv' }] });
  return run(check, { card, decisions });
};

describe('bias-proxy-feature', () => {
  it.each<[string, Proxy[], string[]]>([
    ['an input that tells sex', [['channel', 'sex', 'f', 0.8]], ['stands-in']],
    [
      'once for each input and attribute',
      [
        ['area', 'age', '60+', 0.7],
        ['area', 'age', '18-34', 0.8],
        ['area', 'sex', 'f', 0.9],
      ],
      ['stands-in', 'stands-in'],
    ],
    ['near miss: at the threshold', [['channel', 'sex', 'f', 0.65]], []],
    ['near miss: too few people', [['channel', 'sex', 'f', 0.9, 59]], []],
    ['the attribute itself', [['sex', 'sex', 'f', 1]], []],
    ['an input that tells nothing', [['channel', 'sex', 'f', 0.5]], []],
  ])('%s', (_, proxies, expected) => expect(adviceOf(judge(proxies))).toEqual(expected));

  it('names the strongest value', () => {
    expect(
      judge([
        ['area', 'age', '60+', 0.7],
        ['area', 'age', '18-34', 0.8],
      ]).found[0]?.what,
    ).toBe(
      'The input `area` of “propensity” tells age “18-34” from others with an area under the curve of 0.80 (0.5 tells nothing).',
    );
  });

  it('cannot tell without inputs', () => {
    expect(judge(null).notAssessed).toEqual([
      {
        check: 'bias-proxy-feature',
        missing: ['scores[0].decisions: no column of an input of the model'],
        required: false,
      },
    ]);
  });
});
