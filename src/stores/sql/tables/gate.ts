import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  Json,
  Optional,
  OptionalJson,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

/** An allotment of contacts that a sender took in advance. */
export interface GateLeasesTable {
  id: Fixed<string>;
  /** Key of the account that took it. */
  holder: Fixed<string>;
  useId: Fixed<string>;
  channel: Fixed<string>;
  dispatch: Fixed<string>;
  granted: Fixed<number>;
  grantedAt: FixedTime;
  endsAt: FixedTime;
  settledAt: OptionalTime;
  /** How many of them were drawn on when it ended; the others were released. */
  sent: Optional<number>;
}

/** What was promised or sent to somebody. */
export interface GateContactsTable {
  id: Fixed<string>;
  subject: Fixed<string>;
  useId: Fixed<string>;
  channel: Fixed<string>;
  dispatch: FixedOptional<string>;
  leaseId: FixedOptional<string>;
  /** The decision that permitted it first. */
  decisionId: FixedOptional<string>;
  /** Key of the account that it was promised to, which alone may tell what became of it. */
  holder: FixedOptional<string>;
  /** reserved; drawn, by a sender who decides by itself; sent; released. */
  state: string;
  reservedAt: FixedTime;
  permittedUntil: Time;
  settledAt: OptionalTime;
}

/** A decision as it was: never changed, and gone when its time is over. */
export interface GateDecisionsTable {
  id: Fixed<string>;
  /** Of the key that was asked about; no other table has it. */
  pseudonym: Fixed<string>;
  useId: Fixed<string>;
  versionId: FixedOptional<string>;
  clearanceId: FixedOptional<string>;
  channel: Fixed<string>;
  dispatch: FixedOptional<string>;
  /** permit, hold, deny. */
  outcome: Fixed<string>;
  /** Codes of the reasons, with a space between. */
  codes: Fixed<string>;
  reasons: FixedJson;
  shadow: FixedJson;
  /** What lies behind `protected`; there wherever that word is, whatever lies behind it. */
  sealed: FixedOptional<string>;
  /** Versions of what was looked at. */
  inputs: FixedJson;
  /** single, batch, lease, essential-alone. */
  door: Fixed<string>;
  decidedAt: FixedTime;
  permittedUntil: FixedOptional<Date>;
  loggedAt: FixedTime;
}

/** How often what was decided on a day. An empty code counts decisions, any other one reasons. */
export interface GateCountsTable {
  /** As `2026-11-20`, in UTC; a month, as `2026-11`, where all uses and channels are counted as one. */
  day: Fixed<string>;
  useId: Fixed<string>;
  channel: Fixed<string>;
  /** binds, shadow. */
  mode: Fixed<string>;
  outcome: Fixed<string>;
  code: Fixed<string>;
  decisions: ColumnType<number, number, number>;
}

export interface SuppressionListsTable {
  id: Fixed<string>;
  owner: string;
  reason: string;
  purpose: Optional<string>;
  channel: Optional<string>;
  topic: Optional<string>;
  /** Whether being on it is a no of the person, which never ends. */
  standsForNo: Fixed<boolean>;
  isProtected: boolean;
  endsAt: OptionalTime;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

export interface SuppressionRowsTable {
  listId: Fixed<string>;
  subject: Fixed<string>;
  endsAt: OptionalTime;
  addedAt: FixedTime;
}

/** Where somebody may be. No column tells an age. */
export interface GatePeopleTable {
  subject: Fixed<string>;
  zones: Json<readonly string[]>;
  places: Json<readonly string[]>;
  isAdult: boolean;
  toldAt: Time;
}

export interface GateUsesTable {
  useId: Fixed<string>;
  pausedBy: Optional<string>;
  /** How many may be sent at this stage; null without stages. */
  stageSize: Optional<number>;
  stageSent: ColumnType<number, number | undefined, number>;
  /** By the name of a monitor, the lowest rate that its numbers still allow; null where it was never judged. */
  monitors: OptionalJson<Readonly<Record<string, number>>>;
  changedAt: Time;
  version: RowVersion;
}

/** What somebody told of a named fact that a use claims. */
export interface GateClaimsTable {
  useId: Fixed<string>;
  fact: Fixed<string>;
  /** true, not-true, unknown. */
  state: string;
  freshUntil: Time;
  toldAt: Time;
}

/** What an audit of the gate's own holds was made of, sealed: the next one is held against it. */
export interface GateAuditSketchesTable {
  auditId: Fixed<string>;
  useId: Fixed<string>;
  madeAt: FixedTime;
  sealed: Fixed<string>;
}
