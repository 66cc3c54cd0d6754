import type { Database, NewRow, Row } from '../tables/index.ts';

export type ContactRhythm = Row<'contactRhythms'>;

export async function addRhythms(
  db: Database,
  rhythms: ReadonlyArray<NewRow<'contactRhythms'>>,
): Promise<void> {
  await db.insertInto('contactRhythms').values(rhythms).execute();
}

/** Latest first. */
export const listRhythms = (db: Database, subjects: readonly string[]): Promise<ContactRhythm[]> =>
  db
    .selectFrom('contactRhythms')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('chosenAt', 'desc')
    .orderBy('id')
    .execute();

export async function forgetRhythms(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('contactRhythms').where('subject', 'in', subjects).execute();
}
