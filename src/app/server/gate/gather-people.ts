import { contactTime, type PromisedContact } from '../../../gate/caps/contact-time.ts';
import type { Contact, KeyedChoices, PersonFacts, Suppression } from '../../../gate/person-facts.ts';
import type { GatePolicy } from '../../../gate/policy.ts';
import type { Cause } from '../../../gate/protection/cause.ts';
import { restsOf } from '../../../gate/protection/rests.ts';
import type { UseState } from '../../../gate/use-state.ts';
import { insteadOfJurisdiction } from '../../../kernel/jurisdiction.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { GateContact, LockedKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import { readKnownPeople } from '../../../stores/sql/repositories/gate-known-people.ts';
import type { SuppressedKey } from '../../../stores/sql/repositories/suppression-lists.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import { causesOf } from './causes.ts';
import { LONGEST_CAP_DAYS, LONGEST_LEASE_DAYS } from './gate-policy.ts';
import type { GateSecrets } from './gate-secrets.ts';

const DAY_MS = 86_400_000;
/** Causes that began longer ago, and have ended, bear on nothing: no rest of a hold lasts longer. */
export const LONGEST_CAUSE_DAYS = 366;

/** One person with everything that the gate may look at. Contacts grow while several questions are answered at once. */
export class GatheredPerson {
  readonly #facts: Omit<PersonFacts, 'subject' | 'rests' | 'contacts'>;
  readonly #lotKey: string;
  /** The same for every key of theirs. */
  readonly #person: SubjectKey;
  readonly #causesFor: (themes: readonly string[]) => readonly Cause[];
  readonly contacts: GateContact[];

  constructor(
    facts: Omit<PersonFacts, 'subject' | 'rests' | 'contacts'>,
    person: SubjectKey,
    lotKey: string,
    causesFor: (themes: readonly string[]) => readonly Cause[],
    contacts: GateContact[],
  ) {
    this.#facts = facts;
    this.#person = person;
    this.#lotKey = lotKey;
    this.#causesFor = causesFor;
    this.contacts = contacts;
  }

