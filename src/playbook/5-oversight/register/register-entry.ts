import type { UseCard } from '../../../check/facts/card.ts';
import { AUTOMATED_KINDS } from '../automated-kinds.ts';
import { stopDrill } from '../stops/stop.ts';

/** Decision classes, from what weighs least; `unclassed` stands last, as nobody knows what it does. */
export const DECISION_CLASSES = ['none', 'notable', 'significant', 'unclassed'] as const;
export type DecisionClass = (typeof DECISION_CLASSES)[number];

/** What the register of automations holds of a use by itself. */
export interface RegisterEntry {
  readonly isAutomation: boolean;
  readonly decision: DecisionClass;
  readonly stopOwner: string | null;
}

/**
 * Whether a use decides by machine, and how much: it says so, has a score or a rule, or is of a kind that does nothing
 * else. The card counts as it is written: a use that decides and does not say so stands here as `unclassed`.
 */
export function registerEntry(card: UseCard): RegisterEntry {
  const { kind, automation, scores = [], rules = [] } = card;
  return {
    isAutomation:
      automation !== undefined ||
      scores.length > 0 ||
      rules.length > 0 ||
      (AUTOMATED_KINDS as readonly string[]).includes(kind),
    decision: automation?.decision ?? 'unclassed',
    stopOwner: automation?.stop_owner ?? null,
  };
}

/** How often stopping is drilled, and how fast it works (ours). */
export const DRILL = { days: 90, minutes: 5 } as const;

export interface DrillState {
  readonly lastAt: string | null;
  readonly seconds: number | null;
  readonly isFastEnough: boolean | null;
  /** Whether one must be held: none took effect within the last 90 days, or the last one took too long. */
  readonly isDue: boolean;
}

/** What the drills of a use show. One that could not stop it shows nothing. */
export function drillState(
  drills: ReadonlyArray<{
    readonly id: string;
    readonly use: string;
    readonly startedAt: string;
    readonly stoppedAt: string | null;
  }>,
  now: Date,
): DrillState {
  const stops = drills.map(({ id, use, startedAt, stoppedAt }) => ({
    id,
    use,
    by: null,
    reason: 'drill',
    at: startedAt,
    kind: 'drill' as const,
    effectiveAt: stoppedAt,
    lifted: null,
  }));
  const recent = stopDrill(stops, now, DRILL);
  const last = stopDrill(stops, now, { ...DRILL, days: Number.POSITIVE_INFINITY });
  return {
    lastAt: last?.at ?? null,
    seconds: last?.seconds ?? null,
    isFastEnough: last?.isFastEnough ?? null,
    isDue: recent === null || !recent.isFastEnough,
  };
}
