import type { ContentHash } from '../../../kernel/canonical.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { Signer } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, type Result } from '../../../kernel/result.ts';
import { approversOf } from '../reviews/missing.ts';
import { isApproved, type Review } from '../reviews/review.ts';
import { recordHash } from '../reviews/review-record.ts';
import { signDocument } from '../signatures/signed-document.ts';
import type { ChangedContent, ChangeVerdict } from './small-change.ts';
import type { Clearance, ClearancePayload, Envelope } from './statement.ts';
import { unsound } from './unsound.ts';

/** What the reviewer must have been shown; it stands among the materials of the review by this name. */
export const differenceMaterial = (change: Extract<ChangeVerdict, { readonly type: 'small' }>): string =>
  `difference ${contentHash(change.difference)}`;

/**
 * The clearance of a use after a small change that one reviewer confirmed, who was shown the visible difference. It ends
 * when the one before ends and carries its conditions and reviewers on: a small change never buys time. The one before
 * is to be revoked as `changed`. Problems: `clearance.not-approved`, `clearance.not-small`, those of the signer.
 */
export async function confirmSmallChange(
  before: ClearancePayload,
  change: ChangeVerdict,
  now: {
    readonly id: string;
    readonly content: Pick<ChangedContent, 'contentHash' | 'parts'>;
    readonly variants: Envelope['variants'];
    readonly review: Review;
    readonly at: Date;
  },
  signer: Signer,
): Promise<Result<Clearance, Problem>> {
  const { id, content, variants, review, at } = now;
  if (change.type !== 'small') {
    const reason = change.type === 'void' ? change.because.join('; ') : 'nothing changed';
    return refused('clearance.not-small', `this is no small change: ${reason}`, 'open a full review');
  }
  const seen = differenceMaterial(change);
  const hasSeen = approversOf(review).some(({ opened }) => opened.has(seen));
  if (!isApproved(review) || review.kind !== 'small-change' || !isOf(review, content.contentHash, before.use))
    return refused(
      'clearance.not-approved',
      'no reviewer confirmed this change',
      'ask a reviewer to look at it',
    );
  if (!hasSeen)
    return refused(
      'clearance.not-approved',
      'the reviewer was not shown the difference',
      'show it before the change is confirmed',
    );
  const payload: ClearancePayload = {
    ...before,
    id,
    contentHash: content.contentHash,
    parts: content.parts,
    envelope: { ...before.envelope, variants },
    conditions: [
      ...before.conditions,
      ...approversOf(review).flatMap(({ decision }) => decision!.conditions),
    ],
    review: { id: review.id, hash: recordHash(review) },
    issuedAt: at.toISOString(),
    lineage: {
      full: before.lineage.full,
      smallChanges: before.lineage.smallChanges + 1,
      changedShare: Math.min(1, before.lineage.changedShare + change.share),
    },
  };
  const flaw = unsound(payload);
  if (flaw !== null)
    return refused('clearance.not-small', `the clearance would not be sound: ${flaw}`, 'review again');
  return signDocument(payload, signer);
}

const isOf = (review: Review, hash: ContentHash, use: string): boolean =>
  review.subject.contentHash === hash && review.subject.use === use;

const refused = (
  code: 'clearance.not-approved' | 'clearance.not-small',
  message: string,
  hint: string,
): Result<never, Problem> => fail(problem(code, message, hint));
