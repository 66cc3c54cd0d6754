import type { Alarm, WatchedStream } from '../../api/client.ts';
import { groupInWords, MONITOR_ORDER, monitorBehind } from '../../parts/outcome-words.ts';

/** One stream with what it alarmed. */
export interface Watched {
  readonly stream: WatchedStream;
  readonly alarms: readonly Alarm[];
}

/** A monitor of a use: everybody together, and each group. */
export interface MonitorShown {
  readonly monitor: string;
  readonly streams: readonly Watched[];
}

const names = new Intl.Collator('en', { numeric: true });

/** Streams by monitor: everybody first, then groups, in the same order in every monitor. */
export function byMonitor(
  streams: readonly WatchedStream[],
  alarms: readonly Alarm[],
): readonly MonitorShown[] {
  const sorted = [...streams].sort(
    (a, b) =>
      Number(a.group !== null) - Number(b.group !== null) ||
      names.compare(groupInWords(a.group), groupInWords(b.group)),
  );
  const known = [...new Set(sorted.map(({ monitor }) => monitor))].sort(
    (a, b) => placeOf(a) - placeOf(b) || names.compare(a, b),
  );
  return known.map((monitor) => ({
    monitor,
    streams: sorted
      .filter((stream) => stream.monitor === monitor)
      .map((stream) => ({
        stream,
        alarms: alarms.filter(
          (alarm) =>
            monitorBehind(alarm.monitor) === monitor &&
            groupInWords(alarm.group) === groupInWords(stream.group),
        ),
      })),
  }));
}

const placeOf = (monitor: string): number =>
  MONITOR_ORDER.includes(monitor) ? MONITOR_ORDER.indexOf(monitor) : MONITOR_ORDER.length;

const SEVERITY = ['warn', 'review', 'pause'] as const;

/** Of the alarms of each day the gravest, in the order of days: flags that stand on one another are none. */
export function flagsOf(alarms: readonly Alarm[]): readonly Alarm[] {
  const gravest = new Map<string, Alarm>();
  for (const alarm of alarms) {
    const day = alarm.raisedAt.slice(0, 10);
    const known = gravest.get(day);
    if (known === undefined || SEVERITY.indexOf(alarm.action) > SEVERITY.indexOf(known.action))
      gravest.set(day, alarm);
  }
  return [...gravest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alarm]) => alarm);
}

/** The highest rate that the charts of a monitor show, one for all of them; what goes beyond is cut. */
export function topOf(streams: readonly Watched[]): number {
  const heights = streams.flatMap(({ stream: { bound, group, interval, soFar } }) => [
    2 * (bound ?? 0),
    group === null ? interval[1] : 0,
    ...soFar.map(({ rate }) => rate),
  ]);
  return Math.min(1, 1.15 * Math.max(0.0001, ...heights));
}
