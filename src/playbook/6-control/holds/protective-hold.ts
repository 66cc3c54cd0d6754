import type { Answer } from '../ledger/answer.ts';
import { refuses, type Scope } from '../ledger/scope.ts';
import type { SubjectKey } from '../ledger/subject-key.ts';

/**
 * Somebody is left in peace until a day. There is no field for why, and there must never be one: a list of holds by cause
 * is a list of the bereaved, of debtors and of the ill.
 */
export interface ProtectiveHold {
  readonly subject: SubjectKey;
  readonly scope: Scope;
  readonly until: Date;
}

/** Longest time for which a hold is set at once (ours): what lasts longer is set again by somebody who knows. */
export const LONGEST_HOLD_DAYS = 366;

/** The hold that keeps this from being done now: the one that lasts longest; `null` where none does. */
export function holdOn(
  holds: readonly ProtectiveHold[],
  planned: Scope,
  now: Date,
): Pick<ProtectiveHold, 'until'> | null {
  const inForce = holds
    .filter(({ scope, until }) => until > now && refuses(scope, planned, false))
    .sort((a, b) => b.until.getTime() - a.until.getTime());
  return inForce[0] === undefined ? null : { until: inForce[0].until };
}

/** What a gate answers where a hold stands: until when, and in the words that stand for every protected reason. */
export const heldAnswer = (answer: Answer, hold: Pick<ProtectiveHold, 'until'> | null): Answer =>
  hold === null || !answer.permitted
    ? answer
    : { permitted: false, because: 'paused', event: null, until: hold.until };
