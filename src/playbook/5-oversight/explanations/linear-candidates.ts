import { type Candidates, type Changeable, stepped } from './changeable.ts';
import type { LinearModel } from './linear-model.ts';

/** Steps of one input beyond which nothing is listed: the search would end before. */
const MOST_STEPS = 100_000;

/**
 * The values of an input that carry a linear model towards the other side, nearest first. An input steps in one
 * direction alone, since the other leads away.
 */
export const linearCandidates =
  ({ coefficients }: LinearModel, isAbove: boolean) =>
  (input: Changeable): Candidates => {
    const coefficient = coefficients[input.index]!;
    if (coefficient === 0) return { values: [], isMonotone: true };
    const sign = coefficient > 0 !== isAbove ? 1 : -1;
    const values: number[] = [];
    for (let count = 1; count <= MOST_STEPS; count += 1) {
      const value = stepped(input, sign * count);
      if (value === null) {
        // Somebody who stands outside the range may come back into it.
        if (sign * input.current >= sign * (sign > 0 ? input.from : input.to)) break;
        continue;
      }
      values.push(value);
    }
    return { values, isMonotone: true };
  };
