import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type SendIncident = Row<'sendIncidents'>;

/** Rows of one statement: it takes 65,535 values, and an incident has eleven. */
const AT_ONCE = 5_000;

/** Keeps incidents; what was noted of the same message before stays. Gives the use and flaw of each that is new. */
export async function addSendIncidents(
  db: Database,
  incidents: ReadonlyArray<NewRow<'sendIncidents'>>,
): Promise<ReadonlyArray<Pick<SendIncident, 'useId' | 'flaw'>>> {
  const added = [];
  for (let start = 0; start < incidents.length; start += AT_ONCE)
    added.push(
      ...(await db
        .insertInto('sendIncidents')
        .values(incidents.slice(start, start + AT_ONCE))
        .onConflict((conflict) => conflict.columns(['source', 'eventId', 'flaw']).doNothing())
        .returning(['useId', 'flaw'])
        .execute()),
    );
  return added;
}

/** Every clearance that uses ever had, with its statement, for what was sent under it. */
export const clearancesOfUses = (db: Database, useIds: readonly string[]) =>
  useIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('clearances')
        .select(['id', 'useId', 'versionId', 'statement', 'issuedAt', 'expiresAt', 'voidedAt'])
        .where('useId', 'in', useIds)
        .orderBy('issuedAt', 'desc')
        .execute();

/** What the gate answered last up to each time, of the person and use that are named beside it. */
export async function lastAnswers(
  db: Database,
  asked: ReadonlyArray<{ readonly pseudonym: string; readonly useId: string; readonly at: string }>,
): Promise<ReadonlyArray<{ readonly place: number; readonly outcome: string }>> {
  if (asked.length === 0) return [];
  const { rows } = await sql<{ place: string; outcome: string }>`
    select n.place, d.outcome
    from rows from (json_to_recordset(${asJson(asked)}::json) as (pseudonym text, "useId" text, at timestamptz))
      with ordinality as n (pseudonym, use_id, at, place)
    join lateral (
      select outcome from gate_decisions g
      where g.pseudonym = n.pseudonym and g.use_id = n.use_id and g.decided_at <= n.at
      order by g.decided_at desc, g.id desc limit 1
    ) d on true`.execute(db);
  return rows.map(({ place, outcome }) => ({ place: Number(place) - 1, outcome }));
}

/** What was wrong with any message of a use that was sent since a time. */
export const flawsSince = async (db: Database, useId: string, since: Date): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await db
        .selectFrom('sendIncidents')
        .select('flaw')
        .distinct()
        .where('useId', '=', useId)
        .where('sentAt', '>=', since)
        .execute()
    ).map(({ flaw }) => flaw),
  );

/** Forgets incidents that were noted before a time. Gives how many went. */
export async function forgetSendIncidents(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('sendIncidents').where('notedAt', '<', before).executeTakeFirstOrThrow();
  return Number(gone.numDeletedRows);
}

const ID = { column: 'sendIncidents.id', key: 'id', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'sendIncidents.notedAt', key: 'notedAt', type: 'time' }, ID],
  use: [{ column: 'sendIncidents.useId', key: 'useId', type: 'text' }, ID],
  flaw: [{ column: 'sendIncidents.flaw', key: 'flaw', type: 'text' }, ID],
} satisfies Sorts<string>;
export type SendIncidentSort = keyof typeof SORTS;

export interface SendIncidentFilter {
  readonly useId?: string | undefined;
  /** Uses of these people alone. */
  readonly useIds?: readonly string[] | undefined;
  readonly flaw?: string | undefined;
}

/** Newest first. */
export const listSendIncidents = (
  db: Database,
  { useId, useIds, flaw }: SendIncidentFilter,
  request: PageRequest<SendIncidentSort>,
): Promise<Page<SendIncident>> =>
  page(
    db
      .selectFrom('sendIncidents')
      .selectAll('sendIncidents')
      .$if(useId !== undefined, (all) => all.where('sendIncidents.useId', '=', useId!))
      .$if(useIds !== undefined, (all) => all.where('sendIncidents.useId', 'in', [...useIds!, '']))
      .$if(flaw !== undefined, (all) => all.where('sendIncidents.flaw', '=', flaw!)),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );
