import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Decided } from './event.ts';
import {
  approversOf,
  isApproval,
  type Missing,
  missingApprovers,
  missingFrom,
  missingOf,
} from './missing.ts';
import type { Review, ReviewState } from './review.ts';

/**
 * Takes one person's decision. An approval counts only when nothing is missing; a no needs its reason alone, as it must
 * never be dearer than a yes. One no ends a review; against an approval that stands already it makes a disagreement,
 * which a third person settles. Problems: `review.not-allowed`, `review.wrong-state`, `review.incomplete`.
 */
export function decide(review: Review, decided: Decided): Result<Review, Problem> {
  const part = review.participations.get(decided.by);
  if (part === undefined) return incompleteBy(missingOf(review, decided.by, new Date(decided.at)));
  if (part.decision !== null)
    return refused('review.wrong-state', 'the person has decided already', 'comment, or ask a third person');
  if (review.escalatedBy.includes(decided.by))
    return refused(
      'review.not-allowed',
      'who hands a review on no longer decides it',
      'leave it to the others',
    );
  if (part.conflict !== null && decided.decision !== 'escalate')
    return refused(
      'review.not-allowed',
      'who declared a conflict of interest does not decide',
      'hand the review on to somebody else',
    );
  const missing = [
    ...(isApproval(decided) ? missingOf(review, decided.by, new Date(decided.at)) : []),
    ...missingFrom(decided, review),
  ];
  if (missing.length > 0) return incompleteBy(missing);
  if (decided.decision === 'escalate')
    return ok({ ...review, state: 'escalated', escalatedBy: [...review.escalatedBy, decided.by] });

  const participations = new Map(review.participations).set(decided.by, { ...part, decision: decided });
  const after: Review = { ...review, participations };
  const state = stateAfter(review, after, decided);
  const hasEnded = !['awaiting-second', 'disagreement', 'escalated'].includes(state);
  return ok({ ...after, state, closedAt: hasEnded ? decided.at : null });
}

function stateAfter(before: Review, after: Review, decided: Decided): ReviewState {
  if (!isApproval(decided)) {
    const isContested = before.state !== 'disagreement' && approversOf(before).length > 0;
    if (isContested) return 'disagreement';
    return decided.decision === 'reject' ? 'rejected' : 'changes-asked';
  }
  if (missingApprovers(after).length > 0)
    return before.state === 'disagreement' ? 'disagreement' : 'awaiting-second';
  const withConditions = approversOf(after).some(({ decision }) => decision!.conditions.length > 0);
  return withConditions ? 'approved-with-conditions' : 'approved';
}

function incompleteBy(missing: readonly Missing[]): Result<never, Problem> {
  return refused(
    'review.incomplete',
    `the decision does not count yet: ${missing.map(({ says }) => says).join('; ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    'add what is missing, then decide again',
  );
}

const refused = (
  code: 'review.incomplete' | 'review.not-allowed' | 'review.wrong-state',
  message: string,
  hint: string,
): Result<never, Problem> => fail(problem(code, message, hint));
