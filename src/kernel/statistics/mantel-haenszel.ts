import { logChiSquareTail } from './chi-square.ts';
import type { GroupTable } from './fisher-exact.ts';
import { Z95 } from './normal.ts';
import type { Interval } from './proportion-interval.ts';

/** What strata of two-by-two tables say together about the odds of a hit, group over the rest. */
export interface StratifiedOdds {
  /** Mantel–Haenszel common odds ratio; `null` where no stratum carries it. */
  readonly oddsRatio: number | null;
  /** 95 % interval by the variance of Robins, Breslow & Greenland (1986), for few large or many small strata. */
  readonly interval: Interval | null;
  /** Cochran–Mantel–Haenszel statistic without continuity correction, chi-square with 1 degree of freedom. */
  readonly cmh: number | null;
  readonly cmhCorrected: number | null;
  readonly logP: number | null;
  readonly logPCorrected: number | null;
  /** Breslow–Day statistic for equal odds ratios over strata, and with Tarone's correction. */
  readonly breslowDay: number | null;
  readonly tarone: number | null;
  /** Strata that carry the homogeneity statistics, less one. */
  readonly degrees: number;
  readonly breslowDayLogP: number | null;
  readonly taroneLogP: number | null;
}

interface Four {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n: number;
}

const fourOf = ({ hits, size, allHits, all }: GroupTable): Four => ({
  a: hits,
  b: size - hits,
  c: allHits - hits,
  d: all - size - allHits + hits,
  n: all,
});

/**
 * Stratified odds of a hit for a group against all others.
 * Assumes independent strata with fixed margins; a stratum of fewer than two people, or with an empty margin, adds nothing to the CMH
 * statistic and leaves the homogeneity statistics.
 * Sources: Mantel & Haenszel (1959); Breslow & Day, Statistical Methods in Cancer Research I, 4.4; Tarone (1985).
 */
export function stratifiedOdds(tables: readonly GroupTable[]): StratifiedOdds {
  const strata = tables.map(fourOf).filter(({ n }) => n > 1);
  const informative = strata.filter(({ a, b, c, d }) => a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);
  const oddsRatio = commonOdds(strata);
  const [cmh, cmhCorrected] = cochran(informative);
  const homogeneity = homogeneityOf(informative, oddsRatio);
  const degrees = informative.length - 1;
  const logTail = (x: number | null, freedom: number): number | null =>
    x === null || freedom < 1 ? null : logChiSquareTail(x, freedom);
  return {
    oddsRatio,
    interval: oddsRatio === null ? null : oddsInterval(strata, oddsRatio),
    cmh,
    cmhCorrected,
    logP: logTail(cmh, 1),
    logPCorrected: logTail(cmhCorrected, 1),
    breslowDay: degrees < 1 ? null : homogeneity.breslowDay,
    tarone: degrees < 1 ? null : homogeneity.tarone,
    degrees: Math.max(0, degrees),
    breslowDayLogP: logTail(homogeneity.breslowDay, degrees),
    taroneLogP: logTail(homogeneity.tarone, degrees),
  };
}

function commonOdds(strata: readonly Four[]): number | null {
  let up = 0;
  let down = 0;
  for (const { a, b, c, d, n } of strata) {
    up += (a / n) * d;
    down += (b / n) * c;
  }
  return down > 0 ? up / down : null;
}

function oddsInterval(strata: readonly Four[], oddsRatio: number): Interval | null {
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const { a, b, c, d, n } of strata) {
    const [p, q, up, down] = [(a + d) / n, (b + c) / n, (a / n) * d, (b / n) * c];
    r += up;
    s += down;
    pr += p * up;
    psqr += p * down + q * up;
    qs += q * down;
  }
  if (!(r > 0 && s > 0)) return null;
  const variance = pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s);
  const spread = Math.exp(Z95 * Math.sqrt(variance));
  return [oddsRatio / spread, oddsRatio * spread];
}

function cochran(strata: readonly Four[]): [plain: number | null, corrected: number | null] {
  let excess = 0;
  let variance = 0;
  for (const { a, b, c, d, n } of strata) {
    excess += a - ((a + b) / n) * (a + c);
    variance += ((a + b) / n) * ((c + d) / n) * (a + c) * ((b + d) / (n - 1));
  }
  if (!(variance > 0)) return [null, null];
  return [(excess * excess) / variance, Math.max(0, Math.abs(excess) - 0.5) ** 2 / variance];
}

function homogeneityOf(
  strata: readonly Four[],
  oddsRatio: number | null,
): { readonly breslowDay: number | null; readonly tarone: number | null } {
  if (oddsRatio === null || !(oddsRatio > 0)) return { breslowDay: null, tarone: null };
  let [statistic, excess, total] = [0, 0, 0];
  for (const table of strata) {
    const { fitted, variance } = fittedCount(table, oddsRatio);
    if (!(variance > 0)) return { breslowDay: null, tarone: null };
    statistic += (table.a - fitted) ** 2 / variance;
    excess += table.a - fitted;
    total += variance;
  }
  return { breslowDay: statistic, tarone: statistic - (excess * excess) / total };
}

/** The count of group hits that has the common odds ratio under the table's margins, and its asymptotic variance. */
function fittedCount(
  { a, b, c, d }: Four,
  oddsRatio: number,
): { readonly fitted: number; readonly variance: number } {
  const [size, rest, hits] = [a + b, c + d, a + c];
  const low = Math.max(0, hits - rest);
  const high = Math.min(size, hits);
  const quadratic = 1 - oddsRatio;
  const linear = rest - hits + oddsRatio * (size + hits);
  const constant = -oddsRatio * size * hits;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * quadratic * constant));
  // The form without subtraction of near-equal terms; it also holds at an odds ratio of 1, where the equation is linear.
  const fitted = Math.min(high, Math.max(low, (-2 * constant) / (linear + root)));
  const variance = 1 / (1 / fitted + 1 / (size - fitted) + 1 / (hits - fitted) + 1 / (rest - hits + fitted));
  return { fitted, variance };
}
