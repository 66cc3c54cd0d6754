const HOUR_MS = 3_600_000;

/**
 * Upper ends of the lags between a send and what followed it, in hours; what comes later than the last is one bucket
 * more. They grow, as what follows a send thins out. How they lie is part of what is kept: they never change.
 */
const LAG_HOURS: readonly number[] = [0.25, 1, 3, 6, 12, 24, 48, 96, 168, 336, 720];
export const LAG_ENDS_MS: readonly number[] = LAG_HOURS.map((hours) => hours * HOUR_MS);
export const LAGS = LAG_ENDS_MS.length + 1;

/** The bucket of a lag in milliseconds, at least 0. */
export function lagOf(milliseconds: number): number {
  const place = LAG_ENDS_MS.findIndex((end) => milliseconds < end);
  return place === -1 ? LAG_ENDS_MS.length : place;
}
