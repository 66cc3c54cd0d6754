/** The closed word lists of reviews, for the faces. */
export { DECISIONS } from '../../../playbook/5-oversight/reviews/event.ts';
export { REVIEW_KINDS, REVIEW_STATES } from '../../../playbook/5-oversight/reviews/review.ts';
