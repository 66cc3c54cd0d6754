import { reaches } from '../../../kernel/gravity.ts';
import { applyEvent, replay } from '../../../playbook/5-oversight/reviews/apply-event.ts';
import type { Opened, ReviewEvent } from '../../../playbook/5-oversight/reviews/event.ts';
import { isOpen, type Review } from '../../../playbook/5-oversight/reviews/review.ts';
import { recordHash } from '../../../playbook/5-oversight/reviews/review-record.ts';
import { timeSteps } from '../../../playbook/5-oversight/reviews/time-steps.ts';
import {
  addReviewEvents,
  listEventsOfReviews,
  listReviewEvents,
} from '../../../stores/sql/repositories/review-events.ts';
import {
  addReview,
  changeReview,
  lockReview,
  type Review as ReviewRow,
} from '../../../stores/sql/repositories/reviews.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { need } from '../change.ts';
import { say } from '../evidence/say.ts';

export interface StoredReview {
  readonly row: ReviewRow;
  readonly review: Review;
}

/** A review from its events. */
export async function reviewOf(db: Database, row: ReviewRow): Promise<StoredReview> {
  const events = await listReviewEvents(db, row.id);
  return { row, review: need(replay(events as readonly ReviewEvent[])) };
}

/** How many reviews are made from their events at a time: a statement takes 65,535 values. */
const AT_ONCE = 1_000;

/** Several reviews from their events, with a question for each thousand and not for each. */
export async function reviewsOf(db: Database, rows: readonly ReviewRow[]): Promise<StoredReview[]> {
  const reviews: StoredReview[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE);
    const events = await listEventsOfReviews(
      db,
      part.map(({ id }) => id),
    );
    for (const row of part)
      reviews.push({ row, review: need(replay((events.get(row.id) ?? []) as readonly ReviewEvent[])) });
  }
  return reviews;
}

/** A review for this transaction alone, with what time alone did to it by now. Call it behind `lockUse`. */
export async function lockedReview(work: Work, id: string): Promise<StoredReview | null> {
  const row = await lockReview(work.db, id);
  if (row === undefined) return null;
  let stored = await reviewOf(work.db, row);
  for (const step of timeSteps(stored.review, work.at)) stored = await addEvent(work, stored, step);
  return stored;
}

/** Keeps a review that begins now. */
export async function keepReview(
  work: Work,
  event: Opened,
  more: { readonly versionId: string; readonly openedBy: string | null },
): Promise<StoredReview> {
  const { gravity, terms, kind, subject } = event;
  const row = await addReview(work.db, {
    id: event.review,
    useId: subject.use,
    versionId: more.versionId,
    type: kind,
    state: 'open',
    gravity,
    gravityRank: reaches(gravity, 'block') ? 2 : reaches(gravity, 'review') ? 1 : 0,
    neededReviewers: terms.approversNeeded,
    isBlind: terms.seeing !== 'open',
    terms: JSON.stringify(terms),
    openedBy: more.openedBy,
    openedAt: work.at,
    dueAt: new Date(terms.escalatesAt),
  });
  await addReviewEvents(work.db, row.id, [event]);
  say(work, subject.use, 'review.opened', {
    review: row.id,
    kind,
    contentHash: subject.contentHash,
    gravity,
    approversNeeded: terms.approversNeeded,
  });
  return reviewOf(work.db, row);
}

/** Adds an event to a review, and brings its row up to it. Refusals: those of the domain. */
export async function addEvent(
  work: Work,
  { row, review }: StoredReview,
  event: ReviewEvent,
): Promise<StoredReview> {
  const after = need(applyEvent(review, event));
  await addReviewEvents(work.db, row.id, [event]);
  const hasEnded = isOpen(review) && !isOpen(after);
  const changed = await changeReview(work.db, row.id, null, {
    state: after.state,
    ...(hasEnded ? { closedAt: work.at, outcome: after.state } : {}),
  });
  if (hasEnded)
    say(work, row.useId, 'review.closed', {
      review: row.id,
      outcome: after.state,
      recordHash: recordHash(after),
    });
  return { row: changed, review: after };
}
