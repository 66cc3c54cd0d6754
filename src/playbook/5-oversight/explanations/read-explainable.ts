import { cannotExplain, type ExplainableReading } from './explainable-model.ts';
import { readLinear } from './linear-model.ts';
import { readXgboost } from './read-xgboost.ts';

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
