import type { Database, NewRow, Row } from '../tables/index.ts';

export type ApiKey = Row<'apiKeys'>;

export const addApiKey = (db: Database, key: NewRow<'apiKeys'>): Promise<ApiKey> =>
  db.insertInto('apiKeys').values(key).returningAll().executeTakeFirstOrThrow();

/** The key of a hash, if it is neither revoked nor expired and its owner, where it has one, is active. */
export const findApiKey = (db: Database, hash: string, at: Date): Promise<ApiKey | undefined> =>
  db
    .selectFrom('apiKeys')
    .leftJoin('people', 'people.id', 'apiKeys.ownerId')
    .selectAll('apiKeys')
    .where('hash', '=', hash)
    .where('revokedAt', 'is', null)
    .where((one) => one.or([one('expiresAt', 'is', null), one('expiresAt', '>', at)]))
    .where((one) => one.or([one('ownerId', 'is', null), one('people.isActive', '=', true)]))
    .executeTakeFirst();

/** Newest first; revoked ones too. */
export const listApiKeys = (db: Database): Promise<ApiKey[]> =>
  db.selectFrom('apiKeys').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute();

/** Whether it was in force until now. */
export async function revokeApiKey(db: Database, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('apiKeys')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const TOUCH_EVERY_MS = 60_000;

/** Notes the use of a key, at most once a minute: a busy machine must not write a row for every request. */
export async function touchApiKey(db: Database, id: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - TOUCH_EVERY_MS);
  await db
    .updateTable('apiKeys')
    .set({ lastUsedAt: at })
    .where('id', '=', id)
    .where((one) => one.or([one('lastUsedAt', 'is', null), one('lastUsedAt', '<', before)]))
    .execute();
}
