import type {
  Fixed,
  FixedJson,
  FixedTime,
  Optional,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

export interface PeopleTable {
  id: Fixed<string>;
  name: string;
  email: string;
  roles: string[];
  /** The reporting line; of two approvers one stands outside the owner's. */
  line: Optional<string>;
  managerId: Optional<string>;
  /** The person in the tables of the sign-in library. */
  signInId: Optional<string>;
  /** When the person learned to read what the tool says. */
  trainedAt: OptionalTime;
  isActive: boolean;
  /** From here on the account may do nothing more; guests always have an end. */
  endsAt: OptionalTime;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

export interface ApiKeysTable {
  id: Fixed<string>;
  name: string;
  /** The first letters, by which a person tells keys apart. */
  prefix: Fixed<string>;
  /** A hash of the whole key; the key itself is nowhere. */
  hash: Fixed<string>;
  roles: string[];
  ownerId: Optional<string>;
  createdAt: FixedTime;
  expiresAt: OptionalTime;
  lastUsedAt: OptionalTime;
  revokedAt: OptionalTime;
}

/** Set-up links and invitations: good once, kept as a hash. */
export interface OneTimeTokensTable {
  hash: Fixed<string>;
  purpose: Fixed<string>;
  personId: Optional<string>;
  terms: FixedJson;
  createdAt: FixedTime;
  expiresAt: FixedTime;
  usedAt: OptionalTime;
}
