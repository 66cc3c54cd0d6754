import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';

export type SigningKey = Row<'signingKeys'>;

/** The private key comes sealed. A second active key is `store.exists`: retire the first before. */
export const addSigningKey = (db: Database, key: NewRow<'signingKeys'>): Promise<SigningKey> =>
  db.insertInto('signingKeys').values(key).returningAll().executeTakeFirstOrThrow();

export const findActiveSigningKey = (db: Database): Promise<SigningKey | undefined> =>
  db.selectFrom('signingKeys').selectAll().where('state', '=', 'active').executeTakeFirst();

/** All of them, oldest first, revoked ones too: what trust roots are made of. */
export const listSigningKeys = (db: Database): Promise<SigningKey[]> =>
  db.selectFrom('signingKeys').selectAll().orderBy('createdAt').orderBy('id').execute();

/** Retires or revokes a key. Refusals: `store.not-found`, `store.changed`. */
export const changeSigningKey = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'signingKeys'>,
): Promise<SigningKey> => changeRow(db, 'signingKeys', id, expected, changes);
