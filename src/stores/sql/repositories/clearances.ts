import type { Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Clearance = Row<'clearances'>;

/** Call it behind `lockUse`, and void the one in force first. */
export const addClearance = (db: Database, clearance: NewRow<'clearances'>): Promise<Clearance> =>
  db.insertInto('clearances').values(clearance).returningAll().executeTakeFirstOrThrow();

export const findClearance = (db: Database, id: string): Promise<Clearance | undefined> =>
  db.selectFrom('clearances').selectAll().where('id', '=', id).executeTakeFirst();

/** The newest clearance of a use that is neither void nor expired. A stop is another matter: see `findStopInForce`. */
export const findClearanceInForce = (db: Database, useId: string, at: Date): Promise<Clearance | undefined> =>
  db
    .selectFrom('clearances')
    .selectAll()
    .where('useId', '=', useId)
    .where('voidedAt', 'is', null)
    .where('expiresAt', '>', at)
    .orderBy('issuedAt', 'desc')
    .orderBy('id')
    .executeTakeFirst();

/**
 * Voids a clearance; it stays in the list.
 * Refusals: `store.not-found`, `store.changed`; one that is void already is `store.refused`.
 */
export const voidClearance = (
  db: Database,
  id: string,
  expected: number | null,
  reason: string,
  at: Date,
): Promise<Clearance> => changeRow(db, 'clearances', id, expected, { voidedAt: at, voidReason: reason });

const ID = { column: 'clearances.id', key: 'id', type: 'text' } as const;
const SORTS = {
  issuedAt: [{ column: 'clearances.issuedAt', key: 'issuedAt', type: 'time' }, ID],
  expiresAt: [{ column: 'clearances.expiresAt', key: 'expiresAt', type: 'time' }, ID],
  use: [{ column: 'clearances.useId', key: 'useId', type: 'text' }, ID],
} satisfies Sorts<string>;
export type ClearanceSort = keyof typeof SORTS;

export interface ClearanceFilter {
  readonly useId?: string | undefined;
  readonly keyId?: string | undefined;
  /** Neither void nor expired at this time. */
  readonly inForceAt?: Date | undefined;
}

/** Newest first. */
export const listClearances = (
  db: Database,
  { useId, keyId, inForceAt }: ClearanceFilter,
  request: PageRequest<ClearanceSort> = {},
): Promise<Page<Clearance>> =>
  page(
    db
      .selectFrom('clearances')
      .selectAll('clearances')
      .$if(useId !== undefined, (all) => all.where('clearances.useId', '=', useId!))
      .$if(keyId !== undefined, (all) => all.where('clearances.keyId', '=', keyId!))
      .$if(inForceAt !== undefined, (all) =>
        all.where('clearances.voidedAt', 'is', null).where('clearances.expiresAt', '>', inForceAt!),
      ),
    SORTS,
    { sort: 'issuedAt', direction: 'desc' },
    request,
  );
