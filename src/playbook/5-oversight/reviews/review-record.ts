import { type ContentHash, contentHash } from '../../../kernel/canonical.ts';
import type { Verdict } from '../../../kernel/gravity.ts';
import type { ReviewDecision } from './event.ts';
import { harmsOf } from './missing.ts';
import type { Participation, Review } from './review.ts';

/** Which way a decision departs from the tool's verdict; `null` where it does not. Never a fault: it is recorded, not counted against anyone. */
export function overrideOf(decision: ReviewDecision, verdict: Verdict): 'more-lenient' | 'stricter' | null {
  const isApproval = decision === 'approve' || decision === 'approve-with-conditions';
  if (isApproval && verdict === 'block') return 'more-lenient';
  if ((decision === 'change' || decision === 'reject') && verdict === 'allow') return 'stricter';
  return null;
}

/** The record of a review as plain JSON: what is exported, and what its hash stands for. People are keys. */
export const recordOf = (review: Review) => ({
  schema: 'scruple.review/1',
  id: review.id,
  kind: review.kind,
  use: review.subject.use,
  contentHash: review.subject.contentHash,
  lastCleared: review.subject.lastCleared,
  verdict: review.subject.verdict,
  findings: review.subject.findings.map(({ id, check, gravity }) => ({ id, check, gravity })),
  missingFacts: review.subject.missingFacts,
  owner: review.owner,
  gravity: review.gravity,
  terms: review.terms,
  openedAt: review.openedAt,
  closedAt: review.closedAt,
  state: review.state,
  parts: [...review.participations.values()].map((part) => partOf(review, part)),
  comments: review.comments,
});

export type ReviewRecord = ReturnType<typeof recordOf>;
export const recordHash = (review: Review): ContentHash => contentHash(recordOf(review));

function partOf(review: Review, part: Participation) {
  const { opened, answers, decision, firstJudgement, harms: _, ...declared } = part;
  const override = decision === null ? null : overrideOf(decision.decision, review.subject.verdict);
  return {
    ...declared,
    opened: [...opened].map(([material, seconds]) => ({ material, seconds })),
    firstJudgement,
    harms: harmsOf(part),
    answers: [...answers].map(([finding, answer]) => ({ finding, ...answer })),
    decision,
    override:
      override === null
        ? null
        : {
            direction: override,
            evidence: [...answers.values()].flatMap(({ agrees, reason }) => (agrees ? [] : [reason])),
          },
  };
}
