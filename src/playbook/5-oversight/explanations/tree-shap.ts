import { goesLeft, type TreeEnsemble } from './tree-ensemble.ts';

/**
 * Exact path-dependent SHAP values of a tree ensemble, in margin space (log-odds where it is logistic): the values that
 * algorithm 2 of Lundberg, Erion, Lee, "Consistent Individualized Feature Attribution for Tree Ensembles" (2018, arXiv
 * 1802.03888) gives. A feature that is not known takes both branches by their training covers. The values add up to
 * margin − (base margin + expected). O(nodes × depth) for each person.
 *
 * Where that algorithm extends and unwinds a path at each leaf, this one integrates. The weight of a subset of s out of d
 * features is s! (d−1−s)! ⁄ d! = ∫ tˢ (1−t)^(d−1−s) dt over [0, 1], so what a leaf gives to feature j of its path is
 *   leaf × (oneⱼ − zeroⱼ) × ∫ Π over k ≠ j of (oneₖ t + zeroₖ (1−t)) dt,
 * with `zero` the share of rows that goes on when the feature is unknown, and `one` whether this person goes on when it is
 * known. It is a polynomial of a degree below the depth, so a Gauss–Legendre rule with half as many points gives it
 * exactly; and leaves add up on the way back to the root, as in Linear TreeSHAP (Yu et al. 2022, arXiv 2209.08192).
 * Nothing is unwound, so no digits are lost by subtraction on the way.
 */
export function treeShap(model: TreeEnsemble, values: Float64Array): Float64Array {
  const contributions = new Float64Array(model.features.length);
  const walk = new Walk(model, values, contributions);
  for (let tree = 0; tree < model.roots.length; tree += 1) walk.from(model.roots[tree]!);
  return contributions;
}

/** One walk over the trees. Of each level it holds, point by point, the product along the path and the sum below it. */
class Walk {
  readonly #model: TreeEnsemble;
  readonly #values: Float64Array;
  readonly #contributions: Float64Array;
  readonly #points: Float64Array;
  readonly #weights: Float64Array;
  readonly #product: Float64Array;
  readonly #below: Float64Array;
  /** By feature, as the path has it now: 1 and 1 where it was not asked. */
  readonly #zero: Float64Array;
  readonly #one: Float64Array;

  constructor(model: TreeEnsemble, values: Float64Array, contributions: Float64Array) {
    this.#model = model;
    this.#values = values;
    this.#contributions = contributions;
    const { points, weights } = model.quadrature;
    this.#points = points;
    this.#weights = weights;
    this.#product = new Float64Array((model.depth + 1) * points.length);
    this.#below = new Float64Array((model.depth + 1) * points.length);
    this.#zero = new Float64Array(model.features.length).fill(1);
    this.#one = new Float64Array(model.features.length).fill(1);
  }

  from(root: number): void {
    this.#product.fill(1, 0, this.#points.length);
    this.#visit(root, 0);
  }

  /** Leaves the sum of leaf × product over all leaves below the node in `#below`, from `level` on. */
  #visit(node: number, level: number): void {
    const model = this.#model;
    const size = this.#points.length;
    const feature = model.feature[node]!;
    if (feature < 0) {
      const leaf = model.leaf[node]!;
      for (let at = level; at < level + size; at += 1) this.#below[at] = leaf * this.#product[at]!;
      return;
    }
    const isLeft = goesLeft(model, node, this.#values[feature]!);
    this.#below.fill(0, level, level + size);
    this.#branch(model.left[node]!, level, feature, model.cover[node]!, isLeft ? 1 : 0);
    this.#branch(model.right[node]!, level, feature, model.cover[node]!, isLeft ? 0 : 1);
  }

  #branch(child: number, level: number, feature: number, cover: number, goes: number): void {
    const points = this.#points;
    const weights = this.#weights;
    const product = this.#product;
    const below = this.#below;
    const size = points.length;
    const next = level + size;
    const zeroBefore = this.#zero[feature]!;
    const oneBefore = this.#one[feature]!;
    const zero = (zeroBefore * this.#model.cover[child]!) / cover;
    const one = oneBefore * goes;
    // Not asked before, a feature has the factor 1, and nothing is taken back.
    const isFirst = zeroBefore === 1 && oneBefore === 1;
    for (let q = 0; q < size; q += 1) {
      const t = points[q]!;
      const before = isFirst ? 1 : oneBefore * t + zeroBefore * (1 - t);
      product[next + q] = (product[level + q]! / before) * (one * t + zero * (1 - t));
    }
    this.#zero[feature] = zero;
    this.#one[feature] = one;
    this.#visit(child, next);
    this.#zero[feature] = zeroBefore;
    this.#one[feature] = oneBefore;
    // What lies below counts by this branch, and no longer by the one above that asked the same feature.
    let sum = 0;
    for (let q = 0; q < size; q += 1) {
      const t = points[q]!;
      const under = below[next + q]!;
      const now = (one - zero) / (one * t + zero * (1 - t));
      const before = isFirst ? 0 : (oneBefore - zeroBefore) / (oneBefore * t + zeroBefore * (1 - t));
      sum += weights[q]! * under * (now - before);
      below[level + q] = below[level + q]! + under;
    }
    this.#contributions[feature] = this.#contributions[feature]! + sum;
  }
}
