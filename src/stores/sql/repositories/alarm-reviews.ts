import type { Database, NewRow } from '../tables/index.ts';
import type { AlarmRow } from './alarms.ts';

/** Lets a review be about an alarm; an alarm has one review. */
export async function addAlarmReview(db: Database, row: NewRow<'alarmReviews'>): Promise<void> {
  await db
    .insertInto('alarmReviews')
    .values(row)
    .onConflict((conflict) => conflict.column('alarmId').doNothing())
    .execute();
}

/** The review that is open about this monitor of a use. */
export async function openAlarmReview(
  db: Database,
  { useId, monitor }: { readonly useId: string; readonly monitor: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('alarmReviews')
    .innerJoin('reviews', 'reviews.id', 'alarmReviews.reviewId')
    .select('reviews.id')
    .where('alarmReviews.useId', '=', useId)
    .where('alarmReviews.monitor', '=', monitor)
    .where('reviews.closedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The alarms that a review is about, first ones first. */
export const alarmsOfReview = (db: Database, reviewId: string): Promise<AlarmRow[]> =>
  db
    .selectFrom('alarms')
    .innerJoin('alarmReviews', 'alarmReviews.alarmId', 'alarms.id')
    .selectAll('alarms')
    .where('alarmReviews.reviewId', '=', reviewId)
    .orderBy('alarms.recordedAt')
    .orderBy('alarms.id')
    .execute();

export const alarmsById = (db: Database, ids: readonly string[]): Promise<AlarmRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('alarms')
        .selectAll()
        .where('id', 'in', ids)
        .orderBy('recordedAt')
        .orderBy('id')
        .execute();
