import type { Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type StoredNotice = Row<'notices'>;

/** Keeps a notice; one with the same hash is the same notice. Refusals: `store.exists` for another text of that version. */
export async function addNotice(db: Database, notice: NewRow<'notices'>): Promise<void> {
  await db
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

export const findNotice = (db: Database, hash: string): Promise<StoredNotice | undefined> =>
  db.selectFrom('notices').selectAll().where('hash', '=', hash).executeTakeFirst();

/** The one in the same language that was published before it; `undefined` for the first. */
export const findNoticeBefore = (
  db: Database,
  { hash, language, publishedAt }: Pick<StoredNotice, 'hash' | 'language' | 'publishedAt'>,
): Promise<StoredNotice | undefined> =>
  db
    .selectFrom('notices')
    .selectAll()
    .where('language', '=', language)
    .where('hash', '!=', hash)
    .where('publishedAt', '<=', publishedAt)
    .orderBy('publishedAt', 'desc')
    .orderBy('hash')
    .executeTakeFirst();

/** Latest first; they are few: one for each version and language. */
export const listNotices = (db: Database): Promise<StoredNotice[]> =>
  db.selectFrom('notices').selectAll().orderBy('publishedAt', 'desc').orderBy('hash').execute();

const HASH = { column: 'notices.hash', key: 'hash', type: 'text' } as const;
const SORTS = {
  publishedAt: [{ column: 'notices.publishedAt', key: 'publishedAt', type: 'time' }, HASH],
  from: [{ column: 'notices.validFrom', key: 'validFrom', type: 'time' }, HASH],
  language: [{ column: 'notices.language', key: 'language', type: 'text' }, HASH],
} satisfies Sorts<string>;
export type NoticeSort = keyof typeof SORTS;

/** One page of them, latest first. */
export const pageNotices = (
  db: Database,
  { language, version }: { readonly language?: string | undefined; readonly version?: string | undefined },
  request: PageRequest<NoticeSort>,
): Promise<Page<StoredNotice>> =>
  page(
    db
      .selectFrom('notices')
      .selectAll('notices')
      .$if(language !== undefined, (all) => all.where('notices.language', '=', language!))
      .$if(version !== undefined, (all) => all.where('notices.version', '=', version!)),
    SORTS,
    { sort: 'publishedAt', direction: 'desc' },
    request,
  );
