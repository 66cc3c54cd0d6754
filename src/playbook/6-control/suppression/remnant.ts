import { type ChoiceState, isNo, keyOf, type Standing, slotOf } from '../ledger/choice-state.ts';
import { EVERYTHING } from '../ledger/scope.ts';

/** Stands where the id of an event stood that was erased: what it was is not needed to heed it. */
export const ERASED = 'erased';

/**
 * What stays of a person's choices when they are erased: every no, so that nobody who comes back with an old list can
 * write to them, and that whatever they had agreed to ended then. What they agreed to, when they paused and what they
 * wished to be spared is gone.
 */
export function remnantOf(state: ChoiceState, erasedAt: Date): ChoiceState {
  const noes = Object.entries(state)
    .filter(([key]) => isNo(slotOf(key)))
    .map(([key, { at }]): [string, Standing] => [key, { at, until: null, id: ERASED }]);
  return {
    ...Object.fromEntries(noes),
    [keyOf('lapsed', EVERYTHING, null)]: { at: erasedAt.getTime(), until: null, id: ERASED },
  };
}
