import { z } from 'zod';
import { cannotExplain, type ExplainableReading } from './explainable-model.ts';

/** A linear or logistic model with the mean of each input over the people it was made from. */
export interface LinearModel {
  readonly type: 'linear';
  readonly link: 'identity' | 'logit';
  readonly features: readonly string[];
  readonly intercept: number;
  readonly coefficients: Float64Array;
  readonly means: Float64Array;
  /** Whether an input that is missing stands at its mean. Without that the model has no answer for it. */
  readonly missingIsMean: boolean;
}

const number = z.number().refine(Number.isFinite);
const linearSchema = z.object({
  link: z.enum(['identity', 'logit']),
  intercept: number,
  missing: z.literal('mean').optional(),
  coefficients: z.record(z.string(), number).optional(),
  means: z.record(z.string(), number).optional(),
  features: z
    .array(z.object({ name: z.string(), weight: number, mean: number }))
    .min(1)
    .optional(),
});
const MAXIMUM_FEATURES = 10_000;

/**
 * Reads our linear JSON (docs/explanations.md): `link`, `intercept`, and `coefficients` with `means`, or `features`
 * with `name`, `weight` and `mean`.
 */
export function readLinear(file: object): ExplainableReading {
  const read = linearSchema.safeParse(file);
  if (!read.success) {
    const missing = String(read.error.issues[0]?.path.join('.') ?? '');
    return cannotExplain(
      missing === '' ? 'the file holds names alone' : `\`${missing}\` is missing or not understood`,
    );
  }
  const { link, intercept, missing, coefficients, means, features } = read.data;
  const entries =
    features ??
    Object.entries(coefficients ?? {}).map(([name, weight]) => ({ name, weight, mean: means?.[name] }));
  if (entries.length === 0) return cannotExplain('the file holds names alone, and no weights');
  if (entries.length > MAXIMUM_FEATURES) return cannotExplain(`more than ${MAXIMUM_FEATURES} features`);
  if (new Set(entries.map(({ name }) => name)).size !== entries.length)
    return cannotExplain('a feature is named twice');
  const without = entries.find(({ mean }) => mean === undefined);
  if (without !== undefined)
    return cannotExplain(`the mean of \`${without.name}\` is missing, with which each person is compared`);
  return {
    model: {
      type: 'linear',
      link,
      features: entries.map(({ name }) => name),
      intercept,
      coefficients: Float64Array.from(entries, ({ weight }) => weight),
      means: Float64Array.from(entries, ({ mean }) => mean!),
      missingIsMean: missing === 'mean',
    },
  };
}

/** The value of the linear predictor; in log-odds where the model is logistic. NaN where a value is missing and must not be. */
export function linearMargin(model: LinearModel, values: Float64Array): number {
  let sum = model.intercept;
  for (let index = 0; index < values.length; index += 1)
    sum += model.coefficients[index]! * inputAt(model, values, index);
  return sum;
}

/** The margin of somebody who stands at the mean in everything. */
export function linearExpected({ intercept, coefficients, means }: LinearModel): number {
  let sum = intercept;
  for (let index = 0; index < means.length; index += 1) sum += coefficients[index]! * means[index]!;
  return sum;
}

/** Coefficient × (value − mean) for each feature: the Shapley values of a linear model whose inputs are taken one by one. */
export const linearContributions = (model: LinearModel, values: Float64Array): Float64Array =>
  model.coefficients.map(
    (coefficient, index) => coefficient * (inputAt(model, values, index) - model.means[index]!),
  );

const inputAt = ({ means, missingIsMean }: LinearModel, values: Float64Array, index: number): number => {
  const value = values[index]!;
  return missingIsMean && Number.isNaN(value) ? means[index]! : value;
};
