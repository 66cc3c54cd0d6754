import type { ExplainableModel } from './explainable-model.ts';
import { linearContributions, linearExpected, linearMargin } from './linear-model.ts';
import { treeMargin } from './tree-ensemble.ts';
import { treeShap } from './tree-shap.ts';

/** A prediction taken apart: `expected` and all contributions add up to `margin`. In log-odds where the model is logistic. */
export interface Contributions {
  readonly margin: number;
  readonly expected: number;
  /** One for each feature of the model, in its order. */
  readonly contributions: Float64Array;
}

/** Values in the order of the model’s features; NaN where one is missing. */
export const valuesOf = (
  { features }: ExplainableModel,
  inputs: Readonly<Record<string, number | null>>,
): Float64Array =>
  Float64Array.from(features, (name) => (Object.hasOwn(inputs, name) ? inputs[name] : null) ?? Number.NaN);

/** The margin of a model for values; NaN where it has no answer to a value that is missing. */
export const marginFor = (model: ExplainableModel, values: Float64Array): number =>
  model.type === 'linear' ? linearMargin(model, values) : treeMargin(model, values);

/** How far rounding in 32 bits, which the model does and the contributions do not, may lead them apart. */
const TOLERANCE = 1e-5;

/**
 * Takes one prediction apart. `null` where the model has no answer, or where the parts do not add up to the whole, which
 * is looked at every time: then nothing is said rather than something wrong.
 */
export function explain(model: ExplainableModel, values: Float64Array): Contributions | null {
  const margin = marginFor(model, values);
  const expected = model.type === 'linear' ? linearExpected(model) : model.baseMargin + model.expected;
  const contributions =
    model.type === 'linear' ? linearContributions(model, values) : treeShap(model, values);
  let sum = expected;
  let size = Math.abs(expected);
  for (const one of contributions) {
    sum += one;
    size += Math.abs(one);
  }
  if (!(Math.abs(sum - margin) <= TOLERANCE * Math.max(1, size))) return null;
  return { margin, expected, contributions };
}
