import type { Gravity } from '../../../kernel/gravity.ts';
import type { Role } from '../../../kernel/roles.ts';
import type { Condition } from '../clearances/condition.ts';
import type { EnvelopeTerms } from '../clearances/envelope-terms.ts';
import type { PersonKey } from '../people/person.ts';
import type { Harm, ReviewKind, ReviewSubject, ReviewTerms } from './review.ts';

export const DECISIONS = ['approve', 'approve-with-conditions', 'change', 'reject', 'escalate'] as const;
export type ReviewDecision = (typeof DECISIONS)[number];

interface At {
  /** ISO 8601, UTC. */
  readonly at: string;
}
interface By extends At {
  readonly by: PersonKey;
}

export interface Opened extends At {
  readonly type: 'opened';
  readonly review: string;
  readonly kind: ReviewKind;
  readonly subject: ReviewSubject;
  readonly owner: PersonKey;
  readonly gravity: Gravity;
  readonly terms: ReviewTerms;
}

/** A person takes part, and declares what §5.1 asks: role, training, authority, conflict of interest. */
export interface Joined extends By {
  readonly type: 'joined';
  readonly role: Role;
  readonly standing: 'inside' | 'outside' | 'unknown';
  readonly trainedAt: string | null;
  readonly mayStop: boolean;
  readonly conflict: string | null;
}

export interface OpenedMaterial extends By {
  readonly type: 'opened-material';
  readonly material: string;
  readonly seconds: number;
}

/** What a person thinks before the tool has spoken. Never changed afterwards. */
export interface JudgedFirst extends By {
  readonly type: 'judged-first';
  readonly judgement: 'approve' | 'change' | 'reject' | 'cannot-tell';
  readonly harm: Harm;
}

export interface Revealed extends By {
  readonly type: 'revealed';
}

export interface ConsideredHarm extends By {
  readonly type: 'considered-harm';
  readonly harm: Harm;
}

export interface ConsideredAlternative extends By {
  readonly type: 'considered-alternative';
  readonly alternative: string;
  readonly whyNot: string;
}

export interface AnsweredFinding extends By {
  readonly type: 'answered-finding';
  readonly finding: string;
  readonly agrees: boolean;
  /** Needed where the person disagrees. */
  readonly reason: string | null;
}

export interface Commented extends By {
  readonly type: 'commented';
  readonly text: string;
}

/** What a contest of a single decision records beside. */
export interface ContestRecord {
  /** Where the person's own statement is kept; never its words. */
  readonly statementRef: string;
  readonly furtherFacts: string;
  readonly outcomeChanged: boolean;
  readonly explanationSentAt: string;
}

export interface Decided extends By {
  readonly type: 'decided';
  readonly decision: ReviewDecision;
  /** In the person's own words. */
  readonly reason: string;
  /** The strongest reason against, asked before an approval. */
  readonly against: string | null;
  /** Where the person goes along without agreeing in all. */
  readonly dissent: string | null;
  readonly conditions: readonly Condition[];
  /** Until when an approval may be used, and who stops the use; both asked of an approval. */
  readonly until: string | null;
  readonly stopOwner: PersonKey | null;
  readonly contest: ContestRecord | null;
  /** What may fill the messages, and what must be silent on each; absent or `null`: fields alone, and nothing. */
  readonly envelope?: EnvelopeTerms | null;
}

/** Handed on by time alone; a person hands on by deciding `escalate`. */
export interface Escalated extends At {
  readonly type: 'escalated';
}
export interface Expired extends At {
  readonly type: 'expired';
}
/** By the owner, or since the content changed. */
export interface Withdrawn extends At {
  readonly type: 'withdrawn';
  readonly by: PersonKey | null;
  readonly reason: string;
}

export type ReviewEvent =
  | Opened
  | Joined
  | OpenedMaterial
  | JudgedFirst
  | Revealed
  | ConsideredHarm
  | ConsideredAlternative
  | AnsweredFinding
  | Commented
  | Decided
  | Escalated
  | Expired
  | Withdrawn;
