import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';
import type { GateContact } from './gate-contacts.ts';
import type { GatePerson } from './gate-people.ts';
import type { SuppressedKey } from './suppression-lists.ts';

/** A hold, also one that has ended and whose rest may not have. */
export interface HoldSpan {
  readonly subject: string;
  readonly channel: string;
  readonly purpose: string;
  readonly heldFrom: Date;
  readonly heldUntil: Date;
}

/**
 * A decision that somebody contests, or a restriction of all use of their data, asked for now or not long ago. A restriction
 * that was granted has no end.
 */
export interface ContestSpan {
  readonly subject: string;
  readonly kind: 'contest' | 'restrict';
  readonly useId: string;
  readonly askedAt: Date;
  readonly closedAt: Date | null;
}

/** What the gate looks at of people beside what they chose, each row under the key that it stands under. */
export interface KnownOfPeople {
  readonly holds: readonly HoldSpan[];
  readonly contests: readonly ContestSpan[];
  /** What each key chose last about how often. */
  readonly rhythms: ReadonlyArray<{
    readonly subject: string;
    readonly rhythm: string;
    readonly chosenAt: Date;
  }>;
  /** What has ended too where being on the list tells something, since the rest that hides it may last on. */
  readonly lists: readonly SuppressedKey[];
  readonly places: ReadonlyArray<Omit<GatePerson, 'toldAt'>>;
  /** Whose law stood with what people chose. */
  readonly laws: ReadonlyArray<{ readonly subject: string; readonly jurisdiction: string }>;
  /** Contacts that count, of all uses, on all channels, by when they were set aside. */
  readonly contacts: readonly GateContact[];
}

export interface LooksBack {
  readonly now: Date;
  /** Contests that are closed and were asked before it bear on nothing. */
  readonly contestsSince: Date;
  /** No cap looks back to contacts from before it. */
  readonly contactsSince: Date;
}

/** As it comes out of JSON. */
type Written<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
type WrittenLists = {
  readonly [K in keyof KnownOfPeople]: ReadonlyArray<Written<KnownOfPeople[K][number]>> | null;
};

/**
 * Reads it all in one statement, however many people there are: a question waits for each way to the store and back, and
 * on the embedded engine every statement costs the same time again.
 */
export async function readKnownPeople(
  db: Database,
  subjects: readonly string[],
  { now, contestsSince, contactsSince }: LooksBack,
): Promise<KnownOfPeople> {
  if (subjects.length === 0) return NOTHING;
  const { rows } = await sql<WrittenLists>`
    with n as materialized (select subject from json_array_elements_text(${asJson(subjects)}::json) as j (subject))
    select
      (select json_agg(json_build_object('subject', h.subject, 'channel', h.channel, 'purpose', h.purpose,
          'heldFrom', h.held_from, 'heldUntil', h.held_until))
        from n join protective_holds h on h.subject = n.subject) as holds,
      (select json_agg(json_build_object('subject', r.subject, 'kind', r.kind, 'useId', r.use_id, 'askedAt', r.asked_at,
          'closedAt', case when r.kind = 'restrict' and r.outcome in ('done', 'partly') then null else r.closed_at end))
        from n join customer_requests r on r.subject = n.subject
        where (r.kind = 'contest' or (r.kind = 'restrict' and r.state <> 'needs-proof'))
          and (r.closed_at is null or r.asked_at >= ${contestsSince}
            or (r.kind = 'restrict' and r.outcome in ('done', 'partly')))) as contests,
      (select json_agg(json_build_object('subject', l.subject, 'rhythm', l.rhythm, 'chosenAt', l.chosen_at))
        from (select distinct on (r.subject) r.subject, r.rhythm, r.chosen_at
          from n join contact_rhythms r on r.subject = n.subject
          order by r.subject, r.chosen_at desc, r.id) l) as rhythms,
      (select json_agg(json_build_object('subject', r.subject, 'listId', r.list_id, 'purpose', l.purpose,
          'channel', l.channel, 'topic', l.topic, 'isProtected', l.is_protected, 'addedAt', r.added_at,
          'endsAt', least(r.ends_at, l.ends_at)) order by r.list_id, r.subject)
        from n join suppression_rows r on r.subject = n.subject join suppression_lists l on l.id = r.list_id
        where l.is_protected or ((r.ends_at is null or r.ends_at > ${now})
          and (l.ends_at is null or l.ends_at > ${now}))) as lists,
      (select json_agg(json_build_object('subject', p.subject, 'zones', p.zones, 'places', p.places,
          'isAdult', p.is_adult))
        from n join gate_people p on p.subject = n.subject) as places,
      (select json_agg(json_build_object('subject', c.subject, 'jurisdiction', c.jurisdiction))
        from (select distinct c.subject, c.jurisdiction from n join choices c on c.subject = n.subject
          where c.jurisdiction is not null) c) as laws,
      (select json_agg(json_build_object('id', c.id, 'subject', c.subject, 'useId', c.use_id,
          'channel', c.channel, 'dispatch', c.dispatch, 'leaseId', c.lease_id, 'decisionId', c.decision_id,
          'holder', c.holder, 'state', c.state, 'reservedAt', c.reserved_at, 'permittedUntil', c.permitted_until,
          'settledAt', c.settled_at) order by c.reserved_at, c.id)
        from n join gate_contacts c on c.subject = n.subject
        where c.state <> 'released' and c.reserved_at >= ${contactsSince}) as contacts`.execute(db);
  const { holds, contests, rhythms, lists, places, laws, contacts } = rows[0]!;
  return {
    holds: (holds ?? []).map((one) => ({
      ...one,
      heldFrom: new Date(one.heldFrom),
      heldUntil: new Date(one.heldUntil),
    })),
    contests: (contests ?? []).map((one) => ({
      ...one,
      askedAt: new Date(one.askedAt),
      closedAt: dateOrNull(one.closedAt),
    })),
    rhythms: (rhythms ?? []).map((one) => ({ ...one, chosenAt: new Date(one.chosenAt) })),
    lists: (lists ?? []).map((one) => ({
      ...one,
      addedAt: new Date(one.addedAt),
      endsAt: dateOrNull(one.endsAt),
    })),
    places: places ?? [],
    laws: laws ?? [],
    contacts: (contacts ?? []).map((one) => ({
      ...one,
      reservedAt: new Date(one.reservedAt),
      permittedUntil: new Date(one.permittedUntil),
      settledAt: dateOrNull(one.settledAt),
    })),
  };
}

const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));

const NOTHING: KnownOfPeople = {
  holds: [],
  contests: [],
  rhythms: [],
  lists: [],
  places: [],
  laws: [],
  contacts: [],
};
