import { createHash } from 'node:crypto';
import type { Gravity } from '../../../kernel/gravity.ts';

/** What an organisation sets about its reviews. All defaults are ours, not a norm's. */
export interface ReviewPolicy {
  /** Secret of the organisation, so that nobody can work out which reviews are blind. */
  readonly seed: string;
  /** Share of reviews in which a first judgement is asked before the tool's verdict is shown. */
  readonly blindShare: number;
  /** Share in which the verdict stays hidden until the decision. */
  readonly hiddenShare: number;
  /** From this gravity on, two people approve. */
  readonly twoApproversFrom: Gravity;
  /** Days from the opening, by gravity, until a review is escalated; it expires after twice as many. */
  readonly escalatesAfterDays: Readonly<Record<Gravity, number>>;
  /** A reviewer's training counts for so many days. */
  readonly trainingDays: number;
}

export const DEFAULT_REVIEW_POLICY: Omit<ReviewPolicy, 'seed'> = {
  blindShare: 0.5,
  hiddenShare: 0.1,
  twoApproversFrom: 'block',
  escalatesAfterDays: { block: 2, review: 5, advise: 10 },
  trainingDays: 365,
};

/** When the tool's verdict is shown: at once, after a first judgement, or after the decision. */
export type Seeing = 'open' | 'blind' | 'hidden';

/**
 * How a review is seen. The same review and seed give the same answer for ever, and over many reviews the shares are
 * those of the policy; nobody draws again until they like the result.
 */
export function seeingOf(
  review: string,
  policy: Pick<ReviewPolicy, 'seed' | 'blindShare' | 'hiddenShare'>,
): Seeing {
  if (draw(review, policy.seed, 'hidden') < policy.hiddenShare) return 'hidden';
  return draw(review, policy.seed, 'blind') < policy.blindShare ? 'blind' : 'open';
}

/** A number in [0, 1) from 48 bits of a hash. */
const draw = (review: string, seed: string, what: string): number =>
  createHash('sha256')
    .update(JSON.stringify([seed, what, review]))
    .digest()
    .readUIntBE(0, 6) /
  2 ** 48;
