import type { LiveStream } from '../../../playbook/7-outcomes/counts/live-stream.ts';
import { type DelayCurve, delayCurve, ripeSends } from '../../../playbook/7-outcomes/delays/delay-curve.ts';
import { addLags, EMPTY_LAGS, lagTable } from '../../../playbook/7-outcomes/delays/lag-table.ts';
import { anytimeInterval } from '../../../playbook/7-outcomes/monitors/interval.ts';
import { WATCHED, type Watched } from '../../../playbook/7-outcomes/policy.ts';
import { allLags, setLags } from '../../../stores/sql/repositories/outcome-delays.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

/** Keeps what the delays of a use are learned from. `now` is in seconds. */
export async function keepLags(
  db: Database,
  useId: string,
  everybody: LiveStream,
  now: number,
): Promise<void> {
  const tables = WATCHED.map(({ name }) => [
    name,
    lagTable(everybody.strata.cohorts('sent', name), now * 1000),
  ]);
  await setLags(db, useId, Object.fromEntries(tables));
}

/** The delay curve of each monitor, learned from all uses together: how late somebody complains is a habit of people. */
export async function readCurves(db: Database): Promise<ReadonlyMap<Watched['name'], DelayCurve>> {
  const tables = await allLags(db);
  return new Map(
    WATCHED.map(({ name }) => [
      name,
      delayCurve(tables.reduce((sum, table) => addLags(sum, table[name] ?? EMPTY_LAGS), EMPTY_LAGS)),
    ]),
  );
}

/** A rate as it will be when everything has followed that follows what was sent by now. */
export interface Foreseen {
  /** Sends as if each had had its time, likely. */
  readonly ripeSends: number;
  /** `null` where nothing is ripe, or nothing was learned of delays. */
  readonly rate: number | null;
  /** By both ends of the band of the delay curve, and by chance. */
  readonly interval: readonly [number, number];
}

export function foreseen(
  stream: LiveStream,
  counted: Watched['name'],
  curve: DelayCurve,
  now: number,
): Foreseen {
  const { low, likely, high } = ripeSends(stream.strata.cohorts('sent', counted), curve, now * 1000);
  const events = stream.total(counted);
  return {
    ripeSends: likely,
    rate: likely < 1 ? null : Math.min(1, events / likely),
    interval: [
      anytimeInterval(events, Math.max(events, Math.ceil(high)))[0],
      low < Math.max(1, events) ? 1 : anytimeInterval(events, Math.floor(low))[1],
    ],
  };
}
