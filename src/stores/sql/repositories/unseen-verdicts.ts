import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Tables } from '../tables/index.ts';

/** Who asks, where they may judge: what must not sway them is held back until their own judgement stands. */
export interface Judging {
  readonly key: string;
  /** In the table of people; what a person owns or works on they do not judge, and see. */
  readonly personId: string | null;
}

/**
 * True for a review whose verdict somebody has not earned: it is open, and they have not judged first, or not decided
 * where the verdict stays hidden until then. The same rule as the domain's for one review, over a list.
 */
export const isUnseenBy =
  ({ key, personId }: Judging) =>
  (one: ExpressionBuilder<Tables, 'reviews'>) =>
    one.and([
      one('reviews.isBlind', '=', true),
      one('reviews.closedAt', 'is', null),
      one('reviews.useId', 'not in', own(one, personId)),
      one.not(
        one.exists(
          one
            .selectFrom('reviewEvents')
            .select('reviewEvents.number')
            .whereRef('reviewEvents.reviewId', '=', 'reviews.id')
            .where('reviewEvents.byKey', '=', key)
            .where((event) =>
              event.or([
                event.and([
                  event('reviewEvents.type', '=', 'judged-first'),
                  sql<boolean>`${sql.ref('reviews.terms')} ->> 'seeing' = 'blind'`,
                ]),
                event.and([
                  event('reviewEvents.type', '=', 'decided'),
                  sql<boolean>`${sql.ref('reviewEvents.event')} ->> 'decision' <> 'escalate'`,
                ]),
              ]),
            ),
        ),
      ),
    ]);

/** Ids of the uses whose verdict is held back from somebody, as a question to put into another. */
export const unseenUses = (db: Pick<Database, 'selectFrom'>, judging: Judging) =>
  db.selectFrom('reviews').select('reviews.useId').where(isUnseenBy(judging));

const own = (
  one: Pick<Database, 'selectFrom'> | ExpressionBuilder<Tables, 'reviews'>,
  personId: string | null,
) =>
  (one as Pick<Database, 'selectFrom'>)
    .selectFrom('uses')
    .select('uses.id')
    .where('uses.ownerId', '=', personId ?? 'nobody')
    .union(
      (one as Pick<Database, 'selectFrom'>)
        .selectFrom('useMembers')
        .select('useMembers.useId as id')
        .where('useMembers.personId', '=', personId ?? 'nobody'),
    );
