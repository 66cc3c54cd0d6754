import type { Fixed, FixedOptional, FixedTime } from './column-types.ts';

/** Append-only: the database refuses a gap, a change and a deletion. Holds no personal data. */
export interface EvidenceEntriesTable {
  sequence: Fixed<number>;
  previous: FixedOptional<string>;
  /** ISO 8601, as it was hashed. */
  at: Fixed<string>;
  type: Fixed<string>;
  subject: Fixed<string>;
  /** JSON text, as it was hashed. */
  body: Fixed<string>;
  salt: Fixed<string>;
  hash: Fixed<string>;
}

/** One row: where the log ends. Whoever appends locks it. */
export interface EvidenceHeadTable {
  id: Fixed<boolean>;
  sequence: number;
  hash: string | null;
}

export interface SignedHeadsTable {
  sequence: Fixed<number>;
  hash: Fixed<string>;
  statement: Fixed<string>;
  keyId: Fixed<string>;
  signedAt: FixedTime;
}

/** The only way from a key in the log to a person; erasing the row erases the way. */
export interface PersonKeysTable {
  key: Fixed<string>;
  personId: Fixed<string>;
  createdAt: FixedTime;
}
