import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type PersonCopy = Row<'personCopies'>;

export const addPersonCopy = (db: Database, copy: NewRow<'personCopies'>): Promise<PersonCopy> =>
  db.insertInto('personCopies').values(copy).returningAll().executeTakeFirstOrThrow();

/** A copy whose time has not passed. */
export const findPersonCopy = (db: Database, id: string, now: Date): Promise<PersonCopy | undefined> =>
  db.selectFrom('personCopies').selectAll().where('id', '=', id).where('endsAt', '>', now).executeTakeFirst();

/** The same, for this transaction alone until it ends. */
export const lockPersonCopy = (db: Database, id: string, now: Date): Promise<PersonCopy | undefined> =>
  db
    .selectFrom('personCopies')
    .selectAll()
    .where('id', '=', id)
    .where('endsAt', '>', now)
    .forUpdate()
    .executeTakeFirst();

/** Changes a copy where it stands in this state, and tells whether it did. */
export async function changePersonCopy(
  db: Database,
  id: string,
  state: string,
  changes: Changes<'personCopies'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('personCopies')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The oldest that is to be collected and that no other process has, for this one alone until then. */
export const claimPersonCopy = (
  db: Database,
  now: Date,
  claimedUntil: Date,
): Promise<PersonCopy | undefined> =>
  db
    .updateTable('personCopies')
    .set((one) => ({ claimedUntil, attempts: one('attempts', '+', 1) }))
    .where('id', 'in', (one) =>
      one
        .selectFrom('personCopies')
        .select('id')
        .where('state', '=', 'collecting')
        .where('endsAt', '>', now)
        .where((due) => due.or([due('claimedUntil', 'is', null), due('claimedUntil', '<=', now)]))
        .orderBy('createdAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();

/** Copies about the people of these keys that have not ended, latest first. */
export const listCopiesAbout = (
  db: Database,
  subjects: readonly string[],
  now: Date,
): Promise<PersonCopy[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('personCopies')
        .selectAll()
        .where('subject', 'in', subjects)
        .where('endsAt', '>', now)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .execute();

const ID = { column: 'personCopies.id', key: 'id', type: 'text' } as const;
const SORTS = {
  createdAt: [{ column: 'personCopies.createdAt', key: 'createdAt', type: 'time' }, ID],
  endsAt: [{ column: 'personCopies.endsAt', key: 'endsAt', type: 'time' }, ID],
  state: [{ column: 'personCopies.state', key: 'state', type: 'text' }, ID],
} satisfies Sorts<string>;
export type PersonCopySort = keyof typeof SORTS;

export interface PersonCopyFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly request?: string | undefined;
}

/** Those whose time has not passed, latest first. */
export const pagePersonCopies = (
  db: Database,
  { kind, state, request: requestId }: PersonCopyFilter,
  now: Date,
  request: PageRequest<PersonCopySort>,
): Promise<Page<PersonCopy>> =>
  page(
    db
      .selectFrom('personCopies')
      .selectAll('personCopies')
      .where('personCopies.endsAt', '>', now)
      .$if(kind !== undefined, (all) => all.where('personCopies.kind', '=', kind!))
      .$if(state !== undefined, (all) => all.where('personCopies.state', '=', state!))
      .$if(requestId !== undefined, (all) => all.where('personCopies.requestId', '=', requestId!)),
    SORTS,
    { sort: 'createdAt', direction: 'desc' },
    request,
  );

/** Forgets copies whose time has passed. */
export async function forgetEndedCopies(db: Database, now: Date): Promise<number> {
  const ended = await db.deleteFrom('personCopies').where('endsAt', '<=', now).executeTakeFirstOrThrow();
  return Number(ended.numDeletedRows);
}

/** Forgets every copy about the people of these keys. */
export async function forgetCopies(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('personCopies').where('subject', 'in', subjects).execute();
}
