import { coversJurisdiction } from '../../../kernel/jurisdiction.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import { type ChoiceState, entriesOf, isNo } from './choice-state.ts';
import { refuses, type Scope } from './scope.ts';

/** Months after a no in which nobody is asked again: ours, and twelve in California (CCPA regulations § 7221(k)). */
const MONTHS = 6;
const MONTHS_IN_CALIFORNIA = 12;

/**
 * From when on somebody may be asked for this again; `null` where they may be asked now. Where it is not known whose law
 * holds for them, the longer time does.
 */
export function askAgainFrom(
  state: ChoiceState,
  scope: Scope,
  jurisdiction: Jurisdiction | null,
  now: Date,
): Date | null {
  const noes = entriesOf(state).filter(
    (one) => isNo(one.slot) && refuses(one.scope, scope, one.slot === 'objected'),
  );
  if (noes.length === 0) return null;
  const isLonger = jurisdiction === null || coversJurisdiction(jurisdiction, 'us-ca');
  const from = new Date(Math.max(...noes.map(({ at }) => at)));
  // A day that the month does not have counts as the first of the next.
  from.setUTCMonth(from.getUTCMonth() + (isLonger ? MONTHS_IN_CALIFORNIA : MONTHS));
  return from > now ? from : null;
}
