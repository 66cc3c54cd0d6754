import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { EVERYBODY } from '../../../playbook/7-outcomes/counts/contributions.ts';
import { LiveStream } from '../../../playbook/7-outcomes/counts/live-stream.ts';
import { StreamCounts } from '../../../playbook/7-outcomes/counts/stream-counts.ts';
import { recallUse } from '../../../playbook/7-outcomes/counts/use-counts.ts';
import { alarmOf, asksFor, groupOf } from '../../../playbook/7-outcomes/judge/alarm.ts';
import { againstBound, type Standing } from '../../../playbook/7-outcomes/judge/standings.ts';
import { ACTIONS } from '../../../playbook/7-outcomes/monitors/ladder.ts';
import { poolsOf } from '../../../playbook/7-outcomes/pools/pools-of.ts';
import { lockMonitored } from '../../../stores/sql/repositories/alarms.ts';
import {
  countsOfEverybody,
  removePoolStandings,
  setStandings,
  usesToPool,
} from '../../../stores/sql/repositories/outcome-counts.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { BEGINNING } from './beginning.ts';
import { discoveriesOf, gravestOf, kept, keyOf } from './judge-use.ts';
import { raiseAlarms } from './raise-alarms.ts';
import { keptHour } from './read-watched.ts';

const HOUR_MS = 3_600_000;
/** A season. */
const POOLED_MS = 92 * 24 * HOUR_MS;

interface JudgedPool {
  /** As a group of a stream: `{"pool-owner":"…"}`. */
  readonly group: string;
  /** Who sent last: it is told of there. */
  readonly useId: string;
  readonly stream: LiveStream;
  readonly standings: readonly Standing[];
}

/**
 * Judges uses that share something together, over a season: ten of five thousand sends each see what none of them does.
 * What a pool shows warns and asks for a review of the use that sent last; it pauses nothing, as the harm may be another
 * use's. Gives how many alarms are new. Problems: those of the store.
 */
export const judgePools = (
  context: Pick<ServerContext, 'store' | 'sealer' | 'reviewSeed'>,
): Promise<Result<number, Problem>> =>
  context.store.write(async (work) => {
    const { db, at } = work;
    const pools = await readPools(db, at);
    await removePoolStandings(db);
    await setStandings(
      db,
      pools.flatMap(({ group, useId, standings }) =>
        standings.flatMap(({ monitor, logEValue }) =>
          logEValue === null ? [] : [{ useId, people: group, monitor, logE: kept(logEValue), judgedAt: at }],
        ),
      ),
    );
    let raised = 0;
    for (const [useId, own] of Map.groupBy(pools, (pool) => pool.useId))
      raised += await raise(context, work, useId, own);
    return raised;
  });

/** Pools of two uses or more, with how they stand. */
async function readPools(db: Database, at: Date): Promise<readonly JudgedPool[]> {
  const since = new Date(at.getTime() - POOLED_MS);
  const members = new Map<string, string[]>();
  for (const { useId, ...facts } of await usesToPool(db, since))
    for (const pool of poolsOf(facts)) {
      const group = JSON.stringify(pool);
      members.set(group, [...(members.get(group) ?? []), useId]);
    }
  const shared = [...members].filter(([, uses]) => uses.length > 1);
  const useIds = [...new Set(shared.flatMap(([, uses]) => uses))];
  const rows = await countsOfEverybody(db, useIds, Math.floor(since.getTime() / HOUR_MS));
  const counts = new Map(
    [...Map.groupBy(rows, ({ useId }) => useId)].map(([useId, hours]) => [
      useId,
      recallUse(hours.map(keptHour)).get(EVERYBODY)!,
    ]),
  );
  return shared.map(([group, uses]) => {
    const sum = new StreamCounts();
    for (const use of uses) {
      const one = counts.get(use);
      if (one !== undefined) sum.merge(one);
    }
    const stream = new LiveStream(sum);
    const now = Math.max(at.getTime() / 1000, stream.lastSend);
    const standings = againstBound(stream, now)
      .filter(({ logEValue }) => logEValue !== null)
      .map((standing) => ({ ...standing, monitor: `${standing.monitor}-pooled` }));
    return { group, useId: uses[0]!, stream, standings };
  });
}

async function raise(
  context: Pick<ServerContext, 'sealer' | 'reviewSeed'>,
  work: Work,
  useId: string,
  pools: readonly JudgedPool[],
): Promise<number> {
  const { db, at } = work;
  const { armedAt } = await lockMonitored(db, useId, BEGINNING);
  const told = await gravestOf(db, useId, armedAt);
  const found = await discoveriesOf(db, useId);
  const alarms = pools.flatMap(({ group, stream, standings }) =>
    standings.flatMap((standing) => {
      const key = keyOf(group, standing.monitor);
      const action = asksFor(standing, found.has(key));
      return action !== null && ACTIONS.indexOf(action) > (told.get(key) ?? -1)
        ? [alarmOf({ use: useId, group: groupOf(group), at }, standing, stream, action)]
        : [];
    }),
  );
  await raiseAlarms(context, work, { useId, armedAt }, alarms);
  return alarms.length;
}
