import { type Candidates, type Changeable, sizeOf, stepped } from './changeable.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** One value for each interval between the thresholds of an input: the nearest that its steps reach. */
export const treeCandidates =
  (model: TreeEnsemble) =>
  (input: Changeable): Candidates => {
    const values = new Set<number>();
    for (const threshold of thresholdsOf(model, input.index)) {
      const value =
        threshold > Math.fround(input.current) ? upTo(input, threshold) : downBelow(input, threshold);
      if (value !== null && value !== input.current) values.add(value);
    }
    return {
      values: [...values].sort((a, b) => sizeOf(input, a) - sizeOf(input, b)),
      isMonotone: false,
    };
  };

function thresholdsOf({ feature, threshold }: TreeEnsemble, index: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let node = 0; node < feature.length; node += 1)
    if (feature[node] === index) found.add(threshold[node]!);
  return found;
}

/** The first value on the right of a threshold; a step more where rounding to 32 bits keeps it on the left. */
function upTo(input: Changeable, threshold: number): number | null {
  const lowest = Math.max(threshold, input.from);
  const steps = Math.max(Math.floor((lowest - input.current) / input.step) - 1, 0);
  for (let count = steps; count <= steps + 3; count += 1) {
    const value = stepped(input, count);
    if (value !== null && Math.fround(value) >= threshold) return value;
  }
  return null;
}

/** The first value on the left of a threshold. */
function downBelow(input: Changeable, threshold: number): number | null {
  const highest = Math.min(threshold, input.to);
  const steps = Math.max(Math.floor((input.current - highest) / input.step) - 1, 0);
  for (let count = steps; count <= steps + 3; count += 1) {
    const value = stepped(input, -count);
    if (value !== null && Math.fround(value) < threshold) return value;
  }
  return null;
}
