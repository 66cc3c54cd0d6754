import type { Problem } from '../../kernel/problem.ts';
import type { Interval } from '../../kernel/statistics/proportion-interval.ts';

type Group = Readonly<Record<string, string>> | null;

export interface ReplayAlarm {
  readonly use: string;
  readonly group: Group;
  readonly monitor: string;
  readonly at: Date;
  readonly afterSends: number;
  readonly eValue: number | null;
  readonly alpha: number | null;
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly action: 'warn' | 'review' | 'pause';
}

export interface QuietMonitor {
  readonly use: string;
  readonly group: Group;
  readonly monitor: string;
  readonly sends: number;
  readonly rate: number | null;
  readonly interval: Interval;
  readonly smallestHarm: number | null;
}

/** What the monitors would have said. */
export interface ReplayReport {
  readonly checkedAt: Date;
  readonly events: number;
  /** Left out, as they happened after `checkedAt`. */
  readonly later: number;
  /** What followed no send that is in the log. */
  readonly unmatched: number;
  readonly alarms: readonly ReplayAlarm[];
  readonly quiet: readonly QuietMonitor[];
  readonly problems: readonly Problem[];
}
