import type { Generated } from 'kysely';
import type { Fixed, FixedOptional, FixedTime } from './column-types.ts';

/** What gates in processes of their own have to be told, by name. */
export interface GateChangesTable {
  id: Generated<string>;
  /** The transaction that wrote it. */
  tx: Generated<string>;
  /** person, rest, use, policy. */
  kind: Fixed<string>;
  name: Fixed<string>;
  notedAt: Generated<Date>;
}

/** One row: which store this is, and up to which transaction its changes are no longer kept. */
export interface GateFeedTable {
  epoch: Fixed<string>;
  forgottenUpTo: string;
}

/** A message that was sent and should not have been. */
export interface SendIncidentsTable {
  id: Fixed<string>;
  /** Who told of the message, and under which id. */
  source: Fixed<string>;
  eventId: Fixed<string>;
  useId: Fixed<string>;
  flaw: Fixed<string>;
  /** Of the person in the log of decisions; null where they could not be told. */
  pseudonym: FixedOptional<string>;
  channel: FixedOptional<string>;
  contentHash: FixedOptional<string>;
  /** The clearance that was in force. */
  clearanceId: FixedOptional<string>;
  sentAt: FixedTime;
  notedAt: FixedTime;
}
