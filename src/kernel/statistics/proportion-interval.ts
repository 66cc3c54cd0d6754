import { Z95 } from './normal.ts';

/** A lower and an upper end, lower first. */
export type Interval = readonly [low: number, high: number];

/**
 * Wilson's score interval for a rate of `hits` in `size` (size > 0, 0 ≤ hits ≤ size; fractions allowed for effective
 * sample sizes). Lies within [0, 1] and covers about 95 % at the default z also near 0 and 1.
 * Source: Wilson (1927). Example: `wilsonInterval(5, 10)` is about [0.237, 0.763].
 */
export function wilsonInterval(hits: number, size: number, z = Z95): Interval {
  const rate = hits / size;
  const square = z * z;
  const centre = (rate + square / (2 * size)) / (1 + square / size);
  const half = (z / (1 + square / size)) * Math.sqrt((rate * (1 - rate)) / size + square / (4 * size * size));
  return [hits === 0 ? 0 : Math.max(0, centre - half), hits === size ? 1 : Math.min(1, centre + half)];
}

/**
 * Newcombe's hybrid score interval for the difference of two independent rates, first less second; within [−1, 1].
 * Source: Newcombe (1998), method 10.
 */
export function newcombeDifference(
  hitsA: number,
  sizeA: number,
  hitsB: number,
  sizeB: number,
  z = Z95,
): Interval {
  const [a, b] = [hitsA / sizeA, hitsB / sizeB];
  const [lowA, highA] = wilsonInterval(hitsA, sizeA, z);
  const [lowB, highB] = wilsonInterval(hitsB, sizeB, z);
  return [a - b - Math.hypot(a - lowA, highB - b), a - b + Math.hypot(highA - a, b - lowB)];
}

/**
 * Katz's interval for the ratio of two independent rates, first over second, on the log scale.
 * `null` where either count of hits is 0: the log ratio then has no finite variance.
 * Source: Katz, Baptista, Azen & Pike (1978), method C.
 */
export function katzRatio(
  hitsA: number,
  sizeA: number,
  hitsB: number,
  sizeB: number,
  z = Z95,
): Interval | null {
  if (hitsA === 0 || hitsB === 0) return null;
  const ratio = hitsA / sizeA / (hitsB / sizeB);
  const spread = Math.exp(z * Math.sqrt(Math.max(0, 1 / hitsA - 1 / sizeA + 1 / hitsB - 1 / sizeB)));
  return [ratio / spread, ratio * spread];
}
