import { type Hours, QUIET_HOURS } from '../../../gate/quiet-hours/table.ts';
import { demand, type View } from '../change.ts';

/** The hours in which people may be reached, as the gate has them, each with where it comes from. */
export interface ShownHours {
  /** `null` holds everywhere. */
  readonly jurisdiction: string | null;
  readonly channels: readonly string[];
  /** As `08:00–21:00`, local to the person; empty where the whole day is quiet. */
  readonly weekdays: readonly string[];
  readonly saturday: readonly string[];
  readonly sunday: readonly string[];
  readonly kind: 'law' | 'ours';
  readonly source: string;
  /** `null` where the source was not read by us. */
  readonly verifiedOn: string | null;
}

/** Refusals: `people.not-allowed`. */
export function showQuietHours(view: View): readonly ShownHours[] {
  demand(view, 'settings.read');
  return QUIET_HOURS.map(({ weekdays, saturday, sunday, ...row }) => ({
    ...row,
    weekdays: weekdays.map(inWords),
    saturday: saturday.map(inWords),
    sunday: sunday.map(inWords),
  }));
}

const inWords = ([from, until]: Hours): string => `${clock(from)}–${clock(until)}`;
const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
