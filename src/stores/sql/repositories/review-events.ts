import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';

/** Adds events behind those of a review. Call it behind `lockReview`. */
export async function addReviewEvents(
  db: Database,
  reviewId: string,
  events: readonly unknown[],
): Promise<void> {
  if (events.length === 0) return;
  const last = await db
    .selectFrom('reviewEvents')
    .select((one) => one.fn.max('position').as('position'))
    .where('reviewId', '=', reviewId)
    .executeTakeFirst();
  const next = (last?.position ?? -1) + 1;
  await db
    .insertInto('reviewEvents')
    .values(events.map((event, index) => ({ reviewId, position: next + index, event: asJson(event) })))
    .execute();
}

/** The events of a review in their order. */
export async function listReviewEvents(db: Database, reviewId: string): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('reviewEvents')
    .select('event')
    .where('reviewId', '=', reviewId)
    .orderBy('position')
    .execute();
  return rows.map(({ event }) => event);
}
