import type { ColumnType } from 'kysely';
import type { Fixed, FixedTime, Optional, OptionalTime, RowVersion, Time } from './column-types.ts';

type Count = ColumnType<number, number, number>;

/** What became of what a system delivered on a day (UTC); the sum over all slots is what counts. */
export interface IntakeCountsTable {
  /** The system, or `own`. */
  source: Fixed<string>;
  day: Fixed<string>;
  slot: Fixed<number>;
  deliveries: Count;
  accepted: Count;
  duplicates: Count;
  quarantined: Count;
  /** Of kinds that are not watched. */
  ignored: Count;
  unreadable: Count;
  /** Deliveries whose signature did not fit. */
  refused: Count;
  lastAt: Time;
}

/** A campaign as a system names it, which is the id of no use. */
export interface OutcomeQuarantineTable {
  source: Fixed<string>;
  /** Empty where nothing was named. */
  told: Fixed<string>;
  events: Count;
  firstAt: FixedTime;
  lastAt: Time;
  /** assigned, dismissed; null until somebody decides. */
  decision: Optional<string>;
  useId: Optional<string>;
  decidedBy: Optional<string>;
  decidedAt: OptionalTime;
  version: RowVersion;
}
