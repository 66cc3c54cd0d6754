import type { DecisionCell } from './cells.ts';
import type { ScoreGrid } from './cells-query.ts';

/** Bins of a score at most; scores with up to three or four decimals in [0, 1] stay exact. */
const MOST_BINS = 5000;

/**
 * The grid for a range of scores: steps of 1, 2 or 5 times a power of ten, as fine as `MOST_BINS` allows.
 * `null` where there are no scores.
 */
export function gridFor(cells: readonly DecisionCell[]): ScoreGrid | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { score } of cells) {
    if (score === null || score.counted === 0) continue;
    low = Math.min(low, score.low);
    high = Math.max(high, score.high);
  }
  if (!(high >= low) || !Number.isFinite(high - low)) return null;
  const range = high - low;
  if (range === 0) return { low, step: 1 };
  const power = 10 ** Math.floor(Math.log10(range / MOST_BINS));
  const step =
    [1, 2, 5, 10].map((times) => times * power).find((width) => range / width <= MOST_BINS) ?? 10 * power;
  // Half a step lower, so that scores which are multiples of the step lie in the middle of their bins.
  return { low: low - step / 2, step };
}
