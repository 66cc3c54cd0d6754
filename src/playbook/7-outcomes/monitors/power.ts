import { logBinomial } from '../../../kernel/statistics/binomial.ts';
import { STAKES } from './batch-betting.ts';
import { PAUSE_AT } from './ladder.ts';

/** Sends of a batch for which about one event is tolerated: where betting sees soonest. */
export const batchSize = (bound: number): number => Math.max(1, Math.round(1 / bound));

/** z with a fifth of a normal distribution below −z: what 80 % takes. */
const EIGHTY_PERCENT = 0.8416212335729143;

/**
 * Sends after which a harm of `ratio` times the bound is alarmed with probability about 0.8, if they keep coming as they
 * came. An approximation: the growth of the best stake, less its spread, against the threshold and the price of having
 * bet on several. `null` where no number of sends would do.
 */
export function sendsToSee(bound: number, ratio: number, threshold = PAUSE_AT): number | null {
  const size = batchSize(bound);
  const target = threshold + Math.log(STAKES.length);
  const needs = STAKES.map((stake) => {
    const { mean, deviation } = growth(size, bound, ratio, stake);
    return mean > 0
      ? ((EIGHTY_PERCENT * deviation + Math.sqrt(EIGHTY_PERCENT ** 2 * deviation ** 2 + 4 * mean * target)) /
          (2 * mean)) **
          2
      : Number.POSITIVE_INFINITY;
  });
  const batches = Math.min(...needs);
  return Number.isFinite(batches) ? Math.ceil(batches) * size : null;
}

/**
 * The smallest harm, as a multiple of the bound, that would have been alarmed by now with probability about 0.8; `null`
 * where not even a hundredfold harm would have been. What a quiet monitor says of itself.
 */
export function smallestHarmSeen(bound: number, sends: number, threshold = PAUSE_AT): number | null {
  const isSeen = (ratio: number): boolean =>
    (sendsToSee(bound, ratio, threshold) ?? Number.POSITIVE_INFINITY) <= sends;
  const largest = Math.min(100, 0.99 / bound);
  if (!isSeen(largest)) return null;
  let [missed, seen] = [1, largest];
  while (seen - missed > 0.005 * missed) {
    const middle = (missed + seen) / 2;
    if (isSeen(middle)) seen = middle;
    else missed = middle;
  }
  return seen;
}

/** Mean and deviation of the logarithm by which one batch multiplies a stake. */
function growth(
  size: number,
  bound: number,
  ratio: number,
  stake: number,
): { mean: number; deviation: number } {
  const rate = Math.min(0.999, bound * ratio);
  const expected = size * rate;
  const most = Math.min(size, Math.ceil(expected + 12 * Math.sqrt(expected) + 12));
  let [mean, square] = [0, 0];
  for (let events = 0; events <= most; events += 1) {
    const probability = Math.exp(logBinomial(events, size, rate, 1 - rate));
    const step = Math.log1p(stake * (events / (size * bound) - 1));
    mean += probability * step;
    square += probability * step * step;
  }
  return { mean, deviation: Math.sqrt(Math.max(0, square - mean * mean)) };
}
