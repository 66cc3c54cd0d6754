import { logGamma } from './log-gamma.ts';
import { logComplement } from './log-sum.ts';

const PRECISION = 1e-17;
const LONGEST = 100_000;

/**
 * ln Q(a, x): logarithm of the regularised upper incomplete gamma function, for a > 0 and x ≥ 0.
 * Q falls from 1 at x = 0 to 0; the logarithm stays right where Q itself is below the smallest double.
 * Series of P below a + 1, Lentz's continued fraction above; absolute error of the logarithm about 1e-14
 * (growing with a as a·ln a rounding errors). Source: Numerical Recipes 6.2; DLMF 8.9.2, 8.11.4.
 */
export function logUpperGamma(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const logFactor = a * Math.log(x) - x - logGamma(a);
  return x < a + 1
    ? logComplement(Math.min(0, logFactor + Math.log(lowerSeries(a, x))))
    : logFactor + Math.log(upperFraction(a, x));
}

/** Σ xᵏ / (a·(a + 1)·…·(a + k)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < LONGEST && term > sum * PRECISION; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < LONGEST; k += 1) {
    const coefficient = -k * (k - a);
    b += 2;
    d = coefficient * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + coefficient / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}
