import type { ContentHash } from '../../../kernel/canonical.ts';
import type { Verdict } from '../../../kernel/gravity.ts';
import { openReview } from '../../../playbook/5-oversight/reviews/open-review.ts';
import type { AlarmAction } from '../../../playbook/7-outcomes/monitors/ladder.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../people/person-of.ts';
import { reviewPolicyIn, withSeed } from './policy.ts';
import { keepReview } from './stored-review.ts';

const GRAVITY = { warn: 'advise', review: 'review', pause: 'block' } as const;

/**
 * Opens a review of the version of a use that is sent, since a monitor asks for one. What it saw is the one finding, which
 * whoever judges has to answer; nobody can judge blindly what was paused before everybody's eyes, so it is open. Gives
 * its id, or `null` where the use has no version or no owner whom a reviewer must not be.
 */
export async function openReviewOfAlarm(
  context: Pick<ServerContext, 'reviewSeed'>,
  work: Work,
  {
    id,
    use: useId,
    monitor,
    action,
  }: { readonly id: string; readonly use: string; readonly monitor: string; readonly action: AlarmAction },
): Promise<string | null> {
  const { db, at } = work;
  const use = await findUse(db, useId);
  const versionId = use?.clearedVersionId ?? use?.latestVersionId ?? null;
  const version = versionId === null ? undefined : await findUseVersion(db, versionId);
  const owner = use?.ownerId == null ? undefined : (await keysOf(db, [use.ownerId])).get(use.ownerId);
  if (use === undefined || version === undefined || owner === undefined) return null;
  const gravity = GRAVITY[action];
  const { policy } = await reviewPolicyIn(db);
  const event = openReview(
    {
      review: newId('review', at),
      kind: 'alarm',
      subject: {
        use: useId,
        contentHash: version.contentHash as ContentHash,
        lastCleared: use.clearedVersionId === null ? null : (version.contentHash as ContentHash),
        verdict: version.verdict as Verdict,
        findings: [
          {
            id,
            check: monitor,
            gravity,
            says: [`the monitor ${monitor} alarmed on what followed the sends of this use`],
          },
        ],
        missingFacts: [],
        materials: ['card'],
        groups: [],
      },
      owner,
      atLeast: gravity,
    },
    withSeed(policy, context.reviewSeed),
    at,
  );
  const { row } = await keepReview(work, event, { versionId: version.id, openedBy: null });
  return row.id;
}
