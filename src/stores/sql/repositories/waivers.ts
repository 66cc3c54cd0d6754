import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Waiver = Row<'waivers'>;

export const addWaiver = (db: Database, waiver: NewRow<'waivers'>): Promise<Waiver> =>
  db.insertInto('waivers').values(waiver).returningAll().executeTakeFirstOrThrow();

export const findWaiver = (db: Database, id: string): Promise<Waiver | undefined> =>
  db.selectFrom('waivers').selectAll().where('id', '=', id).executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeWaiver = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'waivers'>,
): Promise<Waiver> => changeRow(db, 'waivers', id, expected, changes);

const ID = { column: 'waivers.id', key: 'id', type: 'text' } as const;
const SORTS = {
  until: [{ column: 'waivers.until', key: 'until', type: 'time' }, ID],
  use: [{ column: 'waivers.useId', key: 'useId', type: 'text' }, ID],
  check: [{ column: 'waivers.checkId', key: 'checkId', type: 'text' }, ID],
} satisfies Sorts<string>;
export type WaiverSort = keyof typeof SORTS;

export interface WaiverFilter {
  readonly useId?: string | undefined;
  readonly checkId?: string | undefined;
  readonly state?: string | undefined;
  readonly owner?: string | undefined;
}

/** Those that end first come first. */
export const listWaivers = (
  db: Database,
  { useId, checkId, state, owner }: WaiverFilter,
  request: PageRequest<WaiverSort> = {},
): Promise<Page<Waiver>> =>
  page(
    db
      .selectFrom('waivers')
      .selectAll('waivers')
      .$if(useId !== undefined, (all) => all.where('waivers.useId', '=', useId!))
      .$if(checkId !== undefined, (all) => all.where('waivers.checkId', '=', checkId!))
      .$if(state !== undefined, (all) => all.where('waivers.state', '=', state!))
      .$if(owner !== undefined, (all) => all.where('waivers.owner', '=', owner!)),
    SORTS,
    { sort: 'until', direction: 'asc' },
    request,
  );
