import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type CountedHour = Row<'outcomeCounts'>;
export type StreamStanding = Row<'outcomeStreams'>;

/** Any number that nobody else takes. */
const COUNTS = 82_440_917;

/**
 * Locks the counts of uses until the transaction ends, in one order: who counts reads what is there first. Uses that are
 * not known are counted, too, so that there may be no row to lock.
 */
export async function lockCounts(db: Database, useIds: readonly string[]): Promise<void> {
  if (useIds.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(${COUNTS}, place) from (
      select distinct hashtext(use_id) as place
      from json_array_elements_text(${asJson(useIds)}::json) as n (use_id) order by place
    ) as places`.execute(db);
}

/** A person of a use. */
export interface PersonOfUse {
  readonly useId: string;
  readonly subject: string;
}

/** Everything that is known of these people in these uses since each use was armed. */
export async function eventsOfPeople(
  db: Database,
  people: readonly PersonOfUse[],
): Promise<ReadonlyArray<Row<'outcomeEvents'>>> {
  if (people.length === 0) return [];
  const asked = people.map(({ useId, subject }) => ({ useId, subject }));
  const { rows } = await sql<Row<'outcomeEvents'>>`
    select e.* from json_to_recordset(${asJson(asked)}::json) as n ("useId" text, subject text)
    join outcome_events e on e.subject = n.subject and e.use_id = n."useId"
    left join monitored_uses m on m.use_id = e.use_id
    where m.armed_at is null or e.at >= m.armed_at`.execute(db);
  return rows;
}

/** Hours of streams that are named; those in which nothing is counted yet are missing. */
export async function countedHours(
  db: Database,
  hours: ReadonlyArray<Pick<CountedHour, 'useId' | 'people' | 'hour'>>,
): Promise<readonly CountedHour[]> {
  if (hours.length === 0) return [];
  const { rows } = await sql<CountedHour>`
    select c.use_id as "useId", c.people, c.hour, c.counts
    from json_to_recordset(${asJson(hours)}::json) as n ("useId" text, people text, hour integer)
    join outcome_counts c on c.use_id = n."useId" and c.people = n.people and c.hour = n.hour`.execute(db);
  return rows;
}

/** Writes hours as they are now; `null` where nothing is counted in one any more. */
export async function setCountedHours(
  db: Database,
  hours: ReadonlyArray<
    Pick<CountedHour, 'useId' | 'people' | 'hour'> & { readonly counts: CountedHour['counts'] | null }
  >,
): Promise<void> {
  const [gone, there] = [
    hours.filter(({ counts }) => counts === null),
    hours.filter(({ counts }) => counts !== null),
  ];
  if (gone.length > 0)
    await sql`
      delete from outcome_counts c
      using json_to_recordset(${asJson(gone)}::json) as n ("useId" text, people text, hour integer)
      where c.use_id = n."useId" and c.people = n.people and c.hour = n.hour`.execute(db);
  if (there.length > 0)
    await sql`
      insert into outcome_counts (use_id, people, hour, counts)
      select "useId", people, hour, counts from json_to_recordset(${asJson(there)}::json)
        as n ("useId" text, people text, hour integer, counts json)
      on conflict (use_id, people, hour) do update set counts = excluded.counts`.execute(db);
}

/** Every hour of every stream of a use. */
export const countsOfUse = (db: Database, useId: string): Promise<CountedHour[]> =>
  db
    .selectFrom('outcomeCounts')
    .selectAll()
    .where('useId', '=', useId)
    .orderBy('people')
    .orderBy('hour')
    .execute();

/** Everybody of these uses, from an hour on. */
export const countsOfEverybody = (
  db: Database,
  useIds: readonly string[],
  fromHour: number,
): Promise<CountedHour[]> =>
  useIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('outcomeCounts')
        .selectAll()
        .where('useId', 'in', useIds)
        .where('people', '=', '')
        .where('hour', '>=', fromHour)
        .execute();

/** What uses that sent something since a time are pooled by, as their last version has it; latest senders first. */
export async function usesToPool(db: Database, since: Date): Promise<readonly UseToPool[]> {
  const { rows } = await sql<UseToPool>`
    select u.id as "useId", u.owner, v.card, coalesce(v.files, '[]'::json) as files,
      (select coalesce(json_agg(distinct f.check_id), '[]'::json) from findings f where f.use_id = u.id and f.is_current) as checks
    from monitored_uses m join uses u on u.id = m.use_id
    left join lateral (
      select card, files from use_versions v where v.use_id = u.id order by number desc limit 1
    ) v on true
    where m.last_sent_at >= ${since}
    order by m.last_sent_at desc, u.id`.execute(db);
  return rows;
}

export interface UseToPool {
  readonly useId: string;
  readonly owner: string;
  readonly card: unknown;
  readonly files: ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  readonly checks: readonly string[];
}

/** Forgets how pools stood under the name of any use: they stand under that of whoever sent last. */
export const removePoolStandings = async (db: Database): Promise<void> => {
  await db.deleteFrom('outcomeStreams').where('monitor', 'like', '%-pooled').execute();
};

/** The same people in other uses, in the hours in which this one sent. */
export const countsBeside = (db: Database, useId: string): Promise<CountedHour[]> =>
  db
    .selectFrom('outcomeCounts as mine')
    .innerJoin('outcomeCounts as other', (join) =>
      join
        .onRef('other.hour', '=', 'mine.hour')
        .onRef('other.people', '=', 'mine.people')
        .onRef('other.useId', '<>', 'mine.useId'),
    )
    .selectAll('other')
    .where('mine.useId', '=', useId)
    .execute();

export const removeCounts = async (db: Database, useId: string): Promise<void> => {
  await db.deleteFrom('outcomeCounts').where('useId', '=', useId).execute();
};

/** Has the counts of a use made anew before it is judged again. */
export async function askRecount(db: Database, useIds: readonly string[]): Promise<void> {
  if (useIds.length > 0)
    await db
      .insertInto('outcomeRecounts')
      .values(useIds.map((useId) => ({ useId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Which of these uses are to be counted anew. */
export const recountsAsked = async (db: Database, useIds: readonly string[]): Promise<ReadonlySet<string>> =>
  useIds.length === 0
    ? new Set()
    : new Set(
        (await db.selectFrom('outcomeRecounts').select('useId').where('useId', 'in', useIds).execute()).map(
          ({ useId }) => useId,
        ),
      );

export const recountDone = async (db: Database, useId: string): Promise<void> => {
  await db.deleteFrom('outcomeRecounts').where('useId', '=', useId).execute();
};

/** Writes how monitors of a use stand. */
export async function setStandings(db: Database, standings: readonly StreamStanding[]): Promise<void> {
  if (standings.length === 0) return;
  await sql`
    insert into outcome_streams (use_id, people, monitor, log_e, judged_at)
    select "useId", people, monitor, "logE", "judgedAt" from json_to_recordset(${asJson(standings)}::json)
      as n ("useId" text, people text, monitor text, "logE" double precision, "judgedAt" timestamptz)
    on conflict (use_id, people, monitor) do update set log_e = excluded.log_e, judged_at = excluded.judged_at`.execute(
    db,
  );
}

export const removeStandings = async (db: Database, useId: string): Promise<void> => {
  await db.deleteFrom('outcomeStreams').where('useId', '=', useId).execute();
};

/** How many monitors of all uses there are, and those whose evidence is at least so strong. */
export async function strongEvidence(
  db: Database,
  least: number,
): Promise<{ readonly total: number; readonly strong: readonly StreamStanding[] }> {
  const { total } = await db
    .selectFrom('outcomeStreams')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const strong = await db.selectFrom('outcomeStreams').selectAll().where('logE', '>=', least).execute();
  return { total: Number(total), strong };
}
