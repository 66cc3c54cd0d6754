import type { ColumnType } from 'kysely';
import type { Fixed, FixedJson, FixedOptional, FixedTime, Optional, OptionalTime } from './column-types.ts';

/** A choice of how often, as it was. */
export interface ContactRhythmsTable {
  subject: Fixed<string>;
  id: Fixed<string>;
  /** any, weekly, monthly. */
  rhythm: Fixed<string>;
  chosenAt: FixedTime;
}

/** Something that a customer asks of us about a use. */
export interface CustomerRequestsTable {
  id: Fixed<string>;
  subject: Fixed<string>;
  useId: Fixed<string>;
  versionId: FixedOptional<string>;
  /** correct, stop, contest, talk. */
  kind: Fixed<string>;
  jurisdiction: FixedOptional<string>;
  /** Which clock runs, with the norm that it comes from. */
  clock: FixedJson;
  askedAt: FixedTime;
  dueAt: FixedTime;
  closedAt: OptionalTime;
  outcome: Optional<string>;
}

export interface ExpectationCountsTable {
  /** Of the taxonomy; empty where the data map does not say. */
  category: Fixed<string>;
  origin: Fixed<string>;
  purpose: Fixed<string>;
  channel: Fixed<string>;
  /** yes, no, unsure. */
  answer: Fixed<string>;
  people: ColumnType<number, number, number>;
}
