import type { Database, NewRow, Row } from '../tables/index.ts';

export type StoredNotice = Row<'notices'>;

/** Keeps a notice; one with the same hash is the same notice. Refusals: `store.exists` for another text of that version. */
export async function addNotice(db: Database, notice: NewRow<'notices'>): Promise<void> {
  await db
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

export const findNotice = (db: Database, hash: string): Promise<StoredNotice | undefined> =>
  db.selectFrom('notices').selectAll().where('hash', '=', hash).executeTakeFirst();

/** Latest first; they are few: one for each version and language. */
export const listNotices = (db: Database): Promise<StoredNotice[]> =>
  db.selectFrom('notices').selectAll().orderBy('publishedAt', 'desc').orderBy('hash').execute();
