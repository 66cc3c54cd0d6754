import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';

export type Condition = Row<'conditions'>;

export const addCondition = (db: Database, condition: NewRow<'conditions'>): Promise<Condition> =>
  db.insertInto('conditions').values(condition).returningAll().executeTakeFirstOrThrow();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeCondition = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'conditions'>,
): Promise<Condition> => changeRow(db, 'conditions', id, expected, changes);

/** Oldest first. */
export const listConditions = (
  db: Database,
  { useId, reviewId }: { readonly useId?: string | undefined; readonly reviewId?: string | undefined },
): Promise<Condition[]> =>
  db
    .selectFrom('conditions')
    .selectAll()
    .$if(useId !== undefined, (all) => all.where('useId', '=', useId!))
    .$if(reviewId !== undefined, (all) => all.where('reviewId', '=', reviewId!))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
