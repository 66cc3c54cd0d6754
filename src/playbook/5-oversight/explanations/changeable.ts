import type { ChangeableInput } from '../../../check/facts/card.ts';
import type { ExplainableModel } from './explainable-model.ts';
import type { NamedFeature } from './reasons.ts';

/** An input that a person can really change, within the range and by the steps that the card states. */
export interface Changeable {
  readonly index: number;
  readonly feature: string;
  readonly words: string;
  readonly current: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** What a change suggests for one input. */
export interface Change {
  readonly feature: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The smallest change that would alter the outcome: fewest inputs first, then the smallest sum of changes, each measured
 * against its stated range. `none` is said only after everything was tried, up to three inputs at once.
 */
export type Counterfactual =
  | { readonly status: 'found'; readonly changes: readonly Change[] }
  | { readonly status: 'none'; readonly because: string }
  | { readonly status: 'cannot-tell'; readonly because: string };

/** How many inputs are changed at once, at the most: more, and nobody could follow the advice. */
export const MOST_AT_ONCE = 3;

/**
 * Inputs that the card lets be suggested, less all that are sensitive or stand for something sensitive, whatever the card
 * says, and less those whose value is not known.
 */
export function changeableOf(
  model: ExplainableModel,
  features: readonly NamedFeature[],
  stated: readonly ChangeableInput[],
  values: Float64Array,
): readonly Changeable[] {
  return stated.flatMap(({ feature, from, to, step = 1 }) => {
    const index = model.features.indexOf(feature);
    const known = features[index];
    const current = values[index];
    if (known === undefined || current === undefined || Number.isNaN(current)) return [];
    if (known.isProtected || known.isProxy || !(to > from) || !(step > 0)) return [];
    return [{ index, feature, words: known.words, current, from, to, step }];
  });
}

/** The value that many steps away, without the dust of adding decimals; `null` outside the range. */
export function stepped({ current, from, to, step }: Changeable, steps: number): number | null {
  const value = Number((current + steps * step).toPrecision(12));
  return value < from || value > to ? null : value;
}

/** How large a change is against the range of its input. */
export const sizeOf = ({ current, from, to }: Changeable, value: number): number =>
  Math.abs(value - current) / (to - from);

/** Every choice of `size` out of a list, in its order. */
export function choices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((first, index) =>
    choices(all.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

/** The values that are tried for an input, nearest first; monotone where each leads at least as far as the one before. */
export interface Candidates {
  readonly values: readonly number[];
  readonly isMonotone: boolean;
}
