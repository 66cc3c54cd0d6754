import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  Json,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

/** A send, or what followed one, as it was told. */
export interface OutcomeEventsTable {
  /** Who told it: `own`, or the system that sent it. */
  source: Fixed<string>;
  /** Of who told it. */
  id: Fixed<string>;
  type: Fixed<string>;
  useId: Fixed<string>;
  at: FixedTime;
  /** A keyed hash; of somebody who was erased, a text that leads to nobody. */
  subject: string;
  isEssential: Fixed<boolean>;
  /** Attributes by which outcomes are compared. */
  groups: FixedJson<Readonly<Record<string, string>>>;
  receivedAt: FixedTime;
  /** Where the mailbox is; empty where nobody told. */
  provider: ColumnType<string, string | undefined, never>;
}

/** One hour of one stream: whole numbers, as `StreamCounts` keeps them. */
export interface OutcomeCountsTable {
  useId: Fixed<string>;
  /** The group, as `{"age_band":"65+"}`; empty for everybody together. */
  people: Fixed<string>;
  /** Of the send, as hours since 1970. */
  hour: Fixed<number>;
  counts: Json<Readonly<Record<string, readonly number[]>>>;
}

/** What a monitor of a stream has as evidence: discoveries are made over all of these together. */
export interface OutcomeStreamsTable {
  useId: Fixed<string>;
  people: Fixed<string>;
  monitor: Fixed<string>;
  logE: ColumnType<number, number, number>;
  judgedAt: Time;
}

/** What the delays of a use are learned from, by monitor: as `LagTable`. */
export interface OutcomeLagsTable {
  useId: Fixed<string>;
  lags: Json<Readonly<Record<string, { readonly at: readonly number[]; readonly upTo: readonly number[] }>>>;
}

/** A roll-out in stages that goes on by itself. */
export interface OutcomeRampsTable {
  useId: Fixed<string>;
  people: ColumnType<number, number, number>;
  /** From 0 on. */
  stage: ColumnType<number, number, number>;
  changedAt: Time;
}

/** When something was told of a use last, known or not. */
export interface OutcomeTellingsTable {
  useId: Fixed<string>;
  toldAt: Time;
}

/** Uses whose counts are to be made anew from their events. */
export interface OutcomeRecountsTable {
  useId: Fixed<string>;
}

export interface MonitoredUsesTable {
  useId: Fixed<string>;
  /** Only sends from then on count: somebody resumed the use, and evidence begins anew. */
  armedAt: Time;
  judgedAt: OptionalTime;
  /** Of the last send that is counted. */
  lastSentAt: OptionalTime;
  version: RowVersion;
}

/** What a monitor said, as it was. */
export interface AlarmsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  /** The group, as `{ "age_band": "65+" }`; null for everybody together. */
  people: FixedJson<Readonly<Record<string, string>> | null>;
  monitor: Fixed<string>;
  /** warn, review, pause. */
  action: Fixed<string>;
  armedAt: FixedTime;
  /** When what happened sufficed. */
  raisedAt: FixedTime;
  recordedAt: FixedTime;
  afterSends: Fixed<number>;
  eValue: FixedOptional<number>;
  alpha: FixedOptional<number>;
  rate: FixedOptional<number>;
  low: FixedOptional<number>;
  high: FixedOptional<number>;
}
