import type { Gravity } from '../../../kernel/gravity.ts';
import { type Missing, missing as missingIn } from '../../../playbook/5-oversight/reviews/missing.ts';
import type { Participation, ReviewKind, ReviewState } from '../../../playbook/5-oversight/reviews/review.ts';
import { type ReviewView, seenState, viewFor } from '../../../playbook/5-oversight/reviews/view-for.ts';
import { alarmsOfReview } from '../../../stores/sql/repositories/alarm-reviews.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { findReview, listReviews, type SeenReview } from '../../../stores/sql/repositories/reviews.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import { demand, isAllowed, missing, type View } from '../change.ts';
import { seenAlarm, shownAlarm } from '../outcomes/shown-alarm.ts';
import { standing } from '../uses/standing.ts';
import { judgingOf } from './judging.ts';
import { OPEN_STATES } from './open.ts';
import { reviewOf, type StoredReview } from './stored-review.ts';

/** A review in the queue. */
export interface QueuedReview {
  readonly id: string;
  readonly use: string;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  /** `null` where the verdict is not shown before a first judgement. */
  readonly gravity: Gravity | null;
  readonly openedAt: string;
  /** `null` where it would tell the gravity. */
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  readonly version: number;
}

export interface QueueFilter {
  readonly open?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly use?: string | undefined;
  /** Only those in which the caller has neither judged first nor decided. */
  readonly untouched?: boolean | undefined;
  /** As the caller sees it: none of those that are held back. */
  readonly gravity?: string | undefined;
  readonly openedBefore?: Date | undefined;
}

/**
 * The queue, gravest first, then oldest, before all others those whose gravity the caller may not know yet; those who
 * plan see the reviews of their own uses.
 */
export async function showQueue(
  view: View,
  { open = true, kind, use, untouched, gravity, openedBefore }: QueueFilter,
  request: PageRequest<'queue' | 'openedAt'>,
): Promise<Page<QueuedReview>> {
  const seesAll = isAllowed(view, 'review.read');
  // Who may see reviews of own uses alone has an account.
  const ownedBy = seesAll ? undefined : (view.caller.personId ?? undefined);
  if (
    !seesAll &&
    (ownedBy === undefined || !isAllowed(view, 'review.read', { owner: view.caller.account.key }))
  )
    demand(view, 'review.read');
  if (!seesAll && use !== undefined) {
    const own = await findUse(view.db, use);
    if (own === undefined) throw missing();
    const { owner } = await standing(view, own);
    if (!isAllowed(view, 'review.read', { owner })) throw missing();
  }
  const page = await listReviews(
    view.db,
    {
      ...(open ? { states: OPEN_STATES } : {}),
      type: kind,
      useId: use,
      ownedBy,
      gravity,
      openedBefore,
      judging: judgingOf(view),
      ...(untouched === true ? { untouchedBy: view.caller.account.key } : {}),
    },
    request,
  );
  return { ...page, items: page.items.map(queued) };
}

/** A review as the caller may see it now, with what is still missing. */
export interface ShownReview extends Omit<ReviewView, 'participations'> {
  readonly participations: readonly ShownParticipation[];
  /** Number of the version of the use that is judged. */
  readonly version: number;
  readonly useVersion: string;
  readonly missing: readonly Missing[];
  /** What a monitor saw, where it asked for the review; the group only for those who may see results by group. */
  readonly alarms: ReadonlyArray<ReturnType<typeof seenAlarm>>;
}

export interface ShownParticipation extends Omit<Participation, 'opened' | 'answers'> {
  readonly opened: ReadonlyArray<{ readonly material: string; readonly seconds: number }>;
  readonly answers: ReadonlyArray<{
    readonly finding: string;
    readonly agrees: boolean;
    readonly reason: string | null;
  }>;
}

export async function showReview(view: View, id: string): Promise<ShownReview> {
  const row = await findReview(view.db, id);
  const use = row === undefined ? undefined : await findUse(view.db, row.useId);
  if (row === undefined || use === undefined) throw missing();
  const { owner } = await standing(view, use);
  if (!isAllowed(view, 'review.read', { owner })) throw missing();
  return shownReview(view, await reviewOf(view.db, row));
}

/** The review for who asks: what must not sway them is held back. */
export async function shownReview(
  view: Pick<View, 'db' | 'caller' | 'at'>,
  { row, review }: StoredReview,
): Promise<ShownReview> {
  const person = view.caller.account.key;
  const use = await findUse(view.db, row.useId);
  // Who works on a use does not judge it, and sees what it is told.
  const isOwn = use !== undefined && (await standing(view, use)).owner === person;
  const withGroups = isAllowed(view, 'aggregate.read');
  const alarms = review.kind === 'alarm' ? await alarmsOfReview(view.db, row.id) : [];
  const shown = viewFor(review, person, judgingOf(view) !== undefined && !isOwn);
  const open = missingIn(review, view.at);
  return {
    ...shown,
    participations: shown.participations.map((part) => ({
      ...part,
      opened: [...part.opened].map(([material, seconds]) => ({ material, seconds })),
      answers: [...part.answers].map(([finding, answer]) => ({ finding, ...answer })),
    })),
    version: row.version,
    useVersion: row.versionId,
    alarms: alarms.map((alarm) => seenAlarm(shownAlarm(alarm), withGroups)),
    // What is missing of others, or of the review, would tell the gravity that is held back.
    missing: shown.isVerdictHidden ? open.filter(({ by }) => by === person) : open,
  };
}

const queued = (row: SeenReview): QueuedReview => ({
  id: row.id,
  use: row.useId,
  kind: row.type as ReviewKind,
  state: row.isUnseen ? seenState(row.state as ReviewState) : (row.state as ReviewState),
  gravity: row.isUnseen ? null : (row.gravity as Gravity),
  openedAt: row.openedAt.toISOString(),
  dueAt: row.isUnseen ? null : (row.dueAt?.toISOString() ?? null),
  closedAt: row.closedAt?.toISOString() ?? null,
  version: row.version,
});
