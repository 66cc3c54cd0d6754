const MINUTE_MS = 60_000;
/** Clocks change at a quarter of an hour of world time everywhere, so that an offset holds for one. */
const QUARTER_MS = 15 * MINUTE_MS;
/** Names of zones come from outside, so what is remembered of them has a bound. */
const MAXIMUM_REMEMBERED = 2_000;

export interface LocalTime {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minute: number;
}

/** How far local time is ahead of world time, in minutes; `null` where the zone does not exist. */
export function offsetMinutes(zone: string, time: number): number | null {
  const quarter = Math.floor(time / QUARTER_MS);
  const last = lastOffsets.get(zone);
  if (last !== undefined && last.quarter === quarter) return last.minutes;
  const minutes = askedOffset(zone, quarter * QUARTER_MS);
  if (lastOffsets.size >= MAXIMUM_REMEMBERED) lastOffsets.clear();
  lastOffsets.set(zone, { quarter, minutes });
  return minutes;
}

/** What the clock of a zone shows; `null` where the zone does not exist. */
export function localTime(zone: string, time: number): LocalTime | null {
  const offset = offsetMinutes(zone, time);
  if (offset === null) return null;
  const minutes = Math.floor(time / MINUTE_MS) + offset;
  const day = Math.floor(minutes / 1440);
  // The first of January 1970 was a Thursday.
  return { weekday: (((day + 4) % 7) + 7) % 7, minute: minutes - day * 1440 };
}

export const isZone = (zone: string): boolean => zone.length <= 64 && formatOf(zone) !== null;

const lastOffsets = new Map<string, { readonly quarter: number; readonly minutes: number | null }>();
const formats = new Map<string, Intl.DateTimeFormat | null>();

function askedOffset(zone: string, time: number): number | null {
  if (!Number.isFinite(time)) return null;
  const said = formatOf(zone)
    ?.formatToParts(time)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const parts = said === undefined ? null : /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(said);
  if (parts === null) return null;
  const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      format = null;
    }
    if (formats.size >= MAXIMUM_REMEMBERED) formats.clear();
    formats.set(zone, format);
  }
  return format;
}
