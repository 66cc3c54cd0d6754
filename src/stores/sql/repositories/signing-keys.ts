import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type SigningKey = Row<'signingKeys'>;

/** The private key comes sealed. A second active key is `store.exists`: retire the first before. */
export const addSigningKey = (db: Database, key: NewRow<'signingKeys'>): Promise<SigningKey> =>
  db.insertInto('signingKeys').values(key).returningAll().executeTakeFirstOrThrow();

export const findActiveSigningKey = (db: Database): Promise<SigningKey | undefined> =>
  db.selectFrom('signingKeys').selectAll().where('state', '=', 'active').executeTakeFirst();

/** All of them, oldest first, revoked ones too: what trust roots are made of. */
export const listSigningKeys = (db: Database): Promise<SigningKey[]> =>
  db.selectFrom('signingKeys').selectAll().orderBy('createdAt').orderBy('id').execute();

const ID = { column: 'signingKeys.id', key: 'id', type: 'text' } as const;
const SORTS = {
  createdAt: [{ column: 'signingKeys.createdAt', key: 'createdAt', type: 'time' }, ID],
  state: [{ column: 'signingKeys.state', key: 'state', type: 'text' }, ID],
} satisfies Sorts<string>;
export type SigningKeySort = keyof typeof SORTS;

/** One page of them, oldest first. */
export const pageSigningKeys = (
  db: Database,
  { state }: { readonly state?: string | undefined },
  request: PageRequest<SigningKeySort>,
): Promise<Page<SigningKey>> =>
  page(
    db
      .selectFrom('signingKeys')
      .selectAll('signingKeys')
      .$if(state !== undefined, (all) => all.where('signingKeys.state', '=', state!)),
    SORTS,
    { sort: 'createdAt', direction: 'asc' },
    request,
  );

/** Retires or revokes a key. Refusals: `store.not-found`, `store.changed`. */
export const changeSigningKey = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'signingKeys'>,
): Promise<SigningKey> => changeRow(db, 'signingKeys', id, expected, changes);
