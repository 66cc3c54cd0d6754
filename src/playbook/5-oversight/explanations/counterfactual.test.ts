import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Changeable, changeableOf, sizeOf } from './changeable.ts';
import { smallestChange } from './counterfactual.ts';
import { marginFor, valuesOf } from './explain.ts';
import type { ExplainableModel } from './explainable-model.ts';
import { readExplainable } from './read-explainable.ts';
import { modelsWithValues } from './testing/arbitrary-trees.ts';

const read = (file: unknown): ExplainableModel => {
  const reading = readExplainable(file);
  if (reading.model === null) throw new Error(reading.because);
  return reading.model;
};
const LINEAR = read({
  link: 'logit',
  intercept: -4,
  coefficients: { orders: 0.5, visits: 0.2, returns: -1 },
  means: { orders: 2, visits: 3, returns: 1 },
});
const input = (
  model: ExplainableModel,
  values: Float64Array,
  feature: string,
  to = 10,
  step = 1,
): Changeable => {
  const index = model.features.indexOf(feature);
  return { index, feature, words: feature, current: values[index]!, from: 0, to, step };
};

describe('the smallest change of a linear model', () => {
  const values = valuesOf(LINEAR, { orders: 3, visits: 4, returns: 1 });
  const of = (feature: string, to?: number, step?: number) => input(LINEAR, values, feature, to, step);

  it('is one step over the threshold and no further', () => {
    // −4 + 1.5 + 0.8 − 1 = −2.7, so that six orders more are needed.
    expect(smallestChange(LINEAR, values, 0, [of('orders')])).toEqual({
      status: 'found',
      changes: [{ feature: 'orders', words: 'orders', from: 3, to: 9 }],
    });
  });

  it('prefers one input to two, and of those the smaller change', () => {
    const found = smallestChange(LINEAR, values, 0, [of('visits', 40), of('orders')]);
    expect(found).toMatchObject({ changes: [{ feature: 'visits', from: 4, to: 18 }] });
  });

  it('takes two where one does not reach', () => {
    const found = smallestChange(LINEAR, values, 0, [of('orders', 8), of('returns', 4)]);
    expect(found).toEqual({
      status: 'found',
      changes: [
        { feature: 'orders', words: 'orders', from: 3, to: 7 },
        { feature: 'returns', words: 'returns', from: 1, to: 0 },
      ],
    });
  });

  it('says that there is none, or that it cannot tell', () => {
    expect(smallestChange(LINEAR, values, 0, [of('orders', 4)]).status).toBe('none');
    expect(smallestChange(LINEAR, values, 0, []).status).toBe('cannot-tell');
    expect(smallestChange(LINEAR, values, 0, [of('orders')], 1).status).toBe('cannot-tell');
  });
});

describe('the smallest change of trees', () => {
  /** Every value that the steps reach, one input and then two: slow and plain. */
  const slowly = (
    model: ExplainableModel,
    values: Float64Array,
    inputs: readonly Changeable[],
  ): number | null => {
    const before = marginFor(model, values) >= 0;
    const reachable = (one: Changeable) => [...Array(21).keys()].map((step) => one.from + step * one.step);
    const turns = (changes: ReadonlyArray<readonly [Changeable, number]>): boolean => {
      const moved = values.slice();
      for (const [one, value] of changes) moved[one.index] = value;
      return marginFor(model, moved) >= 0 !== before;
    };
    const sizes = (found: ReadonlyArray<ReadonlyArray<readonly [Changeable, number]>>): number | null =>
      found.length === 0
        ? null
        : Math.min(
            ...found.map((changes) => changes.reduce((sum, [one, value]) => sum + sizeOf(one, value), 0)),
          );
    const singles = inputs.flatMap((one) => reachable(one).map((value) => [[one, value] as const]));
    const alone = sizes(singles.filter(turns));
    if (alone !== null || inputs.length < 2) return alone;
    const [a, b] = inputs as [Changeable, Changeable];
    return sizes(
      reachable(a)
        .flatMap((first) => reachable(b).map((second) => [[a, first] as const, [b, second] as const]))
        .filter(turns),
    );
  };

  it('is the one that trying everything finds', () =>
    fc.assert(
      fc.property(modelsWithValues, ([model, values]) => {
        const inputs = [0, 1]
          .filter((index) => index < values.length && !Number.isNaN(values[index]!))
          .map(
            (index): Changeable => ({
              index,
              feature: model.features[index]!,
              words: '',
              current: values[index]!,
              from: -5,
              to: 5,
              step: 0.5,
            }),
          );
        fc.pre(inputs.length > 0);
        const found = smallestChange(model, values, 0, inputs);
        const size =
          found.status === 'found'
            ? found.changes.reduce(
                (sum, { feature, to }) => sum + sizeOf(inputs.find((one) => one.feature === feature)!, to),
                0,
              )
            : null;
        const slow = slowly(model, values, inputs);
        if (slow === null) expect(found.status).toBe('none');
        else expect(size).toBeCloseTo(slow, 9);
      }),
      { numRuns: 300 },
    ));
});

describe('what may be suggested', () => {
  const features = LINEAR.features.map((name) => ({
    name,
    words: name,
    isProtected: name === 'orders',
    isProxy: name === 'visits',
  }));
  const stated = [...LINEAR.features, 'unknown'].map((feature) => ({ feature, from: 0, to: 10 }));
  const values = valuesOf(LINEAR, { orders: 3, visits: 4, returns: 1 });

  it('is nothing sensitive, nothing that stands for it, and nothing that the model does not have', () =>
    expect(changeableOf(LINEAR, features, stated, values).map(({ feature }) => feature)).toEqual([
      'returns',
    ]));

  it('is nothing whose value is not known', () =>
    expect(changeableOf(LINEAR, features, stated, valuesOf(LINEAR, { orders: 3 }))).toEqual([]));
});
