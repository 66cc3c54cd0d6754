import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';
import type { StoredChoiceState } from './choices.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type GateContact = Row<'gateContacts'>;
export type GateLease = Row<'gateLeases'>;

/** Whoever is decided about has one row for each key of theirs; the others have none, and are locked by name. */
export interface LockedKeys {
  /** The key that was asked about, with a key of the same person and what was chosen under it. */
  readonly states: ReadonlyArray<StoredChoiceState & { readonly asked: string }>;
}

/** Any number that nobody else takes. */
const STRANGERS = 51_906_113;
/** Locks of people without a row are counted, and a transaction may take so many of them and no more. */
const STRANGERS_AT_ONCE = 64;

/** Which keys are of one person, and what was chosen under each, without a lock: for what decides nothing. */
export async function readKeys(db: Database, subjects: readonly string[]): Promise<LockedKeys> {
  if (subjects.length === 0) return { states: [] };
  const { rows } = await sql<StoredChoiceState & { asked: string }>`${keysOf(subjects)}`.execute(db);
  return { states: rows };
}

const keysOf = (subjects: readonly string[]) => sql`
  select a.subject as asked, k.subject, k.person, k.state, k.changed_at as "changedAt"
  from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
  join choice_states a on a.subject = n.subject
  join choice_states k on k.person = a.person
  order by k.subject`;

/**
 * Locks the people behind these keys until the transaction ends, and reads what they chose. Two decisions about one
 * person, or a decision and a choice of theirs, come one after the other: so no cap is passed, and a withdrawal that was
 * acknowledged is seen. Rows are locked in the order in which the ledger locks them.
 */
export async function lockPeople(db: Database, subjects: readonly string[]): Promise<LockedKeys> {
  const asked = [...new Set(subjects)].sort();
  if (asked.length === 0) return { states: [] };
  const { rows } = await sql<
    StoredChoiceState & { asked: string }
  >`${keysOf(asked)} for no key update of k`.execute(db);
  const known = new Set(rows.map((row) => row.asked));
  const strangers = asked.filter((subject) => !known.has(subject));
  if (strangers.length > 0)
    await sql`
      select pg_advisory_xact_lock(${STRANGERS}, place) from (
        select distinct abs(hashtext(subject)) % ${STRANGERS_AT_ONCE} as place
        from json_array_elements_text(${asJson(strangers)}::json) as n (subject) order by place
      ) as places`.execute(db);
  return { states: rows };
}

/** Rows of one statement: it takes 65,535 values, and a contact has ten. */
const AT_ONCE = 5_000;

export async function addContacts(
  db: Database,
  contacts: ReadonlyArray<NewRow<'gateContacts'>>,
): Promise<void> {
  for (let start = 0; start < contacts.length; start += AT_ONCE)
    await db
      .insertInto('gateContacts')
      .values(contacts.slice(start, start + AT_ONCE))
      .execute();
}

/** A permit that is given again lasts longer. */
export async function prolongContacts(db: Database, ids: readonly string[], until: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('gateContacts').set({ permittedUntil: until }).where('id', 'in', ids).execute();
}

export interface Settled {
  readonly useId: string;
  readonly dispatch: string;
  readonly subject: string;
}

/** What a contact may become, and out of what: who was told once that it was sent, or not made, is not told otherwise. */
const BEFORE = { drawn: ['reserved'], sent: ['reserved', 'drawn'], released: ['reserved', 'drawn'] } as const;

/**
 * Tells what became of contacts: drawn on by a sender, sent, or not made and so released. Gives those that changed, with
 * the use they are of.
 */
export async function settleContacts(
  db: Database,
  contacts: readonly Settled[],
  state: keyof typeof BEFORE,
  at: Date,
): Promise<ReadonlyArray<{ readonly useId: string }>> {
  if (contacts.length === 0) return [];
  const rows = contacts.map(({ useId, dispatch, subject }) => ({ use_id: useId, dispatch, subject }));
  const { rows: changed } = await sql<{ useId: string }>`
    update gate_contacts c set state = ${state}, settled_at = ${at}
    from json_to_recordset(${asJson(rows)}::json) as n (use_id text, dispatch text, subject text)
    where c.use_id = n.use_id and c.dispatch = n.dispatch and c.subject = n.subject
      and c.state in (${sql.join(BEFORE[state])})
    returning c.use_id as "useId"`.execute(db);
  return changed;
}

