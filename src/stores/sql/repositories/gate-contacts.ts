import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';
import type { StoredChoiceState } from './choices.ts';

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

/**
 * Locks the people behind these keys until the transaction ends, and reads what they chose. Two decisions about one
 * person, or a decision and a choice of theirs, come one after the other: so no cap is passed, and a withdrawal that was
 * acknowledged is seen. Rows are locked in the order in which the ledger locks them.
 */
export async function lockPeople(db: Database, subjects: readonly string[]): Promise<LockedKeys> {
  const asked = [...new Set(subjects)].sort();
  const { rows } = await sql<StoredChoiceState & { asked: string }>`
    select a.subject as asked, k.subject, k.person, k.state, k.changed_at as "changedAt"
    from json_array_elements_text(${asJson(asked)}::json) as n (subject)
    join choice_states a on a.subject = n.subject
    join choice_states k on k.person = a.person
    order by k.subject
    for no key update of k`.execute(db);
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

/** Contacts of these keys that count, since then: of all uses, on all channels. */
export async function contactsSince(
  db: Database,
  subjects: readonly string[],
  since: Date,
): Promise<GateContact[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<GateContact>`
    select c.id, c.subject, c.use_id as "useId", c.channel, c.dispatch, c.lease_id as "leaseId",
      c.decision_id as "decisionId", c.state, c.reserved_at as "reservedAt",
      c.permitted_until as "permittedUntil", c.settled_at as "settledAt"
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join gate_contacts c on c.subject = n.subject
    where c.state <> 'released' and c.reserved_at >= ${since}
    order by c.reserved_at, c.id`.execute(db);
  return rows;
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

export interface Settling {
  readonly useId: string;
  readonly dispatch: string;
  readonly subjects: readonly string[];
}

/**
 * Tells what became of reservations: sent, or not made and so released. One that was told of before stays as it was told
 * first. Gives the contacts that changed.
 */
export const settleContacts = (
  db: Database,
  { useId, dispatch, subjects }: Settling,
  state: 'sent' | 'released',
  at: Date,
): Promise<GateContact[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .updateTable('gateContacts')
        .set({ state, settledAt: at })
        .where('useId', '=', useId)
        .where('dispatch', '=', dispatch)
        .where('subject', 'in', subjects)
        .where('state', '=', 'reserved')
        .returningAll()
        .execute();

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

/**
 * Ends a lease: those of its contacts that are named were sent, the others are released. Gives how many of each; of
 * contacts that were told of before it tells what was told.
 */
export async function settleLease(
  db: Database,
  id: string,
  sent: readonly string[],
  at: Date,
): Promise<{ readonly sent: number; readonly released: number }> {
  if (sent.length > 0)
    await sql`update gate_contacts c set state = 'sent', settled_at = ${at}
      from json_array_elements_text(${asJson(sent)}::json) as n (subject)
      where c.lease_id = ${id} and c.subject = n.subject and c.state = 'reserved'`.execute(db);
  await db
    .updateTable('gateContacts')
    .set({ state: 'released', settledAt: at })
    .where('leaseId', '=', id)
    .where('state', '=', 'reserved')
    .execute();
  const states = await db
    .selectFrom('gateContacts')
    .select((contact) => ['state', contact.fn.countAll<number>().as('contacts')])
    .where('leaseId', '=', id)
    .groupBy('state')
    .execute();
  const counted = (state: string) => Number(states.find((one) => one.state === state)?.contacts ?? 0);
  const settled = { sent: counted('sent'), released: counted('released') };
  await db
    .updateTable('gateLeases')
    .set({ settledAt: at, sent: settled.sent })
    .where('id', '=', id)
    .execute();
  return settled;
}
