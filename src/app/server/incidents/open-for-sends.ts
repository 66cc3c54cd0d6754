import type { SendFlaw } from '../../../gate/incidents/flaws-of-send.ts';
import { knownUses } from '../../../stores/sql/repositories/outcome-events.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { CAUSE_OF_FLAW } from './causes.ts';
import { openIncident } from './open-incident.ts';

/**
 * Opens an incident for each use and flaw among sends that were just noted. Which sends they are stands in the list of
 * them; what speaks of a use that nobody knows stays there alone, since nobody answers for it.
 */
export async function openForSends(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  noted: ReadonlyArray<{ readonly useId: string; readonly flaw: string }>,
): Promise<void> {
  if (noted.length === 0) return;
  const known = await knownUses(work.db, [...new Set(noted.map(({ useId }) => useId))]);
  // In one order, so that two deliveries at once wait for one another and not for each other.
  const places = [...new Set(noted.map(({ useId, flaw }) => `${useId} ${flaw}`))].sort();
  for (const place of places) {
    const [useId, flaw] = place.split(' ') as [string, SendFlaw];
    if (known.has(useId))
      await openIncident(work, {
        useId,
        cause: CAUSE_OF_FLAW[flaw],
        kind: 'send',
        evidence: [],
        by: null,
        words: null,
      });
  }
}
