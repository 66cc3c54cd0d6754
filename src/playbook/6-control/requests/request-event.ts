import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import type { Proof } from './proof.ts';
import type { AccessDetail, RequestKind } from './request-kind.ts';

/** Why a request is refused: the reasons of the Data Rights Protocol 1.0, so that agents understand them. */
export const REFUSAL_REASONS = [
  'suspected-fraud',
  'not-enough-proof',
  'no-match',
  'not-covered',
  'outside-jurisdiction',
  'too-many',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * What came of a request. `partly`: some of it, and the words say what not. `changed` and `upheld` speak of the decision
 * that was contested.
 */
export const ANSWERS = ['done', 'partly', 'nothing-held', 'changed', 'upheld'] as const;
export type AnswerOutcome = (typeof ANSWERS)[number];

/** What a source says of what it was asked to do. `kept`: it must keep the data, as by a duty of law. */
export const ACKNOWLEDGEMENTS = ['done', 'not-held', 'kept'] as const;
export type Acknowledgement = (typeof ACKNOWLEDGEMENTS)[number];

/** What is done to the rows of the person in one dataset, and of how many: never what stood in them. */
export interface TableChange {
  readonly dataset: string;
  /** `empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all. */
  readonly does: 'delete' | 'empty' | 'correct' | 'keep';
  /** Those that are emptied or corrected; none where whole rows go or stay. */
  readonly columns: readonly string[];
  readonly rows: number;
}

interface Common {
  /** ISO 8601. */
  readonly at: string;
  /** The key of the colleague or machine that acted; `null` for the person who asks, and for the server. */
  readonly by: string | null;
}

/** The words are for the person who asked, in their language. */
interface Told {
  readonly words: string;
}

/** One thing that happened to a request: appended, never changed. */
export type RequestEvent = Common &
  (
    | {
        readonly type: 'opened';
        readonly kind: RequestKind;
        readonly detail: AccessDetail | null;
        readonly jurisdiction: Jurisdiction | null;
        readonly proofs: readonly Proof[];
        readonly through: string;
      }
    | { readonly type: 'proof-asked' }
    | { readonly type: 'proven'; readonly proof: Proof }
    /** A second identifier was named that is none of theirs. */
    | { readonly type: 'not-proven' }
    | { readonly type: 'taken' }
    /** What a reviewer looked at that the machine had not; for colleagues alone. */
    | {
        readonly type: 'considered';
        readonly words: string;
        /** When the reviewer was trained to read what the machine says; `null` where that is not on record. */
        readonly trainedAt: string | null;
      }
    | ({ readonly type: 'extended' } & Told)
    /** What was done here: how many choices it came to, or how many went. */
    | { readonly type: 'effected'; readonly effect: 'objected' | 'erased'; readonly choices: number }
    | {
        readonly type: 'destinations-asked';
        readonly destinations: readonly string[];
        /** Until when they are to say what was done; ISO 8601. */
        readonly dueAt: string;
      }
    | {
        readonly type: 'acknowledged';
        readonly destination: string;
        readonly outcome: Acknowledgement;
      }
    /** A person looked at what would change in a warehouse and confirmed it; from now on it may be changed. */
    | {
        readonly type: 'change-begun';
        readonly destination: string;
        readonly tables: readonly TableChange[];
      }
    /** What was changed there, in one transaction. */
    | {
        readonly type: 'changed';
        readonly destination: string;
        readonly tables: readonly TableChange[];
      }
    /** Nothing was changed there, and the code says why. */
    | { readonly type: 'change-failed'; readonly destination: string; readonly problem: string }
    | { readonly type: 'answered'; readonly outcome: AnswerOutcome; readonly words: string | null }
    | ({ readonly type: 'refused'; readonly reason: RefusalReason } & Told)
    | { readonly type: 'withdrawn' }
    | ({ readonly type: 'reopened' } & Told)
  );
export type RequestEventType = RequestEvent['type'];

/** What the person is told of by a letter, where they can be written to. */
export const TOLD_BY_LETTER: readonly RequestEventType[] = [
  'opened',
  'proof-asked',
  'extended',
  'answered',
  'refused',
  'reopened',
];
