import { EVERYBODY } from '../../../playbook/7-outcomes/counts/contributions.ts';
import type { LiveStream } from '../../../playbook/7-outcomes/counts/live-stream.ts';
import {
  type Alarm,
  alarmOf,
  asksFor,
  brokenRule,
  groupOf,
} from '../../../playbook/7-outcomes/judge/alarm.ts';
import { againstBound, besideOthers, type Standing } from '../../../playbook/7-outcomes/judge/standings.ts';
import { watchedStreams } from '../../../playbook/7-outcomes/judge/watched-stream.ts';
import { discoveries } from '../../../playbook/7-outcomes/monitors/e-benjamini-hochberg.ts';
import { ACTIONS, type AlarmAction, WARN_AT } from '../../../playbook/7-outcomes/monitors/ladder.ts';
import { alarmsSince, lockMonitored, setJudged } from '../../../stores/sql/repositories/alarms.ts';
import { setStandings, strongEvidence } from '../../../stores/sql/repositories/outcome-counts.ts';
import { flawsSince } from '../../../stores/sql/repositories/send-incidents.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { tellMonitors } from '../gate/pause-and-stage.ts';
import { CAUSE_OF_FLAW } from '../incidents/causes.ts';
import { BEGINNING } from './beginning.ts';
import { recountIfAsked } from './count-events.ts';
import { keepLags } from './delays.ts';
import { BLIND, liftBlind } from './hold-blind.ts';
import { raiseAlarms } from './raise-alarms.ts';
import { goOn } from './ramp.ts';
import { readPeers, readWatched, type WatchedUse } from './read-watched.ts';

/** What of a stream says how it stands, with the stream itself. */
interface Judged extends Standing {
  readonly group: string;
  readonly stream: LiveStream;
}

/**
 * Runs the monitors over the counts of a use, writes down what they say for the first time, and pauses the use where they
 * ask for it: the gate refuses the next decision. Gives how many alarms are new.
 *
 * @param withPeers also beside other uses, whose counts are read then: for what has time.
 */
export async function judgeUse(
  context: Pick<ServerContext, 'sealer' | 'reviewSeed'>,
  work: Work,
  useId: string,
  withPeers = false,
): Promise<number> {
  const { db, at } = work;
  const { armedAt } = await lockMonitored(db, useId, BEGINNING);
  await liftBlind(work, useId);
  await recountIfAsked(work, useId, armedAt);
  const watched = await readWatched(db, useId, at);
  const { everybody, now } = watched;
  const judged = await judge(db, useId, watched, withPeers);
  await setStandings(
    db,
    judged.flatMap(({ group, monitor, logEValue }) =>
      logEValue === null ? [] : [{ useId, people: group, monitor, logE: kept(logEValue), judgedAt: at }],
    ),
  );
  const place = { use: useId, at: new Date(now * 1000) };
  const told = await gravestOf(db, useId, armedAt);
  const found = await discoveriesOf(db, useId);
  const alarms: Alarm[] = [];
  for (const one of judged) {
    const key = keyOf(one.group, one.monitor);
    const action = asksFor(one, found.has(key));
    if (action !== null && ACTIONS.indexOf(action) > (told.get(key) ?? -1))
      alarms.push(alarmOf({ ...place, group: groupOf(one.group) }, one, one.stream, action));
  }
  for (const rule of await brokenRules(db, useId, everybody, armedAt))
    if (!told.has(keyOf(EVERYBODY, rule)))
      alarms.push(brokenRule({ ...place, group: null }, rule, everybody.total('exposed')));
  await raiseAlarms(context, work, { useId, armedAt }, alarms);
  await keepLags(db, useId, everybody, now);
  const hasAlarmed = alarms.length > 0 || [...told.keys()].some((key) => key !== keyOf(EVERYBODY, BLIND));
  await goOn(work, useId, { everybody, now, hasAlarmed });
  await tellMonitors(work, useId, watchedStreams(useId, EVERYBODY, everybody, now));
  const lastSentAt = Number.isFinite(everybody.lastSend) ? new Date(everybody.lastSend * 1000) : null;
  await setJudged(db, useId, { judgedAt: at, lastSentAt });
  return alarms.length;
}

async function judge(
  db: Database,
  useId: string,
  watched: WatchedUse,
  withPeers: boolean,
): Promise<readonly Judged[]> {
  const { streams, everybody, now } = watched;
  const peers = withPeers ? await readPeers(db, useId, watched) : null;
  return [...streams].flatMap(([group, stream]) => {
    const others = {
      everybody: group === EVERYBODY ? null : everybody,
      peers: peers?.get(group) ?? null,
    };
    const standings = [...againstBound(stream, now), ...besideOthers(stream, others, now)];
    return standings.map((standing) => ({ ...standing, group, stream }));
  });
}

/** Rules that need no statistics, each broken at least once. */
async function brokenRules(
  db: Database,
  useId: string,
  everybody: LiveStream,
  armedAt: Date,
): Promise<readonly string[]> {
  const flaws = await flawsSince(db, useId, armedAt);
  return [
    ...(everybody.total('send-after-opt-out') > 0 ? ['send-after-opt-out'] : []),
    ...(['uncleared', 'after-no'] as const)
      .filter((flaw) => flaws.has(flaw))
      .map((flaw) => CAUSE_OF_FLAW[flaw]),
  ];
}

/** What of this use is found when all streams of all uses are looked at together. */
export async function discoveriesOf(db: Database, useId: string): Promise<ReadonlySet<string>> {
  const { total, strong } = await strongEvidence(db, WARN_AT);
  const fallen = discoveries(
    strong.map(({ logE }) => logE),
    total,
  );
  const own = strong.filter((stream, index) => fallen[index] && stream.useId === useId);
  return new Set(own.map(({ people, monitor }) => keyOf(people, monitor)));
}

/** The gravest step that each monitor took since the use was armed, as its place in the ladder. */
export async function gravestOf(
  db: Database,
  useId: string,
  armedAt: Date,
): Promise<ReadonlyMap<string, number>> {
  const gravest = new Map<string, number>();
  for (const { people, monitor, action } of await alarmsSince(db, useId, armedAt)) {
    const key = keyOf(people === null ? EVERYBODY : JSON.stringify(people), monitor);
    gravest.set(key, Math.max(gravest.get(key) ?? -1, ACTIONS.indexOf(action as AlarmAction)));
  }
  return gravest;
}

/** A database holds no infinite evidence. */
export const kept = (logEValue: number): number => Math.max(-1e6, Math.min(1e6, logEValue));
export const keyOf = (group: string, monitor: string): string => `${group}\u0000${monitor}`;
