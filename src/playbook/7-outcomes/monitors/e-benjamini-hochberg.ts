/**
 * Which of several hypotheses fall, so that of those that fall at most a share `alpha` is expected to be true, however
 * the e-values depend on one another. Takes e-values at one stopping time each: running maxima and statistics of
 * detectors are none.
 *
 * @param logEValues natural logarithms. @returns one answer for each, in their order.
 * Source: Wang & Ramdas, False discovery rate control with e-values (2022).
 */
export const eBenjaminiHochberg = (logEValues: readonly number[], alpha = 0.05): readonly boolean[] =>
  discoveries(logEValues, logEValues.length, alpha);

/**
 * The same where only the largest of `total` e-values are at hand: every one of at least `1 / alpha`, since none below
 * can fall.
 */
export function discoveries(logEValues: readonly number[], total: number, alpha = 0.05): readonly boolean[] {
  const sorted = Float64Array.from(logEValues).sort();
  const enough = (rank: number): number => Math.log(total / (alpha * rank));
  let fallen = 0;
  for (let rank = 1; rank <= sorted.length; rank += 1)
    if (sorted[sorted.length - rank]! >= enough(rank)) fallen = rank;
  return logEValues.map((one) => fallen > 0 && one >= enough(fallen));
}
