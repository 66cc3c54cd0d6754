import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { contains } from './contains.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type SuppressionList = Row<'suppressionLists'>;

/** Being on a list, as the gate reads it. */
export interface SuppressedKey {
  readonly subject: string;
  readonly listId: string;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly topic: string | null;
  readonly isProtected: boolean;
  readonly addedAt: Date;
  /** `null` only where the list stands for a no. */
  readonly endsAt: Date | null;
}

/** Refusals: `store.exists`. */
export const addSuppressionList = (
  db: Database,
  list: NewRow<'suppressionLists'>,
): Promise<SuppressionList> =>
  db.insertInto('suppressionLists').values(list).returningAll().executeTakeFirstOrThrow();

export const findSuppressionList = (db: Database, id: string): Promise<SuppressionList | undefined> =>
  db.selectFrom('suppressionLists').selectAll().where('id', '=', id).executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeSuppressionList = (
  db: Database,
  id: string,
  expected: number,
  changes: Changes<'suppressionLists'>,
): Promise<SuppressionList> => changeRow(db, 'suppressionLists', id, expected, changes);

const ID = { column: 'suppressionLists.id', key: 'id', type: 'text' } as const;
const SORTS = {
  id: [ID],
  owner: [{ column: 'suppressionLists.owner', key: 'owner', type: 'text' }, ID],
  changedAt: [{ column: 'suppressionLists.changedAt', key: 'changedAt', type: 'time' }, ID],
} satisfies Sorts<string>;
export type SuppressionListSort = keyof typeof SORTS;

export interface SuppressionListFilter {
  /** Part of an id, an owner or a reason. */
  readonly query?: string | undefined;
  /** Whether it still has an end ahead, or needs none. */
  readonly inForceAt?: Date | undefined;
}

/** By their ids. */
export const listSuppressionLists = (
  db: Database,
  { query, inForceAt }: SuppressionListFilter,
  request: PageRequest<SuppressionListSort> = {},
): Promise<Page<SuppressionList>> =>
  page(
    db
      .selectFrom('suppressionLists')
      .selectAll('suppressionLists')
      .$if(query !== undefined, (all) =>
        all.where((one) =>
          one.or([
            contains('suppressionLists.id', query!),
            contains('suppressionLists.owner', query!),
            contains('suppressionLists.reason', query!),
          ]),
        ),
      )
      .$if(inForceAt !== undefined, (all) =>
        all.where((one) =>
          one.or([
            one('suppressionLists.endsAt', 'is', null),
            one('suppressionLists.endsAt', '>', inForceAt!),
          ]),
        ),
      ),
    SORTS,
    { sort: 'id', direction: 'asc' },
    request,
  );

/** How many keys stand on each list. */
export async function countSuppressed(
  db: Database,
  lists: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (lists.length === 0) return new Map();
  const rows = await db
    .selectFrom('suppressionRows')
    .select((row) => ['listId', row.fn.countAll<number>().as('keys')])
    .where('listId', 'in', lists)
    .groupBy('listId')
    .execute();
  return new Map(rows.map(({ listId, keys }) => [listId, Number(keys)]));
}

/**
 * Puts keys on a list; who is on it stays until the later of the two ends. Gives nothing back: who adds somebody must not
 * learn whether they were there.
 */
export async function addSuppressed(
  db: Database,
  listId: string,
  subjects: readonly string[],
  endsAt: Date | null,
  at: Date,
): Promise<void> {
  if (subjects.length === 0) return;
  await sql`
    insert into suppression_rows (list_id, subject, ends_at, added_at)
    select distinct ${listId}, n.subject, ${endsAt}::timestamptz, ${at}::timestamptz
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    on conflict (list_id, subject) do update set ends_at = case
      when suppression_rows.ends_at is null or excluded.ends_at is null then null
      else greatest(suppression_rows.ends_at, excluded.ends_at) end`.execute(db);
}

export async function removeSuppressed(
  db: Database,
  listId: string,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  await db
    .deleteFrom('suppressionRows')
    .where('listId', '=', listId)
    .where('subject', 'in', subjects)
    .execute();
}

/**
 * Removes rows whose end has passed, and all of lists that have ended; where being on a list tells something only those
 * that were added before `startedBefore`, as their rest has ended by then.
 */
export async function forgetSuppressed(db: Database, now: Date, startedBefore: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from suppression_rows r using suppression_lists l
    where l.id = r.list_id and least(r.ends_at, l.ends_at) <= ${now}
      and (not l.is_protected or r.added_at <= ${startedBefore})`.execute(db);
  return Number(numAffectedRows);
}

/** Of somebody who is erased: what is no no of theirs goes. */
export async function forgetListsOf(db: Database, subjects: readonly string[]): Promise<void> {
  await db
    .deleteFrom('suppressionRows')
    .where('subject', 'in', subjects)
    .where((row) =>
      row('listId', 'in', row.selectFrom('suppressionLists').select('id').where('standsForNo', '=', false)),
    )
    .execute();
}
