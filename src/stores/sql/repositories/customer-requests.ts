import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type CustomerRequest = Row<'customerRequests'>;

/** Keeps a request. Where one like it is open already that one stays as it is, and nothing is given back. */
export const addCustomerRequest = (
  db: Database,
  request: NewRow<'customerRequests'>,
): Promise<CustomerRequest | undefined> =>
  db
    .insertInto('customerRequests')
    .values(request)
    .onConflict((conflict) =>
      conflict.columns(['subject', 'useId', 'kind', 'about']).where('closedAt', 'is', null).doNothing(),
    )
    .returningAll()
    .executeTakeFirst();

export const findCustomerRequest = (db: Database, id: string): Promise<CustomerRequest | undefined> =>
  db.selectFrom('customerRequests').selectAll().where('id', '=', id).executeTakeFirst();

/** For this transaction alone until it ends. */
export const lockCustomerRequest = (db: Database, id: string): Promise<CustomerRequest | undefined> =>
  db.selectFrom('customerRequests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Refusals: `store.changed`. */
export const changeCustomerRequest = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'customerRequests'>,
): Promise<CustomerRequest> => changeRow(db, 'customerRequests', id, expected, changes);

/** What tells requests alike. */
export interface PlaceOfRequest {
  readonly subjects: readonly string[];
  readonly useId: string;
  readonly kind: string;
  readonly about: string;
}

const like = (db: Database, { subjects, useId, kind, about }: PlaceOfRequest) =>
  db
    .selectFrom('customerRequests')
    .selectAll()
    .where('subject', 'in', subjects)
    .where('useId', '=', useId)
    .where('kind', '=', kind)
    .where('about', '=', about);

/** The one like it that is open. */
export const findOpenLike = (db: Database, place: PlaceOfRequest): Promise<CustomerRequest | undefined> =>
  like(db, place).where('closedAt', 'is', null).executeTakeFirst();

