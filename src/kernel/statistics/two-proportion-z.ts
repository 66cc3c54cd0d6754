import type { GroupTable } from './fisher-exact.ts';
import { logTwoSidedNormal } from './normal.ts';

/**
 * Pooled z statistic of the group's rate against that of all others, with Yates' continuity correction unless
 * `corrected` is false. Positive where the group's rate is higher; 0 where a margin is empty.
 * Assumes large expected counts. Source: Yates (1934); Fleiss, Statistical Methods for Rates and Proportions, 2.1.
 */
export function twoProportionZ({ hits, size, allHits, all }: GroupTable, corrected = true): number {
  const variance = (size / all) * (all - size) * (allHits / all) * ((all - allHits) / all);
  if (!(variance > 0)) return 0;
  const excess = hits - size * (allHits / all);
  const distance = Math.max(0, Math.abs(excess) - (corrected ? 0.5 : 0));
  return (Math.sign(excess) * distance) / Math.sqrt(variance);
}

/** ln of the two-sided p-value of `twoProportionZ`. */
export const logZTest = (table: GroupTable, corrected = true): number =>
  logTwoSidedNormal(twoProportionZ(table, corrected));

/** The smallest of the four expected counts of the table under independence; 0 for an empty table. */
export function smallestExpected({ size, allHits, all }: GroupTable): number {
  if (all === 0) return 0;
  return (Math.min(size, all - size) / all) * Math.min(allHits, all - allHits);
}
