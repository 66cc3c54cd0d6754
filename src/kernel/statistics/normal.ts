import { logUpperGamma } from './incomplete-gamma.ts';
import { logComplement } from './log-sum.ts';

/** ln P(Z > z) of the standard normal distribution, right for any finite z; absolute error about 1e-14. */
export function logNormalTail(z: number): number {
  const logHalfTail = logUpperGamma(0.5, (z * z) / 2) - Math.LN2;
  return z >= 0 ? logHalfTail : logComplement(logHalfTail);
}

/** P(Z ≤ z) of the standard normal distribution; relative error about 1e-14 in the lower tail too. */
export const normalCdf = (z: number): number => Math.exp(logNormalTail(-z));

/** ln of the two-sided p-value of a standard normal statistic, ln 2·P(Z > |z|). */
export const logTwoSidedNormal = (z: number): number => logUpperGamma(0.5, (z * z) / 2);

/**
 * The z with P(Z ≤ z) = p, for 0 < p < 1; −∞ and +∞ at the ends, `NaN` outside.
 * A rational first guess (Abramowitz & Stegun 26.2.23) polished by Newton's method on the logarithm of the tail, so
 * that it holds for p near 1e-300; absolute error about 1e-14. Example: `normalQuantile(0.975)` is 1.959963984540054.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return p === 1 ? Number.POSITIVE_INFINITY : -normalQuantile(1 - p);
  return p === 0 ? Number.NEGATIVE_INFINITY : -tailQuantile(Math.log(p));
}

/** The z ≥ 0 with ln P(Z > z) = logTail, for logTail below ln ½. */
export function tailQuantile(logTail: number): number {
  const t = Math.sqrt(-2 * logTail);
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let step = 0; step < 20; step += 1) {
    const tail = logNormalTail(z);
    const hazard = Math.exp(-0.5 * z * z - 0.9189385332046727 - tail);
    const change = (tail - logTail) / hazard;
    z += change;
    if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}

/** The two-sided 95 % normal quantile. */
export const Z95 = 1.959963984540054;
