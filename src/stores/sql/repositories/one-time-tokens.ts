import type { Database, NewRow, Row } from '../tables/index.ts';

export type OneTimeToken = Row<'oneTimeTokens'>;

export async function addOneTimeToken(db: Database, token: NewRow<'oneTimeTokens'>): Promise<void> {
  await db.insertInto('oneTimeTokens').values(token).execute();
}

/** Uses a token up: of several who come with it at once, one gets it. */
export const takeOneTimeToken = (
  db: Database,
  hash: string,
  purpose: string,
  at: Date,
): Promise<OneTimeToken | undefined> =>
  db
    .updateTable('oneTimeTokens')
    .set({ usedAt: at })
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returningAll()
    .executeTakeFirst();

/** How many were removed. */
export async function removeOldTokens(db: Database, expiredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('oneTimeTokens')
    .where('expiresAt', '<', expiredBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
