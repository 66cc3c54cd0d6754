import { type Gravity, reaches } from '../../../kernel/gravity.ts';
import type { PersonKey } from '../people/person.ts';
import type { Opened } from './event.ts';
import { type ReviewPolicy, seeingOf } from './policy.ts';
import type { ReviewKind, ReviewSubject } from './review.ts';

export interface ReviewRequest {
  readonly review: string;
  readonly kind: ReviewKind;
  readonly subject: ReviewSubject;
  readonly owner: PersonKey;
  /** Heavier than the verdict where the use is: a significant automated decision, a hard trigger of an assessment. */
  readonly atLeast?: Gravity;
}

const GRAVITY_OF = { allow: 'advise', review: 'review', block: 'block' } as const;
const DAY_MS = 86_400_000;

/**
 * Opens a review under the policy of this moment: how many approve, who sees the verdict when, and when it is handed
 * on and expires are fixed here. A small change has one approver and shows everything: what is judged is a difference. So
 * does a review that a monitor asks for: what it saw is why it opened, and stands where everybody looks.
 */
export function openReview(request: ReviewRequest, policy: ReviewPolicy, now: Date): Opened {
  const { review, kind, subject, owner, atLeast = 'advise' } = request;
  const own = GRAVITY_OF[subject.verdict];
  const gravity = reaches(own, atLeast) ? own : atLeast;
  const days = policy.escalatesAfterDays[gravity];
  const isSmall = kind === 'small-change';
  return {
    type: 'opened',
    at: now.toISOString(),
    review,
    kind,
    subject,
    owner,
    gravity,
    terms: {
      approversNeeded: !isSmall && reaches(gravity, policy.twoApproversFrom) ? 2 : 1,
      seeing: isSmall || kind === 'alarm' ? 'open' : seeingOf(review, policy),
      escalatesAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
      expiresAt: new Date(now.getTime() + 2 * days * DAY_MS).toISOString(),
      trainingDays: policy.trainingDays,
    },
  };
}
