import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { LiveStream } from '../counts/live-stream.ts';
import { anytimeInterval } from '../monitors/interval.ts';
import { ALPHAS, type AlarmAction, actionFor } from '../monitors/ladder.ts';
import type { Standing } from './standings.ts';

export type Group = Readonly<Record<string, string>> | null;

/** Something that a monitor saw. */
export interface Alarm {
  readonly use: string;
  /** As `{ age_band: '65+' }`; `null` for everybody together. */
  readonly group: Group;
  /** `complaints`, or `complaints-disparity` where a group is compared with the others; `send-after-opt-out`. */
  readonly monitor: string;
  readonly at: Date;
  readonly afterSends: number;
  /** How many times the capital that was bet on harm has grown; `null` where one event is enough. */
  readonly eValue: number | null;
  /** The chance of such an alarm without harm, over all time; for a review the share of false ones among all. */
  readonly alpha: number | null;
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly action: AlarmAction;
}

/** Whose a group is, as streams are named by it; `null` for everybody. */
export const groupOf = (key: string): Group => (key === '' ? null : JSON.parse(key));

/** What is a reason to look, and none to stop a use: some use always does worse than the rest, and a pool is of many. */
const LOOKED_AT = /-(?:peers|pooled)$/;

/** What a standing asks for. */
export function asksFor({ monitor, reached }: Standing, isDiscovery: boolean): AlarmAction | null {
  const action = actionFor(reached, isDiscovery);
  if (action !== 'pause' || !LOOKED_AT.test(monitor)) return action;
  return isDiscovery ? 'review' : 'warn';
}

/** Where an alarm is: of which use and group, and when. */
export interface Place {
  readonly use: string;
  readonly group: Group;
  readonly at: Date;
}

/** The alarm of a standing that asks for one. */
export function alarmOf(
  place: Place,
  { watched, monitor, reached, logEValue }: Standing,
  stream: LiveStream,
  action: AlarmAction,
): Alarm {
  const sends = stream.total('exposed');
  const events = stream.total(watched.name);
  const evidence = action === 'review' ? (logEValue ?? reached) : reached;
  return {
    ...place,
    monitor,
    afterSends: sends,
    eValue: Math.min(Number.MAX_VALUE, Math.exp(evidence)),
    alpha: ALPHAS[action],
    rate: sends === 0 ? null : events / sends,
    interval: anytimeInterval(events, sends),
    action,
  };
}

/** The alarm of a rule that needs no statistics: one event is enough. */
export const brokenRule = (place: Place, monitor: string, afterSends: number): Alarm => ({
  ...place,
  monitor,
  afterSends,
  eValue: null,
  alpha: null,
  rate: null,
  interval: null,
  action: 'pause',
});
