import type { PersonKey } from '../people/person.ts';
import type { Participation, Review } from './review.ts';

/** A review as one person may see it now; what is held back is `null` or left out. */
export type ReviewView = Omit<Review, 'subject' | 'gravity' | 'participations' | 'terms'> & {
  readonly subject: Omit<Review['subject'], 'verdict' | 'findings' | 'missingFacts'> & {
    readonly verdict: Review['subject']['verdict'] | null;
    readonly findings: Review['subject']['findings'] | null;
    readonly missingFacts: readonly string[] | null;
  };
  readonly gravity: Review['gravity'] | null;
  readonly terms: Omit<Review['terms'], 'approversNeeded'> & { readonly approversNeeded: number | null };
  readonly participations: readonly Participation[];
  /** True where the tool's verdict is held back from this person. */
  readonly isVerdictHidden: boolean;
};

/**
 * Holds back from whoever may judge what must not sway them: the tool's verdict with all that gives it away (gravity,
 * number of approvers, groups that findings named), and what others judged, until their own judgement stands.
 */
export function viewFor(review: Review, person: PersonKey, mayJudge: boolean): ReviewView {
  const own = review.participations.get(person);
  const hidesVerdict = mayJudge && review.closedAt === null && !hasEarnedVerdict(review, own);
  const hidesOthers =
    mayJudge && review.closedAt === null && own?.decision == null && own?.firstJudgement == null;
  const { subject, terms, gravity, participations, ...rest } = review;
  return {
    ...rest,
    comments: hidesOthers
      ? rest.comments.filter(({ by }) => by === person || by === review.owner)
      : rest.comments,
    subject: hidesVerdict
      ? { ...subject, verdict: null, findings: null, missingFacts: null, groups: [] }
      : subject,
    gravity: hidesVerdict ? null : gravity,
    terms: hidesVerdict ? { ...terms, approversNeeded: null } : terms,
    participations: [...participations.values()].filter((part) => !hidesOthers || part.person === person),
    isVerdictHidden: hidesVerdict,
  };
}

function hasEarnedVerdict({ terms }: Review, own: Participation | undefined): boolean {
  if (terms.seeing === 'open') return true;
  return terms.seeing === 'blind' ? own?.firstJudgement != null : own?.decision != null;
}
