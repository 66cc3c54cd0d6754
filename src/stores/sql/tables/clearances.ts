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

export interface SigningKeysTable {
  id: Fixed<string>;
  algorithm: Fixed<string>;
  publicKey: Fixed<string>;
  /** Sealed under the key at rest; null once the key has been retired and destroyed. */
  sealedPrivateKey: Optional<string>;
  /** active (one at most), retired, revoked. */
  state: string;
  createdAt: FixedTime;
  retiredAt: OptionalTime;
  revokedAt: OptionalTime;
  revocationReason: Optional<string>;
  version: RowVersion;
}

/** The statement never changes; a clearance is voided once and stays void. */
export interface ClearancesTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  versionId: Fixed<string>;
  reviewId: FixedOptional<string>;
  class: Fixed<string>;
  contentHash: Fixed<string>;
  /** The signed document, byte by byte. */
  statement: Fixed<string>;
  keyId: Fixed<string>;
  issuedAt: FixedTime;
  expiresAt: FixedTime;
  voidedAt: OptionalTime;
  voidReason: Optional<string>;
  version: RowVersion;
}

export interface StopsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  reason: Fixed<string>;
  stoppedBy: FixedOptional<string>;
  stoppedAt: FixedTime;
  liftedBy: Optional<string>;
  liftedAt: OptionalTime;
  liftReason: Optional<string>;
  version: RowVersion;
}

export interface WaiversTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  checkId: Fixed<string>;
  reviewId: Optional<string>;
  owner: string;
  reason: string;
  state: string;
  until: Time;
  renewals: number;
  requestedBy: FixedOptional<string>;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

/** A DPIA or a legitimate-interest assessment: its own fields, or a reference to where it is kept. */
export interface RecordsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  type: Fixed<string>;
  state: string;
  triggers: Json<readonly unknown[]>;
  fields: OptionalJson;
  reference: OptionalJson;
  openedAt: FixedTime;
  completedAt: OptionalTime;
  expiresAt: OptionalTime;
  changedAt: Time;
  version: RowVersion;
}

export interface PracticeCasesTable {
  id: Fixed<string>;
  title: string;
  material: FixedJson;
  expected: FixedJson;
  announcedAt: OptionalTime;
  retiredAt: OptionalTime;
  createdAt: FixedTime;
  version: RowVersion;
}

/** Kept 90 days at most. */
export interface PracticeAnswersTable {
  caseId: Fixed<string>;
  reviewerId: Fixed<string>;
  answer: FixedJson;
  isCaught: Fixed<boolean>;
  answeredAt: FixedTime;
}
