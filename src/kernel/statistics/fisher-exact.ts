import { logBinomial } from './binomial.ts';
import { logSum } from './log-sum.ts';

/** A two-by-two table by its margins: `hits` of `size` in the group, `allHits` of `all` in everyone, group included. */
export interface GroupTable {
  readonly hits: number;
  readonly size: number;
  readonly allHits: number;
  readonly all: number;
}

/** Tables whose probability exceeds the observed one by less than this share count as "no more likely", as in R. */
const TIE_TOLERANCE = 1e-7;

/**
 * ln P(X = x) where `size` people are drawn from `all`, of whom `allHits` are hits.
 * A quotient of three binomial probabilities at p = size / all, so that no large logarithms cancel: absolute error
 * about 1e-14 plus 1e-16 times its own size. Source: Loader (2000), as R's dhyper.
 */
export function logHypergeometric(x: number, { size, allHits, all }: Omit<GroupTable, 'hits'>): number {
  const misses = all - allHits;
  if (x < Math.max(0, size - misses) || x > Math.min(size, allHits)) return Number.NEGATIVE_INFINITY;
  if (all === 0) return 0;
  const p = size / all;
  const q = (all - size) / all;
  return logBinomial(x, allHits, p, q) + logBinomial(size - x, misses, p, q) - logBinomial(size, all, p, q);
}

/**
 * ln of the two-sided p-value of Fisher's exact test: the sum of all tables with these margins that are no more likely
 * than the observed one.
 * Assumes whole numbers with 0 ≤ hits ≤ size ≤ all and hits ≤ allHits ≤ all. Relative error of the p-value at most
 * about 1e-11 with margins of 10⁷, down to p-values far below the smallest double. Cost: some ten standard deviations
 * of the table count, about 15,000 steps at 10⁷.
 */
export function logFisherExact(table: GroupTable): number {
  const { hits, size, allHits, all } = table;
  const low = Math.max(0, size - (all - allHits));
  const high = Math.min(size, allHits);
  const observed = logHypergeometric(hits, table);
  const limit = observed + Math.log1p(TIE_TOLERANCE);
  const mode = Math.min(high, Math.max(low, Math.floor(((size + 1) / (all + 2)) * (allHits + 1))));
  if (low === high || logHypergeometric(mode, table) <= limit) return 0;

  const below = hits < mode;
  const own = observed + Math.log(tailSum(hits, below ? -1 : 1, table));
  const start = below ? firstAtOrUnder(limit, mode, high, table) : lastAtOrUnder(limit, low, mode, table);
  if (start === null) return Math.min(0, own);
  const other = logHypergeometric(start, table) + Math.log(tailSum(start, below ? 1 : -1, table));
  return Math.min(0, logSum([own, other]));
}

/** P(x) + P(x ± 1) + … outward to the end of the range, as a multiple of P(x). */
function tailSum(from: number, step: 1 | -1, { size, allHits, all }: Omit<GroupTable, 'hits'>): number {
  const rest = all - size - allHits;
  let sum = 1;
  let term = 1;
  for (let x = from; ; x += step) {
    term *=
      step === 1
        ? ((size - x) / (x + 1)) * ((allHits - x) / (rest + x + 1))
        : (x / (size - x + 1)) * ((rest + x) / (allHits - x + 1));
    if (!(term > sum * 1e-18)) return sum;
    sum += term;
  }
}

/** The smallest x above the mode whose logarithm is at or under `limit`, or `null`. */
function firstAtOrUnder(limit: number, mode: number, high: number, table: GroupTable): number | null {
  if (logHypergeometric(high, table) > limit) return null;
  let above = mode;
  let under = high;
  while (under - above > 1) {
    const middle = Math.floor((above + under) / 2);
    if (logHypergeometric(middle, table) > limit) above = middle;
    else under = middle;
  }
  return under;
}

/** The largest x below the mode whose logarithm is at or under `limit`, or `null`. */
function lastAtOrUnder(limit: number, low: number, mode: number, table: GroupTable): number | null {
  if (logHypergeometric(low, table) > limit) return null;
  let under = low;
  let above = mode;
  while (above - under > 1) {
    const middle = Math.floor((above + under) / 2);
    if (logHypergeometric(middle, table) > limit) above = middle;
    else under = middle;
  }
  return under;
}
