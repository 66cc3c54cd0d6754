import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Review = Row<'reviews'>;

export const addReview = (db: Database, review: NewRow<'reviews'>): Promise<Review> =>
  db.insertInto('reviews').values(review).returningAll().executeTakeFirstOrThrow();

export const findReview = (db: Database, id: string): Promise<Review | undefined> =>
  db.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst();

/** The review, for this transaction alone until it ends: of two reviewers who decide at once, the second sees the first. */
export const lockReview = (db: Database, id: string): Promise<Review | undefined> =>
  db.selectFrom('reviews').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeReview = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'reviews'>,
): Promise<Review> => changeRow(db, 'reviews', id, expected, changes);

export interface ReviewFilter {
  readonly states?: readonly string[] | undefined;
  readonly type?: string | undefined;
  readonly useId?: string | undefined;
  readonly assignedTo?: string | undefined;
  /** Reviews that the person of this key has neither judged first nor decided. */
  readonly untouchedBy?: string | undefined;
}

const ID = { column: 'reviews.id', key: 'id', type: 'text' } as const;
const OPENED = { column: 'reviews.openedAt', key: 'openedAt', type: 'time' } as const;
const SORTS = {
  /** Gravest first, and of these the oldest first. */
  queue: [
    { column: 'reviews.gravityRank', key: 'gravityRank', type: 'number', isReversed: true },
    OPENED,
    ID,
  ],
  openedAt: [OPENED, ID],
} satisfies Sorts<string>;

/** As the queue, unless another order is asked for. */
export const listReviews = (
  db: Database,
  { states, type, useId, assignedTo, untouchedBy }: ReviewFilter,
  request: PageRequest<keyof typeof SORTS> = {},
): Promise<Page<Review>> =>
  page(
    db
      .selectFrom('reviews')
      .selectAll('reviews')
      .$if(states !== undefined, (all) =>
        all.where('reviews.state', 'in', states!.length > 0 ? states! : ['']),
      )
      .$if(type !== undefined, (all) => all.where('reviews.type', '=', type!))
      .$if(useId !== undefined, (all) => all.where('reviews.useId', '=', useId!))
      .$if(assignedTo !== undefined, (all) => all.where('reviews.assignedTo', '=', assignedTo!))
      .$if(untouchedBy !== undefined, (all) =>
        all.where((one) =>
          one.not(
            one.exists(
              one
                .selectFrom('reviewEvents')
                .select('reviewEvents.number')
                .whereRef('reviewEvents.reviewId', '=', 'reviews.id')
                .where('reviewEvents.byKey', '=', untouchedBy!)
                .where('reviewEvents.type', 'in', ['judged-first', 'decided']),
            ),
          ),
        ),
      ),
    SORTS,
    { sort: 'queue', direction: 'asc' },
    request,
  );

/** How many reviews were opened in a span of time. */
export async function countReviewsOpened(db: Database, from: Date, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('reviews')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('openedAt', '>=', from)
    .where('openedAt', '<', before)
    .executeTakeFirstOrThrow();
  return Number(count);
}
