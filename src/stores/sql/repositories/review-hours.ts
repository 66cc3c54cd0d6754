import { sql } from 'kysely';
import type { Database, Row } from '../tables/index.ts';

export type ReviewHours = Row<'reviewHours'>;

/** Sets the hours that all reviewers together have in an ISO week, as `2026-W47`. */
export async function setReviewHours(db: Database, week: string, hours: number): Promise<void> {
  await db
    .insertInto('reviewHours')
    .values({ week, hours })
    .onConflict((conflict) =>
      conflict.column('week').doUpdateSet({ hours, version: sql<number>`review_hours.version + 1` }),
    )
    .execute();
}

export const listReviewHours = (db: Database, from: string, to: string): Promise<ReviewHours[]> =>
  db
    .selectFrom('reviewHours')
    .selectAll()
    .where('week', '>=', from)
    .where('week', '<=', to)
    .orderBy('week')
    .execute();
