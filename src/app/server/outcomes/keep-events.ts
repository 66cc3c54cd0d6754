import {
  addOutcomeEvents,
  knownUses,
  type NewOutcomeEvent,
} from '../../../stores/sql/repositories/outcome-events.ts';
import { noteTold } from '../../../stores/sql/repositories/outcome-tellings.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { countNewEvents } from './count-events.ts';

/** What became of events that could be read. */
export interface KeptEvents {
  /** Those that were not told before, in the order given. */
  readonly fresh: readonly NewOutcomeEvent[];
  /** Of those that are new, such as speak of no use that is known. */
  readonly quarantined: number;
  /** Known uses that were spoken of. */
  readonly uses: readonly string[];
}

/** Keeps events that were told, whoever told them, each once: everything that comes of an event starts here. */
export async function keepEvents(
  { db, at }: Pick<Work, 'db' | 'at'>,
  events: readonly NewOutcomeEvent[],
): Promise<KeptEvents> {
  const fresh = await addOutcomeEvents(db, events);
  await countNewEvents({ db }, fresh);
  await noteTold(db, [...new Set(fresh.map(({ useId }) => useId))], at);
  const spoken = new Set(events.map(({ useId }) => useId));
  const known = await knownUses(db, [...spoken]);
  return {
    fresh,
    quarantined: fresh.filter(({ useId }) => !known.has(useId)).length,
    uses: [...known],
  };
}
