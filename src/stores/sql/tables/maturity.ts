import type { Fixed, FixedTime, Json, Time } from './column-types.ts';

/** Where the practices stood on a day; of today the last look. */
export interface MaturityDaysTable {
  /** As `2026-11-20`, in UTC. */
  day: Fixed<string>;
  /** Seven levels, the first practice first. */
  levels: Json<readonly number[]>;
  /** What each requirement came to, by its id. */
  evidence: Json<Readonly<Record<string, number | null>>>;
  measuredAt: Time;
}

/** What somebody signed for, as it was: the database refuses to change it. */
export interface MaturityAttestationsTable {
  requirement: Fixed<string>;
  /** 1, 2, 3 … of the requirement: the last one counts. */
  number: Fixed<number>;
  value: Fixed<number>;
  byKey: Fixed<string>;
  /** SHA-256 of the file that proves it; the file stays with who signed. */
  fileHash: Fixed<string>;
  attestedAt: FixedTime;
}

/** Where somebody said that a practice is worse than it looks, as it was; a null level takes that back. */
export interface MaturityLoweringsTable {
  step: Fixed<number>;
  /** 1, 2, 3 … of the practice: the last one counts. */
  number: Fixed<number>;
  level: Fixed<number | null>;
  reason: Fixed<string>;
  byKey: Fixed<string>;
  loweredAt: FixedTime;
}
