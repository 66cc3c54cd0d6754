import type { NewOutcomeEvent } from '../../../stores/sql/repositories/outcome-events.ts';
import { assignedUses, noteQuarantined } from '../../../stores/sql/repositories/outcome-quarantine.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { type KeptEvents, keepEvents } from './keep-events.ts';

/**
 * Keeps events of one source: of a campaign that somebody said is a use as that use's, and of one that nobody knows in
 * quarantine, where it is listed.
 */
export async function takeRows(
  work: Pick<Work, 'db' | 'at'>,
  source: string,
  events: readonly NewOutcomeEvent[],
): Promise<KeptEvents> {
  const assigned = await assignedUses(work.db, source, [...new Set(events.map(({ useId }) => useId))]);
  const kept = await keepEvents(
    work,
    assigned.size === 0
      ? events
      : events.map((event) => ({ ...event, useId: assigned.get(event.useId) ?? event.useId })),
  );
  if (kept.quarantined > 0) {
    const known = new Set(kept.uses);
    await noteQuarantined(
      work.db,
      kept.fresh.filter(({ useId }) => !known.has(useId)),
      work.at,
    );
  }
  return kept;
}
