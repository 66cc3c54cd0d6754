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
