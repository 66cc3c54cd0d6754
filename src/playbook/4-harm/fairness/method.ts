import { formulasOf } from './formulas.ts';
import type { FourFifths } from './four-fifths.ts';
import type { Population } from './population.ts';
import type { AuditMethod } from './report.ts';
import { type AuditSpec, DEFAULT_SEED } from './spec.ts';

const WEIGHTS: Record<Population['weightKind'], string> = {
  none: 'none: a row is a person',
  frequency: 'frequency: a row stands for as many people as its weight says',
  sampling:
    'sampling: rates are weighted, intervals and tests of rates use the effective sample size (Kish), those of means the linearised variance',
};

/** How the numbers of a report were made, in words that let a statistician make them again. */
export const methodOf = (
  { weightKind, groups }: Population,
  spec: AuditSpec,
  {
    minimumGroup,
    minimumCell,
    threshold,
  }: { readonly minimumGroup: number; readonly minimumCell: number; readonly threshold: FourFifths },
): AuditMethod => ({
  test:
    weightKind === 'sampling'
      ? 'two-sided z of the group against all other rows, on effective sample sizes'
      : 'two-sided Fisher exact of the group against all other rows (sum of tables no more likely than the observed, tolerance 1e-7); z with continuity correction where every expected count exceeds 1e6',
  adjustment: 'Benjamini–Hochberg',
  family: `the compared groups of one metric${spec.marginals === true ? ' and one set of attributes' : ''}`,
  reference:
    spec.reference === undefined
      ? 'the highest selection rate among groups of known attributes and enough people; ties by size, then by name'
      : 'named by the auditor',
  verdict: `review: ratio below ${threshold.numerator}/${threshold.denominator} in whole numbers and adjusted p below 0.05${(spec.moreIsBetter ?? spec.lessIsBetter) === undefined ? '' : `, or a mean amount worse than ${threshold.numerator}/${threshold.denominator} of everybody else's with adjusted p below 0.05 and 30 people on either side`}; insufficient: otherwise, where a ratio of ${threshold.numerator}/${threshold.denominator} could not be seen with 80 % power`,
  intervals:
    '95 %: Wilson for rates, Newcombe for differences, Katz for ratios, Robins–Breslow–Greenland for common odds, Student and Welch for means',
  threshold: `${threshold.numerator}/${threshold.denominator}`,
  minimumGroup,
  minimumCell,
  weights: WEIGHTS[weightKind],
  seed: spec.seed ?? DEFAULT_SEED,
  formulas: formulasOf(spec, {
    isSampled: weightKind === 'sampling',
    isOpen: groups.some((values) => values.includes(null)),
  }),
});
