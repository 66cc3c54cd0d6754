import { sql } from 'kysely';
import type { Database, Row } from '../tables/index.ts';

export type StoredHold = Row<'protectiveHolds'>;

/** Sets holds; one that is there lasts as long as the longer of the two. Gives nothing back: who sets one learns of none. */
export async function setHolds(db: Database, holds: readonly StoredHold[]): Promise<void> {
  await db
    .insertInto('protectiveHolds')
    .values([...holds])
    .onConflict((conflict) =>
      conflict.columns(['subject', 'purpose', 'channel']).doUpdateSet({
        heldFrom: sql<Date>`case when protective_holds.held_until <= excluded.held_from
          then excluded.held_from else protective_holds.held_from end`,
        heldUntil: sql<Date>`greatest(protective_holds.held_until, excluded.held_until)`,
      }),
    )
    .execute();
}

export async function endHolds(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('protectiveHolds').where('subject', 'in', subjects).execute();
}

/** Those that are in force. */
export const findHolds = (db: Database, subjects: readonly string[], now: Date): Promise<StoredHold[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('protectiveHolds')
        .selectAll()
        .where('subject', 'in', subjects)
        .where('heldUntil', '>', now)
        .execute();

/** Forgets holds that have ended, and whose rest has: it lasts one of few lengths from `startedBefore` on at the most. */
export async function forgetHolds(db: Database, now: Date, startedBefore: Date): Promise<number> {
  const ended = await db
    .deleteFrom('protectiveHolds')
    .where('heldUntil', '<=', now)
    .where('heldFrom', '<=', startedBefore)
    .executeTakeFirstOrThrow();
  return Number(ended.numDeletedRows);
}
