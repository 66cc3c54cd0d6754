import { normalQuantile } from './normal.ts';

/** Uniform numbers in [0, 1), the same sequence for the same seed on every machine. */
export interface Random {
  next(): number;
}

/**
 * A small seeded generator (sfc32) for folds, bootstraps and simulations; 32 random bits a call, period about 2¹²⁸.
 * Not for secrets. Source: Doty-Humphrey, PractRand.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return { next };
}

/** A standard normal draw by inversion. */
export const normalDraw = (random: Random): number =>
  normalQuantile((random.next() * 4294967296 + 0.5) / 4294967296);

/**
 * A binomial draw: n trials with probability p. Exact by waiting times between successes where few are expected,
 * by the median of a beta variable halving n where many are.
 */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialDraw(random, n, 1 - p);
  if (n * p < 30) return byWaiting(random, n, p);
  // The k-th smallest of n uniforms is Beta(k, n + 1 − k); the rest are uniform on either side of it.
  const k = Math.floor((n + 1) / 2);
  const y = betaDraw(random, k, n + 1 - k);
  return y <= p ? k + binomialDraw(random, n - k, (p - y) / (1 - y)) : binomialDraw(random, k - 1, p / y);
}

function byWaiting(random: Random, n: number, p: number): number {
  const log = Math.log1p(-p);
  let [hits, position] = [0, 0];
  for (;;) {
    position += Math.floor(Math.log(1 - random.next()) / log) + 1;
    if (position > n) return hits;
    hits += 1;
  }
}

/** A beta draw, for a, b > 0. */
export const betaDraw = (random: Random, a: number, b: number): number => {
  const x = gammaDraw(random, a);
  return x / (x + gammaDraw(random, b));
};

/** A gamma draw with scale 1, for any shape > 0. Source: Marsaglia & Tsang (2000), with their boost below 1. */
export function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
