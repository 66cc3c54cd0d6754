import { goesLeft, type TreeEnsemble } from './tree-ensemble.ts';

/**
 * Exact path-dependent SHAP values of a tree ensemble, in margin space (log-odds where it is logistic): algorithm 2 of
 * Lundberg, Erion, Lee, "Consistent Individualized Feature Attribution for Tree Ensembles" (2018, arXiv 1802.03888).
 * A feature that is not known takes both branches by their training covers. The values add up to
 * margin − (base margin + expected). O(leaves × depth²) for each person.
 */
export function treeShap(model: TreeEnsemble, values: Float64Array): Float64Array {
  const contributions = new Float64Array(model.features.length);
  const walk = new Walk(model, values, contributions);
  for (let tree = 0; tree < model.roots.length; tree += 1) walk.from(model.roots[tree]!);
  return contributions;
}

/**
 * One walk over the trees. A path holds the features asked so far, each once: the share of rows that goes on when the
 * feature is unknown (`zero`), whether this person goes on when it is known (`one`), and the weights of all subsets of
 * each size (`weight`). Every level has its own copy, one behind the other in the same arrays.
 */
class Walk {
  readonly #model: TreeEnsemble;
  readonly #values: Float64Array;
  readonly #contributions: Float64Array;
  readonly #feature: Int32Array;
  readonly #zero: Float64Array;
  readonly #one: Float64Array;
  readonly #weight: Float64Array;

  constructor(model: TreeEnsemble, values: Float64Array, contributions: Float64Array) {
    this.#model = model;
    this.#values = values;
    this.#contributions = contributions;
    const size = ((model.depth + 3) * (model.depth + 4)) / 2;
    this.#feature = new Int32Array(size);
    this.#zero = new Float64Array(size);
    this.#one = new Float64Array(size);
    this.#weight = new Float64Array(size);
  }

  from(root: number): void {
    this.#visit(root, 0, 0, 0, 1, 1, -1);
  }

  /** `length` elements lie at `from`; the node is reached by one more. */
  #visit(
    node: number,
    from: number,
    length: number,
    parentFrom: number,
    zero: number,
    one: number,
    feature: number,
  ): void {
    const model = this.#model;
    for (let index = 0; index < length; index += 1) {
      const source = parentFrom + index;
      const target = from + index;
      this.#feature[target] = this.#feature[source]!;
      this.#zero[target] = this.#zero[source]!;
      this.#one[target] = this.#one[source]!;
      this.#weight[target] = this.#weight[source]!;
    }
    this.#extend(from, length, zero, one, feature);
    const asked = model.feature[node]!;
    if (asked < 0) {
      this.#add(from, length, model.leaf[node]!);
      return;
    }
    let depth = length;
    let zeroBefore = 1;
    let oneBefore = 1;
    for (let index = 1; index <= depth; index += 1) {
      if (this.#feature[from + index] !== asked) continue;
      zeroBefore = this.#zero[from + index]!;
      oneBefore = this.#one[from + index]!;
      this.#unwind(from, depth, index);
      depth -= 1;
      break;
    }
    const isLeft = goesLeft(model, node, this.#values[asked]!);
    const hot = isLeft ? model.left[node]! : model.right[node]!;
    const cold = isLeft ? model.right[node]! : model.left[node]!;
    const cover = model.cover[node]!;
    const next = from + depth + 1;
    this.#visit(hot, next, depth + 1, from, (zeroBefore * model.cover[hot]!) / cover, oneBefore, asked);
    this.#visit(cold, next, depth + 1, from, (zeroBefore * model.cover[cold]!) / cover, 0, asked);
  }

  /** EXTEND: one more feature on the path; the subsets without it and with it. */
  #extend(from: number, length: number, zero: number, one: number, feature: number): void {
    const weight = this.#weight;
    this.#feature[from + length] = feature;
    this.#zero[from + length] = zero;
    this.#one[from + length] = one;
    weight[from + length] = length === 0 ? 1 : 0;
    const count = length + 1;
    for (let index = length - 1; index >= 0; index -= 1) {
      const here = weight[from + index]!;
      weight[from + index + 1]! += (one * here * (index + 1)) / count;
      weight[from + index] = (zero * here * (length - index)) / count;
    }
  }

  /** UNWIND: takes a feature off the path again, as if it had never been asked. */
  #unwind(from: number, last: number, which: number): void {
    const weight = this.#weight;
    const zero = this.#zero[from + which]!;
    const one = this.#one[from + which]!;
    let next = weight[from + last]!;
    const count = last + 1;
    for (let index = last - 1; index >= 0; index -= 1) {
      if (one !== 0) {
        const before = weight[from + index]!;
        weight[from + index] = (next * count) / ((index + 1) * one);
        next = before - (weight[from + index]! * zero * (last - index)) / count;
      } else weight[from + index] = (weight[from + index]! * count) / (zero * (last - index));
    }
    for (let index = which; index < last; index += 1) {
      this.#feature[from + index] = this.#feature[from + index + 1]!;
      this.#zero[from + index] = this.#zero[from + index + 1]!;
      this.#one[from + index] = this.#one[from + index + 1]!;
    }
  }

  /** Adds a leaf to each feature of its path, by the weight that the path has without it. */
  #add(from: number, last: number, leaf: number): void {
    const weight = this.#weight;
    const count = last + 1;
    for (let which = 1; which <= last; which += 1) {
      const zero = this.#zero[from + which]!;
      const one = this.#one[from + which]!;
      let total = 0;
      if (one !== 0) {
        let next = weight[from + last]!;
        for (let index = last - 1; index >= 0; index -= 1) {
          const part = (next * count) / ((index + 1) * one);
          total += part;
          next = weight[from + index]! - (part * zero * (last - index)) / count;
        }
      } else
        for (let index = last - 1; index >= 0; index -= 1)
          total += (weight[from + index]! * count) / (zero * (last - index));
      this.#contributions[this.#feature[from + which]!]! += total * (one - zero) * leaf;
    }
  }
}
