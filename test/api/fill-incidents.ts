import { openIncident } from '../../src/app/server/incidents/open-incident.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addSendIncidents } from '../../src/stores/sql/repositories/send-incidents.ts';
import type { Work } from '../../src/stores/sql/store.ts';

/** Several incidents, two of each at one moment. */
export async function fillIncidents(work: Work, useId: string): Promise<void> {
  const { db, at } = work;
  await addSendIncidents(
    db,
    [0, 1, 2, 3].map((number) => ({
      id: newId('incident', at),
      source: 'own',
      eventId: `event-${number}`,
      useId,
      flaw: number % 2 === 0 ? 'changed' : 'after-no',
      sentAt: at,
      notedAt: new Date(at.getTime() + (number >> 1) * 86_400_000),
    })),
  );
  for (const cause of ['wrong-price', 'wrong-claim', 'pressure', 'other'])
    await openIncident(work, {
      useId,
      cause,
      kind: 'report',
      evidence: [],
      by: null,
      words: 'what somebody saw',
    });
}
