import type { Interval } from './proportion-interval.ts';
import { studentQuantile, studentTwoSided } from './student.ts';

/** Count, mean and sample variance (n − 1) of a numeric outcome in one group. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Student's 95 % interval for a mean; `null` for fewer than two people. Assumes independent people and a mean that is near normal. */
export function meanInterval({ n, mean, variance }: Moments, level = 0.95): Interval | null {
  if (n < 2) return null;
  const half = studentQuantile(level, n - 1) * Math.sqrt(variance / n);
  return [mean - half, mean + half];
}

/** What Welch's comparison of two means says: difference (first less second), its interval and two-sided p-value. */
export interface MeanDifference {
  readonly difference: number;
  readonly interval: Interval;
  readonly pValue: number;
}

/**
 * Welch's test of two means with unequal variances; `null` where a group has fewer than two people or nothing varies.
 * Degrees of freedom by Welch–Satterthwaite. Source: Welch (1947).
 */
export function welchDifference(a: Moments, b: Moments, level = 0.95): MeanDifference | null {
  if (a.n < 2 || b.n < 2) return null;
  const [partA, partB] = [a.variance / a.n, b.variance / b.n];
  const error = Math.sqrt(partA + partB);
  if (!(error > 0)) return null;
  const degrees = (partA + partB) ** 2 / (partA ** 2 / (a.n - 1) + partB ** 2 / (b.n - 1));
  const difference = a.mean - b.mean;
  const half = studentQuantile(level, degrees) * error;
  return {
    difference,
    interval: [difference - half, difference + half],
    pValue: studentTwoSided(difference / error, degrees),
  };
}
