import type { Fixed, FixedJson, FixedOptional, FixedTime } from './column-types.ts';

/** An audit of a file of decisions, as it was sent with a version. */
export interface AuditsTable {
  id: Fixed<string>;
  useId: Fixed<string>;
  versionId: Fixed<string>;
  /** Place in the card, as `/scores/0`. */
  pointer: Fixed<string>;
  /** The score, as its card names it. */
  name: Fixed<string>;
  /** The file of decisions, as the card names it. */
  source: Fixed<string>;
  verdict: Fixed<string>;
  /** 0 pass, 1 insufficient, 2 review: what lists sort by. */
  verdictRank: Fixed<number>;
  /** SHA-256 over what was asked and the counts. */
  countsHash: FixedOptional<string>;
  /** `scruple.audit/1`. */
  report: FixedJson;
  /** Whether none was sent later for the same decisions of the same version. */
  isLast: boolean;
  auditedAt: FixedTime;
  sentBy: FixedOptional<string>;
  sentThrough: Fixed<string>;
  sentAt: FixedTime;
}
