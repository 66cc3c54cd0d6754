import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import {
  type Quiet,
  quietOf,
  type WatchedStream,
  watchedStreams,
} from '../../../playbook/7-outcomes/judge/watched-stream.ts';
import { anytimeInterval } from '../../../playbook/7-outcomes/monitors/interval.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  type AlarmSort,
  alarmsSince,
  listAlarms,
  lockMonitored,
  rearm,
} from '../../../stores/sql/repositories/alarms.ts';
import { findGateUse } from '../../../stores/sql/repositories/gate-uses.ts';
import { countEvents } from '../../../stores/sql/repositories/outcome-events.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { unpauseUse } from '../gate/pause-and-stage.ts';
import { usesToSee } from '../gate/uses-to-see.ts';
import { lockedUse, seenUse } from '../uses/standing.ts';
import { BEGINNING } from './beginning.ts';
import { type Foreseen, foreseen, readCurves } from './delays.ts';
import { type ShownRamp, showRamp } from './ramp.ts';
import { readWatched } from './read-watched.ts';
import { type ShownAlarm, shownAlarm } from './shown-alarm.ts';

/** What the monitors said, newest first. Refusals: `store.not-found`. */
export async function showAlarms(
  view: View,
  filter: { readonly use?: string | undefined; readonly action?: string | undefined },
  request: PageRequest<AlarmSort>,
): Promise<Page<ShownAlarm>> {
  if (filter.use !== undefined) await seenUse(view, filter.use);
  const { useIds } = await usesToSee(view);
  const page = await listAlarms(view.db, { useId: filter.use, useIds, action: filter.action }, request);
  return { ...page, items: page.items.map(shownAlarm) };
}

export interface ShownOutcomes {
  readonly use: string;
  readonly pausedBy: string | null;
  /** Only sends from then on count; `null` where all do. */
  readonly armedAt: string | null;
  readonly events: number;
  readonly unmatched: number;
  /** Monitors that have not alarmed, with what they would have seen. */
  readonly quiet: readonly Quiet[];
  /** Every monitor of everybody and of each group, as it stands. */
  readonly streams: ReadonlyArray<
    WatchedStream & { readonly soFar: readonly RateSoFar[]; readonly foreseen: Foreseen }
  >;
  /** Of a roll-out in stages that goes on by itself; `null` where there is none. */
  readonly ramp: ShownRamp | null;
}

/** Of all sends up to the end of a day; the interval holds at all days together. */
export interface RateSoFar {
  readonly day: string;
  readonly sends: number;
  readonly rate: number;
  readonly interval: readonly [number, number];
}

/** What the monitors of a use say, as of now. Refusals: `store.not-found`. */
export async function showOutcomes(view: View, useId: string): Promise<ShownOutcomes> {
  const { db } = view;
  await seenUse(view, useId);
  const monitored = await db
    .selectFrom('monitoredUses')
    .selectAll()
    .where('useId', '=', useId)
    .executeTakeFirst();
  const armedAt = monitored?.armedAt ?? BEGINNING;
  const { streams, everybody, now } = await readWatched(db, useId, view.at);
  const curves = await readCurves(db);
  const watched = [...streams]
    .flatMap(([group, stream]) =>
      watchedStreams(useId, group, stream, now).map((one) => ({
        ...one,
        foreseen: foreseen(stream, one.monitor, curves.get(one.monitor)!, now),
      })),
    )
    .filter(({ sends }) => sends > 0);
  const alarmed = new Set(
    (await alarmsSince(db, useId, armedAt)).map(({ people, monitor }) => keyOf(people, monitor)),
  );
  return {
    use: useId,
    pausedBy: (await findGateUse(db, useId))?.pausedBy ?? null,
    armedAt: armedAt > BEGINNING ? armedAt.toISOString() : null,
    events: await countEvents(db, useId, armedAt),
    unmatched: everybody.total('unmatched'),
    quiet: watched
      .filter(({ bound, group, monitor }) => bound !== null && !alarmed.has(keyOf(group, monitor)))
      .map(quietOf),
    streams: watched.map((stream) => ({ ...stream, soFar: soFar(stream.days) })),
    ramp: await showRamp(db, useId),
  };
}

const keyOf = (group: unknown, monitor: string): string => `${JSON.stringify(group)}\u0000${monitor}`;

function soFar(days: WatchedStream['days']): readonly RateSoFar[] {
  let [sends, events] = [0, 0];
  return days.map((day) => {
    sends += day.sends;
    events += day.events;
    return { day: day.day, sends, rate: events / sends, interval: anytimeInterval(events, sends) };
  });
}

/**
 * Lets a use run again that a monitor paused. Evidence begins anew: what comes from now on is watched as before, and
 * nothing exempts the use. Refusals: `people.not-allowed`, `store.not-found`, `outcome.not-paused`.
 */
export async function resumeUse(change: Change, useId: string, reason: string): Promise<void> {
  const { db, at, caller } = change;
  const { owner } = await lockedUse(change, useId);
  demand(change, 'stop.lift', { owner });
  if (!(await unpauseUse(change, useId)))
    throw new Refusal(
      problem(
        'outcome.not-paused',
        `the use \`${useId}\` is not paused`,
        'look at where it stands at the gate',
      ),
    );
  await lockMonitored(db, useId, BEGINNING);
  await rearm(db, useId, at);
  say(change, useId, 'use.unpaused', { by: caller.account.key, reasonHash: contentHash(reason) });
}
