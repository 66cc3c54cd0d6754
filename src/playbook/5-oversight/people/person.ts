import type { Role } from '../../../kernel/roles.ts';

/**
 * The key of a person or machine account, random and without meaning. Names and addresses stand in one table beside
 * it that can be erased; everything that is kept for long, as clearances and the evidence log, carries the key alone.
 */
export type PersonKey = `person:${string}`;

/** What decisions about rights and four eyes need to know of an account. */
export interface Person {
  readonly key: PersonKey;
  readonly roles: readonly Role[];
  /** Whom the person reports to; `null` at the top; absent where nobody recorded it. */
  readonly reportsTo?: PersonKey | null;
  /** When the person was last trained to read verdicts and their limits; `null` where never. */
  readonly trainedAt: string | null;
  /** The moment from which the account may do nothing more; guests always have one. */
  readonly until: string | null;
}

export type People = ReadonlyMap<PersonKey, Person>;

export const peopleOf = (people: Iterable<Person>): People =>
  new Map([...people].map((one) => [one.key, one]));
