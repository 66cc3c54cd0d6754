import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, valuesOf } from './explain.ts';
import type { ExplainableModel } from './explainable-model.ts';
import { readExplainable } from './read-explainable.ts';
import { modelsWithValues, xgboostFile } from './testing/arbitrary-trees.ts';
import { bruteForceShapley, knownMargin } from './testing/brute-force-shapley.ts';
import { type TreeEnsemble, treeMargin } from './tree-ensemble.ts';

const read = (file: unknown): ExplainableModel => {
  const reading = readExplainable(file);
  if (reading.model === null) throw new Error(reading.because);
  return reading.model;
};
const LINEAR = {
  link: 'logit',
  intercept: -1,
  coefficients: { orders: 0.5, days: -0.01 },
  means: { orders: 2, days: 100 },
};

describe('contributions of a linear model', () => {
  it('are the coefficient times the distance from the mean', () => {
    const model = read(LINEAR);
    const parts = explain(model, valuesOf(model, { orders: 5, days: 40 }))!;
    expect([...parts.contributions]).toEqual([1.5, 0.6]);
    expect(parts.expected).toBe(-1);
    expect(parts.margin).toBeCloseTo(1.1, 12);
  });

  it('do not exist where a value is missing and the model does not say what it then counts as', () => {
    const model = read(LINEAR);
    expect(explain(model, valuesOf(model, { orders: 5 }))).toBeNull();
    const mild = read({ ...LINEAR, missing: 'mean' });
    expect([...explain(mild, valuesOf(mild, { orders: 5, days: null }))!.contributions]).toEqual([1.5, -0]);
  });
});

describe('contributions of trees', () => {
  it('are the Shapley values by their definition', () =>
    fc.assert(
      fc.property(modelsWithValues, ([model, values]) => {
        const parts = explain(model, values)!;
        const slow = bruteForceShapley(model as TreeEnsemble, values);
        for (const [index, one] of parts.contributions.entries()) expect(one).toBeCloseTo(slow[index]!, 9);
      }),
      { numRuns: 300 },
    ));

  it('add up to the prediction less what is expected', () =>
    fc.assert(
      fc.property(modelsWithValues, ([model, values]) => {
        const trees = model as TreeEnsemble;
        const { contributions, expected, margin } = explain(trees, values)!;
        const sum = contributions.reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(margin - expected, 5);
        expect(expected).toBeCloseTo(trees.baseMargin + knownMargin(trees, values, () => false), 9);
        expect(treeMargin(trees, values)).toBeCloseTo(
          trees.baseMargin + knownMargin(trees, values, () => true),
          5,
        );
      }),
    ));

  it('give nothing to a feature that no tree asks', () =>
    fc.assert(
      fc.property(modelsWithValues, ([model, values]) => {
        const trees = model as TreeEnsemble;
        for (const [index, one] of explain(trees, values)!.contributions.entries())
          if (!trees.feature.includes(index)) expect(one).toBe(0);
      }),
    ));
});

describe('a model that cannot be explained', () => {
  const tree = {
    feature: 0,
    threshold: 0,
    missingLeft: true,
    left: { leaf: 1, cover: 2 },
    right: { leaf: -1, cover: 2 },
  };
  const file = xgboostFile([tree], 2);
  const changed = (change: (learner: Record<string, never>) => void): unknown => {
    const copy = structuredClone(file) as unknown as { learner: Record<string, never> };
    change(copy.learner);
    return copy;
  };
  // biome-ignore lint/suspicious/noExplicitAny: each row breaks the file in its own way
  const broken = (change: (learner: any) => void) => changed(change as never);
  const trees = (learner: { gradient_booster: { model: { trees: Array<Record<string, unknown>> } } }) =>
    learner.gradient_booster.model.trees[0]!;

  it('is told from one that can', () => expect(readExplainable(file).model).not.toBeNull());

  it.each<[string, unknown, RegExp]>([
    ['names alone', { learner: { feature_names: ['a'] } }, /no trees/],
    ['a list of names', { features: ['a', 'b'] }, /.+/],
    ['weights without a link', { coefficients: { a: 1 } }, /link/],
    ['weights without means', { link: 'logit', intercept: 0, coefficients: { a: 1 } }, /mean of `a`/],
    [
      'an unknown objective',
      broken((learner) => (learner.objective.name = 'rank:pairwise')),
      /rank:pairwise/,
    ],
    ['a name of the language as objective', broken((l) => (l.objective.name = 'constructor')), /constructor/],
    ['several classes', broken((learner) => (learner.learner_model_param.num_class = '3')), /classes/],
    ['another booster', broken((learner) => (learner.gradient_booster.name = 'dart')), /dart/],
    ['categories', broken((learner) => (trees(learner).split_type = [1, 0, 0])), /categories/],
    ['categorical features', broken((learner) => (learner.feature_types = ['c', 'float'])), /categories/],
    ['features without names', broken((learner) => (learner.feature_names = [])), /names/],
    ['trees beyond the best', broken((learner) => (learner.attributes = { best_iteration: '7' })), /early/],
    ['a circle', broken((learner) => (trees(learner).left_children = [1, 0, -1])), /nowhere/],
    ['two branches that meet', broken((learner) => (trees(learner).left_children = [2, -1, -1])), /meet/],
    ['a branch outside', broken((learner) => (trees(learner).right_children = [9, -1, -1])), /nowhere/],
    ['nobody in training', broken((learner) => (trees(learner).sum_hessian = [4, 0, 4])), /nobody/],
    ['lists of different length', broken((learner) => (trees(learner).default_left = [1])), /length/],
    ['a base score that is none', broken((l) => (l.learner_model_param.base_score = 'half')), /base score/],
    ['a base score outside', broken((l) => (l.learner_model_param.base_score = '1.5')), /probability/],
    ['LightGBM', { feature_names: ['a'], tree_info: [] }, /LightGBM/],
    ['nothing', null, /no model/],
  ])('%s', (_, given, because) => {
    const reading = readExplainable(given);
    expect(reading.model).toBeNull();
    expect(reading.model === null && reading.because).toMatch(because);
  });

  it('is never thrown at', () =>
    fc.assert(fc.property(fc.jsonValue(), (value) => void readExplainable({ learner: value }))));
});
