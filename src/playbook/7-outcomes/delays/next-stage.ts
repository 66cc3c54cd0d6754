import type { Cohort } from '../counts/by-stratum.ts';
import { type DelayCurve, ripeSends } from './delay-curve.ts';

/** Shares of a roll-out that have been sent to at the end of each stage. */
export const STAGES: readonly number[] = [0.01, 0.05, 0.1, 0.25, 0.5, 1];

/** Fewer people than this have no stages that differ. */
export const LEAST_RAMP = 100;

/** How many are sent to in a stage, from 0 to 5; of `total` people, at least `LEAST_RAMP`. */
export const sizeOfStage = (total: number, stage: number): number =>
  Math.ceil(total * STAGES[stage]!) - (stage === 0 ? 0 : Math.ceil(total * STAGES[stage - 1]!));

/** How a stage of a roll-out stands. */
export interface StageStanding {
  readonly stage: number;
  readonly size: number;
  /** Sent in this stage. */
  readonly sent: number;
  /** Sends of the whole roll-out so far that were told of. */
  readonly told: number;
  /** Of these, as if each had had its time: at least. */
  readonly ripe: number;
  readonly isPaused: boolean;
  /** Whether any monitor warned, or did more, since the use was armed. */
  readonly hasAlarmed: boolean;
}

const HOUR_MS = 3_600_000;
/** After so long a send is taken as ripe where nothing was learned of delays: else a first use would never go on. */
const RIPE_ANYWAY_MS = 72 * HOUR_MS;

/** Sends that are ripe at least, or old. */
export function ripeForStage(cohorts: Iterable<Cohort>, curve: DelayCurve, nowMs: number): number {
  let ripe = 0;
  for (const cohort of cohorts)
    ripe +=
      nowMs - (cohort.hour + 1) * HOUR_MS >= RIPE_ANYWAY_MS
        ? cohort.exposed
        : ripeSends([cohort], curve, nowMs).low;
  return ripe;
}

/** So much of what would follow must have had its time before more is sent (ours). */
const RIPE_SHARE = 0.9;

/**
 * The next stage of a roll-out; `null` where this one goes on: while it is not full, while too little of what was sent
 * is ripe, so that harm would show too late, and where anything alarmed, until somebody has looked.
 */
export function nextStage(standing: StageStanding): number | null {
  const { stage, size, sent, told, ripe, isPaused, hasAlarmed } = standing;
  if (isPaused || hasAlarmed || stage >= STAGES.length - 1 || sent < size) return null;
  // What is not told of cannot be ripe: a monitor that sees nothing lets nobody on.
  const before = stage === 0 ? 0 : told - sent;
  const isTold = told >= RIPE_SHARE * (Math.max(0, before) + sent);
  return isTold && told > 0 && ripe >= RIPE_SHARE * told ? stage + 1 : null;
}
