import { isApproved, type Review } from '../../../playbook/5-oversight/reviews/review.ts';
import { findGateUse, setGateUse } from '../../../stores/sql/repositories/gate-uses.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { say } from '../evidence/say.ts';

/**
 * After a review that a monitor asked for: what was not approved is paused, where it is not yet. An approval lifts no
 * pause: that somebody does by name, with a reason. One that was withdrawn or ended undecided changes nothing.
 */
export async function afterAlarmReview(
  { db, at, record }: Pick<Work, 'db' | 'at' | 'record'>,
  review: Pick<Review, 'id' | 'state' | 'subject'>,
): Promise<void> {
  if (isApproved(review) || (review.state !== 'rejected' && review.state !== 'changes-asked')) return;
  const useId = review.subject.use;
  const row = await findGateUse(db, useId);
  if (row?.pausedBy != null) return;
  await setGateUse(
    db,
    { useId, pausedBy: `review ${review.id}`, stageSize: row?.stageSize ?? null, changedAt: at },
    null,
  );
  say({ record }, useId, 'use.paused', { monitor: 'review' });
}
