import fc from 'fast-check';
import type { ExplainableModel } from '../explainable-model.ts';
import { readExplainable } from '../read-explainable.ts';

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
  readonly left: Tree;
  readonly right: Tree;
}
type Tree = Split | { readonly leaf: number; readonly cover: number };

const leaf = fc.record({
  leaf: fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
  cover: fc.integer({ min: 1, max: 50 }),
});
const treeOver = (features: number): fc.Arbitrary<Tree> =>
  fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'tree' },
      leaf,
      fc.record({
        feature: fc.integer({ min: 0, max: features - 1 }),
        threshold: fc.integer({ min: -4, max: 4 }).map((n) => n / 2),
        missingLeft: fc.boolean(),
        left: tie('tree'),
        right: tie('tree'),
      }) as fc.Arbitrary<Tree>,
    ),
  })).tree;

/** A model as XGBoost writes it, of a few small trees that ask the same features again and again. */
export const xgboostFile = (trees: readonly Tree[], features: number, objective = 'binary:logistic') => ({
  learner: {
    feature_names: Array.from(
      { length: features },
      (_, index) => `feature_${String.fromCharCode(97 + index)}`,
    ),
    objective: { name: objective },
    learner_model_param: { base_score: '5E-1', num_class: '0', num_target: '1' },
    gradient_booster: { name: 'gbtree', model: { trees: trees.map(listed) } },
  },
});

export const smallModels: fc.Arbitrary<ExplainableModel> = fc.integer({ min: 1, max: 5 }).chain((features) =>
  fc.array(treeOver(features), { minLength: 1, maxLength: 4 }).map((trees) => {
    const { model } = readExplainable(xgboostFile(trees, features));
    if (model === null) throw new Error('a generated model must be readable');
    return model;
  }),
);

/** Values near the thresholds, and missing ones. */
export const valuesFor = ({ features }: ExplainableModel): fc.Arbitrary<Float64Array> =>
  fc
    .array(
      fc.oneof(
        fc.integer({ min: -5, max: 5 }).map((n) => n / 2),
        fc.constant(Number.NaN),
      ),
      {
        minLength: features.length,
        maxLength: features.length,
      },
    )
    .map((values) => Float64Array.from(values));

export const modelsWithValues = smallModels.chain((model) => fc.tuple(fc.constant(model), valuesFor(model)));

/** The tree as the lists that XGBoost writes. */
function listed(tree: Tree) {
  const lists = {
    left_children: [] as number[],
    right_children: [] as number[],
    split_indices: [] as number[],
    split_conditions: [] as number[],
    default_left: [] as number[],
    sum_hessian: [] as number[],
  };
  const add = (one: Tree): { readonly at: number; readonly cover: number } => {
    const at = lists.left_children.length;
    for (const list of Object.values(lists)) list.push(0);
    const put = (
      left: number,
      right: number,
      index: number,
      condition: number,
      missing: boolean,
      cover: number,
    ) => {
      lists.left_children[at] = left;
      lists.right_children[at] = right;
      lists.split_indices[at] = index;
      lists.split_conditions[at] = condition;
      lists.default_left[at] = missing ? 1 : 0;
      lists.sum_hessian[at] = cover;
      return { at, cover };
    };
    if ('leaf' in one) return put(-1, -1, 0, one.leaf, false, one.cover);
    const left = add(one.left);
    const right = add(one.right);
    return put(left.at, right.at, one.feature, one.threshold, one.missingLeft, left.cover + right.cover);
  };
  add(tree);
  return lists;
}
