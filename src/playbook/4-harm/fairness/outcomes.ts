import { type Moments, meanInterval, welchDifference } from '../../../kernel/statistics/mean-interval.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { OutcomeSums } from './cells.ts';
import { quotient } from './decimal.ts';

/** Mean of a numeric outcome in one group. */
export interface GroupMean {
  readonly n: number;
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** Against everyone else, by Welch's test. */
  readonly difference: number | null;
  readonly differenceInterval: Interval | null;
  readonly pValue: number | null;
}

/**
 * Count, mean and sample variance from exact sums (sum in 10⁻⁴, squares in 10⁻⁸): n·Σx² − (Σx)² is taken in whole numbers,
 * so nothing cancels. `null` for no people.
 */
export function momentsOf({ counted, sum, squares }: OutcomeSums): Moments | null {
  if (counted === 0) return null;
  const n = BigInt(counted);
  const mean = quotient(sum, n * 10_000n);
  const variance = counted < 2 ? 0 : quotient(n * squares - sum * sum, n * (n - 1n) * 100_000_000n);
  return { n: counted, mean, variance };
}

export const addSums = (a: OutcomeSums, b: OutcomeSums): OutcomeSums => ({
  counted: a.counted + b.counted,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});

export const NO_SUMS: OutcomeSums = { counted: 0, sum: 0n, squares: 0n };

/** Means by group with Student intervals, and each group against all others. Values are read to four decimals. */
export function groupMeans(sums: readonly OutcomeSums[]): GroupMean[] {
  const all = sums.reduce(addSums, NO_SUMS);
  return sums.map((own) => {
    const moments = momentsOf(own);
    const rest = momentsOf({
      counted: all.counted - own.counted,
      sum: all.sum - own.sum,
      squares: all.squares - own.squares,
    });
    const test = moments === null || rest === null ? null : welchDifference(moments, rest);
    return {
      n: own.counted,
      mean: moments?.mean ?? null,
      interval: moments === null ? null : meanInterval(moments),
      difference: moments === null || rest === null ? null : moments.mean - rest.mean,
      differenceInterval: test?.interval ?? null,
      pValue: test?.pValue ?? null,
    };
  });
}
