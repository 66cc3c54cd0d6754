import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  Json,
  Optional,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

/** A choice of how often, as it was. */
export interface ContactRhythmsTable {
  subject: Fixed<string>;
  id: Fixed<string>;
  /** any, weekly, monthly. */
  rhythm: Fixed<string>;
  chosenAt: FixedTime;
}

/** What a customer asks of us: what its events come to, kept beside them so that a queue can be asked for. */
export interface CustomerRequestsTable {
  id: Fixed<string>;
  /** `null` where it stands for nobody any more: an erasure that is not done everywhere yet. */
  subject: Optional<string>;
  /** Empty where it is about no use. */
  useId: Fixed<string>;
  versionId: FixedOptional<string>;
  decisionId: FixedOptional<string>;
  kind: Fixed<string>;
  /** Of an access: categories, specific. */
  detail: FixedOptional<string>;
  /** Tells requests of one kind apart that may be open side by side. */
  about: Fixed<string>;
  /** What an objection is to; `null` for all there is. */
  purpose: FixedOptional<string>;
  jurisdiction: FixedOptional<string>;
  /** Where it was asked: why-page, preferences, advocate, … */
  through: Fixed<string>;
  /** In which the person reads what we tell them. */
  language: FixedOptional<string>;
  state: ColumnType<string, string, string>;
  proofNeeded: Fixed<string>;
  /** Which clock runs, with the norm that it comes from. */
  clock: Json;
  askedAt: FixedTime;
  dueAt: Time;
  isExtended: ColumnType<boolean, boolean | undefined, boolean>;
  isTaken: ColumnType<boolean, boolean | undefined, boolean>;
  openDestinations: ColumnType<number, number | undefined, number>;
  /** Until when the first of them is to say what was done; `null` where all have. */
  destinationsDueAt: OptionalTime;
  closedAt: OptionalTime;
  outcome: Optional<string>;
  /** Number of the last event that the person is still to be written of. */
  letterOf: Optional<number>;
  /** Who it is and what is to be corrected, sealed; until it is done and they have heard. */
  sealed: Optional<string>;
  /** What they say, sealed; of a contest it stays as long as what came of it. */
  statement: Optional<string>;
  version: RowVersion;
}

export interface CustomerRequestEventsTable {
  requestId: Fixed<string>;
  number: Fixed<number>;
  type: Fixed<string>;
  /** `null` for the person who asks, and for the server. */
  byKey: FixedOptional<string>;
  at: FixedTime;
  event: FixedJson;
  /** What was said in own words, sealed. */
  words: FixedOptional<string>;
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
