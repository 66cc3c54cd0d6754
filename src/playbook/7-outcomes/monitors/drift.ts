import { logSum } from '../../../kernel/statistics/log-sum.ts';
import { type Batch, STAKES } from './batch-betting.ts';

/**
 * ln of the Shiryaev–Roberts statistic with e-values: has the rate risen above `bound` at some time since the start?
 * Every batch may have been the first of a change; what each such guess has come to is summed. It is no e-value: an
 * alarm where it reaches `horizon / alpha` is false with probability at most `alpha` over `horizon` batches.
 *
 * @returns −∞ without batches.
 * Source: Shin, Ramdas & Rinaldo, E-detectors (2023), proposition 2.4.
 */
export function shiryaevRoberts(batches: readonly Batch[], bound: number): number {
  const sums = STAKES.map(() => Number.NEGATIVE_INFINITY);
  for (const { sends, events } of batches) {
    if (sends <= 0) continue;
    const surplus = events / (sends * bound) - 1;
    for (let index = 0; index < STAKES.length; index += 1)
      sums[index] = logSum([0, sums[index]!]) + Math.log1p(STAKES[index]! * surplus);
  }
  return logSum(sums) - Math.log(STAKES.length);
}

/** Where the statistic of `shiryaevRoberts` alarms, as a logarithm. */
export const driftThreshold = (horizon: number, alpha: number): number => Math.log(horizon / alpha);

/** Batches over which the promise of a drift alarm holds; then the detector begins anew. */
export const DRIFT_HORIZON = 1000;

/**
 * ln of the most that `shiryaevRoberts` came to after any batch, over `DRIFT_HORIZON`: it alarms where this reaches
 * ln(1/alpha), which is false with probability at most alpha in each horizon. Like the capital of a bet it never falls
 * by an event more, so what comes late leaves the promise as it is.
 *
 * @returns −∞ without batches.
 */
export function highestDrift(batches: readonly Batch[], bound: number): number {
  const sums = STAKES.map(() => 0);
  let highest = 0;
  for (let end = 0; end < batches.length; end += 1) {
    const { sends, events } = batches[end]!;
    const surplus = events / (sends * bound) - 1;
    const isAnew = end % DRIFT_HORIZON === 0;
    let all = 0;
    for (let index = 0; index < STAKES.length; index += 1) {
      const before = isAnew ? 0 : sums[index]!;
      // Beyond what a double holds every threshold is far behind.
      sums[index] = Math.min(1e280, (1 + before) * (1 + STAKES[index]! * surplus));
      all += sums[index]!;
    }
    if (all > highest) highest = all;
  }
  return Math.log(highest / STAKES.length) - Math.log(DRIFT_HORIZON);
}
