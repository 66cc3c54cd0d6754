import type { ContentHash } from '../../../kernel/canonical.ts';
import type { Signer } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, type Result } from '../../../kernel/result.ts';
import { approversOf } from '../reviews/missing.ts';
import { isApproved, type Review } from '../reviews/review.ts';
import { recordHash } from '../reviews/review-record.ts';
import { signDocument } from '../signatures/signed-document.ts';
import type { ContentParts } from './content-parts.ts';
import type { Clearance, ClearancePayload, Envelope, EssentialReason } from './statement.ts';
import { MAXIMUM_DAYS, unsound } from './unsound.ts';

const DAY_MS = 86_400_000;

export interface ClearanceRequest {
  /** `clearance:` and random letters. */
  readonly id: string;
  /** An approved review of the use. */
  readonly review: Review;
  readonly contentHash: ContentHash;
  readonly parts: ContentParts;
  readonly found: readonly ContentHash[];
  readonly envelope: Envelope;
  /** Granted by the reviewer, never claimed by the sender; `null` for marketing. */
  readonly essential: EssentialReason | null;
  /** Prices, offers and calls to buy that were seen in the messages: one voids the class `essential`. */
  readonly promotional: readonly string[];
}

/**
 * Signs what an approved review approved. It ends with the earliest end that an approver set. Content that differs from
 * what was reviewed is not cleared. Problems: `clearance.not-approved`, `clearance.not-essential`,
 * `clearance.unsound`, and those of the signer.
 */
export async function issueClearance(
  request: ClearanceRequest,
  signer: Signer,
  now: Date,
): Promise<Result<Clearance, Problem>> {
  const { review } = request;
  if (review.kind !== 'use' || !isApproved(review))
    return refused(
      'clearance.not-approved',
      `the review \`${review.id}\` approved no use`,
      'finish a review first',
    );
  if (review.subject.contentHash !== request.contentHash)
    return refused(
      'clearance.not-approved',
      'the use has changed since it was reviewed',
      'open a review of what it is now',
    );
  const payload = payloadOf(request, now);
  if (payload.class === 'essential' && request.promotional.length > 0)
    return refused(
      'clearance.not-essential',
      `an essential message does not promote: ${request.promotional
        .slice(0, 3)
        .map((one) => `\`${one}\``)
        .join(', ')}`,
      'take it out, or have the use cleared as marketing',
    );
  const flaw = unsound(payload);
  if (flaw !== null)
    return refused('clearance.unsound', `the clearance would not be sound: ${flaw}`, 'review again');
  return signDocument(payload, signer);
}

function payloadOf(request: ClearanceRequest, now: Date): ClearancePayload {
  const { id, review, contentHash, parts, found, envelope, essential } = request;
  const approvers = approversOf(review);
  const ends = approvers.map(({ decision }) => Date.parse(decision!.until!));
  return {
    schema: 'scruple.clearance/1',
    id,
    use: review.subject.use,
    class: essential === null ? 'marketing' : 'essential',
    essential,
    contentHash,
    parts,
    found: [...new Set(found)].sort(),
    envelope,
    conditions: approvers.flatMap(({ decision }) => decision!.conditions),
    owner: review.owner,
    reviewers: approvers.map(({ person, role, standing, decision }) => ({
      key: person,
      role: role as 'reviewer' | 'customer-advocate',
      standing,
      decidedAt: decision!.at,
    })),
    approversNeeded: review.terms.approversNeeded,
    stopOwner: approvers[0]!.decision!.stopOwner!,
    review: { id: review.id, hash: recordHash(review) },
    issuedAt: now.toISOString(),
    expiresAt: new Date(Math.min(...ends, now.getTime() + MAXIMUM_DAYS * DAY_MS)).toISOString(),
    lineage: { full: id, smallChanges: 0, changedShare: 0 },
  };
}

const refused = (
  code: 'clearance.not-approved' | 'clearance.not-essential' | 'clearance.unsound',
  message: string,
  hint: string,
): Result<never, Problem> => fail(problem(code, message, hint));
