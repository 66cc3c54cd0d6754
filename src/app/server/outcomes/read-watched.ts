import { ByStratum } from '../../../playbook/7-outcomes/counts/by-stratum.ts';
import { EVERYBODY } from '../../../playbook/7-outcomes/counts/contributions.ts';
import { LiveStream } from '../../../playbook/7-outcomes/counts/live-stream.ts';
import { StreamCounts } from '../../../playbook/7-outcomes/counts/stream-counts.ts';
import { type KeptStreamHour, recallUse } from '../../../playbook/7-outcomes/counts/use-counts.ts';
import {
  type CountedHour,
  countsBeside,
  countsOfUse,
} from '../../../stores/sql/repositories/outcome-counts.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

/** The streams of a use as they are counted now. */
export interface WatchedUse {
  /** By group; everybody is there always. */
  readonly streams: ReadonlyMap<string, LiveStream>;
  readonly everybody: LiveStream;
  /** In seconds. What was told of the future, by a clock that is ahead, has happened. */
  readonly now: number;
}

export async function readWatched(db: Database, useId: string, at: Date): Promise<WatchedUse> {
  const counts = recallUse((await countsOfUse(db, useId)).map(keptHour));
  const streams = new Map([...counts].map(([group, stream]) => [group, new LiveStream(stream)]));
  const everybody = streams.get(EVERYBODY) ?? new LiveStream(new StreamCounts());
  streams.set(EVERYBODY, everybody);
  return { streams, everybody, now: Math.max(at.getTime() / 1000, everybody.lastSend) };
}

/** The same people in all uses, this one among them, by group: for the hours in which this one sent. */
export async function readPeers(
  db: Database,
  useId: string,
  { streams }: WatchedUse,
): Promise<ReadonlyMap<string, ByStratum>> {
  const others = Map.groupBy(await countsBeside(db, useId), ({ people }) => people);
  return new Map(
    [...others].map(([group, hours]) => {
      const all = new ByStratum();
      for (const stream of recallUse(hours.map(keptHour)).values())
        for (const cell of stream.cells()) all.add(cell);
      for (const cell of streams.get(group)?.counts.cells() ?? []) all.add(cell);
      return [group, all];
    }),
  );
}

/** An hour as it lies in the store. */
export const keptHour = ({ people, hour, counts }: CountedHour): KeptStreamHour => ({
  group: people,
  hour,
  counts,
});
