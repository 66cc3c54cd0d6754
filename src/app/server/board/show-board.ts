import { type RawBuilder, sql } from 'kysely';
import type { Quarter } from '../../../kernel/quarter.ts';
import { STEP_TITLES } from '../../../kernel/vocabulary.ts';
import type { Board } from '../../../report/board/schema.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { demand, type View } from '../change.ts';
import { maturityOf } from '../maturity/show-maturity.ts';
import { decisionsWanted } from './decisions-wanted.ts';

/** A quarter on two pages: what is live, what was caught, what was found late, and what is to be decided. Refusals: `people.not-allowed`. */
export async function showBoard(view: View, quarter: Quarter): Promise<Board> {
  demand(view, 'maturity.read');
  const { db, at } = view;
  const { name, from } = quarter;
  const isOver = quarter.until <= at;
  const until = isOver ? quarter.until : at;
  const { practices, weakest } = await maturityOf(db, until);
  const span: Span = { from, until };
  return {
    schema: 'scruple.board/1',
    quarter: name,
    from: from.toISOString(),
    until: until.toISOString(),
    isOver,
    live: await liveIn(db, span),
    caught: await caughtIn(db, span),
    late: await lateIn(db, span),
    waivers: await waiversAt(db, until),
    regret: await regretIn(db, span),
    maturity: {
      levels: practices.map(({ level }) => level),
      weakest: weakest.map((step) => STEP_TITLES[step]),
    },
    decisions: await decisionsWanted(db, at),
  };
}

interface Span {
  readonly from: Date;
  readonly until: Date;
}

const one = async <T>(db: Database, query: RawBuilder<T>): Promise<T> => (await query.execute(db)).rows[0]!;
const number = (value: unknown): number => Number(value ?? 0);

async function liveIn(db: Database, { from, until }: Span): Promise<Board['live']> {
  const row = await one(
    db,
    sql<Record<'cleared' | 'sending' | 'undeclared' | 'carded' | 'unassessed', number>>`
    with sending as (
      select distinct use_id as id from outcome_events where type = 'send' and at >= ${from} and at < ${until}
    ), cleared as (
      select distinct use_id as id from clearances
      where issued_at < ${until} and expires_at >= ${until} and (voided_at is null or voided_at >= ${until})
    ), carded as (
      select uses.id, use_versions.not_assessed::jsonb as not_assessed from uses
      join use_versions on use_versions.id = coalesce(uses.cleared_version_id, uses.latest_version_id)
      where uses.id in (select id from sending union select id from cleared)
    )
    select (select count(*) from cleared) as cleared, (select count(*) from sending) as sending,
      (select count(*) from sending where id not in (select id from uses)) as undeclared,
      (select count(*) from carded) as carded,
      (select count(*) from carded where exists (
        select from jsonb_array_elements(not_assessed) as part where (part -> 'required')::boolean)) as unassessed`,
  );
  return {
    cleared: number(row.cleared),
    sending: number(row.sending),
    undeclared: { count: number(row.undeclared), of: number(row.sending) },
    unassessed: { count: number(row.unassessed), of: number(row.carded) },
  };
}

async function caughtIn(db: Database, { from, until }: Span): Promise<Board['caught']> {
  const row = await one(
    db,
    sql<Record<'blocked' | 'repaired' | 'paused' | 'stopped', number>>`
    with blocked as (
      select use_id, max(number) as number from use_versions
      where verdict = 'block' and created_at >= ${from} and created_at < ${until} group by use_id
    )
    select (select count(*) from blocked) as blocked,
      (select count(*) from blocked where exists (
        select from use_versions where use_versions.use_id = blocked.use_id and use_versions.number > blocked.number
          and verdict <> 'block' and created_at < ${until})) as repaired,
      (select count(distinct use_id) from alarms
        where action = 'pause' and recorded_at >= ${from} and recorded_at < ${until}) as paused,
      (select count(distinct use_id) from stops
        where stopped_by is not null and stopped_at >= ${from} and stopped_at < ${until}) as stopped`,
  );
  return {
    blocked: number(row.blocked),
    repaired: number(row.repaired),
    pausedByMonitor: number(row.paused),
    stoppedByPerson: number(row.stopped),
  };
}

async function lateIn(db: Database, { from, until }: Span): Promise<Board['late']> {
  const row = await one(
    db,
    sql<Record<'pauses' | 'before' | 'past' | 'sends' | 'opened' | 'again' | 'days', number | null>>`
    with pauses as (
      select use_id, min(after_sends) as before from alarms
      where action = 'pause' and people is null and recorded_at >= ${from} and recorded_at < ${until}
      group by use_id, armed_at
    ), opened as (
      select * from incidents where opened_at >= ${from} and opened_at < ${until}
    )
    select (select count(*) from pauses) as pauses, (select sum(before) from pauses) as before,
      (select count(*) from send_incidents where sent_at >= ${from} and sent_at < ${until}) as past,
      (select count(*) from outcome_events where type = 'send' and at >= ${from} and at < ${until}) as sends,
      (select count(*) from opened) as opened, (select count(recurs) from opened) as again,
      (select percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 86400)
        from incidents where closed_at >= ${from} and closed_at < ${until}) as days`,
  );
  return {
    pauses: number(row.pauses),
    sendsBeforePause: number(row.before),
    pastTheGate: { count: number(row.past), of: number(row.sends) },
    incidentsOpened: number(row.opened),
    incidentsAgain: number(row.again),
    medianDaysToClose: row.days === null ? null : Number(row.days),
  };
}

async function waiversAt(db: Database, until: Date): Promise<Board['waivers']> {
  const rows = await db
    .selectFrom('waivers')
    .select((each) => [
      'owner',
      each.fn.countAll<number>().as('inForce'),
      each.fn.min('createdAt').as('first'),
      each.fn.sum<number>('renewals').as('renewals'),
    ])
    .where('state', '=', 'approved')
    .where('until', '>=', until)
    .where('createdAt', '<', until)
    .groupBy('owner')
    .orderBy('owner')
    .execute();
  return rows.map(({ owner, inForce, first, renewals }) => ({
    owner,
    inForce: number(inForce),
    oldestDays: Math.floor((until.getTime() - new Date(first).getTime()) / 86_400_000),
    renewals: number(renewals),
  }));
}

async function regretIn(db: Database, { from, until }: Span): Promise<Board['regret']> {
  const row = await one(
    db,
    sql<Record<'sends' | 'back' | 'complaints' | 'leaving', number>>`
    select count(*) filter (where type = 'send') as sends,
      count(*) filter (where type in ('refund', 'return', 'cancellation', 'chargeback')) as back,
      count(*) filter (where type = 'complaint') as complaints,
      count(*) filter (where type = 'opt-out') as leaving
    from outcome_events where at >= ${from} and at < ${until}`,
  );
  const sends = number(row.sends);
  return {
    orders: null,
    givenBack: number(row.back),
    complaints: { count: number(row.complaints), of: sends },
    optOuts: { count: number(row.leaving), of: sends },
  };
}
