import { problem } from '../../../kernel/problem.ts';
import type { WatchedStream } from '../../../playbook/7-outcomes/watch.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { setMonitoredRates } from '../../../stores/sql/repositories/gate-monitors.ts';
import {
  findGateUse,
  type GateUse,
  setGateUse,
  tellClaims,
} from '../../../stores/sql/repositories/gate-uses.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { seenUse } from '../uses/standing.ts';

/** Where a use stands at the gate beside its clearance and its stops. */
export interface ShownRunning {
  readonly use: string;
  /** Who or what paused it; `null` where it runs. */
  readonly pausedBy: string | null;
  /** How many may be sent at this stage of the roll-out; `null` without stages. */
  readonly stageSize: number | null;
  readonly stageSent: number;
  readonly claims: ReadonlyArray<{
    readonly fact: string;
    readonly state: string;
    readonly freshUntil: string | null;
  }>;
  readonly version: number;
}

/** Refusals: `store.not-found`. */
export async function showRunning(view: View, useId: string): Promise<ShownRunning> {
  await seenUse(view, useId);
  const row = await findGateUse(view.db, useId);
  const standing = (await view.context.gate.parts.useStates.read(view.db, [useId], view.at)).get(useId);
  return {
    use: useId,
    ...shown(row),
    claims: (standing?.state.claims ?? []).map(({ fact, state, freshUntil }) => ({
      fact,
      state,
      freshUntil: freshUntil.getTime() === 0 ? null : freshUntil.toISOString(),
    })),
  };
}

/**
 * Sets how many may be sent at this stage: another number begins another stage. For the owner of the use.
 * Refusals: `people.not-allowed`, `store.not-found`, `store.changed`.
 */
export async function setStage(
  change: Change,
  useId: string,
  version: number,
  stageSize: number | null,
): Promise<ShownRunning> {
  const { owner } = await seenUse(change, useId);
  demand(change, 'use.write', { owner });
  const row = await findGateUse(change.db, useId);
  await setGateUse(
    change.db,
    { useId, pausedBy: row?.pausedBy ?? null, stageSize, changedAt: change.at },
    version,
  );
  return showRunning(change, useId);
}

/** Pauses a use that a monitor asks it of: the gate refuses its next decision. Of one that is paused nothing changes. */
export async function pauseUse(work: Work, useId: string, monitor: string): Promise<void> {
  const row = await findGateUse(work.db, useId);
  if (row?.pausedBy != null) return;
  await setGateUse(
    work.db,
    { useId, pausedBy: `monitor ${monitor}`, stageSize: row?.stageSize ?? null, changedAt: work.at },
    null,
  );
  say(work, useId, 'use.paused', { monitor });
}

/**
 * Lets a paused use run again, and forgets what its monitors said: evidence begins anew. False where it is not paused.
 * Who may, and what goes into the evidence log, is the caller's to know.
 */
export async function unpauseUse({ db, at }: Work, useId: string): Promise<boolean> {
  const row = await findGateUse(db, useId);
  if (row?.pausedBy == null) return false;
  await setGateUse(db, { useId, pausedBy: null, stageSize: row.stageSize, changedAt: at }, null);
  await setMonitoredRates(db, useId, {}, at);
  return true;
}

/** Keeps what the monitors of a use still allow of everybody together, for clearances that depend on it. */
export async function tellMonitors(
  { db, at }: Work,
  useId: string,
  streams: readonly WatchedStream[],
): Promise<void> {
  const ofAll = streams.filter(({ use, group }) => use === useId && group === null);
  await setMonitoredRates(
    db,
    useId,
    Object.fromEntries(ofAll.map(({ monitor, interval }) => [monitor, interval[0]])),
    at,
  );
}

/** What a system of the organisation knows of a named fact. */
export interface ToldClaim {
  readonly fact: string;
  readonly state: 'true' | 'not-true' | 'unknown';
  readonly freshUntil: Date;
}

/** Longer than this nobody may take a claim for checked. */
const LONGEST_FRESH_MS = 7 * 86_400_000;

/**
 * Takes from a system of the organisation whether the facts of a use are true, and until when that is good. The owner of
 * the use cannot say it: they would say it of themselves. Refusals: `people.not-allowed`, `store.not-found`,
 * `gate.invalid-claim`.
 */
export async function tellFacts(change: Change, useId: string, claims: readonly ToldClaim[]): Promise<void> {
  demand(change, 'gate.tell');
  const { db, at } = change;
  if ((await findUse(db, useId)) === undefined) throw missing();
  if (claims.some(({ freshUntil }) => freshUntil.getTime() - at.getTime() > LONGEST_FRESH_MS))
    throw new Refusal(
      problem(
        'gate.invalid-claim',
        'a fact is said to be good for more than seven days',
        'ask it again in time, and tell what it says then',
      ),
    );
  await tellClaims(
    db,
    claims.map((claim) => ({ ...claim, useId, toldAt: at })),
  );
}

const shown = (row: GateUse | undefined) => ({
  pausedBy: row?.pausedBy ?? null,
  stageSize: row?.stageSize ?? null,
  stageSent: row?.stageSent ?? 0,
  version: row?.version ?? 0,
});
