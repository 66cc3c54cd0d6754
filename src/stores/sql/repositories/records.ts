import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

/** A DPIA or a legitimate-interest assessment. */
export type ImpactRecord = Row<'records'>;

export const addRecord = (db: Database, record: NewRow<'records'>): Promise<ImpactRecord> =>
  db.insertInto('records').values(record).returningAll().executeTakeFirstOrThrow();

export const findRecord = (db: Database, id: string): Promise<ImpactRecord | undefined> =>
  db.selectFrom('records').selectAll().where('id', '=', id).executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeRecord = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'records'>,
): Promise<ImpactRecord> => changeRow(db, 'records', id, expected, changes);

const ID = { column: 'records.id', key: 'id', type: 'text' } as const;
const SORTS = {
  openedAt: [{ column: 'records.openedAt', key: 'openedAt', type: 'time' }, ID],
  kind: [{ column: 'records.type', key: 'type', type: 'text' }, ID],
} satisfies Sorts<string>;
export type RecordSort = keyof typeof SORTS;

export interface RecordFilter {
  readonly useId?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: string | undefined;
}

/** Oldest first. */
export const listRecords = (
  db: Database,
  { useId, type, state }: RecordFilter,
  request: PageRequest<RecordSort> = {},
): Promise<Page<ImpactRecord>> =>
  page(
    db
      .selectFrom('records')
      .selectAll('records')
      .$if(useId !== undefined, (all) => all.where('records.useId', '=', useId!))
      .$if(type !== undefined, (all) => all.where('records.type', '=', type!))
      .$if(state !== undefined, (all) => all.where('records.state', '=', state!)),
    SORTS,
    { sort: 'openedAt', direction: 'asc' },
    request,
  );
