import { seededRandom } from '../../src/kernel/statistics/random.ts';

/** Trees that are full to their depth, as XGBoost writes them, with splits and leaves by chance. */
export function fullTrees(count: number, depth: number, features: number): unknown {
  const generator = seededRandom(20261124);
  const random = (): number => generator.next();
  const size = 2 ** (depth + 1) - 1;
  const inner = 2 ** depth - 1;
  const nodes = Array.from({ length: size }, (_, index) => index);
  const tree = () => ({
    left_children: nodes.map((node) => (node < inner ? 2 * node + 1 : -1)),
    right_children: nodes.map((node) => (node < inner ? 2 * node + 2 : -1)),
    split_indices: nodes.map(() => Math.floor(random() * features)),
    split_conditions: nodes.map(() => random() * 2 - 1),
    default_left: nodes.map(() => (random() < 0.5 ? 1 : 0)),
    // Each half of the rows goes each way.
    sum_hessian: nodes.map((node) => 2 ** (depth - Math.floor(Math.log2(node + 1)))),
  });
  return {
    learner: {
      feature_names: Array.from({ length: features }, (_, index) => `input_${index}`),
      objective: { name: 'binary:logistic' },
      learner_model_param: { base_score: '5E-1' },
      gradient_booster: { name: 'gbtree', model: { trees: Array.from({ length: count }, tree) } },
    },
  };
}
