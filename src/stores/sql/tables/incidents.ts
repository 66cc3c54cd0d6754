import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

/** Harm that happened: what its events come to, kept beside them so that a list can be asked for. */
export interface IncidentsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  cause: Fixed<string>;
  /** alarm, rule, send, contest, report. */
  kind: Fixed<string>;
  state: ColumnType<string, string, string>;
  openedAt: FixedTime;
  /** When the next clock ends; when it was opened where none runs. */
  dueAt: Time;
  closedAt: OptionalTime;
  /** The one of the same use and cause before it. */
  recurs: FixedOptional<string>;
  version: RowVersion;
}

export interface IncidentEventsTable {
  incidentId: Fixed<string>;
  number: Fixed<number>;
  type: Fixed<string>;
  /** `null` where the server did it by itself. */
  byKey: FixedOptional<string>;
  at: FixedTime;
  event: FixedJson;
}

/** An alarm that a review is about. */
export interface AlarmReviewsTable {
  alarmId: Fixed<string>;
  reviewId: Fixed<string>;
  useId: Fixed<string>;
  monitor: Fixed<string>;
  addedAt: FixedTime;
}
