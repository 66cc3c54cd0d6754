import { type Changeable, type Counterfactual, MOST_AT_ONCE } from './changeable.ts';
import { marginFor } from './explain.ts';
import type { ExplainableModel } from './explainable-model.ts';
import { linearCandidates } from './linear-candidates.ts';
import { searchSubsets } from './search-subsets.ts';
import { treeCandidates } from './tree-candidates.ts';

/** Predictions that one search may ask for before it says that it cannot tell. */
export const SEARCH_LIMIT = 4_000;

/**
 * The smallest change over `changeable` that carries a prediction to the other side of `threshold` (in margin space; a
 * value at it counts as above). Exact for linear models and for trees: between two thresholds of an input a tree answers
 * alike, so one value from each interval, the nearest, stands for all. Where the limit is hit the answer is "cannot tell".
 */
export function smallestChange(
  model: ExplainableModel,
  values: Float64Array,
  threshold: number,
  changeable: readonly Changeable[],
  limit: number = SEARCH_LIMIT,
): Counterfactual {
  if (changeable.length === 0)
    return { status: 'cannot-tell', because: 'the card states no input that a person can change' };
  const isAbove = marginFor(model, values) >= threshold;
  const moved = values.slice();
  const turns = (chosen: readonly Changeable[], to: readonly number[]): boolean => {
    for (const [place, { index }] of chosen.entries()) moved[index] = to[place]!;
    const isTurned = marginFor(model, moved) >= threshold !== isAbove;
    for (const { index } of chosen) moved[index] = values[index]!;
    return isTurned;
  };
  const candidates = model.type === 'linear' ? linearCandidates(model, isAbove) : treeCandidates(model);
  return searchSubsets(changeable, candidates, turns, { most: MOST_AT_ONCE, limit });
}
