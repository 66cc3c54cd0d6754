import { logGamma } from './log-gamma.ts';
import { logComplement } from './log-sum.ts';

/**
 * I_x(a, b): the regularised incomplete beta function, for a, b > 0 and x in [0, 1]; rises from 0 to 1.
 * Lentz's continued fraction; relative error about 1e-13 for a, b up to 10⁴, growing as (a + b) rounding errors.
 * Source: DLMF 8.17.22.
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2)
    ? Math.exp(logFront(x, a, b)) * (betaFraction(x, a, b) / a)
    : 1 - Math.exp(logFront(x, a, b)) * (betaFraction(1 - x, b, a) / b);
}

/**
 * ln I_x(a, b), where I_x itself may be too small for a number: for a, b > 0 and x in [0, 1]. Absolute error about
 * (a + b)·1e-15. Source: DLMF 8.17.22.
 */
export function logRegularisedBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x >= 1) return 0;
  return x < (a + 1) / (a + b + 2)
    ? logFront(x, a, b) + Math.log(betaFraction(x, a, b) / a)
    : logComplement(logFront(x, a, b) + Math.log(betaFraction(1 - x, b, a) / b));
}

/** ln B(a, b), for a, b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const logFront = (x: number, a: number, b: number): number =>
  a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b);

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guard = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}
