import type { RequestForPerson } from '../app/server/requests/for-person.ts';
import type { TextKey } from './texts/index.ts';

/** How a request stands, as its person reads it: while it is open its state, and then what came of it. */
export function standingOf({ state, outcome }: Pick<RequestForPerson, 'state' | 'outcome'>): TextKey {
  if (state === 'answered' || state === 'refused')
    return outcome === null ? 'outcome.other' : (`outcome.${outcome}` as TextKey);
  return `state.${state}`;
}
