import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PersonKey } from '../people/person.ts';
import { applyEvent, opened } from '../reviews/apply-event.ts';
import type { Decided, Joined, ReviewDecision, ReviewEvent } from '../reviews/event.ts';
import { openReview, type ReviewRequest } from '../reviews/open-review.ts';
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from '../reviews/policy.ts';
import type { Review, ReviewSubject } from '../reviews/review.ts';

export const NOW = new Date('2026-11-20T09:00:00Z');
/** `minutes` after `NOW`. */
export const minute = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
export const hashOf = (digit: string): `sha256:${string}` => `sha256:${digit.repeat(64)}`;

export const ALICE: PersonKey = 'person:alice';
export const BEA: PersonKey = 'person:bea';
export const CAM: PersonKey = 'person:cam';
export const DEE: PersonKey = 'person:dee';

export const subject = (over: Partial<ReviewSubject> = {}): ReviewSubject => ({
  use: 'winback-spring',
  contentHash: hashOf('a'),
  lastCleared: null,
  verdict: 'review',
  findings: [
    {
      id: 'f1',
      check: 'msg-fear-shame',
      gravity: 'review',
      says: ['The message makes people afraid of losing.'],
    },
    { id: 'f2', check: 'seg-min-size', gravity: 'advise', says: ['Forty people are few.'] },
  ],
  missingFacts: [],
  materials: ['email.mjml'],
  groups: ['people in arrears'],
  ...over,
});

export const policy = (over: Partial<ReviewPolicy> = {}): ReviewPolicy => ({
  ...DEFAULT_REVIEW_POLICY,
  seed: 'test',
  blindShare: 0,
  hiddenShare: 0,
  ...over,
});

export const newReview = (
  request: Partial<ReviewRequest> = {},
  policyOver: Partial<ReviewPolicy> = {},
  now = NOW,
): Review =>
  opened(
    openReview(
      { review: 'review-1', kind: 'use', subject: subject(), owner: ALICE, ...request },
      policy(policyOver),
      now,
    ),
  );

export const joined = (by: PersonKey, over: Partial<Joined> = {}): Joined => ({
  type: 'joined',
  at: minute(1),
  by,
  role: 'reviewer',
  standing: 'inside',
  trainedAt: '2026-06-01T00:00:00.000Z',
  mayStop: true,
  conflict: null,
  ...over,
});

export const HARM = {
  group: 'people in arrears',
  whom: 'someone two months behind with the rent',
  harm: 'buys shoes on credit and is cut off from power',
};

/** All that a thorough reviewer does before deciding. */
export const diligence = (by: PersonKey, over: Partial<Joined> = {}): ReviewEvent[] => [
  joined(by, over),
  { type: 'opened-material', at: minute(2), by, material: 'email.mjml', seconds: 40 },
  { type: 'judged-first', at: minute(3), by, judgement: 'change', harm: HARM },
  { type: 'revealed', at: minute(4), by },
  {
    type: 'answered-finding',
    at: minute(5),
    by,
    finding: 'f1',
    agrees: false,
    reason: 'the deadline is real',
  },
  {
    type: 'considered-alternative',
    at: minute(6),
    by,
    alternative: 'leave out the price',
    whyNot: 'people ask for it',
  },
];

export const decided = (by: PersonKey, decision: ReviewDecision, over: Partial<Decided> = {}): Decided => ({
  type: 'decided',
  at: minute(10),
  by,
  decision,
  reason: 'what is said is true and can be declined',
  against: 'people in arrears may still read it',
  dissent: null,
  conditions:
    decision === 'approve-with-conditions'
      ? [{ says: 'by mail alone', check: { type: 'channels', only: ['email'] } }]
      : [],
  until: '2027-02-28T00:00:00.000Z',
  stopOwner: BEA,
  contest: null,
  ...over,
});

/** Applies events one after another; gives the first problem. */
export const run = (review: Review, events: readonly ReviewEvent[]): Result<Review, Problem> =>
  events.reduce<Result<Review, Problem>>((so, event) => (so.ok ? applyEvent(so.value, event) : so), {
    ok: true,
    value: review,
  });

export function ran(review: Review, events: readonly ReviewEvent[]): Review {
  const result = run(review, events);
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}
