import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Comment = Row<'comments'>;

export const addComment = (db: Database, comment: NewRow<'comments'>): Promise<Comment> =>
  db.insertInto('comments').values(comment).returningAll().executeTakeFirstOrThrow();

export const findComment = (db: Database, id: string): Promise<Comment | undefined> =>
  db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeComment = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'comments'>,
): Promise<Comment> => changeRow(db, 'comments', id, expected, changes);

const SORTS = {
  createdAt: [
    { column: 'comments.createdAt', key: 'createdAt', type: 'time' },
    { column: 'comments.id', key: 'id', type: 'text' },
  ],
} satisfies Sorts<string>;

/** Oldest first. */
export const listComments = (
  db: Database,
  { useId, reviewId }: { readonly useId?: string | undefined; readonly reviewId?: string | undefined },
  request: PageRequest<'createdAt'> = {},
): Promise<Page<Comment>> =>
  page(
    db
      .selectFrom('comments')
      .selectAll('comments')
      .$if(useId !== undefined, (all) => all.where('comments.useId', '=', useId!))
      .$if(reviewId !== undefined, (all) => all.where('comments.reviewId', '=', reviewId!)),
    SORTS,
    { sort: 'createdAt', direction: 'asc' },
    request,
  );
