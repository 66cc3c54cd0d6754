import { binomialCdf } from '../../../kernel/statistics/binomial.ts';
import { wilsonInterval } from '../../../kernel/statistics/proportion-interval.ts';

/** Fewest people or taps of whom something is said (ours; as in audits). */
export const FEWEST = 10;

/** A number with its interval and what it is of, or why there is none. */
export type Measure =
  | {
      readonly status: 'measured';
      readonly unit: 'share' | 'hours';
      readonly value: number;
      readonly low: number;
      /** `null` where so few people bound it from below alone. */
      readonly high: number | null;
      readonly n: number;
    }
  /** Some, and too few to say anything that is not about single people. */
  | { readonly status: 'too-few'; readonly fewest: number }
  | { readonly status: 'cannot-tell'; readonly why: string };

/** The share of `hits` in `n`, with Wilson's interval at 95 %. */
export function shareOf(hits: number, n: number, withoutAny: string): Measure {
  if (n === 0) return { status: 'cannot-tell', why: withoutAny };
  if (n < FEWEST) return { status: 'too-few', fewest: FEWEST };
  const [low, high] = wilsonInterval(hits, n);
  return { status: 'measured', unit: 'share', value: hits / n, low, high, n };
}

/**
 * The hours within which nine in ten were left in peace, with the interval by order statistics at 95 %, which supposes
 * nothing of how they are distributed. Source: Conover (1999), section 3.2.
 */
export function nineInTen(hours: readonly number[], withoutAny: string): Measure {
  const n = hours.length;
  if (n === 0) return { status: 'cannot-tell', why: withoutAny };
  if (n < FEWEST) return { status: 'too-few', fewest: FEWEST };
  const sorted = [...hours].sort((a, b) => a - b);
  const below = ranks(n).filter((rank) => binomialCdf(rank - 1, n, 0.9) <= 0.025);
  const above = ranks(n).find((rank) => binomialCdf(rank - 1, n, 0.9) >= 0.975);
  return {
    status: 'measured',
    unit: 'hours',
    value: sorted[Math.ceil(0.9 * n) - 1]!,
    low: sorted[(below.at(-1) ?? 1) - 1]!,
    high: above === undefined ? null : sorted[above - 1]!,
    n,
  };
}

const ranks = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index + 1);
