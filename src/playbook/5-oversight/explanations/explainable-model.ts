import { type LinearModel, readLinear } from './linear-model.ts';
import { readXgboost } from './read-xgboost.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** A model of which every single prediction can be computed here and taken apart exactly. */
export type ExplainableModel = LinearModel | TreeEnsemble;

/** A model, or why its predictions cannot be explained. There is no third answer: a reason is never guessed. */
export type ExplainableReading =
  | { readonly model: ExplainableModel }
  | { readonly model: null; readonly because: string };

export const cannotExplain = (because: string): ExplainableReading => ({ model: null, because });

/**
 * Reads a parsed model file: our linear JSON, or what XGBoost's `save_model("x.json")` writes for trees.
 * Everything that would have to be guessed (an objective that is not known, splits over categories, several classes, a
 * reference that is missing) is "cannot explain", with the reason in words.
 */
export function readExplainable(file: unknown): ExplainableReading {
  if (typeof file !== 'object' || file === null || Array.isArray(file))
    return cannotExplain('the file holds no model');
  if ('learner' in file) return readXgboost(file);
  if ('tree_info' in file) return cannotExplain('models of LightGBM are not evaluated here');
  return readLinear(file);
}

/** The predicted value that belongs to a margin: a probability where the model is logistic. */
export const predictionOf = ({ link }: Pick<ExplainableModel, 'link'>, margin: number): number =>
  link === 'logit' ? 1 / (1 + Math.exp(-margin)) : margin;

/** The margin that belongs to a predicted value; infinite at 0 and 1 where the model is logistic. */
export const marginOf = ({ link }: Pick<ExplainableModel, 'link'>, prediction: number): number =>
  link === 'logit' ? Math.log(prediction / (1 - prediction)) : prediction;
