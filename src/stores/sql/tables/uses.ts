import type {
  Fixed,
  FixedJson,
  FixedOptional,
  FixedTime,
  Optional,
  OptionalTime,
  RowVersion,
  Time,
} from './column-types.ts';

export interface UsesTable {
  /** The id of the use card. */
  id: Fixed<string>;
  workspace: Fixed<string>;
  kind: string;
  /** As the card names it; `ownerId` where that is one of our people. */
  owner: string;
  ownerId: Optional<string>;
  state: string;
  verdict: string;
  /** 0 allow, 1 review, 2 block: what lists sort by. */
  verdictRank: number;
  latestVersionId: Optional<string>;
  clearedVersionId: Optional<string>;
  expiresAt: OptionalTime;
  createdAt: FixedTime;
  changedAt: Time;
  version: RowVersion;
}

/** Guests and colleagues to whom a use is their own. */
export interface UseMembersTable {
  useId: Fixed<string>;
  personId: Fixed<string>;
  addedAt: FixedTime;
}

/** The text of a file of a use, once for all versions that have it. */
export interface StoredFilesTable {
  hash: Fixed<string>;
  content: Fixed<string>;
  storedAt: FixedTime;
}

export interface VersionFile {
  readonly path: string;
  readonly hash: string;
}

/** One state of a use as it was pushed and judged; the database refuses to change it. */
export interface UseVersionsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  /** 1, 2, 3 … within the use. */
  number: Fixed<number>;
  contentHash: Fixed<string>;
  card: FixedJson;
  files: FixedJson<readonly VersionFile[]>;
  verdict: Fixed<string>;
  /** How many findings by gravity, how many waived, how many checks not assessed. */
  counts: FixedJson<Readonly<Record<string, number>>>;
  notAssessed: FixedJson<readonly unknown[]>;
  /** What the report says of the use beside its findings. */
  report: FixedJson;
  /** Against the version that was cleared last; null where there is none. */
  difference: FixedOptional<unknown>;
  revision: FixedOptional<string>;
  pushedBy: FixedOptional<string>;
  /** cli, ci, api or console. */
  pushedThrough: Fixed<string>;
  createdAt: FixedTime;
}

export interface FindingsTable {
  versionId: Fixed<string>;
  /** From 0, as the report orders them. */
  position: Fixed<number>;
  useId: Fixed<string>;
  checkId: Fixed<string>;
  step: Fixed<number>;
  risk: FixedOptional<string>;
  gravity: Fixed<string>;
  /** 0 advise, 1 review, 2 block. */
  gravityRank: Fixed<number>;
  isWaived: Fixed<boolean>;
  /** Whether the version is the last of its use. */
  isCurrent: boolean;
  /** The finding as contract.md §3 shows it. */
  body: FixedJson;
}
