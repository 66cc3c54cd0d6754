import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { DayCounts } from '../counts/by-stratum.ts';
import type { LiveStream } from '../counts/live-stream.ts';
import { batchBetting } from '../monitors/batch-betting.ts';
import { anytimeInterval } from '../monitors/interval.ts';
import { WARN_AT } from '../monitors/ladder.ts';
import { sendsToSee, smallestHarmSeen } from '../monitors/power.ts';
import { WATCHED, type Watched } from '../policy.ts';
import { type Group, groupOf } from './alarm.ts';

/** A monitor that has not alarmed, with the smallest harm that it would have seen by now (80 %). */
export interface Quiet {
  readonly use: string;
  readonly group: Group;
  readonly monitor: string;
  readonly sends: number;
  readonly rate: number | null;
  readonly interval: Interval;
  /** As a multiple of the bound; `null` where not even a hundredfold harm would have been seen. */
  readonly smallestHarm: number | null;
}

/** One monitor as it stands, whether it has alarmed or not. */
export interface WatchedStream extends Quiet {
  readonly monitor: Watched['name'];
  /** `null` where groups are only compared. */
  readonly bound: number | null;
  readonly events: number;
  /** How many times the stake has grown; 1 where nothing is bet. */
  readonly eValue: number;
  /** How many more sends it takes to see a doubling of the bound, if they go as they should; `null` where there is no bound. */
  readonly sendsToDouble: number | null;
  /** By the day of the send, in UTC, with what followed by now. */
  readonly days: readonly DayCounts[];
}

/** Every monitor of one stream, as it stands at a second. */
export const watchedStreams = (
  use: string,
  group: string,
  stream: LiveStream,
  now: number,
): readonly WatchedStream[] => WATCHED.map((watched) => watchedStream({ use, group, stream, now }, watched));

function watchedStream(
  {
    use,
    group,
    stream,
    now,
  }: { readonly use: string; readonly group: string; readonly stream: LiveStream; readonly now: number },
  { name, bound }: Watched,
): WatchedStream {
  const [sends, events] = [stream.total('exposed'), stream.total(name)];
  const logEValue = bound === null ? 0 : batchBetting(stream.batches(name).ended(now), bound);
  const needed = bound === null ? null : sendsToSee(bound, 2, WARN_AT);
  return {
    use,
    group: groupOf(group),
    monitor: name,
    sends,
    rate: sends === 0 ? null : events / sends,
    interval: anytimeInterval(events, sends),
    smallestHarm: bound === null ? null : smallestHarmSeen(bound, sends, WARN_AT),
    bound,
    events,
    eValue: Math.min(Number.MAX_VALUE, Math.exp(logEValue)),
    sendsToDouble: needed === null ? null : Math.max(0, needed - sends),
    days: stream.strata.byDay(name),
  };
}

/** What of a monitor says how quiet it is. */
export const quietOf = ({
  use,
  group,
  monitor,
  sends,
  rate,
  interval,
  smallestHarm,
}: WatchedStream): Quiet => ({
  use,
  group,
  monitor,
  sends,
  rate,
  interval,
  smallestHarm,
});
