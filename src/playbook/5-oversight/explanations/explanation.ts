import type { ScoreReference } from '../../../check/facts/card.ts';
import { type Counterfactual, changeableOf } from './changeable.ts';
import { smallestChange } from './counterfactual.ts';
import { explain, valuesOf } from './explain.ts';
import { type ExplainableReading, marginOf, predictionOf } from './explainable-model.ts';
import { type NamedFeature, type Reason, reasonsOf, type Sureness, surenessOf } from './reasons.ts';

/** Why one decision came out as it did, without a value of the person in it. */
export interface Explanation {
  /** `rule` where no score decided but a rule whose reason the card states. */
  readonly basis: 'score' | 'rule';
  readonly status: 'explained' | 'cannot-explain';
  /** Why it cannot be explained; `null` where it can. */
  readonly because: string | null;
  /** Strongest first; nothing protected is among them. */
  readonly reasons: readonly Reason[];
  /** Whether what decides holds anything protected at all: so for everybody whom it decides on, and so it tells nothing of one. */
  readonly isProtected: boolean;
  readonly sureness: Sureness;
  /** Words of the inputs that were missing; nothing protected is among them. */
  readonly missing: readonly string[];
  /** Words of all that it looked at; nothing protected is among them. */
  readonly lookedAt: readonly string[];
}

/** What shows values of the person, or something protected: kept sealed, and no longer than the inputs. */
export interface PrivateExplanation {
  /** All of them, strongest first, what is protected among them. */
  readonly allReasons: readonly Reason[];
  readonly protectedMissing: readonly string[];
  readonly change: Counterfactual;
}

export interface ScoredDecision {
  readonly inputs: Readonly<Record<string, number | null>>;
  /** The value that was used, where the sender knows it. */
  readonly prediction: number | null;
}

/** How far the value that was used may lie from ours: the model predicts in 32 bits, and senders round. */
const SAME_PREDICTION = 1e-4;

/**
 * Explains a decision by a score. Where the model cannot be explained, an input has no place in it, or it gives another
 * value than the one that was used, the explanation says so and gives no reason.
 */
export function explainScore(
  reading: ExplainableReading,
  features: readonly NamedFeature[],
  score: Pick<ScoreReference, 'threshold' | 'changeable'>,
  decision: ScoredDecision,
): { readonly open: Explanation; readonly hidden: PrivateExplanation } {
  const { model } = reading;
  if (model === null) return withoutReasons(reading.because, features);
  const stranger = Object.keys(decision.inputs).find((name) => !model.features.includes(name));
  if (stranger !== undefined)
    return withoutReasons(
      'an input was sent that the model does not have: another version of it ran',
      features,
    );
  const values = valuesOf(model, decision.inputs);
  const explained = explain(model, values);
  if (explained === null)
    return withoutReasons('an input is missing for which the model has no answer', features);
  const { margin, contributions } = explained;
  const { prediction } = decision;
  if (
    prediction !== null &&
    Math.abs(predictionOf(model, margin) - prediction) > SAME_PREDICTION * Math.max(1, Math.abs(prediction))
  )
    return withoutReasons(
      'the value that was used is not what this model gives: another version of it ran',
      features,
    );

  const threshold = score.threshold === undefined ? null : marginOf(model, score.threshold);
  const missing = features.filter((_, index) => Number.isNaN(values[index]!));
  const change: Counterfactual =
    threshold === null || Number.isNaN(threshold)
      ? { status: 'cannot-tell', because: 'the card states no threshold at which the outcome changes' }
      : smallestChange(
          model,
          values,
          threshold,
          changeableOf(model, features, score.changeable ?? [], values),
        );
  return {
    open: {
      basis: 'score',
      status: 'explained',
      because: null,
      reasons: reasonsOf(features, contributions, ({ isProtected }) => !isProtected),
      ...inWords(features),
      sureness: surenessOf(margin, Number.isNaN(threshold) ? null : threshold, contributions, missing.length),
      missing: missing.filter(({ isProtected }) => !isProtected).map(({ words }) => words),
    },
    hidden: {
      allReasons: reasonsOf(features, contributions, () => true),
      protectedMissing: missing.filter(({ isProtected }) => isProtected).map(({ words }) => words),
      change,
    },
  };
}

/** Explains a decision by a rule of the card: its stated reason, which is all there is. */
export function explainRule(
  rule: { readonly name: string; readonly reason?: string },
  isProtected: boolean,
  lookedAt: readonly string[],
): { readonly open: Explanation; readonly hidden: PrivateExplanation } {
  const { name, reason } = rule;
  if (reason === undefined) {
    const { open, hidden } = withoutReasons('the card does not say why the rule exists', []);
    return { open: { ...open, basis: 'rule', isProtected }, hidden };
  }
  const told: Reason = {
    code: `${name}:applies`,
    feature: name,
    words: reason,
    direction: 'raises',
    strength: 'decides most',
  };
  return {
    open: {
      basis: 'rule',
      status: 'explained',
      because: null,
      reasons: isProtected ? [] : [told],
      isProtected,
      sureness: { level: 'far', because: 'a rule applies or does not' },
      missing: [],
      lookedAt,
    },
    hidden: {
      allReasons: [told],
      protectedMissing: [],
      change: { status: 'cannot-tell', because: 'what a rule looks at is not changed by a suggestion' },
    },
  };
}

const inWords = (features: readonly NamedFeature[]): Pick<Explanation, 'isProtected' | 'lookedAt'> => ({
  isProtected: features.some(({ isProtected }) => isProtected),
  lookedAt: features.filter(({ isProtected }) => !isProtected).map(({ words }) => words),
});

function withoutReasons(
  because: string,
  features: readonly NamedFeature[],
): { readonly open: Explanation; readonly hidden: PrivateExplanation } {
  return {
    open: {
      basis: 'score',
      status: 'cannot-explain',
      because,
      reasons: [],
      ...inWords(features),
      sureness: { level: 'unknown', because: 'what cannot be explained cannot be trusted to be sure' },
      missing: [],
    },
    hidden: {
      allReasons: [],
      protectedMissing: [],
      change: { status: 'cannot-tell', because: 'what cannot be explained shows no change' },
    },
  };
}
