import { contentHash } from '../../../kernel/canonical.ts';
import { type Gravity, reaches } from '../../../kernel/gravity.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import type { PracticeAnswer } from '../../../playbook/5-oversight/practice/practice-case.ts';
import {
  groupStatistics,
  ownStatistics,
  type ReviewTiming,
  STATISTICS_LIMITS,
  type StatisticsAgreement,
  type StatisticsInput,
} from '../../../playbook/5-oversight/practice/review-statistics.ts';
import {
  type BudgetReview,
  type ReviewBudget,
  reviewBudget,
} from '../../../playbook/5-oversight/reviews/budget.ts';
import type { ReviewDecision } from '../../../playbook/5-oversight/reviews/event.ts';
import type { Participation, Review } from '../../../playbook/5-oversight/reviews/review.ts';
import { overrideOf } from '../../../playbook/5-oversight/reviews/review-record.ts';
import { listPracticeAnswers } from '../../../stores/sql/repositories/practice.ts';
import { listReviewHours, setReviewHours } from '../../../stores/sql/repositories/review-hours.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import { unseenUses } from '../../../stores/sql/repositories/unseen-verdicts.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { keysOf } from '../people/person-of.ts';
import { judgingOf } from '../reviews/judging.ts';
import { reviewsOf } from '../reviews/stored-review.ts';

export const AGREEMENT = 'review-statistics-agreement';
const DAY_MS = 86_400_000;
/** Weeks that the budget looks back (ours). */
const WEEKS = 4;
/** Minutes that a review takes while its own time is not known (ours). */
const USUAL_MINUTES: Readonly<Record<Gravity, number>> = { block: 30, review: 10, advise: 3 };

/** Records the agreement or notice that statistics about reviewers rest on: before it there are none. */
export async function allowStatistics(change: Change, reference: string): Promise<StatisticsAgreement> {
  demand(change, 'statistics.allow');
  const { db, at, caller } = change;
  const agreement: StatisticsAgreement = { reference, recordedAt: at.toISOString() };
  await setSetting(db, AGREEMENT, agreement, null, { personId: caller.personId, at });
  say(change, 'settings', 'statistics.allowed', {
    by: caller.account.key,
    agreementHash: contentHash(agreement),
  });
  return agreement;
}

/** One's own figures. Refusals: `statistics.off`, `statistics.too-few`. */
export async function showOwnStatistics(view: View) {
  const { key } = view.caller.account;
  demand(view, 'statistics.read-own', { about: key });
  return need(ownStatistics(await inputOf(view), key));
}

/** The figures of all others together. Refusals: `statistics.off`, `statistics.too-few`. */
export async function showGroupStatistics(view: View) {
  demand(view, 'statistics.read-groups');
  return need(groupStatistics(await inputOf(view), view.caller.account.key));
}

/** Reviews opened against hours there are, and what causes most of them. */
export async function showBudget(view: View): Promise<ReviewBudget> {
  demand(view, 'statistics.read-groups');
  const { db, at } = view;
  const from = new Date(at.getTime() - WEEKS * 7 * DAY_MS);
  const begun = await reviewsSince(db, from);
  const unseen = await unseenAmong(view, begun);
  const reviews = begun.map((review): BudgetReview => {
    const budgeted = {
      openedAt: new Date(review.openedAt),
      minutes: review.closedAt === null ? null : minutesOf(review),
    };
    // A budget of few reviews would tell what was found in one that the caller has yet to judge.
    if (review.closedAt === null && unseen.has(review.subject.use))
      return { ...budgeted, gravity: 'review', checks: [], missingFacts: [] };
    return {
      ...budgeted,
      gravity: review.gravity,
      checks: review.subject.findings
        .filter(({ gravity }) => reaches(gravity, 'review'))
        .map(({ check }) => check),
      missingFacts: review.subject.missingFacts,
    };
  });
  const { count } = await db
    .selectFrom('useVersions')
    .select((one) => one.fn.count<number>('useId').distinct().as('count'))
    .where('createdAt', '>', from)
    .executeTakeFirstOrThrow();
  const hours = await listReviewHours(db, isoWeek(from), isoWeek(at));
  const available = hours.length === 0 ? 0 : hours.reduce((sum, week) => sum + week.hours, 0) / hours.length;
  return reviewBudget({
    reviews,
    uses: Number(count),
    hoursAvailablePerWeek: available,
    weeks: WEEKS,
    usualMinutes: USUAL_MINUTES,
    now: at,
  });
}

/** Uses of these reviews, and of no others, whose verdict is held back from who asks. */
async function unseenAmong(view: View, reviews: readonly Review[]): Promise<ReadonlySet<string>> {
  const judging = judgingOf(view);
  const uses = [...new Set(reviews.map(({ subject }) => subject.use))];
  if (judging === undefined || uses.length === 0) return new Set();
  const rows = await unseenUses(view.db, judging).where('useId', 'in', uses).execute();
  return new Set(rows.map(({ useId }) => useId));
}

/** Sets the hours that all reviewers together have in a week. */
export async function setHours(change: Change, week: string, hours: number) {
  demand(change, 'settings.write');
  await setReviewHours(change.db, week, hours);
  return { week, hours };
}

async function inputOf({ db, at }: View): Promise<StatisticsInput> {
  const from = new Date(at.getTime() - STATISTICS_LIMITS.days * DAY_MS);
  const timings = (await reviewsSince(db, from)).flatMap((review) =>
    [...review.participations.values()].flatMap((part) => timingOf(review, part)),
  );
  const rows = await listPracticeAnswers(db, from);
  const keys = await keysOf(
    db,
    rows.map(({ reviewerId }) => reviewerId),
  );
  const answers = rows.flatMap((row): PracticeAnswer[] => {
    const by = keys.get(row.reviewerId);
    const { decision } = row.answer as { readonly decision: ReviewDecision };
    const { caseId, answeredAt, isCaught } = row;
    return by === undefined ? [] : [{ case: caseId, by, at: answeredAt.toISOString(), decision, isCaught }];
  });
  const agreement = ((await findSetting(db, AGREEMENT))?.value as StatisticsAgreement | undefined) ?? null;
  return { timings, answers, agreement, now: at };
}

function timingOf(review: Review, { person, decision, opened }: Participation): ReviewTiming[] {
  if (decision === null || decision.decision === 'escalate') return [];
  const approves = decision.decision.startsWith('approve');
  return [
    {
      by: person as PersonKey,
      at: decision.at,
      seconds: secondsIn(opened),
      agreed: approves === (review.subject.verdict === 'allow'),
      override: overrideOf(decision.decision, review.subject.verdict),
    },
  ];
}

const minutesOf = ({ participations }: Review): number =>
  [...participations.values()].reduce((sum, { opened }) => sum + secondsIn(opened), 0) / 60;

const secondsIn = (opened: Participation['opened']): number =>
  [...opened.values()].reduce((sum, seconds) => sum + seconds, 0);

async function reviewsSince(db: Database, from: Date): Promise<Review[]> {
  const rows = await db.selectFrom('reviews').selectAll().where('openedAt', '>', from).execute();
  return (await reviewsOf(db, rows)).map(({ review }) => review);
}

/** The ISO week of a moment, as `2026-W47`. */
export function isoWeek(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY_MS + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
