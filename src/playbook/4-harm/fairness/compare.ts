import { logBenjaminiHochberg } from '../../../kernel/statistics/benjamini-hochberg.ts';
import {
  type Interval,
  katzRatio,
  newcombeDifference,
} from '../../../kernel/statistics/proportion-interval.ts';
import { breaksRatio, type FourFifths, flipFlop, shortfall } from './four-fifths.ts';
import { minimumDetectableRatio } from './minimum-detectable-ratio.ts';
import {
  effective,
  effectiveSize,
  rateOf,
  sumTallies,
  type Tally,
  type TestName,
  testAgainstRest,
  withoutTally,
} from './tally.ts';

/** One group's rate held against the reference (difference, ratio) and against all other people (test). */
export interface RateComparison {
  readonly difference: number | null;
  readonly ratio: number | null;
  readonly interval: { readonly difference: Interval | null; readonly ratio: Interval | null };
  /** Two-sided p-value against everyone else, and adjusted over the groups of this metric (Benjamini–Hochberg). */
  readonly pValue: number | null;
  readonly adjustedPValue: number | null;
  readonly logPValue: number | null;
  readonly logAdjustedPValue: number | null;
  readonly test: TestName | null;
  /** Rate of all other people, and the odds ratio of the group against them. */
  readonly restRate: number | null;
  readonly oddsRatio: number | null;
  /** The ratio lies below the threshold, by whole numbers. */
  readonly broken: boolean | null;
  /** The data could show a ratio of the threshold at 80 % power. */
  readonly enough: boolean;
  readonly minimumDetectableRatio: number | null;
  /** People of the group who would have to be selected to reach the reference's rate. */
  readonly shortfall: number | null;
  readonly flipFlop: number | null;
}

export interface Comparing {
  readonly weighted: boolean;
  readonly threshold: FourFifths;
  /** What one unit of the tallies is in people. */
  readonly unit: number;
}

/**
 * Compares every group but the reference. Each group is tested against all other rows, never against a group that was
 * chosen for its rate; the family of the adjustment is the groups compared here.
 * A group or a reference with an empty denominator has `null` where nothing can be said, and is no test of the family.
 */
export function compareRatesOf(
  tallies: readonly Tally[],
  reference: number | null,
  { weighted, threshold, unit }: Comparing,
): ReadonlyMap<number, RateComparison> {
  const all = sumTallies(tallies);
  const compared = tallies
    .map((_, index) => index)
    .filter((index) => index !== reference && tallies.length > 1);
  const tested = compared.filter((index) => tallies[index]!.total > 0 && tallies[index]!.total < all.total);
  const tests = tested.map((index) => testAgainstRest(tallies[index]!, all, weighted));
  const adjusted = logBenjaminiHochberg(tests.map(({ logP }) => logP));
  const placeOf = new Map(tested.map((index, place) => [index, place]));
  const rows = new Map<number, RateComparison>();
  for (const index of compared) {
    const place = placeOf.get(index) ?? -1;
    const test = tests[place] ?? null;
    const group = tallies[index]!;
    const rest = withoutTally(all, group);
    const restRate = rateOf(rest);
    const detectable =
      restRate === null
        ? null
        : minimumDetectableRatio(
            effectiveSize(group),
            effectiveSize(rest),
            restRate,
            0.05 / Math.max(1, tested.length),
          );
    const base = reference === null ? null : tallies[reference]!;
    rows.set(index, {
      ...againstReference(group, base, threshold, unit),
      pValue: test === null ? null : Math.exp(test.logP),
      adjustedPValue: test === null ? null : Math.exp(adjusted[place]!),
      logPValue: test?.logP ?? null,
      logAdjustedPValue: test === null ? null : adjusted[place]!,
      test: test?.test ?? null,
      restRate,
      oddsRatio: oddsRatio(group, rest),
      enough: detectable !== null && detectable >= threshold.numerator / threshold.denominator,
      minimumDetectableRatio: detectable,
    });
  }
  return rows;
}

function againstReference(
  group: Tally,
  base: Tally | null,
  threshold: FourFifths,
  unit: number,
): Pick<RateComparison, 'difference' | 'ratio' | 'interval' | 'broken' | 'shortfall' | 'flipFlop'> {
  const rate = rateOf(group);
  const baseRate = base === null ? null : rateOf(base);
  if (base === null || rate === null || baseRate === null)
    return {
      difference: null,
      ratio: null,
      interval: { difference: null, ratio: null },
      broken: null,
      shortfall: null,
      flipFlop: null,
    };
  const [own, other] = [effective(group), effective(base)];
  const lacking = shortfall(group, base);
  return {
    difference: rate - baseRate,
    ratio: baseRate > 0 ? rate / baseRate : null,
    interval: {
      difference: newcombeDifference(own.hits, own.size, other.hits, other.size),
      ratio: katzRatio(own.hits, own.size, other.hits, other.size),
    },
    broken: breaksRatio(group, base, threshold),
    shortfall: lacking === null ? null : lacking * unit,
    flipFlop: unit === 1 ? flipFlop(group, base, threshold) : null,
  };
}

function oddsRatio(group: Tally, rest: Tally): number | null {
  const down = (group.total - group.hits) * rest.hits;
  return down > 0 ? (group.hits * (rest.total - rest.hits)) / down : null;
}
