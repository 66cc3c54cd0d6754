import { coversJurisdiction } from '../../kernel/jurisdiction.ts';
import type { Channel, Jurisdiction } from '../../kernel/vocabulary.ts';
import { localTime, offsetMinutes } from './local-time.ts';
import { openOn, QUIET_HOURS, type QuietHours } from './table.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Within a week and a day every kind of day has come; what is not open by then never is. */
const DAYS_AHEAD = 9;

/** Rows that speak of a channel where somebody may be; of a place that is only known in part, those of all its parts. */
export const rowsFor = (
  places: readonly Jurisdiction[],
  channel: Channel,
  table: readonly QuietHours[] = QUIET_HOURS,
): readonly QuietHours[] =>
  table.filter(
    ({ jurisdiction, channels }) =>
      channels.includes(channel) &&
      (jurisdiction === null ||
        places.some(
          (place) => coversJurisdiction(jurisdiction, place) || coversJurisdiction(place, jurisdiction),
        )),
  );

/**
 * Until when it is quiet: `null` where it is not, at `now`, in any of the zones by any of the rows; else the next moment
 * at which it is open in all of them. `never` where there is none within nine days, or a zone does not exist.
 */
export function quietUntil(
  rows: readonly QuietHours[],
  zones: readonly string[],
  now: Date,
): Date | null | 'never' {
  if (rows.length === 0 || zones.length === 0) return null;
  const time = now.getTime();
  if (isOpen(rows, zones, time)) return null;
  const next = openings(rows, zones, time).find((candidate) => isOpen(rows, zones, candidate));
  return next === undefined ? 'never' : new Date(next);
}

function isOpen(rows: readonly QuietHours[], zones: readonly string[], time: number): boolean {
  for (const zone of zones) {
    const local = localTime(zone, time);
    if (local === null) return false;
    for (const row of rows)
      if (!openOn(row, local.weekday).some(([from, until]) => local.minute >= from && local.minute < until))
        return false;
  }
  return true;
}

/** Every moment after `time` at which something opens somewhere: where all are open first, one of them has just opened. */
function openings(rows: readonly QuietHours[], zones: readonly string[], time: number): readonly number[] {
  const moments = new Set<number>();
  for (const zone of zones) {
    const offset = offsetMinutes(zone, time);
    if (offset === null) return [];
    const midnight = Math.floor((time / MINUTE_MS + offset) / 1440) * DAY_MS;
    for (let day = 0; day < DAYS_AHEAD; day += 1)
      for (const row of rows)
        for (const [from] of openOn(row, new Date(midnight + day * DAY_MS).getUTCDay()))
          for (const at of worldTimes(zone, midnight + day * DAY_MS + from * MINUTE_MS))
            if (at > time) moments.add(at);
  }
  return [...moments].sort((a, b) => a - b);
}

/** When the clock of a zone shows a time: twice where it is put back, and just after the gap where it is put forward. */
function worldTimes(zone: string, local: number): readonly number[] {
  const offsets = new Set(
    [-DAY_MS, DAY_MS].map((shift) => offsetMinutes(zone, local + shift)).filter((offset) => offset !== null),
  );
  return [...offsets].map((offset) => local - offset * MINUTE_MS);
}
