import { type Moments, meanInterval, welchDifference } from '../../../kernel/statistics/mean-interval.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { OutcomeSums, WeightedOutcomeSums } from './cells.ts';
import { quotient } from './decimal.ts';
import type { WeightKind } from './population.ts';

/** Mean of a numeric outcome in one group. */
export interface GroupMean {
  /** People; rows of the sample where weights are sampling weights. */
  readonly n: number;
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** Of the mean: the interval is mean ± Student's t of n − 1 degrees times this. */
  readonly standardError: number | null;
  /** Everyone else, as Welch's test takes them. */
  readonly rest: {
    readonly n: number;
    readonly mean: number | null;
    readonly standardError: number | null;
  };
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

/** The same where a row stands for as many people as its weight says: as if each of them had a row. */
export function momentsOfCounts({ weight, sum, squares }: WeightedOutcomeSums): Moments | null {
  if (weight === 0n) return null;
  const mean = quotient(sum, weight * 10_000n);
  const [people, one] = [weight, 1_000_000n];
  const spread = people * squares - sum * sum;
  const variance = people <= one ? 0 : quotient(spread, people * (people - one) * 100_000_000n);
  return { n: Number(weight / one), mean, variance };
}

/**
 * The mean Σwy / Σw of a sample with sampling weights, and a variance whose n-th part is the linearised variance of that
 * mean, n / (n − 1) · Σw²(y − ȳ)² / (Σw)², so that intervals and tests of means take it as it is, with n − 1 degrees of
 * freedom for n rows. Assumes rows drawn independently, with replacement or from many more people.
 * Source: Särndal, Swensson & Wretman, Model Assisted Survey Sampling (1992), 5.7; the same as HC1 of a weighted
 * regression on a constant. `null` for no weight.
 */
export function momentsOfSample({
  counted,
  weight,
  sum,
  ww,
  wwy,
  wwyy,
}: WeightedOutcomeSums): Moments | null {
  if (weight === 0n) return null;
  const mean = quotient(sum, weight * 10_000n);
  if (counted < 2) return { n: counted, mean, variance: 0 };
  // Σw²(y − A/B)² = (B²·Σw²y² − 2AB·Σw²y + A²·Σw²) / B² in whole numbers, with A in 10⁻¹⁰ and B, as 10⁻¹⁰, in the same.
  const [a, b] = [sum, weight * 10_000n];
  const squares = b * b * wwyy - 2n * a * b * wwy + a * a * ww;
  const n = BigInt(counted);
  const variance = quotient(n * n * squares, (n - 1n) * b * b * weight * weight);
  // Products are rounded to six decimals, which could leave less than nothing where no amount differs.
  return { n: counted, mean, variance: Math.max(0, variance) };
}

const MOMENTS = {
  none: momentsOf,
  frequency: ({ weighted }: OutcomeSums) => (weighted === null ? null : momentsOfCounts(weighted)),
  sampling: ({ weighted }: OutcomeSums) => (weighted === null ? null : momentsOfSample(weighted)),
} as const satisfies Record<WeightKind, (sums: OutcomeSums) => Moments | null>;

const combine = (a: OutcomeSums, b: OutcomeSums, sign: 1 | -1): OutcomeSums => {
  const add = (left: bigint, right: bigint): bigint => left + BigInt(sign) * right;
  return {
    counted: a.counted + sign * b.counted,
    sum: add(a.sum, b.sum),
    squares: add(a.squares, b.squares),
    weighted:
      b.weighted === null
        ? a.weighted
        : {
            counted: (a.weighted?.counted ?? 0) + sign * b.weighted.counted,
            weight: add(a.weighted?.weight ?? 0n, b.weighted.weight),
            sum: add(a.weighted?.sum ?? 0n, b.weighted.sum),
            squares: add(a.weighted?.squares ?? 0n, b.weighted.squares),
            ww: add(a.weighted?.ww ?? 0n, b.weighted.ww),
            wwy: add(a.weighted?.wwy ?? 0n, b.weighted.wwy),
            wwyy: add(a.weighted?.wwyy ?? 0n, b.weighted.wwyy),
          },
  };
};

export const addSums = (a: OutcomeSums, b: OutcomeSums): OutcomeSums => combine(a, b, 1);

export const NO_SUMS: OutcomeSums = { counted: 0, sum: 0n, squares: 0n, weighted: null };

/** Means by group with Student intervals, and each group against all others. Values are read to four decimals. */
export function groupMeans(sums: readonly OutcomeSums[], weights: WeightKind = 'none'): GroupMean[] {
  const all = sums.reduce(addSums, NO_SUMS);
  return sums.map((own) => {
    const moments = MOMENTS[weights](own);
    const rest = MOMENTS[weights](combine(all, own, -1));
    const test = moments === null || rest === null ? null : welchDifference(moments, rest);
    return {
      n: moments?.n ?? 0,
      mean: moments?.mean ?? null,
      interval: moments === null ? null : meanInterval(moments),
      standardError: errorOf(moments),
      rest: { n: rest?.n ?? 0, mean: rest?.mean ?? null, standardError: errorOf(rest) },
      difference: moments === null || rest === null ? null : moments.mean - rest.mean,
      differenceInterval: test?.interval ?? null,
      pValue: test?.pValue ?? null,
    };
  });
}

/** Standard error of a mean; of a single person nothing is known. */
const errorOf = (moments: Moments | null): number | null =>
  moments === null || moments.n < 2 ? null : Math.sqrt(moments.variance / moments.n);
