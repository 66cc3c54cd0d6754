import type { Escalated, Expired } from './event.ts';
import { isOpen, type Review } from './review.ts';

/** What time alone does to a review by now: nothing, a handing on, or its end. An expired review clears nothing. */
export function timeSteps(review: Review, now: Date): ReadonlyArray<Escalated | Expired> {
  if (!isOpen(review)) return [];
  const at = now.toISOString();
  if (now.getTime() >= Date.parse(review.terms.expiresAt)) return [{ type: 'expired', at }];
  const isStale = review.state === 'open' && now.getTime() >= Date.parse(review.terms.escalatesAt);
  return isStale ? [{ type: 'escalated', at }] : [];
}
