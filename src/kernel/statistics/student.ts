import { regularisedBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';

/** Two-sided p-value of Student's t with `degrees` > 0 of freedom: P(|T| ≥ |t|). */
export const studentTwoSided = (t: number, degrees: number): number =>
  regularisedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);

/**
 * The t ≥ 0 with P(|T| ≤ t) = `level`, for 0 < level < 1 and degrees > 0.
 * Bisection on the two-sided p-value; relative error about 1e-12. Tends to the normal quantile as degrees grow.
 */
export function studentQuantile(level: number, degrees: number): number {
  const normal = normalQuantile((1 + level) / 2);
  if (degrees > 1e7) return normal;
  let low = 0;
  let high = Math.max(1, normal);
  while (studentTwoSided(high, degrees) > 1 - level && high < 1e12) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, degrees) > 1 - level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
