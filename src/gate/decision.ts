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
  /** Binds also while its rule is only tried out: what the person said, what protects them, what cannot be read. */
  readonly isFirm: boolean;
}

export interface Decision {
  readonly decision: Outcome;
  /** Sorted by strictness, then code, each code once; empty for a permit. */
  readonly reasons: readonly Reason[];
  /** Of rules that are only tried out: they change nothing, and are logged. */
  readonly shadow: readonly Reason[];
  /** The clearance that it rests on; `null` where none could be verified. */
  readonly clearance: string | null;
  /** Until when a permit may be used; `null` for everything else. */
  readonly expiresAt: Date | null;
}

const strictness = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

export const stricter = (a: Outcome, b: Outcome): Outcome => (strictness(a) >= strictness(b) ? a : b);

export const outcomeOf = (reasons: readonly Pick<Reason, 'outcome'>[]): Outcome =>
  reasons.reduce<Outcome>((worst, { outcome }) => stricter(worst, outcome), 'permit');

/** Strictest first, then by code, each code once, so that the same reasons in any order are the same answer. */
export function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  const byCode = new Map<ReasonCode, Reason>();
  for (const reason of reasons) {
    const other = byCode.get(reason.code);
    byCode.set(reason.code, other === undefined ? reason : strictestOf(other, reason));
  }
  return [...byCode.values()].sort(
    (a, b) => strictness(b.outcome) - strictness(a.outcome) || (a.code < b.code ? -1 : 1),
  );
}

function strictestOf(a: Reason, b: Reason): Reason {
  const isFirst =
    strictness(a.outcome) - strictness(b.outcome) ||
    waitOf(a) - waitOf(b) ||
    (a.waitsFor ?? '').localeCompare(b.waitsFor ?? '');
  const strictest = isFirst >= 0 ? a : b;
  return a.isFirm === b.isFirm ? strictest : { ...strictest, isFirm: true };
}

/** A large number stands for no end, since two infinities have no difference. */
const waitOf = ({ retryAfter }: Reason): number => retryAfter?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** When a held message may be asked about again: after the last of its holds; `null` where time alone is not enough. */
export function retryAfterOf({ decision, reasons }: Pick<Decision, 'decision' | 'reasons'>): Date | null {
  if (decision !== 'hold') return null;
  const waits = reasons.map(waitOf);
  const last = Math.max(...waits);
  return last === Number.MAX_SAFE_INTEGER ? null : new Date(last);
}
