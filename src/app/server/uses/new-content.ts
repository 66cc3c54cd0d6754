import { differenceMaterial } from '../../../playbook/5-oversight/clearances/confirm-small-change.ts';
import { judgeChange } from '../../../playbook/5-oversight/clearances/small-change.ts';
import { isClearancePayload } from '../../../playbook/5-oversight/clearances/statement.ts';
import { readSigned } from '../../../playbook/5-oversight/signatures/signed-document.ts';
import { findClearanceInForce, voidClearance } from '../../../stores/sql/repositories/clearances.ts';
import { listReviews } from '../../../stores/sql/repositories/reviews.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { changeUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import { type Change, need } from '../change.ts';
import { say } from '../evidence/say.ts';
import { keysOf } from '../people/person-of.ts';
import { OPEN_STATES, openOn } from '../reviews/open.ts';
import { addEvent, lockedReview } from '../reviews/stored-review.ts';
import { afterWaiverReview } from '../waivers/waivers.ts';
import { comparableOf, findingId, findingsOf, reportOf } from './stored-version.ts';

/**
 * What new content does to reviews and clearances of its use: a review of other content is withdrawn; a clearance is
 * void, unless the change is small, and then one reviewer is asked to confirm it.
 */
export async function afterNewContent(change: Change, use: Use, version: UseVersion): Promise<void> {
  const { db, at } = change;
  const open = await listReviews(db, { useId: use.id, states: OPEN_STATES }, { limit: 500 });
  for (const { id } of open.items) {
    const stored = await lockedReview(change, id);
    if (stored === null || stored.review.closedAt !== null) continue;
    if (stored.review.subject.contentHash === version.contentHash) continue;
    const reason = 'the content changed';
    const { review } = await addEvent(change, stored, {
      type: 'withdrawn',
      at: at.toISOString(),
      by: null,
      reason,
    });
    if (review.kind === 'waiver') await afterWaiverReview(change, review, change.caller.account.key);
  }
  const clearance = await findClearanceInForce(db, use.id, at);
  if (clearance === undefined) return setState(change, use, 'checked');
  if (clearance.contentHash === version.contentHash) return setState(change, use, 'cleared');

  const { payload } = need(readSigned(clearance.statement, isClearancePayload));
  const cleared = (await findUseVersion(db, clearance.versionId))!;
  const judged = judgeChange(payload, reportOf(cleared).messages, {
    ...(await comparableOf(db, version)),
    found: (await findingsOf(db, version.id)).map(findingId),
  });
  const owner = use.ownerId === null ? undefined : (await keysOf(db, [use.ownerId])).get(use.ownerId);
  if (judged.type === 'small' && owner !== undefined) {
    await openOn(change, use, version, owner, 'small-change', [differenceMaterial(judged)]);
    return;
  }
  await voidClearance(db, clearance.id, null, 'changed', at);
  say(change, use.id, 'clearance.voided', {
    by: change.caller.account.key,
    clearance: clearance.id,
    because: 'changed',
  });
  await changeUse(db, use.id, null, { clearedVersionId: null, changedAt: at });
  await setState(change, use, 'checked');
}

async function setState(change: Change, use: Use, state: string): Promise<void> {
  // What is stopped stays so until the stop is lifted.
  if (use.state === state || use.state === 'stopped') return;
  await changeUse(change.db, use.id, null, { state, changedAt: change.at });
  say(change, use.id, 'use.changed', { by: change.caller.account.key, from: use.state, to: state });
}
