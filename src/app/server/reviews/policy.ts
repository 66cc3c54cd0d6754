import { z } from 'zod';
import { GRAVITIES } from '../../../kernel/gravity.ts';
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from '../../../playbook/5-oversight/reviews/policy.ts';
import { findSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

const days = z.number().int().min(1).max(365);

/** What an administrator may set about reviews. The threshold for two people can be lowered, never lifted above `block`. */
export const reviewPolicyShape = z.strictObject({
  blindShare: z.number().min(0).max(1),
  hiddenShare: z.number().min(0).max(1),
  twoApproversFrom: z.enum(GRAVITIES),
  escalatesAfterDays: z.strictObject({ block: days, review: days, advise: days }),
  trainingDays: z.number().int().min(30).max(1_100),
});
export type ReviewPolicySetting = z.infer<typeof reviewPolicyShape>;

export const REVIEW_POLICY = 'review-policy';

/** The policy in force, with the version of the setting; 0 where nobody set one. */
export async function reviewPolicyIn(
  db: Database,
): Promise<{ readonly policy: ReviewPolicySetting; readonly version: number }> {
  const setting = await findSetting(db, REVIEW_POLICY);
  const read = reviewPolicyShape.safeParse(setting?.value);
  return { policy: read.success ? read.data : DEFAULT_REVIEW_POLICY, version: setting?.version ?? 0 };
}

export const withSeed = (policy: ReviewPolicySetting, seed: string): ReviewPolicy => ({ ...policy, seed });
