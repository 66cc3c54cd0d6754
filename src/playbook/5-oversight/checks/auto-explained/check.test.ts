import { describe, expect, it } from 'vitest';
import type { ScoreModel } from '../../../../check/facts/model.ts';
import { adviceOf, cardFact, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const model = (features: readonly string[] | null, file: string | undefined = 'model.json'): ScoreModel => ({
  score: { name: 'propensity', model: file },
  pointer: '/scores/0',
  type: 'list',
  features:
    features?.map((name) => ({
      name,
      field: null,
      sensitive: [],
      proxyFor: [],
      at: somewhere('model.json'),
    })) ?? null,
});
const judge = (
  logic: string | undefined,
  models: readonly ScoreModel[],
  decision: 'none' | 'notable' | 'significant' = 'notable',
) => run(check, { card: cardFact({ kind: 'score', automation: { decision, logic } }), models: { models } });

describe('auto-explained', () => {
  it.each<[string, string | undefined, readonly ScoreModel[], string[]]>([
    ['no logic in words', undefined, [], ['no-logic']],
    ['logic and readable features', 'orders in a year', [model(['orders_last_year'])], []],
    [
      'a score without a model',
      'orders in a year',
      [{ ...model(null), score: { name: 'propensity' } }],
      ['no-model'],
    ],
    ['features that are positions', 'a forest', [model(['f0', 'f1', 'orders'])], ['meaningless-features']],
    ['features of an embedding', 'a network', [model(['emb_12'])], ['meaningless-features']],
    ['near miss: a word with a digit', 'orders', [model(['address1', 'orders_2025'])], []],
  ])('%s', (_, logic, models, expected) => expect(adviceOf(judge(logic, models))).toEqual(expected));

  it.each<['notable' | 'significant', string | null, string[]]>([
    ['significant', 'the trees split over categories', ['unexplained-model']],
    ['significant', null, []],
    ['notable', 'the trees split over categories', []],
  ])('a %s decision whose model is unexplained because of %s', (decision, unexplained, expected) =>
    expect(adviceOf(judge('orders', [{ ...model(['orders']), unexplained }], decision))).toEqual(expected),
  );

  it('is silent where nothing is decided', () => expect(judge(undefined, [], 'none').status).toBe('clear'));

  it('is not assessed where the models could not be read', () =>
    expect(run(check, { card: cardFact({ kind: 'score' }) }).notAssessed).toEqual([
      { check: 'auto-explained', missing: ['models'], required: true },
    ]));
});