/** Releases reservations that nobody was told of. */
export async function releaseContacts(
  db: Database,
  ids: readonly string[],
  at: Date,
): Promise<GateContact[]> {
  if (ids.length === 0) return [];
  return db
    .updateTable('gateContacts')
    .set({ state: 'released', settledAt: at })
    .where('id', 'in', ids)
    .where('state', '=', 'reserved')
    .returningAll()
    .execute();
}

/** Forgets contacts that no cap looks back to, and leases of which none is left. */
export async function forgetContacts(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('gateContacts').where('reservedAt', '<', before).executeTakeFirstOrThrow();
  await db
    .deleteFrom('gateLeases')
    .where('endsAt', '<', before)
    .where((lease) =>
      lease.not(
        lease.exists(
          lease
            .selectFrom('gateContacts')
            .select('id')
            .whereRef('gateContacts.leaseId', '=', 'gateLeases.id'),
        ),
      ),
    )
    .execute();
  return Number(gone.numDeletedRows);
}

export const addLease = (db: Database, lease: NewRow<'gateLeases'>): Promise<GateLease> =>
  db.insertInto('gateLeases').values(lease).returningAll().executeTakeFirstOrThrow();

/** The lease, for this transaction alone until it ends. */
export const lockLease = (db: Database, id: string): Promise<GateLease | undefined> =>
  db.selectFrom('gateLeases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Ends a lease: what nobody drew on is released. Gives how many contacts were drawn on, and how many were not. */
export async function endLease(
  db: Database,
  id: string,
  at: Date,
): Promise<{ readonly drawn: number; readonly released: number }> {
  const released = await db
    .updateTable('gateContacts')
    .set({ state: 'released', settledAt: at })
    .where('leaseId', '=', id)
    .where('state', '=', 'reserved')
    .executeTakeFirstOrThrow();
  const { drawn } = await db
    .selectFrom('gateContacts')
    .select((contact) => contact.fn.countAll<number>().as('drawn'))
    .where('leaseId', '=', id)
    .where('state', '<>', 'released')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('gateLeases')
    .set({ settledAt: at, sent: Number(drawn) })
    .where('id', '=', id)
    .execute();
  return { drawn: Number(drawn), released: Number(released.numUpdatedRows) };
}

const LEASE_ID = { column: 'gateLeases.id', key: 'id', type: 'text' } as const;
const LEASE_SORTS = {
  grantedAt: [{ column: 'gateLeases.grantedAt', key: 'grantedAt', type: 'time' }, LEASE_ID],
  use: [{ column: 'gateLeases.useId', key: 'useId', type: 'text' }, LEASE_ID],
} satisfies Sorts<string>;
export type GateLeaseSort = keyof typeof LEASE_SORTS;

/** Newest first; `useIds`: of these uses alone. */
export const listLeases = (
  db: Database,
  {
    useId,
    useIds,
    isOpen,
  }: {
    readonly useId?: string | undefined;
    readonly useIds?: readonly string[] | undefined;
    readonly isOpen?: boolean | undefined;
  },
  request: PageRequest<GateLeaseSort> = {},
): Promise<Page<GateLease>> =>
  page(
    db
      .selectFrom('gateLeases')
      .selectAll('gateLeases')
      .$if(useId !== undefined, (all) => all.where('gateLeases.useId', '=', useId!))
      .$if(useIds !== undefined, (all) => all.where('gateLeases.useId', 'in', [...useIds!, '']))
      .$if(isOpen !== undefined, (all) => all.where('gateLeases.settledAt', isOpen ? 'is' : 'is not', null)),
    LEASE_SORTS,
    { sort: 'grantedAt', direction: 'desc' },
    request,
  );
