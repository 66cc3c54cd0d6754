import { nextDue } from '../../../playbook/7-outcomes/incidents/clocks.ts';
import { openedBy } from '../../../playbook/7-outcomes/incidents/incident.ts';
import type {
  IncidentEvidence,
  IncidentKind,
} from '../../../playbook/7-outcomes/incidents/incident-event.ts';
import {
  addIncident,
  addIncidentEvent,
  findOpenIncident,
  incidentsOfPlace,
} from '../../../stores/sql/repositories/incidents.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { say } from '../evidence/say.ts';
import { lockedIncident, takeStep } from './stored-incident.ts';

/** Harm that was seen. */
export interface Seen {
  readonly useId: string;
  readonly cause: string;
  readonly kind: IncidentKind;
  readonly evidence: readonly IncidentEvidence[];
  /** Key and words of the person who reports it; `null` where the server saw it. */
  readonly by: string | null;
  readonly words: string | null;
}

/**
 * Opens an incident, or adds the evidence to the one of the same use and cause that is open. One that happened before is
 * linked. Gives its id.
 */
export async function openIncident(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  { useId, cause, kind, evidence, by, words }: Seen,
): Promise<string> {
  const { db, at } = work;
  const place = { useId, cause };
  const known = await findOpenIncident(db, place);
  if (known === undefined) {
    const id = newId('incident', at);
    const [before] = await incidentsOfPlace(db, place);
    const recurs = before?.id ?? null;
    const event = { type: 'opened', at: at.toISOString(), by, kind, cause, words, evidence, recurs } as const;
    const incident = openedBy(event);
    const row = await addIncident(db, {
      id,
      useId,
      cause,
      kind,
      state: incident.state,
      openedAt: at,
      dueAt: nextDue(incident) ?? at,
      recurs,
    });
    if (row !== undefined) {
      await addIncidentEvent(db, id, event);
      say(work, useId, 'incident.opened', { by, incident: id, kind, cause, recurs });
      return id;
    }
  }
  // Somebody opened it meanwhile.
  const open = known ?? (await findOpenIncident(db, place));
  if (open === undefined) return openIncident(work, { useId, cause, kind, evidence, by, words });
  if (evidence.length > 0) {
    let stored = await lockedIncident(db, open.id);
    for (const one of evidence)
      stored = await takeStep(work, stored, {
        type: 'evidence-added',
        at: at.toISOString(),
        by,
        evidence: one,
      });
  }
  return open.id;
}
