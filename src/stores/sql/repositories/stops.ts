import type { Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Stop = Row<'stops'>;

/** Stops a use. Where it is stopped already the stop in force comes back, and `isNew` is false. */
export async function addStop(
  db: Database,
  stop: NewRow<'stops'>,
): Promise<{ readonly stop: Stop; readonly isNew: boolean }> {
  for (;;) {
    const added = await db
      .insertInto('stops')
      .values(stop)
      .onConflict((conflict) => conflict.column('useId').where('liftedAt', 'is', null).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (added !== undefined) return { stop: added, isNew: true };
    // Whoever was first may be lifted by now.
    const there = await findStopInForce(db, stop.useId);
    if (there !== undefined) return { stop: there, isNew: false };
  }
}

export const findStop = (db: Database, id: string): Promise<Stop | undefined> =>
  db.selectFrom('stops').selectAll().where('id', '=', id).executeTakeFirst();

export const findStopInForce = (db: Database, useId: string): Promise<Stop | undefined> =>
  db
    .selectFrom('stops')
    .selectAll()
    .where('useId', '=', useId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const liftStop = (
  db: Database,
  id: string,
  expected: number | null,
  lifted: { readonly by: string | null; readonly reason: string; readonly at: Date },
): Promise<Stop> =>
  changeRow(db, 'stops', id, expected, {
    liftedBy: lifted.by,
    liftReason: lifted.reason,
    liftedAt: lifted.at,
  });

const ID = { column: 'stops.id', key: 'id', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'stops.stoppedAt', key: 'stoppedAt', type: 'time' }, ID],
  use: [{ column: 'stops.useId', key: 'useId', type: 'text' }, ID],
} satisfies Sorts<string>;
export type StopSort = keyof typeof SORTS;

/** Newest first. */
export const listStops = (
  db: Database,
  { useId, isInForce }: { readonly useId?: string | undefined; readonly isInForce?: boolean | undefined },
  request: PageRequest<StopSort> = {},
): Promise<Page<Stop>> =>
  page(
    db
      .selectFrom('stops')
      .selectAll('stops')
      .$if(useId !== undefined, (all) => all.where('stops.useId', '=', useId!))
      .$if(isInForce !== undefined, (all) => all.where('stops.liftedAt', isInForce ? 'is' : 'is not', null)),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );
