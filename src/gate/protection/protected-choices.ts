import { isUnder } from '../../kernel/taxonomy/index.ts';
import { answerTo, type Question } from '../../playbook/6-control/ledger/answer.ts';
import { type ChoiceState, entriesOf, isNo, keyOf } from '../../playbook/6-control/ledger/choice-state.ts';

/** What profiling is done for. Whoever said no to one of these has a right that nobody learns of it from a refusal. */
export const PROFILING_PURPOSES = ['personalize', 'marketing.advertising.profiling'] as const;
export const PROFILING = PROFILING_PURPOSES[0];

/**
 * Whether an entry tells something that no sender may learn: that a person objects to profiling, or a theme that they
 * are spared. A no to marketing is no secret; what a browser’s signal refused is told by the browser itself.
 */
export const isProtectedEntry = (slot: string, purpose: string | null): boolean =>
  slot === 'theme-spared' ||
  slot === 'theme-welcome' ||
  (slot !== 'gpc' &&
    slot !== 'yes' &&
    slot !== 'lapsed' &&
    purpose !== null &&
    PROFILING_PURPOSES.some((one) => isUnder(purpose, one)));

/** What of somebody's choices may stand where senders can see the answer. The rest of it becomes rests. */
export function ordinaryPart(state: ChoiceState): ChoiceState {
  if (!hasProtectedEntry(state)) return state;
  return Object.fromEntries(
    entriesOf(state).flatMap(({ slot, scope, theme, at, until, id }) =>
      isProtectedEntry(slot, scope.purpose) ? [] : [[keyOf(slot, scope, theme), { at, until, id }]],
    ),
  );
}

/** Whether the person said no, or not now, to the profiling that is planned, and no later yes named it. */
export function saysNoToProfiling(
  state: ChoiceState,
  planned: Question,
  profiles: boolean,
  now: Date,
): boolean {
  if (!hasProtectedEntry(state)) return false;
  const part: ChoiceState = Object.fromEntries(
    entriesOf(state).flatMap(({ slot, scope, theme, at, until, id }) =>
      slot === 'yes' || (isProtectedEntry(slot, scope.purpose) && (isNo(slot) || slot === 'paused'))
        ? [[keyOf(slot, scope, theme), { at, until, id }]]
        : [],
    ),
  );
  return [planned.purpose, ...(profiles ? [PROFILING] : [])].some(
    (purpose) => !answerTo(part, { ...planned, purpose, themes: [], needsConsent: false }, now).permitted,
  );
}

function hasProtectedEntry(state: ChoiceState): boolean {
  for (const key in state) {
    const end = key.indexOf('|');
    const next = key.indexOf('|', end + 1);
    if (isProtectedEntry(key.slice(0, end), key.slice(end + 1, next))) return true;
  }
  return false;
}
