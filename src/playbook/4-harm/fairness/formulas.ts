import type { AuditMethod } from './report.ts';
import type { AuditSpec } from './spec.ts';

type Formula = AuditMethod['formulas'][number];

interface Shown {
  readonly isSampled: boolean;
  /** Somebody's attribute is unknown. */
  readonly isOpen: boolean;
}

/**
 * How each kind of number of a report is made, in the words that its tables use, so that a reader who has the report can
 * make it again. Only of what was asked for.
 */
export function formulasOf(spec: AuditSpec, { isSampled, isOpen }: Shown): readonly Formula[] {
  const asks = (names: readonly string[] | undefined): boolean => (names ?? []).length > 0;
  if (spec.groups.length === 0) return SEE;
  return [
    ...COMPARISONS,
    ...(isSampled ? [WORTH] : []),
    ...(isOpen ? [UNKNOWN] : []),
    ...(spec.label === undefined ? [] : [ERRORS]),
    ...(asks(spec.control) ? [strataOf(isSampled)] : []),
    ...(spec.score === undefined ? [] : SCORES),
    ...(asks(spec.rules) ? [RULES] : []),
    ...(asks(spec.outcomes) ? [MEANS] : []),
    ...(asks(spec.proxies) ? [INPUTS] : []),
  ];
}

const SEE: readonly Formula[] = [
  {
    of: 'would see',
    says: 'the largest ratio below 1 of the group’s rate q to everybody else’s rate r with r − q ≥ z(1 − α/2)·√(p(1 − p)(1/n + 1/N)) + z(0.8)·√(q(1 − q)/n + r(1 − r)/N), where n and N are people of the group and of the rest, p = (qn + rN)/(n + N), and α is 0.05 over the number of groups tested',
  },
];

const COMPARISONS: readonly Formula[] = [
  {
    of: 'rate',
    says: 'selected over people with a decision; ratio and points: the group’s over, and less, the reference’s',
  },
  {
    of: 'lacking',
    says: 'rate of the reference times people of the group, less those selected',
  },
  ...SEE,
];

const WORTH: Formula = {
  of: 'worth',
  says: '(sum of weights)² over the sum of their squares; it stands for the people in every interval and test of a rate, and in “would see”',
};

const UNKNOWN: Formula = {
  of: 'if unknown',
  says: 'with u of U people of unknown attribute selected, from s/(n + U − u) over (S + u)/(N + u) to (s + u)/(n + u) over S/(N + U − u), for s of n in the group and S of N in the reference (Manski)',
};

const ERRORS: Formula = {
  of: 'error rates',
  says: 'true positive: selected over people with the favourable label; false negative: those not selected over the same; false positive: selected over people with the other label; precision: favourable label over the selected with a label; accuracy: decision equal to label over people with a label',
};

const strataOf = (isSampled: boolean): Formula => ({
  of: 'strata',
  says: `odds ratio: Mantel–Haenszel; CMH: chi-square of 1 degree of freedom without continuity correction; Breslow–Day: at that odds ratio, without Tarone’s correction, degrees of freedom one less than the strata that can tell; disparity: share of the rejected less share of the accepted (Wachter et al.), averaged over strata by their people${isSampled ? '; people by weights count as their worth in odds ratio, CMH and Breslow–Day' : ', its interval the middle 95 % of 400 draws of binomials in every stratum (sfc32, from the seed)'}`,
});

const SCORES: readonly Formula[] = [
  {
    of: 'scores',
    says: 'median: the middle score of everybody with one, or halfway between the two middle ones; above the median: strictly; AUC: ties count half, interval by Hanley and McNeil on positives and negatives; calibration: favourable labels in about ten ranges of equally many people',
  },
  {
    of: 'thresholds',
    says: 'about 40, spread evenly over people; selected are those at or above it; lowest ratio: lowest over highest rate among groups of known attributes that are large enough for a reference. All on the same people, so a threshold that was picked here does worse on others',
  },
];

const RULES: Formula = {
  of: 'rules',
  says: 'assumes that a person who was not selected and to whom a rule applies would be selected without all rules that apply; nothing in the data can show that. Share: the Shapley value of the gap, each of m rules that apply to a person taking 1/m of it',
};

const MEANS: Formula = {
  of: 'means',
  says: 'amounts are read to four decimals; mean ± t of n − 1 degrees times its standard error; difference to everybody else by Welch, and Benjamini–Hochberg over all groups of one amount, the reference too',
};

const INPUTS: Formula = {
  of: 'inputs',
  says: 'rows, not weights, dealt to five folds (sfc32, from the seed; another deal moves the last digits); the score of a row is the share of the value in its category in the other folds, drawn to the share of all by two rows, and with several inputs a logistic regression on their categories with a ridge penalty of 1; AUC: mean over folds; numbers with more than 60 values are cut into 20 ranges of equally many rows; values of fewer than 30 rows, and beyond the eight most common, are not told. Mutual information is that of the counts, in nats, and the higher for chance alone the more categories there are: by about (categories − 1)/(2 × rows)',
};
