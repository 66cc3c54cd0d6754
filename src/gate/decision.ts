import type { ReasonCode } from './reason-codes.ts';

/** From the mildest to the strictest: `deny` counts above `hold`, `hold` above `permit`. */
export const OUTCOMES = ['permit', 'hold', 'deny'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whose turn it is before a held message may go: nothing but time, a reviewer, the owner of the use, or the person. */
export type WaitsFor = 'time' | 'reviewer' | 'owner' | 'person';

/** Why something may not be sent now. */
export interface Reason {
  readonly code: ReasonCode;
  readonly outcome: Exclude<Outcome, 'permit'>;
  /** One sentence for whoever sends: what was seen and what would have to change. It holds no personal data. */
  readonly detail: string;
  /** When asking again can help; `null` where time alone changes nothing, or where the time would tell something. */
  readonly retryAfter: Date | null;
  readonly waitsFor: WaitsFor | null;
}

export interface Decision {
  readonly decision: Outcome;
  /** Sorted by strictness, then code; empty for a permit. */
  readonly reasons: readonly Reason[];
  /** Of rules that are only tried out: they change nothing, and are logged. */
  readonly shadow: readonly Reason[];
  /** The clearance that it rests on; `null` where none could be verified. */
  readonly clearance: string | null;
  /** Until when a permit may be used; `null` for everything else. */
  readonly expiresAt: Date | null;
}

export const stricter = (a: Outcome, b: Outcome): Outcome =>
  OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b;

export const outcomeOf = (reasons: readonly Pick<Reason, 'outcome'>[]): Outcome =>
  reasons.reduce<Outcome>((worst, { outcome }) => stricter(worst, outcome), 'permit');
