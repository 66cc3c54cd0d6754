import { logSum } from '../../../kernel/statistics/log-sum.ts';

/** So many sends, and how many of them were followed by what is watched. */
export interface Batch {
  readonly sends: number;
  readonly events: number;
}

/** Shares of the capital that are bet, each with the same weight: small ones see small harms, large ones large harms. */
export const STAKES: readonly number[] = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.8];

/**
 * ln of the e-value against "the rate is at most `bound`", of batches in the order in which they were sent.
 * Capital is bet that a batch holds more than it may: it multiplies by 1 + f·(x/(n·bound) − 1). Its expectation never
 * grows while the rate of each batch, given what came before, is at most the bound: the events within a batch may
 * depend on one another in any way, as complaints that come in clusters do. The size of a batch must not depend on its
 * own events. Batches with n·bound about 1 to 3 see a harm soonest.
 *
 * @param bound in (0, 1). @returns in (−∞, ∞); 0 without batches.
 * Source: Waudby-Smith & Ramdas, Estimating means of bounded random variables by betting (2024), with a fixed mixture.
 */
export function batchBetting(batches: readonly Batch[], bound: number): number {
  const capital = newCapital();
  for (let index = 0; index < STAKES.length; index += 1)
    capital[index] = grown(batches, bound, STAKES[index]!);
  return ofCapital(capital);
}

/** ln of the product of one stake's factors; multiplied out, since a logarithm for each batch takes ten times as long. */
function grown(batches: readonly Batch[], bound: number, stake: number): number {
  let [product, logarithm] = [1, 0];
  for (const { sends, events } of batches) {
    if (sends <= 0) continue;
    product *= 1 + stake * (events / (sends * bound) - 1);
    if (product < 1e-150 || product > 1e150) {
      logarithm += Math.log(product);
      product = 1;
    }
  }
  return logarithm + Math.log(product);
}

/** What each stake has come to so far, as logarithms; `bet` adds a batch to it in place. */
export type Capital = number[];
export const newCapital = (): Capital => STAKES.map(() => 0);
export const ofCapital = (capital: readonly number[]): number => logSum(capital) - Math.log(capital.length);

export const bet = (capital: Capital, batch: Batch, bound: number): void => settle(capital, batch, bound, 1);

/** Takes a batch back out, before it is bet anew with what came late. */
export const unbet = (capital: Capital, batch: Batch, bound: number): void =>
  settle(capital, batch, bound, -1);

function settle(capital: Capital, { sends, events }: Batch, bound: number, sign: 1 | -1): void {
  if (sends <= 0) return;
  const surplus = events / (sends * bound) - 1;
  for (let index = 0; index < STAKES.length; index += 1)
    capital[index] = capital[index]! + sign * Math.log1p(STAKES[index]! * surplus);
}
