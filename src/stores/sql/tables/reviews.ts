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

/** Everything that happened in a review, in order; what the review is follows from it. Never changed. */
export interface ReviewEventsTable {
  reviewId: Fixed<string>;
  position: Fixed<number>;
  event: FixedJson;
}

/** What a reviewer thought before the tool's verdict was shown; never changed. */
export interface FirstJudgementsTable {
  reviewId: Fixed<string>;
  reviewerId: Fixed<string>;
  verdict: Fixed<string>;
  harms: FixedJson;
  judgedAt: FixedTime;
}

/** Never changed; a second thought is a decision of the next round. */
export interface DecisionsTable {
  id: Fixed<string>;
  reviewId: Fixed<string>;
  reviewerId: Fixed<string>;
  round: Fixed<number>;
  decision: Fixed<string>;
  reason: Fixed<string>;
  /** Harms considered, alternatives, material opened, conflict of interest: the fields of the review record. */
  record: FixedJson;
  isOverride: Fixed<boolean>;
  decidedAt: FixedTime;
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
