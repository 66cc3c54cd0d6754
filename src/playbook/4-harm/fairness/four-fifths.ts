/** A ratio as whole numbers, so that the comparison with it is exact. */
export interface FourFifths {
  readonly numerator: number;
  readonly denominator: number;
}

export const FOUR_FIFTHS: FourFifths = { numerator: 4, denominator: 5 };

/** Hits among people, both whole. */
export interface Share {
  readonly hits: number;
  readonly total: number;
}

/**
 * Whether the group's rate lies below 4/5 of the reference's: 5·s·N < 4·S·n, in whole numbers.
 * Doubles would call (1/3)/(5/12), which is exactly 4/5, a breach. False where either group is empty or the reference
 * rate is 0. Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D).
 */
export function breaksRatio(group: Share, reference: Share, threshold: FourFifths = FOUR_FIFTHS): boolean {
  if (group.total === 0 || reference.total === 0) return false;
  return (
    BigInt(threshold.denominator) * BigInt(group.hits) * BigInt(reference.total) <
    BigInt(threshold.numerator) * BigInt(reference.hits) * BigInt(group.total)
  );
}

/** −1, 0 or 1 as the first rate is below, equal to or above the second; exact. An empty share counts as below any other. */
export function compareRates(a: Share, b: Share): number {
  if (a.total === 0 || b.total === 0) return Math.sign(a.total - b.total);
  const difference = BigInt(a.hits) * BigInt(b.total) - BigInt(b.hits) * BigInt(a.total);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/**
 * The fewest favourable decisions that, moved from the reference to the group, would end the breach; 0 where there is
 * none. A small number says that the finding hangs on a few people. Source: EEOC Questions and Answers on the Uniform
 * Guidelines (1979), no. 20–21.
 */
export function flipFlop(group: Share, reference: Share, threshold: FourFifths = FOUR_FIFTHS): number {
  if (!breaksRatio(group, reference, threshold)) return 0;
  const { numerator, denominator } = threshold;
  const gap = numerator * reference.hits * group.total - denominator * group.hits * reference.total;
  let moved = Math.max(1, Math.floor(gap / (numerator * group.total + denominator * reference.total)) - 1);
  const after = (count: number): boolean =>
    breaksRatio(
      { hits: group.hits + count, total: group.total },
      { hits: reference.hits - count, total: reference.total },
      threshold,
    );
  while (after(moved)) moved += 1;
  return moved;
}

/** How many more people of the group would have to be selected to reach the reference's rate; negative above it. */
export const shortfall = (group: Share, reference: Share): number | null =>
  reference.total === 0 ? null : (reference.hits / reference.total) * group.total - group.hits;
