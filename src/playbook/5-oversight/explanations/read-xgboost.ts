import { z } from 'zod';
import { cannotExplain, type ExplainableReading } from './explainable-model.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** Objectives whose margin and base score are understood, with what leads from the margin to the prediction. */
const LINKS: Readonly<
  Record<string, { readonly link: TreeEnsemble['link']; readonly base: 'probability' | 'margin' }>
> = {
  'binary:logistic': { link: 'logit', base: 'probability' },
  'reg:logistic': { link: 'logit', base: 'probability' },
  'reg:squarederror': { link: 'identity', base: 'margin' },
};
const MAXIMUM_TREES = 10_000;
/** Beyond it the sums of a path lose digits. */
const MAXIMUM_DEPTH = 32;

const whole = z.int().min(-1);
const numbers = z.array(z.number());
const treeSchema = z.object({
  left_children: z.array(whole),
  right_children: z.array(whole),
  split_indices: z.array(z.int().min(0)),
  split_conditions: numbers,
  split_type: z.array(z.number()).optional(),
  default_left: z.array(z.union([z.number(), z.boolean()])),
  sum_hessian: numbers,
  categories: z.array(z.unknown()).optional(),
});
const fileSchema = z.object({
  learner: z.object({
    attributes: z.record(z.string(), z.unknown()).optional(),
    feature_names: z.array(z.string()),
    feature_types: z.array(z.string()).optional(),
    objective: z.object({ name: z.string() }),
    learner_model_param: z.object({
      base_score: z.string(),
      num_class: z.string().optional(),
      num_target: z.string().optional(),
    }),
    gradient_booster: z.object({
      name: z.string(),
      model: z.object({ trees: z.array(treeSchema) }),
    }),
  }),
});
type XgboostTree = z.infer<typeof treeSchema>;

/** Reads the JSON that `booster.save_model("x.json")` writes for boosted trees (`gbtree`). */
export function readXgboost(file: object): ExplainableReading {
  const booster = (file as { learner?: { gradient_booster?: { name?: unknown } } }).learner?.gradient_booster
    ?.name;
  if (booster === undefined) return cannotExplain('the file holds names alone, and no trees');
  if (booster !== 'gbtree')
    return cannotExplain(`the booster \`${String(booster).slice(0, 40)}\` is not evaluated here`);
  const read = fileSchema.safeParse(file);
  if (!read.success)
    return cannotExplain(`\`${read.error.issues[0]?.path.join('.') ?? ''}\` is missing or not understood`);
  const { learner } = read.data;
  const { learner_model_param: parameters, objective, feature_names: features } = learner;
  const known = Object.hasOwn(LINKS, objective.name) ? LINKS[objective.name]! : null;
  if (known === null)
    return cannotExplain(`the objective \`${objective.name.slice(0, 40)}\` is not known here`);
  if (Number(parameters.num_class ?? 0) > 1 || Number(parameters.num_target ?? 1) > 1)
    return cannotExplain('the model predicts several classes or targets');
  if (features.length === 0) return cannotExplain('the features have no names');
  if (new Set(features).size !== features.length) return cannotExplain('a feature is named twice');
  if (learner.feature_types?.includes('c')) return cannotExplain('the trees split over categories');
  const { trees } = learner.gradient_booster.model;
  if (trees.length > MAXIMUM_TREES) return cannotExplain(`more than ${MAXIMUM_TREES} trees`);
  const best = learner.attributes?.best_iteration;
  if (best !== undefined && Number(best) !== trees.length - 1)
    return cannotExplain(
      'it was stopped early and holds trees that may not be in use: save the slice that is',
    );
  // Newer versions write a list of one.
  const base = Number(parameters.base_score.replace(/^\[(.*)\]$/, '$1'));
  if (!Number.isFinite(base)) return cannotExplain('the base score is not understood');
  if (known.base === 'probability' && !(base > 0 && base < 1))
    return cannotExplain('the base score is no probability');
  const baseMargin = known.base === 'probability' ? Math.log(base / (1 - base)) : base;
  return joined(trees, features, known.link, baseMargin);
}

