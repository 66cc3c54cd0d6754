import type { ContentHash } from '../../../kernel/canonical.ts';
import type { Gravity, Verdict } from '../../../kernel/gravity.ts';
import type { Role } from '../../../kernel/roles.ts';
import type { PersonKey } from '../people/person.ts';
import type { Decided, JudgedFirst } from './event.ts';
import type { Seeing } from './policy.ts';

export const REVIEW_KINDS = ['use', 'small-change', 'waiver', 'record', 'contest', 'alarm'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_STATES = [
  'open',
  'awaiting-second',
  'disagreement',
  'escalated',
  'approved',
  'approved-with-conditions',
  'changes-asked',
  'rejected',
  'expired',
  'withdrawn',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

const OPEN_STATES: readonly ReviewState[] = ['open', 'awaiting-second', 'disagreement', 'escalated'];
export const isOpen = ({ state }: Pick<Review, 'state'>): boolean => OPEN_STATES.includes(state);
export const isApproved = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'approved' || state === 'approved-with-conditions';

/** A finding as a review answers it. */
export interface ReviewedFinding {
  readonly id: string;
  readonly check: string;
  readonly gravity: Gravity;
  /** Its sentences, against which a harm in the reviewer's own words is compared. */
  readonly says: readonly string[];
}

/** What is reviewed, exactly: approval binds to the hash. */
export interface ReviewSubject {
  readonly use: string;
  readonly contentHash: ContentHash;
  /** Hash of what was cleared last; `null` where nothing was. */
  readonly lastCleared: ContentHash | null;
  readonly verdict: Verdict;
  readonly findings: readonly ReviewedFinding[];
  /** Facts that were missing, so that checks could not be assessed. */
  readonly missingFacts: readonly string[];
  /** What must have been opened: files, the difference, a bias table, by their names. */
  readonly materials: readonly string[];
  /** Groups whose harms must be considered, as `people left out` or `age_older`. */
  readonly groups: readonly string[];
}

/** What held when the review opened, and holds until it ends, whatever the settings say meanwhile. */
export interface ReviewTerms {
  readonly approversNeeded: 1 | 2;
  readonly seeing: Seeing;
  readonly escalatesAt: string;
  readonly expiresAt: string;
  readonly trainingDays: number;
}

/** A harm that could happen, and to whom. */
export interface Harm {
  /** The group of the subject that it belongs to; `null` where it is another. */
  readonly group: string | null;
  readonly whom: string;
  readonly harm: string;
}

/** One person's part in a review: the fields of a review record. */
export interface Participation {
  readonly person: PersonKey;
  readonly role: Role;
  /** `outside`: outside the owner's reporting line, as it stood when the person joined. */
  readonly standing: 'inside' | 'outside' | 'unknown';
  readonly trainedAt: string | null;
  /** Whether the person may change or stop the use. */
  readonly mayStop: boolean;
  /** The conflict of interest that the person declared; `null` for none. */
  readonly conflict: string | null;
  /** Seconds by material. */
  readonly opened: ReadonlyMap<string, number>;
  readonly firstJudgement: JudgedFirst | null;
  readonly verdictShownAt: string | null;
  readonly harms: readonly Harm[];
  readonly alternatives: ReadonlyArray<{ readonly alternative: string; readonly whyNot: string }>;
  readonly answers: ReadonlyMap<string, { readonly agrees: boolean; readonly reason: string | null }>;
  readonly decision: Decided | null;
}

/** A review as its events made it. */
export interface Review {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly subject: ReviewSubject;
  readonly owner: PersonKey;
  readonly gravity: Gravity;
  readonly terms: ReviewTerms;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly state: ReviewState;
  readonly participations: ReadonlyMap<PersonKey, Participation>;
  readonly comments: ReadonlyArray<{ readonly by: PersonKey; readonly at: string; readonly text: string }>;
  /** Who handed the review on; they no longer decide it. */
  readonly escalatedBy: readonly PersonKey[];
}
