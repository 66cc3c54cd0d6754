import type { GroupTable } from '../../../kernel/statistics/fisher-exact.ts';
import { logFisherExact } from '../../../kernel/statistics/fisher-exact.ts';
import { logTwoSidedNormal } from '../../../kernel/statistics/normal.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import { wilsonInterval } from '../../../kernel/statistics/proportion-interval.ts';
import { logZTest, smallestExpected } from '../../../kernel/statistics/two-proportion-z.ts';
import type { Share } from './four-fifths.ts';

/**
 * Hits among people, in whole units: people, or millionths of a sampling weight. `squares` is the sum of squared weights
 * (in squared units), so that total² / squares is the number of people that the weighted sample is worth (Kish 1965).
 */
export interface Tally extends Share {
  readonly squares: number;
}

export const EMPTY_TALLY: Tally = { hits: 0, total: 0, squares: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  hits: a.hits + b.hits,
  total: a.total + b.total,
  squares: a.squares + b.squares,
});

/** The rest, once a part is taken out. */
export const withoutTally = (all: Tally, part: Tally): Tally => ({
  hits: all.hits - part.hits,
  total: all.total - part.total,
  squares: all.squares - part.squares,
});

export const sumTallies = (tallies: Iterable<Tally>): Tally =>
  [...tallies].reduce((sum, tally) => addTallies(sum, tally), EMPTY_TALLY);

/** Hits / total; `null` for an empty denominator, never 0. */
export const rateOf = ({ hits, total }: Share): number | null => (total > 0 ? hits / total : null);

/** People that the tally is worth: its total where each counts as one, fewer where weights differ. */
export function effectiveSize({ total, squares }: Tally): number {
  if (total === 0) return 0;
  return squares === total ? total : (total / squares) * total;
}

/** Hits and size as an interval formula takes them. */
export function effective(tally: Tally): { readonly hits: number; readonly size: number } {
  const size = effectiveSize(tally);
  return { hits: size === tally.total ? tally.hits : size * (tally.hits / Math.max(1, tally.total)), size };
}

/** What a rate was made of: with these three its value, its interval and its test can be made again. */
export interface RateCounts {
  /** People for whom the answer was yes, by their weights. */
  readonly hits: number;
  /** All people who were asked, by their weights: the denominator. */
  readonly people: number;
  /** People with equal weights who would carry as much; `people` where there are no sampling weights. */
  readonly effectiveSize: number;
}

/** The counts behind a rate in people; `unit` is what one unit of the tally is worth. */
export const countsOf = (tally: Tally, unit: number): RateCounts => ({
  hits: tally.hits * unit,
  people: tally.total * unit,
  effectiveSize: effectiveSize(tally),
});

/** Wilson's 95 % interval of the rate, on the effective size; `null` for an empty tally. */
export function rateInterval(tally: Tally): Interval | null {
  const { hits, size } = effective(tally);
  return size > 0 ? wilsonInterval(hits, size) : null;
}

export type TestName = 'fisher-exact' | 'z-corrected' | 'z-weighted';

/** Above this expected count in every cell z with continuity correction stands in for Fisher's test. */
const LARGE_EXPECTED = 1e6;

/**
 * ln of the two-sided p-value of a group against all other people: Fisher exact; z with continuity correction where
 * every expected count is above 10⁶; for sampling weights z on effective sizes, since exact tests need whole people.
 */
export function testAgainstRest(
  group: Tally,
  all: Tally,
  weighted: boolean,
): { readonly logP: number; readonly test: TestName } {
  if (weighted) return { logP: weightedZ(group, withoutTally(all, group)), test: 'z-weighted' };
  const table: GroupTable = { hits: group.hits, size: group.total, allHits: all.hits, all: all.total };
  return smallestExpected(table) > LARGE_EXPECTED
    ? { logP: logZTest(table), test: 'z-corrected' }
    : { logP: logFisherExact(table), test: 'fisher-exact' };
}

function weightedZ(group: Tally, rest: Tally): number {
  if (group.total === 0 || rest.total === 0) return 0;
  const pooled = (group.hits + rest.hits) / (group.total + rest.total);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / effectiveSize(group) + 1 / effectiveSize(rest)));
  return error > 0 ? logTwoSidedNormal((group.hits / group.total - rest.hits / rest.total) / error) : 0;
}