function joined(
  trees: readonly XgboostTree[],
  features: readonly string[],
  link: TreeEnsemble['link'],
  baseMargin: number,
): ExplainableReading {
  const size = trees.reduce((sum, { left_children }) => sum + left_children.length, 0);
  const nodes = {
    roots: new Int32Array(trees.length),
    left: new Int32Array(size),
    right: new Int32Array(size),
    feature: new Int32Array(size).fill(-1),
    threshold: new Float32Array(size),
    missingLeft: new Uint8Array(size),
    leaf: new Float32Array(size),
    cover: new Float32Array(size),
  };
  let start = 0;
  let depth = 0;
  let expected = 0;
  for (const [index, tree] of trees.entries()) {
    nodes.roots[index] = start;
    const copied = copyTree(tree, start, features.length, nodes);
    if (typeof copied === 'string') return cannotExplain(`tree ${index}: ${copied}`);
    depth = Math.max(depth, copied.depth);
    expected += copied.expected;
    start += tree.left_children.length;
  }
  const quadrature = gaussLegendre(Math.max(1, Math.ceil(depth / 2)));
  return { model: { type: 'trees', link, features, baseMargin, depth, quadrature, expected, ...nodes } };
}

type Nodes = Pick<
  TreeEnsemble,
  'left' | 'right' | 'feature' | 'threshold' | 'missingLeft' | 'leaf' | 'cover'
>;

/** Copies a tree to its place, node by node from the root; says what is wrong where it is no tree. */
function copyTree(
  tree: XgboostTree,
  start: number,
  features: number,
  nodes: Nodes,
): { readonly depth: number; readonly expected: number } | string {
  const size = tree.left_children.length;
  const lists = [
    tree.right_children,
    tree.split_indices,
    tree.split_conditions,
    tree.default_left,
    tree.sum_hessian,
  ];
  if (size === 0 || lists.some(({ length }) => length !== size)) return 'its lists differ in length';
  if (tree.split_type?.some((type) => type !== 0) || (tree.categories?.length ?? 0) > 0)
    return 'it splits over categories';
  const seen = new Uint8Array(size);
  const waiting: Array<{ readonly node: number; readonly depth: number; readonly share: number }> = [
    { node: 0, depth: 0, share: 1 },
  ];
  let deepest = 0;
  let expected = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth, share } = next;
    if (seen[node] === 1) return 'two branches meet';
    seen[node] = 1;
    if (depth > MAXIMUM_DEPTH) return `it is deeper than ${MAXIMUM_DEPTH}`;
    deepest = Math.max(deepest, depth);
    const at = start + node;
    const cover = Math.fround(tree.sum_hessian[node]!);
    if (!(cover > 0)) return 'a branch was reached by nobody in training';
    nodes.cover[at] = cover;
    const left = tree.left_children[node]!;
    const right = tree.right_children[node]!;
    if (left === -1 && right === -1) {
      nodes.leaf[at] = tree.split_conditions[node]!;
      expected += share * nodes.leaf[at]!;
      continue;
    }
    if (left < 1 || right < 1 || left >= size || right >= size) return 'a branch leads nowhere';
    if (tree.split_indices[node]! >= features) return 'it asks a feature that has no name';
    nodes.feature[at] = tree.split_indices[node]!;
    nodes.threshold[at] = tree.split_conditions[node]!;
    nodes.missingLeft[at] = tree.default_left[node] ? 1 : 0;
    nodes.left[at] = start + left;
    nodes.right[at] = start + right;
    for (const child of [left, right])
      waiting.push({
        node: child,
        depth: depth + 1,
        share: share * (Math.fround(tree.sum_hessian[child]!) / cover),
      });
  }
  return { depth: deepest, expected };
}
