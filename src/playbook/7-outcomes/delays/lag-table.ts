import type { Cohort } from '../counts/by-stratum.ts';
import { LAG_ENDS_MS, LAGS } from '../counts/lag.ts';

const HOUR_MS = 3_600_000;

/**
 * What delays are learned from: for each bucket of lags, of cohorts that are old enough to have seen all of it, how many
 * events fell into it, and how many into it or a shorter one. Whole numbers, so that tables of uses and shards add up.
 */
export interface LagTable {
  readonly at: readonly number[];
  readonly upTo: readonly number[];
}

export const EMPTY_LAGS: LagTable = { at: Array(LAGS).fill(0), upTo: Array(LAGS).fill(0) };

/** @param nowMs milliseconds since 1970. */
export function lagTable(cohorts: Iterable<Cohort>, nowMs: number): LagTable {
  const [at, upTo] = [[...EMPTY_LAGS.at], [...EMPTY_LAGS.upTo]];
  for (const { hour, lags } of cohorts) {
    const age = nowMs - (hour + 1) * HOUR_MS;
    let sum = 0;
    for (const [lag, end] of LAG_ENDS_MS.entries()) {
      if (end > age) break;
      sum += lags[lag] ?? 0;
      at[lag]! += lags[lag] ?? 0;
      upTo[lag]! += sum;
    }
  }
  return { at, upTo };
}

export const addLags = (a: LagTable, b: LagTable): LagTable => ({
  at: a.at.map((count, lag) => count + (b.at[lag] ?? 0)),
  upTo: a.upTo.map((count, lag) => count + (b.upTo[lag] ?? 0)),
});
