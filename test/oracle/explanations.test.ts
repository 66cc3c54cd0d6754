import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/playbook/5-oversight/explanations/explain.ts';
import { predictionOf } from '../../src/playbook/5-oversight/explanations/explainable-model.ts';
import { readExplainable } from '../../src/playbook/5-oversight/explanations/read-explainable.ts';

interface Frozen {
  readonly title?: string;
  readonly model: unknown;
  readonly rows: ReadonlyArray<readonly (number | null)[]>;
  readonly margins?: readonly number[];
  readonly predictions: readonly number[];
  readonly expected: number;
  readonly shap: ReadonlyArray<readonly number[]>;
  readonly xgboost?: ReadonlyArray<readonly number[]>;
}
/** Made by freeze-explanations.py. */
const frozen = JSON.parse(readFileSync(new URL('explanations.json', import.meta.url), 'utf8')) as {
  readonly made: Readonly<Record<string, string>>;
  readonly trees: readonly Frozen[];
  readonly linear: Frozen;
};

/** shap works in 64 bits, and so do we; XGBoost itself in 32. */
const cases = [...frozen.trees, { ...frozen.linear, title: 'logistic regression of scikit-learn' }];

describe.each(cases)('beside XGBoost and shap: $title', (one) => {
  const reading = readExplainable(one.model);
  if (reading.model === null) throw new Error(reading.because);
  const { model } = reading;
  const explained = one.rows.map(
    (row) =>
      explain(
        model,
        Float64Array.from(row, (value) => value ?? Number.NaN),
      )!,
  );

  it('predicts the same', () => {
    for (const [index, { margin }] of explained.entries()) {
      if (one.margins !== undefined) expect(Math.abs(margin - one.margins[index]!)).toBeLessThan(1e-6);
      expect(Math.abs(predictionOf(model, margin) - one.predictions[index]!)).toBeLessThan(1e-6);
    }
  });

  it('expects the same', () => {
    for (const { expected } of explained) expect(Math.abs(expected - one.expected)).toBeLessThan(1e-5);
  });

  it('takes it apart into the same contributions', () => {
    let worst = 0;
    let worstXgboost = 0;
    for (const [row, { contributions }] of explained.entries())
      for (const [feature, contribution] of contributions.entries()) {
        worst = Math.max(worst, Math.abs(contribution - one.shap[row]![feature]!));
        const theirs = one.xgboost?.[row]?.[feature];
        if (theirs !== undefined) worstXgboost = Math.max(worstXgboost, Math.abs(contribution - theirs));
      }
    expect(worst).toBeLessThan(1e-12);
    expect(worstXgboost).toBeLessThan(1e-5);
  });
});
