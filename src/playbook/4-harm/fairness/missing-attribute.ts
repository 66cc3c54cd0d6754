import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { Share } from './four-fifths.ts';

/**
 * The lowest and highest ratio of the group's rate to the reference's that any allotment of the people whose attribute is
 * unknown could give: bounds, not guesses. The upper end is `null` (no bound) where the reference's rate could be 0.
 * Source: Manski, Partial Identification of Probability Distributions (2003), 1.2.
 */
export function ratioBounds(
  group: Share,
  reference: Share,
  unknown: Share,
): { readonly low: number | null; readonly high: number | null } {
  const misses = unknown.total - unknown.hits;
  const rate = (hits: number, total: number): number | null => (total > 0 ? hits / total : null);
  const lowest = (share: Share): number | null => rate(share.hits, share.total + misses);
  const highest = (share: Share): number | null =>
    rate(share.hits + unknown.hits, share.total + unknown.hits);
  const divide = (a: number | null, b: number | null): number | null =>
    a === null || b === null || b === 0 ? null : a / b;
  return { low: divide(lowest(group), highest(reference)), high: divide(highest(group), lowest(reference)) };
}

/** Decisions in one area, and the share of its people who belong to the group by area statistics. */
export interface Area extends Share {
  readonly groupShare: number;
}

/**
 * Bounds of a group's selection rate from areas alone, without anyone's attribute: in each area at least
 * max(0, hits − others) and at most min(hits, members) of the selected belong to the group. `null` where the group has no people.
 * Assumes that the share holds for the people decided on in the area. Source: Duncan & Davis (1953).
 */
export function boundsFromAreas(areas: readonly Area[]): Interval | null {
  let [members, low, high] = [0, 0, 0];
  for (const { hits, total, groupShare } of areas) {
    const own = total * Math.min(1, Math.max(0, groupShare));
    members += own;
    low += Math.max(0, hits - (total - own));
    high += Math.min(hits, own);
  }
  return members > 0 ? [low / members, high / members] : null;
}