  /** What the rules may look at where a use asks. */
  factsFor(subject: SubjectKey, use: UseState, policy: GatePolicy, now: Date): PersonFacts {
    return {
      ...this.#facts,
      subject,
      rests: restsOf(this.#lotKey, this.#person, this.causesFor(use), [use], policy, now),
      contacts: this.contacts.flatMap((contact) => contactOf(contact, subject)),
    };
  }

  /**
   * What a gate in a sender's own process is told. Rests, of all its uses, stand as they did at an hour that is the same
   * for everybody: one that came the moment somebody asked for it would be known for no lot.
   */
  factsToTell(
    subject: SubjectKey,
    uses: readonly UseState[],
    policy: GatePolicy,
    hour: Date,
  ): Omit<PersonFacts, 'contacts'> {
    const causes = this.#causesFor([...new Set(uses.flatMap(({ themes }) => themes))]);
    const until = causes.filter(({ from }) => from <= hour);
    return { ...this.#facts, subject, rests: restsOf(this.#lotKey, this.#person, until, uses, policy, hour) };
  }

  /** Why they are left alone, for the eyes of a reviewer. */
  causesFor(use: Pick<UseState, 'themes'>): readonly Cause[] {
    return this.#causesFor(use.themes);
  }

  get person(): SubjectKey {
    return this.#person;
  }
}

/**
 * Everything that is known of people who are locked, or whose facts are only looked at: by one query, however many
 * they are. Whoever is not known has said nothing.
 */
export async function gatherPeople(
  db: Database,
  secrets: { readonly ledger: LedgerSecrets; readonly gate: GateSecrets },
  subjects: readonly SubjectKey[],
  { states }: LockedKeys,
  now: Date,
): Promise<ReadonlyMap<SubjectKey, GatheredPerson>> {
  const statesOf = Map.groupBy(states, ({ asked }) => asked);
  const keys = [...new Set([...subjects, ...states.map(({ subject }) => subject)])];
  const known = await readKnownPeople(db, keys, {
    now,
    contestsSince: new Date(now.getTime() - LONGEST_CAUSE_DAYS * DAY_MS),
    contactsSince: new Date(now.getTime() - (LONGEST_CAP_DAYS + LONGEST_LEASE_DAYS) * DAY_MS),
  });
  const [holds, contests, rhythms, lists, people, laws, contacts] = [
    bySubject(known.holds),
    bySubject(known.contests),
    bySubject(known.rhythms),
    bySubject(known.lists),
    bySubject(known.places),
    bySubject(known.laws),
    bySubject(known.contacts),
  ];
  const persons = new Map<string, GatheredPerson>();
  const gathered = new Map<SubjectKey, GatheredPerson>();
  for (const subject of subjects) {
    const own = statesOf.get(subject) ?? [];
    const person = (own[0]?.person ?? subject) as SubjectKey;
    let found = persons.get(person);
    if (found === undefined) {
      const ownKeys = own.length === 0 ? [subject] : own.map((row) => row.subject);
      const of = <T>(rows: ReadonlyMap<string, readonly T[]>): T[] =>
        ownKeys.flatMap((key) => rows.get(key) ?? []);
      const choices = own.map(
        (row): KeyedChoices => ({ subject: row.subject as SubjectKey, state: row.state as ChoiceState }),
      );
      const told = of(people);
      const onLists = of(lists);
      const hidden = onLists.filter(({ isProtected }) => isProtected);
      const bearing = { states: choices, holds: of(holds), contests: of(contests), hidden };
      found = new GatheredPerson(
        {
          choices,
          suppressions: onLists.filter(({ isProtected }) => !isProtected).map(suppressionOf),
          rhythm: rhythmOf(of(rhythms)),
          age: told.some(({ isAdult }) => isAdult) ? 'adult' : 'unknown',
          zones: [...new Set(told.flatMap(({ zones }) => zones))],
          places: placesOf([
            ...told.flatMap(({ places }) => places),
            ...of(laws).map(({ jurisdiction }) => jurisdiction),
          ]),
          asOf: now,
        },
        person,
        secrets.gate.lots,
        (themes) => causesOf(secrets.ledger, bearing, themes, now),
        of(contacts),
      );
      persons.set(person, found);
    }
    gathered.set(subject, found);
  }
  return gathered;
}

const bySubject = <T extends { readonly subject: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> => Map.groupBy(rows, ({ subject }) => subject);

/**
 * At the last time at which it may have reached the person. Under another key of theirs the same sending is one message
 * more, at another address.
 */
function contactOf(contact: GateContact, asked: SubjectKey): readonly Contact[] {
  const { useId, channel, permittedUntil, settledAt } = contact;
  const dispatch = contact.subject === asked ? contact.dispatch : null;
  const state = contact.state as PromisedContact['state'];
  const at = contactTime({ state, permittedUntil, settledAt });
  return at === null ? [] : [{ use: useId, channel: channel as Channel, at, dispatch }];
}

const suppressionOf = ({
  listId,
  purpose,
  channel,
  topic,
  endsAt,
  isProtected,
}: SuppressedKey): Suppression => ({
  list: listId,
  scope: { purpose, channel: channel as Channel | null, topic },
  until: endsAt,
  isProtected,
});

/** The last choice of the person, under whichever key; what is none of the words cannot be read. */
function rhythmOf(
  chosen: ReadonlyArray<{ readonly rhythm: string; readonly chosenAt: Date }>,
): PersonFacts['rhythm'] {
  if (chosen.length === 0) return 'any';
  const { rhythm } = chosen.reduce((last, one) => (one.chosenAt > last.chosenAt ? one : last));
  return rhythm === 'any' || rhythm === 'weekly' || rhythm === 'monthly' ? rhythm : null;
}

/** Other systems write a law in many ways; what is no place leaves the place unknown. */
const placesOf = (codes: readonly string[]): readonly string[] =>
  [...new Set(codes.map((code) => code.toLowerCase()))].filter(
    (code) => insteadOfJurisdiction(code) === null,
  );
