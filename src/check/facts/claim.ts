import type { Location } from '../../kernel/source-text.ts';

export type ClaimTopic = 'deadline' | 'stock' | 'popularity' | 'prior-price';

/** A statement in a message that is fine if true, with what its named fact says of it. */
export interface Claim {
  readonly topic: ClaimTopic;
  readonly quote: string;
  readonly at: Location;
  /** Index into the card's `claims`, where one binds it. */
  readonly binding: number | null;
  readonly factName: string | null;
  readonly offer: string | null;
  readonly state: /** No entry of `claims` speaks of it. */
    | 'unbound'
    /** The fact says the same. */
    | 'holds'
    /** The fact says otherwise. */
    | 'contradicted'
    /** The deadline lies before the time of the check. */
    | 'passed'
    /** The deadline of this offer was moved, or restarts for each recipient. */
    | 'moved'
    /** The fact could not be asked, or its answer is too old. */
    | 'unknown';
  /** What was compared with what, in one sentence. */
  readonly because: string;
  /** Earlier places of the same offer's deadline, for `moved`. */
  readonly history: ReadonlyArray<{ readonly value: string; readonly where: string }>;
  /** True when the named fact is owned by the owner of the use. */
  readonly ownedByUse: boolean;
}

export interface ClaimsFact {
  readonly claims: readonly Claim[];
  /** Entries of the card's `claims` that no message says. */
  readonly unused: ReadonlyArray<{
    readonly index: number;
    readonly says: string;
    readonly topic: ClaimTopic;
    readonly at: Location;
  }>;
  /** True when the history of deadlines could be read (git at hand, no shallow clone). */
  readonly historyRead: boolean;
}
