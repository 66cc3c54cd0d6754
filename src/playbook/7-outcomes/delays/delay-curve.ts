import type { Cohort } from '../counts/by-stratum.ts';
import { LAG_ENDS_MS } from '../counts/lag.ts';
import { anytimeInterval } from '../monitors/interval.ts';
import type { LagTable } from './lag-table.ts';

const HOUR_MS = 3_600_000;

/** Which share of what ever follows has followed by the end of each bucket of lags, with a band that holds at all times. */
export interface DelayCurve {
  readonly low: readonly number[];
  readonly likely: readonly number[];
  readonly high: readonly number[];
}

/**
 * The delay curve of what a table of lags tells. Young cohorts show short lags alone, so a plain share of short lags would
 * make everything seem quick: each bucket is weighed against shorter ones in cohorts old enough for it, and the shares
 * are multiplied from the longest bucket that was seen down. What comes later than that is not known of.
 *
 * Where nothing was learned the upper band is 1 and the lower 0.
 * Source: the product-limit estimate for truncated lags, Lagakos, Barraj & De Gruttola (1988), with anytime-valid
 * intervals for each factor, alpha shared among them.
 */
export function delayCurve({ at, upTo }: LagTable, alpha = 0.05): DelayCurve {
  const buckets = LAG_ENDS_MS.length;
  const [low, likely, high] = [Array(buckets).fill(0), Array(buckets).fill(0), Array(buckets).fill(1)];
  let [lowest, middle, highest] = [1, 1, 1];
  let isSeen = false;
  for (let lag = buckets - 1; lag >= 0; lag -= 1) {
    const [here, all] = [at[lag] ?? 0, upTo[lag] ?? 0];
    isSeen ||= all > 0;
    if (isSeen) [low[lag], likely[lag], high[lag]] = [lowest, middle, highest];
    if (all === 0) {
      // Of what is this quick nothing is known.
      if (isSeen) [lowest, middle] = [0, 0];
      continue;
    }
    const [least, most] = anytimeInterval(here, all, alpha / buckets);
    [lowest, middle, highest] = [lowest * (1 - most), middle * (1 - here / all), highest * (1 - least)];
  }
  return { low, likely, high };
}

/** Of what ever follows sends of this age, the share that has followed by now, at least, likely and at most. */
export function shareAtAge(curve: DelayCurve, ageMs: number): { low: number; likely: number; high: number } {
  const over = LAG_ENDS_MS.findLastIndex((end) => end <= ageMs);
  const next = over + 1;
  return {
    low: over === -1 ? 0 : curve.low[over]!,
    likely: over === -1 ? 0 : curve.likely[over]!,
    // The bucket that is being lived through may be over in its first second.
    high: ageMs < 0 ? 0 : (curve.high[next] ?? 1),
  };
}

/** Sends as if all of them had had their time: each cohort by the share of what follows that has followed by now. */
export function ripeSends(
  cohorts: Iterable<Cohort>,
  curve: DelayCurve,
  nowMs: number,
): { readonly low: number; readonly likely: number; readonly high: number } {
  const ripe = { low: 0, likely: 0, high: 0 };
  for (const { hour, exposed } of cohorts) {
    // The youngest of the hour for what is at least over, the oldest for what is at most.
    const young = shareAtAge(curve, nowMs - (hour + 1) * HOUR_MS);
    const old = shareAtAge(curve, nowMs - hour * HOUR_MS);
    ripe.low += exposed * young.low;
    ripe.likely += exposed * ((young.likely + old.likely) / 2);
    ripe.high += exposed * old.high;
  }
  return ripe;
}
