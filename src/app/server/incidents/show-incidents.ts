import { clocksOf, type IncidentClock } from '../../../playbook/7-outcomes/incidents/clocks.ts';
import {
  type Incident,
  type MissingToClose,
  missingToClose,
} from '../../../playbook/7-outcomes/incidents/incident.ts';
import type { IncidentEvent } from '../../../playbook/7-outcomes/incidents/incident-event.ts';
import { alarmsById } from '../../../stores/sql/repositories/alarm-reviews.ts';
import {
  findIncident,
  type IncidentSort,
  incidentsOfPlace,
  listIncidents,
} from '../../../stores/sql/repositories/incidents.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { usesToSee } from '../gate/uses-to-see.ts';
import { type ShownAlarm, seenAlarm, shownAlarm } from '../outcomes/shown-alarm.ts';
import { seenUse } from '../uses/standing.ts';
import { type Affected, countAffected } from './affected.ts';
import { historyOf, incidentsOf, type StoredIncident } from './stored-incident.ts';

/** An incident in a list. */
export interface ListedIncident
  extends Pick<Incident, 'kind' | 'cause' | 'state' | 'openedAt' | 'closedAt' | 'recurs'> {
  readonly id: string;
  readonly use: string;
  readonly clocks: readonly IncidentClock[];
  readonly missing: readonly MissingToClose[];
  readonly version: number;
}

/** An incident with everything that belongs to it. */
export interface ShownIncident
  extends ListedIncident,
    Pick<
      Incident,
      'reported' | 'knownSince' | 'evidence' | 'found' | 'notice' | 'told' | 'remedy' | 'proofs' | 'guard'
    > {
  readonly affected: Affected;
  /** Of those it arose from; the group only for those who may see results by group. */
  readonly alarms: ReadonlyArray<ShownAlarm & { readonly isGroupHidden: boolean }>;
  /** Others of the same use and cause, latest first. */
  readonly recurrences: ReadonlyArray<{
    readonly id: string;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }>;
  readonly history: ReadonlyArray<IncidentEvent & Readonly<Record<string, unknown>>>;
}

/** Incidents of uses that the caller may see, newest first. Refusals: `store.not-found`. */
export async function showIncidents(
  view: View,
  {
    use,
    ...filter
  }: {
    readonly use?: string | undefined;
    readonly open?: boolean | undefined;
    readonly cause?: string | undefined;
  },
  request: PageRequest<IncidentSort>,
): Promise<Page<ListedIncident>> {
  if (use !== undefined) await seenUse(view, use);
  const { useIds } = use === undefined ? await usesToSee(view) : {};
  const { items, next } = await listIncidents(view.db, { ...filter, useId: use, useIds }, request);
  return { next, items: (await incidentsOf(view.db, items)).map((stored) => listed(stored, view.at)) };
}

/** Refusals: `store.not-found`. */
export async function showIncident(view: View, id: string): Promise<ShownIncident> {
  const row = await findIncident(view.db, id);
  if (row === undefined) throw missing();
  await seenUse(view, row.useId);
  const [stored] = await incidentsOf(view.db, [row]);
  return shownIncident(view, stored!);
}

export async function shownIncident(
  view: Pick<View, 'db' | 'at' | 'caller'>,
  stored: StoredIncident,
): Promise<ShownIncident> {
  const { db, at } = view;
  const { row, incident } = stored;
  const withGroups = isAllowed(view, 'aggregate.read');
  const alarms = await alarmsById(
    db,
    incident.evidence.filter(({ of }) => of === 'alarm').map(({ id }) => id),
  );
  const others = await incidentsOfPlace(db, row);
  const { reported, knownSince, evidence, found, notice, told, remedy, proofs, guard } = incident;
  return {
    ...listed(stored, at),
    ...{ reported, knownSince, evidence, found, notice, told, remedy, proofs, guard },
    affected: await countAffected(db, stored, { now: at, withGroups }),
    alarms: alarms.map((alarm) => seenAlarm(shownAlarm(alarm), withGroups)),
    recurrences: others
      .filter(({ id }) => id !== row.id)
      .map(({ id, openedAt, closedAt }) => ({
        id,
        openedAt: openedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
      })),
    history: (await historyOf(db, row.id)).map((event) => ({ ...event })),
  };
}

const listed = ({ row, incident }: StoredIncident, now: Date): ListedIncident => {
  const { kind, cause, state, openedAt, closedAt, recurs } = incident;
  return {
    id: row.id,
    use: row.useId,
    ...{ kind, cause, state, openedAt, closedAt, recurs },
    clocks: clocksOf(incident, now),
    missing: incident.state === 'closed' ? [] : missingToClose(incident),
    version: row.version,
  };
};
