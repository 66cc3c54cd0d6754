import { contentHash } from '../../../kernel/canonical.ts';
import { nextDue } from '../../../playbook/7-outcomes/incidents/clocks.ts';
import type { Incident } from '../../../playbook/7-outcomes/incidents/incident.ts';
import type { IncidentEvent } from '../../../playbook/7-outcomes/incidents/incident-event.ts';
import { foldIncident, nextIncident } from '../../../playbook/7-outcomes/incidents/next-incident.ts';
import {
  addIncidentEvent,
  changeIncident,
  eventsOfIncidents,
  type IncidentRow,
  lockIncident,
  type StoredIncidentEvent,
} from '../../../stores/sql/repositories/incidents.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { missing, need } from '../change.ts';
import { say } from '../evidence/say.ts';

/** An incident with what its events come to. */
export interface StoredIncident {
  readonly row: IncidentRow;
  readonly incident: Incident;
}

const eventOf = ({ at, byKey, event }: StoredIncidentEvent): IncidentEvent =>
  ({ ...(event as object), at: at.toISOString(), by: byKey }) as IncidentEvent;

/** Several incidents from their events. */
export async function incidentsOf(
  db: Database,
  rows: readonly IncidentRow[],
): Promise<readonly StoredIncident[]> {
  const events = await eventsOfIncidents(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    row,
    incident: need(foldIncident((events.get(row.id) ?? []).map(eventOf))),
  }));
}

/** What happened to an incident, in order. */
export const historyOf = async (db: Database, id: string): Promise<readonly IncidentEvent[]> =>
  ((await eventsOfIncidents(db, [id])).get(id) ?? []).map(eventOf);

/** For this transaction alone until it ends. Refusals: `store.not-found`. */
export async function lockedIncident(db: Database, id: string): Promise<StoredIncident> {
  const row = await lockIncident(db, id);
  if (row === undefined) throw missing();
  return (await incidentsOf(db, [row]))[0]!;
}

/**
 * Takes a step in an incident that is locked, keeps what it comes to, and says so in the evidence log. With `expected`,
 * only where nobody changed it since that version was read. Refusals: `store.changed`, `incident.*`.
 */
export async function takeStep(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  { row, incident: before }: StoredIncident,
  event: IncidentEvent,
  expected: number | null = null,
): Promise<StoredIncident> {
  const incident = need(nextIncident(before, event));
  // The same evidence again is none.
  if (incident === before) return { row, incident };
  const changed = await changeIncident(work.db, row.id, expected, {
    state: incident.state,
    dueAt: nextDue(incident) ?? row.openedAt,
    ...(incident.closedAt === null ? {} : { closedAt: new Date(incident.closedAt) }),
  });
  await addIncidentEvent(work.db, row.id, event);
  const { by } = event;
  const recordHash = contentHash(event);
  if (event.type === 'closed') say(work, row.useId, 'incident.closed', { by, incident: row.id, recordHash });
  else say(work, row.useId, 'incident.stepped', { by, incident: row.id, step: event.type, recordHash });
  return { row: changed, incident };
}
