import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type IncidentRow = Row<'incidents'>;
export type StoredIncidentEvent = Row<'incidentEvents'>;

/** Keeps an incident. Where one of the same use and cause is open already that one stays, and nothing is given back. */
export const addIncident = (db: Database, incident: NewRow<'incidents'>): Promise<IncidentRow | undefined> =>
  db
    .insertInto('incidents')
    .values(incident)
    .onConflict((conflict) => conflict.columns(['useId', 'cause']).where('closedAt', 'is', null).doNothing())
    .returningAll()
    .executeTakeFirst();

export const findIncident = (db: Database, id: string): Promise<IncidentRow | undefined> =>
  db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();

/** For this transaction alone until it ends. */
export const lockIncident = (db: Database, id: string): Promise<IncidentRow | undefined> =>
  db.selectFrom('incidents').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export interface PlaceOfIncident {
  readonly useId: string;
  readonly cause: string;
}

const ofPlace = (db: Database, { useId, cause }: PlaceOfIncident) =>
  db.selectFrom('incidents').selectAll().where('useId', '=', useId).where('cause', '=', cause);

/** The one of a use and a cause that is open. */
export const findOpenIncident = (db: Database, place: PlaceOfIncident): Promise<IncidentRow | undefined> =>
  ofPlace(db, place).where('closedAt', 'is', null).executeTakeFirst();

/** Every one of a use and a cause, latest first. */
export const incidentsOfPlace = (db: Database, place: PlaceOfIncident): Promise<IncidentRow[]> =>
  ofPlace(db, place).orderBy('openedAt', 'desc').orderBy('id', 'desc').execute();

/** Refusals: `store.changed`. */
export const changeIncident = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'incidents'>,
): Promise<IncidentRow> => changeRow(db, 'incidents', id, expected, changes);

/** As much of an event as the store looks at; the domain knows the rest. */
interface NewIncidentEvent {
  readonly type: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
}

/** Adds an event behind those of an incident that is new or locked. */
export async function addIncidentEvent(
  db: Database,
  incidentId: string,
  { by, ...said }: NewIncidentEvent,
): Promise<void> {
  await db
    .insertInto('incidentEvents')
    .values((one) => ({
      incidentId,
      number: sql<number>`(${one
        .selectFrom('incidentEvents')
        .select(({ fn }) => sql<number>`coalesce(${fn.max('number')}, 0) + 1`.as('next'))
        .where('incidentId', '=', incidentId)})`,
      type: said.type,
      byKey: by,
      at: new Date(said.at),
      event: asJson(said),
    }))
    .execute();
}

/** The events of several incidents, each in their order. */
export async function eventsOfIncidents(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIncidentEvent[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('incidentEvents')
    .selectAll()
    .where('incidentId', 'in', ids)
    .orderBy('incidentId')
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, ({ incidentId }) => incidentId);
}

const ID = { column: 'incidents.id', key: 'id', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'incidents.openedAt', key: 'openedAt', type: 'time' }, ID],
  due: [{ column: 'incidents.dueAt', key: 'dueAt', type: 'time' }, ID],
  use: [{ column: 'incidents.useId', key: 'useId', type: 'text' }, ID],
} satisfies Sorts<string>;
export type IncidentSort = keyof typeof SORTS;

export interface IncidentFilter {
  readonly useId?: string | undefined;
  /** Uses of these people alone. */
  readonly useIds?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly cause?: string | undefined;
}

/** Newest first. */
export const listIncidents = (
  db: Database,
  { useId, useIds, open, cause }: IncidentFilter,
  request: PageRequest<IncidentSort>,
): Promise<Page<IncidentRow>> =>
  page(
    db
      .selectFrom('incidents')
      .selectAll('incidents')
      .$if(useId !== undefined, (all) => all.where('incidents.useId', '=', useId!))
      .$if(useIds !== undefined, (all) => all.where('incidents.useId', 'in', [...useIds!, '']))
      .$if(open !== undefined, (all) => all.where('incidents.closedAt', open ? 'is' : 'is not', null))
      .$if(cause !== undefined, (all) => all.where('incidents.cause', '=', cause!)),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );

/** How many are open, and of how many of them the next clock ended before a moment. */
export async function countOpenIncidents(
  db: Database,
  { useIds }: Pick<IncidentFilter, 'useIds'>,
  now: Date,
): Promise<{ readonly open: number; readonly late: number }> {
  const { open, late } = await db
    .selectFrom('incidents')
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      fn.countAll<number>().filterWhere('dueAt', '<', now).as('late'),
    ])
    .where('closedAt', 'is', null)
    .$if(useIds !== undefined, (all) => all.where('useId', 'in', [...useIds!, '']))
    .executeTakeFirstOrThrow();
  return { open: Number(open), late: Number(late) };
}
