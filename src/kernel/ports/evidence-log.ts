import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** What a change says of itself to the evidence log. People stand in it by their keys alone. */
export interface EvidenceDraft {
  readonly type: string;
  /** Id of the use that it is about, or the area of the product; never a person. */
  readonly subject: string;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

/** An entry as a store keeps it. */
export interface StoredEntry extends EvidenceDraft {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** Hash of the entry before; null for the first. */
  readonly previous: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly salt: string;
  readonly hash: string;
}

/**
 * Makes the entry that follows the end of a log (null where it is empty), hash and all. The domain gives it to the
 * store, which keeps entries without knowing how they are chained.
 */
export type NextEntry = (
  end: { readonly sequence: number; readonly hash: string } | null,
  draft: EvidenceDraft & { readonly at: Date; readonly salt: string },
) => Result<StoredEntry, Problem>;
