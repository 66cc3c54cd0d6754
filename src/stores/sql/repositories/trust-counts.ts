import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/** How many of how many. */
export interface CountedOf {
  readonly hits: number;
  readonly of: number;
}

/** The time that is looked at: after the first, up to the second. */
export interface Looked {
  readonly from: Date;
  readonly to: Date;
}

/** An objection to all there is: whoever says it leaves altogether. */
const LEAVES = sql`kind = 'objected' and purpose is null and channel is null and topic is null`;

/** Of people who chose in the preference centre, who stayed; an undo takes back what was said before it. */
export async function countPageChoices(
  db: Database,
  { from, to }: Looked,
): Promise<{ readonly stayed: CountedOf; readonly narrowed: CountedOf }> {
  const { rows } = await sql<Record<'chose' | 'stayed' | 'refused' | 'narrowed', unknown>>`
    select count(*) as chose, count(*) filter (where not has_left) as stayed,
      count(*) filter (where has_refused) as refused,
      count(*) filter (where has_refused and not has_left) as narrowed
    from (
      select
        coalesce(max(at) filter (where ${LEAVES}) > coalesce(max(at) filter (where method <> 'preference-page'), '-infinity'), false) as has_left,
        bool_or(kind in ('objected', 'withdrawn') or paused_until > at) as has_refused
      from choices join choice_states using (subject)
      where method in ('preference-page', 'preference-page-undo') and at > ${from} and at <= ${to}
      group by person
    ) as people`.execute(db);
  const row = rows[0]!;
  return {
    stayed: { hits: Number(row.stayed), of: Number(row.chose) },
    narrowed: { hits: Number(row.narrowed), of: Number(row.refused) },
  };
}

/** Of people whose last pause ended in this time, who had not left altogether some days after. */
export async function countReturned(
  db: Database,
  { from, to }: Looked,
  afterDays: number,
): Promise<CountedOf> {
  const { rows } = await sql<Record<'of' | 'hits', unknown>>`
    with pauses as (
      select distinct on (person) person, at,
        least(paused_until, (select min(ends.at) from choices as ends join choice_states as own on own.subject = ends.subject
          where own.person = choice_states.person and ends.kind = 'paused' and ends.at > choices.at)) as ended
      from choices join choice_states using (subject)
      where kind = 'paused' and paused_until > at and at <= ${to}
      order by person, at desc
    )
    select count(*) as of, count(*) filter (where not exists (
      select 1 from choices join choice_states using (subject)
      where person = pauses.person and ${LEAVES} and choices.at > pauses.at
        and choices.at <= pauses.ended + make_interval(days => ${afterDays}::int))) as hits
    from pauses
    where ended > ${from} and ended <= ${to}::timestamptz - make_interval(days => ${afterDays}::int)`.execute(
    db,
  );
  return { hits: Number(rows[0]!.hits), of: Number(rows[0]!.of) };
}

/** Of contests that were answered, those after which the decision was changed. */
export async function countContests(db: Database, { from, to }: Looked): Promise<CountedOf> {
  const { rows } = await sql<Record<'of' | 'hits', unknown>>`
    select count(*) as of, count(*) filter (where outcome = 'changed') as hits from customer_requests
    where kind = 'contest' and outcome in ('changed', 'upheld') and closed_at > ${from} and closed_at <= ${to}`.execute(
    db,
  );
  return { hits: Number(rows[0]!.hits), of: Number(rows[0]!.of) };
}

export interface Silence {
  readonly hours: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** Each person who left altogether after a marketing send: hours until the last one, before a later yes; nobody’s key. */
export async function listSilences(db: Database, { from, to }: Looked): Promise<readonly Silence[]> {
  const { rows } = await sql<{ readonly hours: unknown; readonly groups: Silence['groups'] }>`
    with people as (
      select person, min(at) as at from choices join choice_states using (subject)
      where ${LEAVES} and at > ${from} and at <= ${to} group by person
    ), told as (
      select people.person, people.at as objected, events.at, events.groups
      from people join choice_states as keys on keys.person = people.person
        join outcome_events as events on events.subject = keys.subject
      where events.type = 'send' and not events.is_essential
        and events.at > people.at - interval '90 days'
        and events.at < coalesce((select min(choices.at) from choices join choice_states as own using (subject)
          where own.person = people.person and kind in ('given', 'opt-in-confirmed') and choices.at > people.at), 'infinity')
    )
    select coalesce(extract(epoch from max(at) filter (where at > objected) - objected) / 3600, 0) as hours,
      (array_agg(groups order by at desc) filter (where at <= objected))[1] as groups
    from told group by person, objected
    having bool_or(at <= objected)`.execute(db);
  return rows.map(({ hours, groups }) => ({ hours: Number(hours), groups: groups ?? {} }));
}
