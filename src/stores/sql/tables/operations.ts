import type { ColumnType } from 'kysely';
import type {
  Fixed,
  FixedJson,
  FixedTime,
  Json,
  Optional,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

export interface IdempotencyKeysTable {
  caller: Fixed<string>;
  key: Fixed<string>;
  requestHash: Fixed<string>;
  status: Optional<number>;
  /** The first answer, sealed. */
  answer: Optional<string>;
  createdAt: FixedTime;
  expiresAt: FixedTime;
}

export interface SettingsTable {
  name: Fixed<string>;
  value: Json;
  changedBy: Optional<string>;
  changedAt: Time;
  version: RowVersion;
}

export interface OutboxTable {
  id: Fixed<string>;
  topic: Fixed<string>;
  body: FixedJson<Readonly<Record<string, string | number | boolean | null>>>;
  attempts: ColumnType<number, number | undefined, number>;
  /** Null for a dead letter. */
  nextAttemptAt: OptionalTime;
  /** While this lies ahead, one deliverer has the message to itself. */
  claimedUntil: OptionalTime;
  lastFailure: Optional<string>;
  createdAt: FixedTime;
  deliveredAt: OptionalTime;
}

export interface MigrationsTable {
  number: Fixed<number>;
  name: Fixed<string>;
  checksum: Fixed<string>;
  appliedAt: FixedTime;
}
