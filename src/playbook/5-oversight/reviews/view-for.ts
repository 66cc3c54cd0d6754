import type { PersonKey } from '../people/person.ts';
import type { Participation, Review, ReviewState } from './review.ts';

/** Terms that follow from the gravity. */
type HeldTerms = 'approversNeeded' | 'escalatesAt' | 'expiresAt';

/** A review as one person may see it now; what is held back is `null` or left out. */
export type ReviewView = Omit<Review, 'subject' | 'gravity' | 'participations' | 'terms'> & {
  readonly subject: Omit<Review['subject'], 'verdict' | 'findings' | 'missingFacts'> & {
    readonly verdict: Review['subject']['verdict'] | null;
    readonly findings: Review['subject']['findings'] | null;
    readonly missingFacts: readonly string[] | null;
  };
  readonly gravity: Review['gravity'] | null;
  readonly terms: Omit<Review['terms'], HeldTerms> &
    Readonly<Record<'approversNeeded', number | null>> &
    Readonly<Record<'escalatesAt' | 'expiresAt', string | null>>;
  readonly participations: readonly Participation[];
  /** True where the tool's verdict is held back from this person. */
  readonly isVerdictHidden: boolean;
};

/**
 * Holds back from whoever may judge what must not sway them: the tool's verdict with all that gives it away (gravity,
 * number of approvers, when it is due, groups that findings named), and what others judged, until their own judgement
 * stands.
 */
export function viewFor(review: Review, person: PersonKey, mayJudge: boolean): ReviewView {
  const own = review.participations.get(person);
  const hidesVerdict = mayJudge && review.closedAt === null && !hasEarnedVerdict(review, own);
  const hidesOthers =
    mayJudge && review.closedAt === null && own?.decision == null && own?.firstJudgement == null;
  const { subject, terms, gravity, participations, ...rest } = review;
  return {
    ...rest,
    state: hidesVerdict || hidesOthers ? seenState(rest.state) : rest.state,
    comments: hidesOthers
      ? rest.comments.filter(({ by }) => by === person || by === review.owner)
      : rest.comments,
    subject: hidesVerdict
      ? { ...subject, verdict: null, findings: null, missingFacts: null, groups: [] }
      : subject,
    gravity: hidesVerdict ? null : gravity,
    terms: hidesVerdict ? { ...terms, approversNeeded: null, escalatesAt: null, expiresAt: null } : terms,
    participations: [...participations.values()].filter((part) => !hidesOthers || part.person === person),
    isVerdictHidden: hidesVerdict,
  };
}

/** A state without what it tells of the judgements of others. */
export const seenState = (state: ReviewState): ReviewState =>
  state === 'awaiting-second' || state === 'disagreement' ? 'open' : state;

function hasEarnedVerdict({ terms }: Review, own: Participation | undefined): boolean {
  if (terms.seeing === 'open') return true;
  return terms.seeing === 'blind' ? own?.firstJudgement != null : own?.decision != null;
}
