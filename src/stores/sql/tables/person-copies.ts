import type { ColumnType } from 'kysely';
import type { Fixed, FixedOptional, FixedTime, Json, Optional, OptionalTime, Time } from './column-types.ts';

export interface PersonCopiesTable {
  id: Fixed<string>;
  /** copy, dossier. */
  kind: Fixed<string>;
  /** The keyed hash of the first thing that the person was named by. */
  subject: Fixed<string>;
  requestId: FixedOptional<string>;
  language: Fixed<string>;
  /** asked (a dossier that nobody else has looked at), collecting, ready, failed, refused. */
  state: string;
  /** Of a dossier. */
  periodFrom: FixedOptional<Date>;
  periodUntil: FixedOptional<Date>;
  /** By what the person is known, who asked and what for; null once it is no longer needed. */
  sealedOrder: Optional<string>;
  /** The parts, with how far each is. */
  progress: Json;
  sealedContent: Optional<string>;
  contentHash: Optional<string>;
  /** The code of why it failed. */
  problem: Optional<string>;
  attempts: ColumnType<number, number | undefined, number>;
  /** While this lies ahead, one process has it to itself. */
  claimedUntil: OptionalTime;
  createdAt: FixedTime;
  readyAt: OptionalTime;
  endsAt: Time;
}
