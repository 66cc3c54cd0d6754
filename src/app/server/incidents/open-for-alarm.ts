import type { AlarmAction } from '../../../playbook/7-outcomes/monitors/ladder.ts';
import { addAlarmReview, openAlarmReview } from '../../../stores/sql/repositories/alarm-reviews.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { openReviewOfAlarm } from '../reviews/open-for-alarm.ts';
import { openIncident } from './open-incident.ts';

/** As much of an alarm as it takes to follow it up; it is in the store already. */
export interface RaisedAlarm {
  readonly id: string;
  readonly use: string;
  readonly monitor: string;
  readonly action: AlarmAction;
  /** `null` where one event is enough. */
  readonly eValue: number | null;
}

/** What is counted: that it is too much, grows, or hits a group harder is one harm, and one thing to look into. */
const harmOf = (monitor: string): string => monitor.replace(/-(?:drift|disparity|holdout|peers)$/, '');

type Needed = Parameters<typeof openReviewOfAlarm>[0];

/**
 * Follows up an alarm, in the transaction that raised it: one that asks for a review or a pause opens a review of the use
 * for what it counts, or joins the one that is open; one that pauses opens an incident as well. A use that nobody can review,
 * as it has no version or no owner, gets the incident in any case.
 */
export async function openFor(context: Needed, work: Work, alarm: RaisedAlarm): Promise<void> {
  if (alarm.action === 'warn') return;
  const { id, use, action, eValue } = alarm;
  const monitor = harmOf(alarm.monitor);
  const review =
    (await openAlarmReview(work.db, { useId: use, monitor })) ??
    (await openReviewOfAlarm(context, work, alarm));
  if (review !== null)
    await addAlarmReview(work.db, {
      alarmId: id,
      reviewId: review,
      useId: use,
      monitor,
      addedAt: work.at,
    });
  if (action === 'pause' || review === null)
    await openIncident(work, {
      useId: use,
      cause: monitor,
      kind: eValue === null ? 'rule' : 'alarm',
      evidence: [{ of: 'alarm', id }, ...(review === null ? [] : [{ of: 'review' as const, id: review }])],
      by: null,
      words: null,
    });
}
