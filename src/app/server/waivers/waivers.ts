import { problem } from '../../../kernel/problem.ts';
import { isApproved, type Review } from '../../../playbook/5-oversight/reviews/review.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import {
  addWaiver,
  changeWaiver,
  listWaivers,
  type Waiver as WaiverRow,
  type WaiverSort,
} from '../../../stores/sql/repositories/waivers.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { allChecks } from '../../checks.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { openOn } from '../reviews/open.ts';
import { lockedUse, seenUse } from '../uses/standing.ts';

/** As in files: what is renewed more often is no exception any more. */
const MAXIMUM_RENEWALS = 2;
const MAXIMUM_DAYS = 366;
const DAY_MS = 86_400_000;

export interface ShownWaiver {
  readonly id: string;
  readonly use: string;
  readonly check: string;
  readonly owner: string;
  readonly reason: string;
  /** asked, approved, refused or withdrawn. */
  readonly state: string;
  readonly until: string;
  readonly renewals: number;
  readonly review: string | null;
  readonly version: number;
}

/**
 * Asks for a waiver of one check on one use, and opens its review. It counts from the next push on.
 * Refusals: `waiver.unknown-check`, `waiver.not-possible`, `people.not-allowed`.
 */
export async function askForWaiver(
  change: Change,
  useId: string,
  { check, reason, until }: { readonly check: string; readonly reason: string; readonly until: string },
): Promise<ShownWaiver> {
  const { db, at, caller } = change;
  const { use, owner, trueOwner } = await lockedUse(change, useId);
  demand(change, 'waiver.ask', { owner });
  if (!allChecks.some(({ id }) => id === check))
    throw new Refusal(
      problem('waiver.unknown-check', `there is no check \`${check}\``, 'name a check of docs/checks.md'),
    );
  const earlier = (await listWaivers(db, { useId, checkId: check }, { limit: 500 })).items;
  const renewals = earlier.filter(({ state }) => state === 'approved').length;
  const version = use.latestVersionId === null ? undefined : await findUseVersion(db, use.latestVersionId);
  const end = new Date(until);
  const refusal =
    version === undefined || trueOwner === null
      ? 'a use without a version or an owner has nothing to waive'
      : earlier.some(({ state }) => state === 'asked')
        ? 'this waiver is asked for already'
        : renewals > MAXIMUM_RENEWALS
          ? `it was renewed ${MAXIMUM_RENEWALS} times`
          : end <= at || end.getTime() > at.getTime() + MAXIMUM_DAYS * DAY_MS
            ? 'a waiver ends within a year from now'
            : null;
  if (refusal !== null)
    throw new Refusal(
      problem('waiver.not-possible', refusal, 'mend what the check found, or change what is asked'),
    );
  const { row } = await openOn(change, use, version!, trueOwner!, 'waiver', ['card']);
  const waiver = await addWaiver(db, {
    id: newId('waiver', at),
    useId,
    checkId: check,
    reviewId: row.id,
    owner: caller.account.key,
    reason,
    state: 'asked',
    until: end,
    renewals,
    requestedBy: caller.personId,
    createdAt: at,
    changedAt: at,
  });
  say(change, useId, 'waiver.asked', {
    by: caller.account.key,
    waiver: waiver.id,
    check,
    until: end.toISOString(),
  });
  return shown(waiver);
}

/** What the end of its review makes of a waiver. `by` is who ended it. */
export async function afterWaiverReview(work: Work, review: Review, by: string): Promise<void> {
  const row = await work.db
    .selectFrom('waivers')
    .selectAll()
    .where('reviewId', '=', review.id)
    .executeTakeFirst();
  if (row === undefined) return;
  const state = isApproved(review) ? 'approved' : review.state === 'withdrawn' ? 'withdrawn' : 'refused';
  await changeWaiver(work.db, row.id, null, { state, changedAt: work.at });
  say(work, row.useId, 'waiver.decided', {
    by,
    waiver: row.id,
    decision: state,
    until: row.until.toISOString(),
  });
}

export async function showWaivers(
  view: View,
  filter: { readonly use?: string | undefined; readonly state?: string | undefined },
  request: PageRequest<WaiverSort>,
): Promise<Page<ShownWaiver>> {
  if (filter.use === undefined) demand(view, 'use.read');
  else await seenUse(view, filter.use);
  const page = await listWaivers(view.db, { useId: filter.use, state: filter.state }, request);
  return { ...page, items: page.items.map(shown) };
}

export async function showWaiver(view: View, id: string): Promise<ShownWaiver> {
  const row = await view.db.selectFrom('waivers').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw missing();
  await seenUse(view, row.useId);
  return shown(row);
}

const shown = (row: WaiverRow): ShownWaiver => ({
  id: row.id,
  use: row.useId,
  check: row.checkId,
  owner: row.owner,
  reason: row.reason,
  state: row.state,
  until: row.until.toISOString(),
  renewals: row.renewals,
  review: row.reviewId,
  version: row.version,
});
