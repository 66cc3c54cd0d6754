import type { Quadrature } from './gauss-legendre.ts';

/** Boosted trees, their nodes side by side in arrays. A node without a feature is a leaf. */
export interface TreeEnsemble {
  readonly type: 'trees';
  readonly link: 'identity' | 'logit';
  readonly features: readonly string[];
  /** What the trees add to, in margin space. */
  readonly baseMargin: number;
  /** The first node of each tree. */
  readonly roots: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Place of the feature that a node asks; −1 for a leaf. */
  readonly feature: Int32Array;
  /** Less than this goes left. */
  readonly threshold: Float32Array;
  /** 1 where a missing value goes left. */
  readonly missingLeft: Uint8Array;
  /** What a leaf adds. */
  readonly leaf: Float32Array;
  /** The weight of the training rows that reached a node (`sum_hessian`), always above 0. */
  readonly cover: Float32Array;
  readonly depth: number;
  /** By which contributions are summed: exact for paths of this depth. */
  readonly quadrature: Quadrature;
  /** What the trees add on average over the training rows, as the covers tell. */
  readonly expected: number;
}

/**
 * The sum of the leaves that a person reaches, in margin space. Values are compared as 32-bit floats, and leaves are
 * added as 32-bit floats in the order of the trees, as XGBoost does; NaN stands for a missing value.
 */
export function treeMargin(model: TreeEnsemble, values: Float64Array): number {
  let sum = Math.fround(model.baseMargin);
  for (let tree = 0; tree < model.roots.length; tree += 1)
    sum = Math.fround(sum + model.leaf[leafOf(model, model.roots[tree]!, values)]!);
  return sum;
}

/** The leaf of a tree that values lead to. */
export function leafOf(model: TreeEnsemble, root: number, values: Float64Array): number {
  let node = root;
  for (let feature = model.feature[node]!; feature >= 0; feature = model.feature[node]!)
    node = goesLeft(model, node, values[feature]!) ? model.left[node]! : model.right[node]!;
  return node;
}

export const goesLeft = ({ threshold, missingLeft }: TreeEnsemble, node: number, value: number): boolean =>
  Number.isNaN(value) ? missingLeft[node] === 1 : Math.fround(value) < threshold[node]!;
