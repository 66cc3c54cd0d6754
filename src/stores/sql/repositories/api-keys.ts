import { sql } from 'kysely';
import type { Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

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

export interface ApiKeyFilter {
  readonly ownerId?: string | undefined;
  readonly role?: string | undefined;
  /** Those of machines alone, or of people. */
  readonly isMachine?: boolean | undefined;
  /** Neither revoked nor expired at this time. */
  readonly inForceAt?: Date | undefined;
}

const ID = { column: 'apiKeys.id', key: 'id', type: 'text' } as const;
const SORTS = {
  createdAt: [{ column: 'apiKeys.createdAt', key: 'createdAt', type: 'time' }, ID],
  name: [{ column: 'apiKeys.name', key: 'name', type: 'text' }, ID],
} satisfies Sorts<string>;
export type ApiKeySort = keyof typeof SORTS;

/** Newest first; revoked ones too. */
export const listApiKeys = (
  db: Database,
  { ownerId, role, isMachine, inForceAt }: ApiKeyFilter,
  request: PageRequest<ApiKeySort> = {},
): Promise<Page<ApiKey>> =>
  page(
    db
      .selectFrom('apiKeys')
      .selectAll('apiKeys')
      .$if(ownerId !== undefined, (all) => all.where('apiKeys.ownerId', '=', ownerId!))
      .$if(role !== undefined, (all) => all.where(sql<boolean>`${role} = any(${sql.ref('apiKeys.roles')})`))
      .$if(isMachine !== undefined, (all) => all.where('apiKeys.ownerId', isMachine ? 'is' : 'is not', null))
      .$if(inForceAt !== undefined, (all) =>
        all
          .where('apiKeys.revokedAt', 'is', null)
          .where((one) =>
            one.or([one('apiKeys.expiresAt', 'is', null), one('apiKeys.expiresAt', '>', inForceAt!)]),
          ),
      ),
    SORTS,
    { sort: 'createdAt', direction: 'desc' },
    request,
  );

/** The key of an id, whether in force or not. */
export const findApiKeyById = (db: Database, id: string): Promise<ApiKey | undefined> =>
  db.selectFrom('apiKeys').selectAll().where('id', '=', id).executeTakeFirst();

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
