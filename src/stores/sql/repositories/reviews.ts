import { type SelectQueryBuilder, sql } from 'kysely';
import type { Changes, Database, NewRow, Row, Tables } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';
import { isUnseenBy, type Judging } from './unseen-verdicts.ts';

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
  /** Of uses that this person owns or works on. */
  readonly ownedBy?: string | undefined;
  /** Reviews that the person of this key has neither judged first nor decided. */
  readonly untouchedBy?: string | undefined;
  /** As seen; a gravity that is held back is none of them. */
  readonly gravity?: string | undefined;
  readonly openedBefore?: Date | undefined;
  /** Who asks, where verdicts are held back from them. */
  readonly judging?: Judging | undefined;
}

/** A review in a list, for who asks. */
export interface SeenReview extends Review {
  /** Whether the verdict is held back, and with it the gravity. */
  readonly isUnseen: boolean;
}

/** Ranks behind that of `block`: one whose gravity is held back stands first, so that its place tells nothing. */
const UNSEEN_RANK = 3;

const ID = { column: 'reviews.id', key: 'id', type: 'text' } as const;
const OPENED = { column: 'reviews.openedAt', key: 'openedAt', type: 'time' } as const;
const SORTS = {
  /** Gravest first, and of these the oldest first. */
  queue: [{ column: 'reviews.seenRank', key: 'seenRank', type: 'number', isReversed: true }, OPENED, ID],
  openedAt: [OPENED, ID],
} satisfies Sorts<string>;

/** As the queue, unless another order is asked for. */
export function listReviews(
  db: Database,
  { states, type, useId, assignedTo, ownedBy, untouchedBy, gravity, openedBefore, judging }: ReviewFilter,
  request: PageRequest<keyof typeof SORTS> = {},
): Promise<Page<SeenReview>> {
  const seen = db
    .selectFrom('reviews')
    .selectAll('reviews')
    .select((one) =>
      sql<boolean>`${judging === undefined ? sql`false` : isUnseenBy(judging)(one)}`.as('isUnseen'),
    )
    .$if(states !== undefined, (all) => all.where('reviews.state', 'in', states!.length > 0 ? states! : ['']))
    .$if(type !== undefined, (all) => all.where('reviews.type', '=', type!))
    .$if(useId !== undefined, (all) => all.where('reviews.useId', '=', useId!))
    .$if(assignedTo !== undefined, (all) => all.where('reviews.assignedTo', '=', assignedTo!))
    .$if(ownedBy !== undefined, (all) =>
      all.where((one) =>
        one.or([
          one('reviews.useId', 'in', (uses) =>
            uses.selectFrom('uses').select('uses.id').where('uses.ownerId', '=', ownedBy!),
          ),
          one('reviews.useId', 'in', (members) =>
            members.selectFrom('useMembers').select('useMembers.useId').where('personId', '=', ownedBy!),
          ),
        ]),
      ),
    )
    .$if(openedBefore !== undefined, (all) => all.where('reviews.openedAt', '<', openedBefore!))
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
    );
  const ranked = db
    .selectFrom(seen.as('seen'))
    .selectAll('seen')
    .select((one) =>
      // Where nothing is held back, by the rank itself: it has an index.
      judging === undefined
        ? one.ref('seen.gravityRank').as('seenRank')
        : one
            .case()
            .when('seen.isUnseen', '=', true)
            .then(UNSEEN_RANK)
            .else(one.ref('seen.gravityRank'))
            .end()
            .as('seenRank'),
    )
    .$if(gravity !== undefined, (all) =>
      all.where('seen.gravity', '=', gravity!).where('seen.isUnseen', '=', false),
    );
  // To the paging it is the table with two columns more.
  const reviews = db.selectFrom(ranked.as('reviews')).selectAll('reviews') as unknown as SelectQueryBuilder<
    Tables,
    'reviews',
    SeenReview
  >;
  return page(reviews, SORTS, { sort: 'queue', direction: 'asc' }, request);
}

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
