import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/** A place among the changes of one store. */
export interface ChangesPlace {
  readonly epoch: string;
  /** Everything that transactions before this one wrote was told. */
  readonly at: number;
  /** Of what later ones wrote, so much was told already. */
  readonly seen: number;
}

export interface ChangesSince {
  readonly place: ChangesPlace;
  /** How many changes there are since then, told before or not; compared with `seen` of then it says whether one is new. */
  readonly count: number;
  readonly changes: ReadonlyArray<{ readonly kind: string; readonly name: string }>;
  /** Up to here changes are no longer kept. */
  readonly forgottenUpTo: number;
}

/**
 * What changed since a place, all of it that is kept at this moment. What a transaction wrote that was still running then
 * comes again; what it says of somebody is how things stand, so that this does no harm.
 */
export async function changesSince(db: Database, after: number): Promise<ChangesSince> {
  const { rows } = await sql<{
    epoch: string;
    forgotten: string;
    at: string;
    seen: string;
    count: string;
    changes: ReadonlyArray<readonly [string, string]> | null;
  }>`
    with still as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as running)
    select f.epoch, f.forgotten_up_to as forgotten, s.running as at,
      count(c.tx) filter (where c.tx >= s.running) as seen, count(c.tx) as count,
      json_agg(distinct jsonb_build_array(c.kind, c.name)) filter (where c.tx is not null) as changes
    from gate_feed f cross join still s left join gate_changes c on c.tx >= ${after}
    group by f.epoch, f.forgotten_up_to, s.running`.execute(db);
  const row = rows[0]!;
  return {
    place: { epoch: row.epoch, at: Number(row.at), seen: Number(row.seen) },
    count: Number(row.count),
    changes: (row.changes ?? []).map(([kind, name]) => ({ kind, name })),
    forgottenUpTo: Number(row.forgotten),
  };
}

/** How far a transaction sees of what changed in uses, the policy and the keys. */
export interface WorldHead {
  readonly place: ChangesPlace;
  /** Changes since the place that was asked about, told before or not, as `count` of `changesSince`. */
  readonly count: number;
  /** Uses among them. */
  readonly uses: readonly string[];
  /** Whether the policy or a key is among them. */
  readonly isPolicyNew: boolean;
  /** Up to here changes are no longer kept. */
  readonly forgottenUpTo: number;
  /** Whether the transaction that asks changed some of it itself: nobody else may rely on what it sees. */
  readonly isOwn: boolean;
}

/** What changed since a place of everything but people. `after`: the place's `at`. */
export async function worldHead(db: Database, after: number): Promise<WorldHead> {
  const { rows } = await sql<{
    epoch: string;
    at: string;
    seen: string;
    count: string;
    uses: readonly string[] | null;
    isPolicyNew: boolean | null;
    isOwn: boolean | null;
    forgotten: string;
  }>`
    with still as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as running)
    select f.epoch, f.forgotten_up_to as forgotten, s.running as at, n.seen, n.count, n.uses, n.policy as "isPolicyNew", n.own as "isOwn"
    from gate_feed f cross join still s cross join lateral (
      select count(*) filter (where tx >= s.running) as seen, count(*) filter (where tx >= ${after}) as count,
        json_agg(distinct name) filter (where kind = 'use' and tx >= ${after}) as uses,
        bool_or(kind = 'policy' and tx >= ${after}) as policy,
        bool_or(tx = pg_current_xact_id_if_assigned()::text::bigint) as own
      from gate_changes where kind in ('use', 'policy') and tx >= least(${after}::bigint, s.running)
    ) n`.execute(db);
  const row = rows[0]!;
  return {
    place: { epoch: row.epoch, at: Number(row.at), seen: Number(row.seen) },
    count: Number(row.count),
    uses: row.uses ?? [],
    isPolicyNew: row.isPolicyNew ?? false,
    forgottenUpTo: Number(row.forgotten),
    isOwn: row.isOwn ?? false,
  };
}

/** Forgets what was noted more than so many hours ago. Whoever was not told of it takes everything anew. */
export async function forgetChanges(db: Database, hours: number): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    with gone as (
      delete from gate_changes where noted_at < now() - make_interval(hours => ${hours}) returning tx
    ), noted as (
      update gate_feed set forgotten_up_to = greatest(forgotten_up_to, (select max(tx) from gone))
      where exists (select 1 from gone)
    )
    select count(*) as gone from gone`.execute(db);
  return Number(rows[0]!.gone);
}

/** Keys of people of whom anything is known, in their order, after a key. */
export async function keysAfter(db: Database, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from (
      (select subject from choice_states where subject > ${after} order by subject limit ${limit})
      union (select subject from gate_people where subject > ${after} order by subject limit ${limit})
      union (select subject from suppression_rows where subject > ${after} order by subject limit ${limit})
      union (select subject from contact_rhythms where subject > ${after} order by subject limit ${limit})
      union (select subject from protective_holds where subject > ${after} order by subject limit ${limit})
    ) as known order by subject limit ${limit}`.execute(db);
  return rows.map(({ subject }) => subject);
}

/** About how many keys that are. */
export async function countKeys(db: Database): Promise<number> {
  const { rows } = await sql<{ keys: string }>`
    select (select count(*) from choice_states) + (select count(*) from gate_people) as keys`.execute(db);
  return Number(rows[0]!.keys);
}

/** Uses of which a gate has to know: all that there are. */
export const useIds = async (db: Database): Promise<readonly string[]> =>
  (await db.selectFrom('uses').select('id').orderBy('id').execute()).map(({ id }) => id);

/** Keys of people whose protection changed, of all changes that are kept. */
export const allRestChanges = async (db: Database): Promise<readonly string[]> =>
  (await db.selectFrom('gateChanges').select('name').distinct().where('kind', '=', 'rest').execute()).map(
    ({ name }) => name,
  );
