import type { ContentHash } from '../../../kernel/canonical.ts';
import type { Verdict } from '../../../kernel/gravity.ts';
import { problem } from '../../../kernel/problem.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import { openReview } from '../../../playbook/5-oversight/reviews/open-review.ts';
import type { ReviewKind, ReviewSubject } from '../../../playbook/5-oversight/reviews/review.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { listReviews } from '../../../stores/sql/repositories/reviews.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { changeUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import type { Change } from '../change.ts';
import { demand } from '../change.ts';
import { lockedUse } from '../uses/standing.ts';
import { findingId, findingsOf, notAssessedOf } from '../uses/stored-version.ts';
import { reviewPolicyIn, withSeed } from './policy.ts';
import { keepReview, type StoredReview } from './stored-review.ts';

export const OPEN_STATES = ['open', 'awaiting-second', 'disagreement', 'escalated'] as const;

/** Asks for a review of the latest version of a use. Refusals: `people.not-allowed`, `review.wrong-state`. */
export async function askForReview(change: Change, useId: string): Promise<StoredReview> {
  const { use, owner, trueOwner } = await lockedUse(change, useId);
  demand(change, 'review.ask', { owner });
  const version =
    use.latestVersionId === null ? undefined : await findUseVersion(change.db, use.latestVersionId);
  if (version === undefined || trueOwner === null)
    throw new Refusal(
      problem(
        'review.wrong-state',
        'a use without a version or an owner cannot be reviewed',
        'push it first',
      ),
    );
  const open = await listReviews(change.db, { useId, type: 'use', states: OPEN_STATES }, { limit: 1 });
  if (open.items.length > 0)
    throw new Refusal(
      problem('review.wrong-state', `the review \`${open.items[0]!.id}\` is open already`, 'go on with it'),
    );
  if (use.clearedVersionId === version.id)
    throw new Refusal(
      problem('review.wrong-state', 'this version is cleared already', 'change the use first'),
    );
  return openOn(change, use, version, trueOwner, 'use', ['card', ...differenceOf(version)]);
}

/** Opens a review of a version. `materials` is what a reviewer must have opened. */
export async function openOn(
  change: Change,
  use: Use,
  version: UseVersion,
  owner: PersonKey,
  kind: ReviewKind,
  materials: readonly string[],
): Promise<StoredReview> {
  const { db, at, caller, context } = change;
  const findings = await findingsOf(db, version.id);
  const cleared = use.clearedVersionId === null ? undefined : await findUseVersion(db, use.clearedVersionId);
  const subject: ReviewSubject = {
    use: use.id,
    contentHash: version.contentHash as ContentHash,
    lastCleared: (cleared?.contentHash as ContentHash | undefined) ?? null,
    verdict: version.verdict as Verdict,
    findings: findings
      .filter(({ waivedBy }) => waivedBy === null)
      .map((finding) => ({
        id: findingId(finding),
        check: finding.check,
        gravity: finding.gravity,
        says: [finding.what, finding.why, finding.instead],
      })),
    missingFacts: [...new Set(notAssessedOf(version).flatMap(({ missing }) => missing))],
    materials,
    groups: [],
  };
  const { policy } = await reviewPolicyIn(db);
  const event = openReview(
    { review: newId('review', at), kind, subject, owner },
    withSeed(policy, context.reviewSeed),
    at,
  );
  const stored = await keepReview(change, event, { versionId: version.id, openedBy: caller.personId });
  if ((kind === 'use' || kind === 'small-change') && use.state !== 'stopped')
    await changeUse(db, use.id, null, { state: 'in-review', changedAt: at });
  return stored;
}

const differenceOf = ({ difference }: UseVersion): readonly string[] =>
  difference === null ? [] : ['difference'];
