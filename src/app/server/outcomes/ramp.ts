import type { LiveStream } from '../../../playbook/7-outcomes/counts/live-stream.ts';
import {
  LEAST_RAMP,
  nextStage,
  ripeForStage,
  STAGES,
  sizeOfStage,
} from '../../../playbook/7-outcomes/delays/next-stage.ts';
import { findGateUse, setGateUse } from '../../../stores/sql/repositories/gate-uses.ts';
import { endRamp, findRamp, setRamp } from '../../../stores/sql/repositories/outcome-delays.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand } from '../change.ts';
import { lockedUse } from '../uses/standing.ts';
import { readCurves } from './delays.ts';

export { LEAST_RAMP };

/** A roll-out that goes on by itself. */
export interface ShownRamp {
  /** People whom it is for. */
  readonly people: number;
  /** From 1 to `stages`. */
  readonly stage: number;
  readonly stages: number;
  /** The share of people that is reached at the end of this stage. */
  readonly share: number;
}

/**
 * Rolls a use out to so many people in stages, each when what followed the ones before is known well enough; `null` ends
 * the stages. For the owner of the use. Refusals: `people.not-allowed`, `store.not-found`.
 *
 * @param people at least `LEAST_RAMP`.
 */
export async function rampUse(
  change: Change,
  useId: string,
  people: number | null,
): Promise<ShownRamp | null> {
  const { db, at } = change;
  const { owner } = await lockedUse(change, useId);
  demand(change, 'use.write', { owner });
  const pausedBy = (await findGateUse(db, useId))?.pausedBy ?? null;
  const stageSize = people === null ? null : sizeOfStage(people, 0);
  await setGateUse(db, { useId, pausedBy, stageSize, changedAt: at }, null);
  if (people === null) await endRamp(db, useId);
  else await setRamp(db, { useId, people, stage: 0, changedAt: at });
  return showRamp(db, useId);
}

export async function showRamp(db: Database, useId: string): Promise<ShownRamp | null> {
  const ramp = await findRamp(db, useId);
  if (ramp === undefined) return null;
  return { people: ramp.people, stage: ramp.stage + 1, stages: STAGES.length, share: STAGES[ramp.stage]! };
}

/** Goes on to the next stage where what was sent so far allows it. `now` is in seconds. */
export async function goOn(
  { db, at }: Pick<Work, 'db' | 'at'>,
  useId: string,
  {
    everybody,
    now,
    hasAlarmed,
  }: { readonly everybody: LiveStream; readonly now: number; readonly hasAlarmed: boolean },
): Promise<void> {
  const ramp = await findRamp(db, useId);
  if (ramp === undefined) return;
  const row = await findGateUse(db, useId);
  const size = sizeOfStage(ramp.people, ramp.stage);
  // Somebody set a number of their own: then they say how it goes on.
  if (row === undefined || row.stageSize !== size) return;
  const curve = (await readCurves(db)).get('complaints')!;
  const stage = nextStage({
    stage: ramp.stage,
    size,
    sent: row.stageSent,
    told: everybody.total('exposed'),
    ripe: ripeForStage(everybody.strata.cohorts('sent', 'complaints'), curve, now * 1000),
    isPaused: row.pausedBy !== null,
    hasAlarmed,
  });
  if (stage === null) return;
  await setRamp(db, { ...ramp, stage, changedAt: at });
  await setGateUse(
    db,
    { useId, pausedBy: row.pausedBy, stageSize: sizeOfStage(ramp.people, stage), changedAt: at },
    null,
  );
}
