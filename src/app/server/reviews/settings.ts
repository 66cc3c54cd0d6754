import { contentHash } from '../../../kernel/canonical.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import { type Change, demand, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { REVIEW_POLICY, type ReviewPolicySetting, reviewPolicyIn } from './policy.ts';

export async function showReviewPolicy(view: View) {
  demand(view, 'settings.read');
  const { policy, version } = await reviewPolicyIn(view.db);
  return { ...policy, version };
}

/** Sets the policy of reviews that open from here on; those that are open keep theirs. Refusals: `store.changed`. */
export async function setReviewPolicy(change: Change, version: number, policy: ReviewPolicySetting) {
  demand(change, 'settings.write');
  const { db, at, caller } = change;
  const before = await findSetting(db, REVIEW_POLICY);
  const set = await setSetting(db, REVIEW_POLICY, policy, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: REVIEW_POLICY,
    before: before === undefined ? null : contentHash(before.value),
    after: contentHash(policy),
  });
  return { ...policy, version: set.version };
}
