import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type ReviewEventRow = Row<'reviewEvents'>;

/** As much of an event as the store looks at; the domain knows the rest. */
export interface NewReviewEvent {
  readonly type: string;
  /** ISO 8601. */
  readonly at: string;
  /** The key of the person who acted. */
  readonly by?: string | null;
}

/**
 * Adds events behind those of a review. Call it behind `lockReview`: the domain decides over the events that are there.
 * A second first judgement of the same person is `store.exists`.
 */
export async function addReviewEvents(
  db: Database,
  reviewId: string,
  events: readonly NewReviewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const last = await db
    .selectFrom('reviewEvents')
    .select((one) => one.fn.max('number').as('number'))
    .where('reviewId', '=', reviewId)
    .executeTakeFirst();
  const next = (last?.number ?? 0) + 1;
  await db
    .insertInto('reviewEvents')
    .values(
      events.map((event, index) => ({
        reviewId,
        number: next + index,
        type: event.type,
        byKey: event.by ?? null,
        at: new Date(event.at),
        event: asJson(event),
      })),
    )
    .execute();
}

/** The events of a review in their order; of one whose words were erased, what is left. */
export const listReviewEvents = async (db: Database, reviewId: string): Promise<readonly unknown[]> =>
  (await listEventsOfReviews(db, [reviewId])).get(reviewId) ?? [];

/** The events of several reviews, in one question. */
export async function listEventsOfReviews(
  db: Database,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  if (reviewIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('reviewEvents')
    .select(['reviewId', 'type', 'byKey', 'at', 'event'])
    .where('reviewId', 'in', reviewIds)
    .orderBy('reviewId')
    .orderBy('number')
    .execute();
  const events = Map.groupBy(rows, ({ reviewId }) => reviewId);
  return new Map(
    [...events].map(([id, own]) => [
      id,
      own.map(({ type, byKey, at, event }) => event ?? { type, by: byKey, at: at.toISOString() }),
    ]),
  );
}

/** Events of some types in a span of time, oldest first: for statistics over groups. */
export const listReviewEventsBetween = (
  db: Database,
  types: readonly string[],
  from: Date,
  before: Date,
): Promise<ReviewEventRow[]> =>
  db
    .selectFrom('reviewEvents')
    .selectAll()
    .where('type', 'in', types)
    .where('at', '>=', from)
    .where('at', '<', before)
    .orderBy('at')
    .orderBy('reviewId')
    .orderBy('number')
    .execute();

/** Erases the words of a review that has ended, and leaves who did what and when. How many events had words. */
export async function eraseReviewWords(db: Database, reviewId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reviewEvents')
    .set({ event: null, erasedAt: at })
    .where('reviewId', '=', reviewId)
    .where('erasedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
