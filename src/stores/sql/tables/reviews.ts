import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  Optional,
  OptionalJson,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

export interface ReviewsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  versionId: Fixed<string>;
  /** What is reviewed: a use, a small change, a waiver, a record, a contest. */
  type: Fixed<string>;
  state: string;
  gravity: string;
  /** 0 advise, 1 review, 2 block: what the queue sorts by. */
  gravityRank: number;
  /** Fixed when the review opens. */
  neededReviewers: Fixed<number>;
  /** Whether the tool's verdict stays hidden until a first judgement. */
  isBlind: Fixed<boolean>;
  /** What held when the review opened: thresholds, triggers, why it opened. */
  terms: FixedJson;
  assignedTo: Optional<string>;
  outcome: Optional<string>;
  openedBy: FixedOptional<string>;
  openedAt: FixedTime;
  dueAt: OptionalTime;
  closedAt: OptionalTime;
  version: RowVersion;
}

/**
 * What happened in a review, in its order: the domain makes the review from it. Never changed; the words in it can be
 * erased once, and then the place stays.
 */
export interface ReviewEventsTable {
  reviewId: Fixed<string>;
  /** 1, 2, 3 … within the review. */
  number: Fixed<number>;
  type: Fixed<string>;
  /** The key of the person who acted; null for the server. */
  byKey: FixedOptional<string>;
  at: FixedTime;
  /** Null once its words were erased. */
  event: ColumnType<unknown, string, null>;
  erasedAt: ColumnType<Date | null, Date | null | undefined, Date>;
}

export interface CommentsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  reviewId: FixedOptional<string>;
  authorId: Fixed<string>;
  content: string;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

export interface ConditionsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  reviewId: Fixed<string>;
  content: string;
  /** What a machine can hold the use to; null where only a person can. */
  rule: OptionalJson;
  state: string;
  expiresAt: OptionalTime;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

/** Hours that reviewers have in an ISO week, as `2026-W47`: nothing about a single person. */
export interface ReviewHoursTable {
  week: Fixed<string>;
  hours: number;
  version: RowVersion;
}
