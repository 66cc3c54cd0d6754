/**
 * ln(Σ exp(xᵢ)) without overflow or underflow: the sum of probabilities that are kept as logarithms.
 * −∞ for an empty list. Relative error of the sum is that of the inputs plus a few rounding errors.
 */
export function logSum(logarithms: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of logarithms) if (value > largest) largest = value;
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (const value of logarithms) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}

/**
 * ln(1 − exp(x)) for x ≤ 0: the complement of a probability kept as a logarithm.
 * Source: Mächler, Accurately Computing log(1 − exp(−|a|)) (2012).
 */
export function logComplement(x: number): number {
  if (x >= 0) return Number.NEGATIVE_INFINITY;
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
