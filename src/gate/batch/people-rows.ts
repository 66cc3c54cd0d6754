import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import { type KnownPerson, type Likeness, takeApart } from '../known-person.ts';
import type { Contact } from '../person-facts.ts';

/**
 * The tables in which an engine of queries keeps what is known of people: numbers alone. What the numbers stand for is
 * `PeopleWords`. Times are milliseconds since 1970.
 */
export const PEOPLE_TABLES = {
  /** One row for each key of a person. `key`: the first 128 bits of the pseudonym. */
  people: { key: 'UUID', person: 'INTEGER', likeness: 'INTEGER' },
  /** The times that a likeness leaves to each of its people: `place` says the how manieth it is. */
  times: { person: 'INTEGER', place: 'INTEGER', until: 'BIGINT' },
  contacts: { key: 'UUID', kind: 'INTEGER', at: 'BIGINT' },
} as const;
export type PeopleTableName = keyof typeof PEOPLE_TABLES;
export type Row = ReadonlyArray<string | number>;

/** What contacts have in common that decides about them. */
export type ContactKind = Pick<Contact, 'use' | 'channel' | 'dispatch'>;

/** What the numbers of the tables stand for. */
export interface PeopleWords {
  /** The first is of those of whom nothing is known. */
  readonly likenesses: readonly Likeness[];
  readonly contacts: readonly ContactKind[];
  /** Most times that a likeness leaves to a person. */
  readonly times: number;
}

export const NOBODY_KNOWN: Omit<KnownPerson, 'subject'> = {
  choices: [],
  rests: [],
  suppressions: [],
  rhythm: 'any',
  age: 'unknown',
  zones: [],
  places: [],
};

/** Takes people in one after the other, each as rows of the tables, and gives the words when all are in. */
export class PeopleRows {
  readonly #likenesses = new Words<Likeness>();
  readonly #contacts = new Words<ContactKind>();
  #people = 0;
  #times = 0;

  constructor() {
    this.#likenesses.numberOf(takeApart({ subject: '', ...NOBODY_KNOWN }).likeness);
  }

  /** The rows of what is known under one key. A key that comes twice counts as it came last: see `classesQuery`. */
  person(known: KnownPerson): { readonly people: Row; readonly times: readonly Row[] } {
    const person = this.#people++;
    const { likeness, times } = takeApart(known);
    this.#times = Math.max(this.#times, times.length);
    return {
      people: [keyOfSubject(known.subject as SubjectKey), person, this.#likenesses.numberOf(likeness)],
      times: times.map((until, place) => [person, place, until]),
    };
  }

  contact(subject: SubjectKey, { use, channel, dispatch, at }: Contact): Row {
    return [keyOfSubject(subject), this.#contacts.numberOf({ use, channel, dispatch }), at.getTime()];
  }

  words(): PeopleWords {
    return { likenesses: this.#likenesses.list, contacts: this.#contacts.list, times: this.#times };
  }
}

/** The first 128 bits of a pseudonym, as a UUID: enough to tell people apart, and quick to join by. */
export function keyOfSubject(subject: SubjectKey): string {
  const hex = Buffer.from(subject.slice('subject:'.length), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Words get numbers in the order in which they are first seen. */
class Words<T> {
  readonly #numbers = new Map<string, number>();
  readonly list: T[] = [];

  numberOf(word: T): number {
    const text = JSON.stringify(word);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(word) - 1;
  }
}
