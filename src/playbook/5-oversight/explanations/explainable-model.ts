import type { LinearModel } from './linear-model.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** A model of which every single prediction can be computed here and taken apart exactly. */
export type ExplainableModel = LinearModel | TreeEnsemble;

/** A model, or why its predictions cannot be explained. There is no third answer: a reason is never guessed. */
export type ExplainableReading =
  | { readonly model: ExplainableModel }
  | { readonly model: null; readonly because: string };

export const cannotExplain = (because: string): ExplainableReading => ({ model: null, because });

/** The predicted value that belongs to a margin: a probability where the model is logistic. */
export const predictionOf = ({ link }: Pick<ExplainableModel, 'link'>, margin: number): number =>
  link === 'logit' ? 1 / (1 + Math.exp(-margin)) : margin;

/** The margin that belongs to a predicted value; infinite at 0 and 1 where the model is logistic. */
export const marginOf = ({ link }: Pick<ExplainableModel, 'link'>, prediction: number): number =>
  link === 'logit' ? Math.log(prediction / (1 - prediction)) : prediction;
