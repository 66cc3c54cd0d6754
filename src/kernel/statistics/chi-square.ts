import { logUpperGamma } from './incomplete-gamma.ts';

/**
 * ln P(X ≥ x) for a chi-square variable with `degrees` of freedom (> 0); 0 for x ≤ 0.
 * Absolute error about 1e-14 for degrees up to 1,000. Example: `Math.exp(logChiSquareTail(3.841458820694124, 1))` is 0.05.
 */
export const logChiSquareTail = (x: number, degrees: number): number => logUpperGamma(degrees / 2, x / 2);

/** P(X ≥ x) for a chi-square variable; underflows to 0 where only the logarithm can say it. */
export const chiSquareTail = (x: number, degrees: number): number => Math.exp(logChiSquareTail(x, degrees));
