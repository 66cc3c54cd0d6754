import { goesLeft, type TreeEnsemble } from '../tree-ensemble.ts';

/** What the trees add when only some features are known: the rest takes both branches by cover. */
export function knownMargin(
  model: TreeEnsemble,
  values: Float64Array,
  isKnown: (feature: number) => boolean,
): number {
  const below = (node: number): number => {
    const feature = model.feature[node]!;
    if (feature < 0) return model.leaf[node]!;
    const [left, right] = [model.left[node]!, model.right[node]!];
    if (isKnown(feature)) return below(goesLeft(model, node, values[feature]!) ? left : right);
    return (
      (model.cover[left]! / model.cover[node]!) * below(left) +
      (model.cover[right]! / model.cover[node]!) * below(right)
    );
  };
  return [...model.roots].reduce((sum, root) => sum + below(root), 0);
}

/** Shapley values by their definition, over every subset of features: 2^features evaluations. */
export function bruteForceShapley(model: TreeEnsemble, values: Float64Array): Float64Array {
  const count = model.features.length;
  const worth = Float64Array.from({ length: 2 ** count }, (_, subset) =>
    knownMargin(model, values, (feature) => ((subset >> feature) & 1) === 1),
  );
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Float64Array.from({ length: count }, (_, feature) => {
    let sum = 0;
    for (let subset = 0; subset < worth.length; subset += 1) {
      if ((subset >> feature) & 1) continue;
      const size = subset.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count);
      sum += weight * (worth[subset | (1 << feature)]! - worth[subset]!);
    }
    return sum;
  });
}
