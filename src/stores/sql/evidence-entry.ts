import { contentHash } from '../../kernel/canonical.ts';

/** What a change says of itself to the evidence log. People stand in it by their keys alone. */
export interface EvidenceDraft {
  readonly type: string;
  /** What it is about, as `use:winback-spring`. */
  readonly subject: string;
  readonly body: unknown;
}

export interface EvidenceEntry extends EvidenceDraft {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** The hash of the entry before; null for the first. */
  readonly previous: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly hash: string;
}

/** The hash of an entry over everything else in it; the domain gives it, so that a log can be verified without a store. */
export type HashEvidence = (entry: Omit<EvidenceEntry, 'hash'>) => string;

/** SHA-256 over the canonical JSON of the entry. */
export const hashEvidence: HashEvidence = ({ sequence, previous, at, type, subject, body }) =>
  contentHash({ sequence, previous, at, type, subject, body });
