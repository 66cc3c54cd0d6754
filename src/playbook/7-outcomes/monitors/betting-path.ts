import { type Batch, batchBetting, STAKES } from './batch-betting.ts';

/**
 * ln of the most that the capital of `batchBetting` came to after any of the batches, at least 0: the stake before the
 * first. Without harm it ever reaches ln(1/alpha) with probability at most alpha (Ville's inequality).
 *
 * What comes late changes nothing of that: an event more never lowers the capital after any batch, so whatever was seen
 * while events were missing is at most what is seen when all are there.
 */
export function highestCapital(batches: readonly Batch[], bound: number): number {
  const capital = STAKES.map(() => 1);
  let highest = STAKES.length;
  for (let end = 0; end < batches.length; end += 1) {
    const { sends, events } = batches[end]!;
    const surplus = events / (sends * bound) - 1;
    let sum = 0;
    for (let index = 0; index < STAKES.length; index += 1) {
      const grown = capital[index]! * (1 + STAKES[index]! * surplus);
      capital[index] = grown;
      sum += grown;
    }
    if (sum > highest) highest = sum;
    // Beyond what a double holds: by then every threshold is far behind.
    if (sum > 1e280) return Math.max(Math.log(1e280 / STAKES.length), batchBetting(batches, bound));
  }
  return Math.log(highest / STAKES.length);
}
