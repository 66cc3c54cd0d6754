import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { PersonKey } from '../people/person.ts';
import type { ReviewDecision } from '../reviews/event.ts';

/** A use made to be bad, for practice. It lies in no workspace, so that nothing of it can ever be sent. */
export interface PracticeCase {
  readonly id: string;
  readonly title: string;
  /** What is wrong with it, shown after the answer. */
  readonly flaw: { readonly check: string; readonly says: string };
  /** When reviewers were told that there are practice cases and what they are for; `null` before. */
  readonly announcedAt: string | null;
}

/** What a person answered to a practice case. Kept 90 days at most. */
export interface PracticeAnswer {
  readonly case: string;
  readonly by: PersonKey;
  readonly at: string;
  readonly decision: ReviewDecision;
  readonly isCaught: boolean;
}

/**
 * Takes an answer and marks it at once: the flaw is caught by anything but an approval. The mark goes back to the
 * person, with what was wrong. Problems: `practice.not-announced`.
 */
export function markAnswer(
  practice: PracticeCase,
  by: PersonKey,
  decision: ReviewDecision,
  now: Date,
): Result<{ readonly answer: PracticeAnswer; readonly flaw: PracticeCase['flaw'] }, Problem> {
  if (practice.announcedAt === null || Date.parse(practice.announcedAt) > now.getTime())
    return fail(
      problem(
        'practice.not-announced',
        `the practice case \`${practice.id}\` was not announced`,
        'tell reviewers first that there are practice cases and what they are for',
      ),
    );
  const isCaught = decision !== 'approve' && decision !== 'approve-with-conditions';
  const answer = { case: practice.id, by, at: now.toISOString(), decision, isCaught };
  return ok({ answer, flaw: practice.flaw });
}