/** The last one like it, open or closed. */
export const findLastLike = (db: Database, place: PlaceOfRequest): Promise<CustomerRequest | undefined> =>
  like(db, place).orderBy('askedAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();

/** Everything that the people of these keys asked for, latest first; of one use, where one is named. */
export const listRequestsOf = (
  db: Database,
  subjects: readonly string[],
  useId?: string,
): Promise<CustomerRequest[]> =>
  db
    .selectFrom('customerRequests')
    .selectAll()
    .where('subject', 'in', subjects)
    .$if(useId !== undefined, (all) => all.where('useId', '=', useId!))
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Those that are open, of one person about one use, oldest first. */
export const listOpenRequests = (
  db: Database,
  subjects: readonly string[],
  useId: string,
): Promise<CustomerRequest[]> =>
  db
    .selectFrom('customerRequests')
    .selectAll()
    .where('subject', 'in', subjects)
    .where('useId', '=', useId)
    .where('closedAt', 'is', null)
    .orderBy('askedAt')
    .orderBy('id')
    .execute();

export async function countOpenRequests(db: Database, subjects: readonly string[]): Promise<number> {
  const { open } = await db
    .selectFrom('customerRequests')
    .select((one) => one.fn.countAll<number>().as('open'))
    .where('subject', 'in', subjects)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

export interface RequestFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly open?: boolean | undefined;
  readonly taken?: boolean | undefined;
  /** Of those that are open: due before this moment. */
  readonly dueBefore?: Date | undefined;
  /** Of those that are open: due at this moment or after. */
  readonly dueFrom?: Date | undefined;
  /** Those with a source that was to say before this moment what was done, and has not. */
  readonly destinationsDueBefore?: Date | undefined;
  /** With all that lies in it: that of `us` also `us-ca`. */
  readonly jurisdiction?: string | undefined;
  readonly use?: string | undefined;
}

const ID = { column: 'customerRequests.id', key: 'id', type: 'text' } as const;
const SORTS = {
  due: [{ column: 'customerRequests.dueAt', key: 'dueAt', type: 'time' }, ID],
  asked: [{ column: 'customerRequests.askedAt', key: 'askedAt', type: 'time' }, ID],
} satisfies Sorts<string>;
export type RequestSort = keyof typeof SORTS;

/** The queue: what is due first comes first, unless another order is asked for. */
export const pageRequests = (
  db: Database,
  filter: RequestFilter,
  request: PageRequest<RequestSort>,
): Promise<Page<CustomerRequest>> => {
  const { kind, state, open, taken, dueBefore, dueFrom, destinationsDueBefore, jurisdiction, use } = filter;
  return page(
    db
      .selectFrom('customerRequests')
      .selectAll()
      .$if(kind !== undefined, (all) => all.where('kind', '=', kind!))
      .$if(state !== undefined, (all) => all.where('state', '=', state!))
      .$if(open !== undefined, (all) => all.where('closedAt', open ? 'is' : 'is not', null))
      .$if(taken !== undefined, (all) => all.where('isTaken', '=', taken!))
      .$if(dueBefore !== undefined || dueFrom !== undefined, (all) => all.where('closedAt', 'is', null))
      .$if(dueBefore !== undefined, (all) => all.where('dueAt', '<', dueBefore!))
      .$if(dueFrom !== undefined, (all) => all.where('dueAt', '>=', dueFrom!))
      .$if(destinationsDueBefore !== undefined, (all) =>
        all.where('destinationsDueAt', '<', destinationsDueBefore!),
      )
      .$if(jurisdiction !== undefined, (all) =>
        all.where((one) =>
          one.or([
            one('jurisdiction', '=', jurisdiction!),
            one(sql`jurisdiction`, 'like', `${jurisdiction!}-%`),
          ]),
        ),
      )
      .$if(use !== undefined, (all) => all.where('useId', '=', use!)),
    SORTS,
    { sort: 'due', direction: 'asc' },
    request,
  );
};

/** Requests whose person is still to be written of a step, oldest first. */
export const listOwedLetters = (db: Database, limit: number): Promise<CustomerRequest[]> =>
  db
    .selectFrom('customerRequests')
    .selectAll()
    .where('letterOf', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();

/** The letter of this event is owed no more; one of a later event still is. */
export async function letterIsSettled(db: Database, id: string, event: number): Promise<void> {
  await db
    .updateTable('customerRequests')
    .set({ letterOf: null })
    .where('id', '=', id)
    .where('letterOf', '=', event)
    .execute();
}

/**
 * Forgets what the people of these keys asked for, open or closed. An erasure that is not done everywhere stays, and stands
 * for nobody.
 */
export async function forgetRequests(db: Database, subjects: readonly string[]): Promise<void> {
  await db
    .updateTable('customerRequests')
    .set({ subject: null })
    .where('subject', 'in', subjects)
    .where('kind', '=', 'erase')
    .where('closedAt', 'is', null)
    .execute();
  await db.deleteFrom('customerRequests').where('subject', 'in', subjects).execute();
}

/** Removes requests that ended long ago, with their events; not a restriction that was granted, which stands. How many went. */
export async function removeOldRequests(db: Database, closedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('customerRequests')
    .where('closedAt', '<', closedBefore)
    .where((eb) =>
      eb.or([
        eb('kind', '<>', 'restrict'),
        eb('outcome', 'is', null),
        eb('outcome', 'not in', ['done', 'partly']),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Forgets of requests that ended who it was and what they said. How many. */
export async function unsealOldRequests(db: Database, closedBefore: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('customerRequests')
    .set({ sealed: null, letterOf: null })
    .where('closedAt', '<', closedBefore)
    .where('sealed', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** As much of an event as the store looks at; the domain knows the rest. */
export interface NewRequestEvent {
  readonly type: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
}

/** Adds an event behind those of a request that is locked. Gives its number. */
export async function addRequestEvent(
  db: Database,
  requestId: string,
  event: NewRequestEvent,
  wordsFor: (number: number) => string | null,
): Promise<number> {
  const last = await db
    .selectFrom('customerRequestEvents')
    .select((one) => one.fn.max('number').as('number'))
    .where('requestId', '=', requestId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const { by, ...said } = event;
  await db
    .insertInto('customerRequestEvents')
    .values({
      requestId,
      number,
      type: event.type,
      byKey: by,
      at: new Date(event.at),
      event: asJson(said),
      words: wordsFor(number),
    })
    .execute();
  return number;
}

export type StoredRequestEvent = Row<'customerRequestEvents'>;

/** The events of several requests, each in their order. */
export async function listEventsOfRequests(
  db: Database,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredRequestEvent[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('customerRequestEvents')
    .selectAll()
    .where('requestId', 'in', requestIds)
    .orderBy('requestId')
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, ({ requestId }) => requestId);
}
