import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type Suppression = Row<'suppressions'>;

/** Keeps what stays of somebody who is erased; of one who was erased before, what stays now. */
export async function keepSuppression(
  db: Database,
  subject: string,
  state: unknown,
  erasedAt: Date,
): Promise<void> {
  await db
    .insertInto('suppressions')
    .values({ subject, state: asJson(state), erasedAt })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ state: asJson(state), erasedAt }))
    .execute();
}

export const findSuppression = (db: Database, subject: string): Promise<Suppression | undefined> =>
  db.selectFrom('suppressions').selectAll().where('subject', '=', subject).executeTakeFirst();
