import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BEA,
  CAM,
  DEE,
  decided,
  diligence,
  HARM,
  joined,
  minute,
  NOW,
  newReview,
  ran,
  run,
  subject,
} from '../testing/review.ts';
import { applyEvent, opened, replay } from './apply-event.ts';
import type { Decided, ReviewEvent } from './event.ts';
import { missing, missingOf } from './missing.ts';
import { openReview } from './open-review.ts';
import { DEFAULT_REVIEW_POLICY } from './policy.ts';
import { isApproved, isOpen, type Review } from './review.ts';

const codeOf = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.ok ? 'ok' : result.problem!.code;
const heavy = () => newReview({ subject: subject({ verdict: 'block' }) });
const fieldsOf = (review: Review, at = new Date(minute(20))): string[] =>
  missing(review, at).map(({ field }) => field);

describe('a review with one approver', () => {
  it('ends in an approval when everything is on record', () => {
    const review = ran(newReview(), [...diligence(BEA), decided(BEA, 'approve')]);
    expect(review).toMatchObject({ state: 'approved', closedAt: minute(10) });
    expect(missing(review, NOW)).toEqual([]);
    expect(ran(newReview(), [...diligence(BEA), decided(BEA, 'approve-with-conditions')]).state).toBe(
      'approved-with-conditions',
    );
  });

  it.each<[string, ReviewEvent['type'] | null, Partial<Decided>, string]>([
    ['a look at the material', 'opened-material', {}, 'a look at email.mjml'],
    ['the harm', 'judged-first', {}, 'one concrete harm'],
    ['the verdict shown', 'revealed', {}, ''],
    ['an answer to each heavy finding', 'answered-finding', {}, 'an answer to the finding of msg-fear-shame'],
    ['an alternative', 'considered-alternative', {}, 'an alternative'],
    ['the reason', null, { reason: ' … ' }, 'the reason in own words'],
    ['the reason against', null, { against: null }, 'the strongest reason against'],
    ['the end', null, { until: null }, 'an end of the approval'],
    ['an end in the future', null, { until: minute(-1) }, 'an end of the approval'],
    ['who stops the use', null, { stopOwner: null }, 'who stops the use'],
  ])('does not count without %s', (_, left, over, says) => {
    const events = diligence(BEA).filter(({ type }) => type !== left);
    const result = run(newReview(), [...events, decided(BEA, 'approve', over)]);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem.message).toContain(says);
  });

  it.each([
    ['training that is too old', { trainedAt: '2025-11-01T00:00:00.000Z' }, 'review.incomplete'],
    ['no training', { trainedAt: null }, 'review.incomplete'],
    ['no authority to stop', { mayStop: false }, 'review.incomplete'],
    ['a conflict of interest', { conflict: 'paid by its sales' }, 'review.not-allowed'],
  ])('is not ended by a person with %s', (_, over, code) => {
    expect(codeOf(run(newReview(), [...diligence(BEA, over), decided(BEA, 'approve')]))).toBe(code);
  });

  it('is never judged by the owner or by a role that does not judge', () => {
    expect(codeOf(run(newReview(), [joined(ALICE)]))).toBe('review.not-allowed');
    expect(codeOf(run(newReview(), [joined(BEA, { role: 'administrator' })]))).toBe('review.not-allowed');
    expect(codeOf(run(newReview(), [decided(ALICE, 'approve')]))).toBe('review.incomplete');
  });

  it.each([
    ['reject', 'rejected'],
    ['change', 'changes-asked'],
  ] as const)('takes a no (%s) with its reason alone', (decision, state) => {
    const no = { against: null, until: null, stopOwner: null };
    expect(ran(newReview(), [joined(BEA), decided(BEA, decision, no)]).state).toBe(state);
    expect(codeOf(run(newReview(), [joined(BEA), decided(BEA, decision, { ...no, reason: '' })]))).toBe(
      'review.incomplete',
    );
  });

  it('asks of a group that findings name that its harms are considered', () => {
    const review = newReview({ subject: subject({ groups: ['people in arrears', 'age_older'] }) });
    expect(codeOf(run(review, [...diligence(BEA), decided(BEA, 'approve')]))).toBe('review.incomplete');
    const more: ReviewEvent = {
      type: 'considered-harm',
      at: minute(7),
      by: BEA,
      harm: { group: 'age_older', whom: 'a widow who reads on paper', harm: 'never sees the way out' },
    };
    expect(ran(review, [...diligence(BEA), more, decided(BEA, 'approve')]).state).toBe('approved');
  });

  it('asks why a finding is wrong', () => {
    const events = diligence(BEA).map((event) =>
      event.type === 'answered-finding' ? { ...event, reason: ' ' } : event,
    );
    expect(codeOf(run(newReview(), events))).toBe('review.incomplete');
  });

  it('is handed on by a person who then no longer decides it', () => {
    const review = ran(newReview(), [joined(BEA), decided(BEA, 'escalate')]);
    expect(review.state).toBe('escalated');
    expect(codeOf(run(review, [decided(BEA, 'reject')]))).toBe('review.not-allowed');
    expect(ran(review, [...diligence(CAM), decided(CAM, 'approve')]).state).toBe('approved');
  });

  it('of a contest records what became of the person', () => {
    const review = newReview({ kind: 'contest' });
    const contest = {
      statementRef: 'contest:17',
      furtherFacts: 'the bill was paid',
      outcomeChanged: true,
      explanationSentAt: minute(9),
    };
    expect(codeOf(run(review, [...diligence(BEA), decided(BEA, 'approve')]))).toBe('review.incomplete');
    expect(ran(review, [...diligence(BEA), decided(BEA, 'approve', { contest })]).state).toBe('approved');
  });

  it('of a small change has one approver and shows everything, whatever its gravity', () => {
    const small = openReview(
      { review: 'r', kind: 'small-change', subject: subject({ verdict: 'block' }), owner: ALICE },
      { ...DEFAULT_REVIEW_POLICY, seed: 's', hiddenShare: 1 },
      NOW,
    );
    expect(small.terms).toMatchObject({ approversNeeded: 1, seeing: 'open' });
  });
});

describe('four eyes', () => {
  const bea = [...diligence(BEA), decided(BEA, 'approve')];
  const cam = [...diligence(CAM, { standing: 'outside' }), decided(CAM, 'approve')];

  it('take two distinct people, one outside the owner’s line', () => {
    const first = ran(heavy(), bea);
    expect(first).toMatchObject({ state: 'awaiting-second', closedAt: null });
    expect(fieldsOf(first)).toEqual(['second-approver', 'outside-approver']);
    expect(ran(first, cam).state).toBe('approved');
    expect(ran(heavy(), [...cam, ...bea]).state).toBe('approved');
  });

  it('are not one person twice', () => {
    expect(codeOf(run(heavy(), [...bea, decided(BEA, 'approve')]))).toBe('review.wrong-state');
    expect(codeOf(run(heavy(), [...bea, joined(BEA, { standing: 'outside' })]))).toBe('review.wrong-state');
  });

  it.each(['inside', 'unknown'] as const)('are not two people of whom the second stands %s', (standing) => {
    const both = ran(heavy(), [...bea, ...diligence(CAM, { standing }), decided(CAM, 'approve')]);
    expect(both.state).toBe('awaiting-second');
    expect(fieldsOf(both)).toEqual(['outside-approver']);
    const third = [...diligence(DEE, { standing: 'outside' }), decided(DEE, 'approve')];
    expect(ran(both, third).state).toBe('approved');
  });

  it('that disagree ask a third person', () => {
    const split = ran(heavy(), [...bea, joined(CAM, { standing: 'outside' }), decided(CAM, 'reject')]);
    expect(split).toMatchObject({ state: 'disagreement', closedAt: null });
    const third = diligence(DEE, { standing: 'outside' });
    expect(ran(split, [...third, decided(DEE, 'approve')]).state).toBe('approved');
    expect(ran(split, [...third, decided(DEE, 'change')]).state).toBe('changes-asked');
  });

  it('that see a no first need no second', () => {
    expect(ran(heavy(), [joined(BEA), decided(BEA, 'reject')]).state).toBe('rejected');
  });

  it('have the threshold that stood when the review opened', () => {
    const strict = newReview({}, { twoApproversFrom: 'review' });
    expect(strict.terms.approversNeeded).toBe(2);
    expect(newReview().terms.approversNeeded).toBe(1);
    expect(newReview({ atLeast: 'block' }).terms.approversNeeded).toBe(2);
    expect(newReview({ subject: subject({ verdict: 'block' }), atLeast: 'review' }).gravity).toBe('block');
  });
});

describe('blind reviews', () => {
  it('show the verdict after a first judgement', () => {
    const review = newReview({}, { blindShare: 1 });
    expect(review.terms.seeing).toBe('blind');
    const early: ReviewEvent[] = [joined(BEA), { type: 'revealed', at: minute(2), by: BEA }];
    expect(codeOf(run(review, early))).toBe('review.wrong-state');
    const withoutJudgement = diligence(BEA).filter(
      ({ type }) => type !== 'judged-first' && type !== 'revealed',
    );
    expect(codeOf(run(review, withoutJudgement))).toBe('review.wrong-state');
    expect(ran(review, [...diligence(BEA), decided(BEA, 'approve')]).state).toBe('approved');
  });

  it('take no first judgement after the verdict, nor a second one', () => {
    const judged = diligence(BEA)[2]!;
    expect(
      codeOf(run(newReview(), [joined(BEA), { type: 'revealed', at: minute(2), by: BEA }, judged])),
    ).toBe('review.wrong-state');
    expect(codeOf(run(newReview(), [joined(BEA), judged, judged]))).toBe('review.wrong-state');
  });

  it('with a hidden verdict are decided by what the person sees, and show it afterwards', () => {
    const review = newReview({}, { hiddenShare: 1 });
    const seen = diligence(BEA).filter(({ type }) => type !== 'revealed' && type !== 'answered-finding');
    const revealed: ReviewEvent = { type: 'revealed', at: minute(11), by: BEA };
    expect(codeOf(run(review, [...seen, revealed]))).toBe('review.wrong-state');
    const done = ran(review, [...seen, decided(BEA, 'approve')]);
    expect(done.state).toBe('approved');
    expect(ran(done, [revealed]).participations.get(BEA)?.verdictShownAt).toBe(minute(11));
  });
});

describe('the end of a review', () => {
  it('lets nothing but comments through', () => {
    const done = ran(newReview(), [joined(BEA), decided(BEA, 'reject')]);
    expect(codeOf(run(done, [joined(CAM)]))).toBe('review.wrong-state');
    expect(codeOf(run(done, [{ type: 'withdrawn', at: minute(11), by: ALICE, reason: 'x' }]))).toBe(
      'review.wrong-state',
    );
    expect(
      ran(done, [{ type: 'commented', at: minute(11), by: ALICE, text: 'thank you' }]).comments,
    ).toHaveLength(1);
  });

  it('comes by time, and no decision counts after it', () => {
    const late = minute(60 * 24 * 11);
    expect(codeOf(run(newReview(), [...diligence(BEA), decided(BEA, 'approve', { at: late })]))).toBe(
      'review.wrong-state',
    );
    expect(codeOf(run(newReview(), [{ type: 'expired', at: minute(5) }]))).toBe('review.wrong-state');
    expect(ran(newReview(), [{ type: 'expired', at: late }]).state).toBe('expired');
  });
});

describe('replay', () => {
  const start = openReview(
    { review: 'review-1', kind: 'use', subject: subject({ verdict: 'block' }), owner: ALICE },
    { ...DEFAULT_REVIEW_POLICY, seed: 'test', blindShare: 0, hiddenShare: 0 },
    NOW,
  );
  const all: ReviewEvent[] = [
    start,
    ...diligence(BEA),
    decided(BEA, 'approve'),
    ...diligence(CAM, { standing: 'outside' }),
    decided(CAM, 'approve'),
  ];

  it('gives the same review as the events did one by one', () => {
    expect(replay(all)).toEqual({ ok: true, value: ran(opened(start), all.slice(1)) });
  });

  it('needs an opening, and refuses a second one', () => {
    expect(codeOf(replay([]))).toBe('review.wrong-state');
    expect(codeOf(replay(all.slice(1)))).toBe('review.wrong-state');
    expect(codeOf(replay([...all.slice(0, 3), start]))).toBe('review.wrong-state');
  });

  it('never approves a heavy use by fewer than two people, the owner, or two inside the line, whatever happens', () => {
    const people = [ALICE, BEA, CAM, DEE];
    // One person's whole part, with up to one step left out and any decision at its end.
    const part = fc
      .record({
        by: fc.constantFrom(...people),
        outside: fc.boolean(),
        left: fc.option(fc.nat(5), { freq: 2 }),
        decision: fc.constantFrom(
          'approve',
          'approve',
          'approve',
          'approve',
          'change',
          'reject',
          'escalate' as const,
        ),
      })
      .map(({ by, outside, left, decision }) => [
        ...diligence(by, { standing: outside ? 'outside' : 'inside' }).filter((_, index) => index !== left),
        decided(by, decision),
      ]);
    let approvals = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 10 }), (parts) => {
        // Events that are refused are dropped, as a server drops them.
        const review = parts.flat().reduce((so, event) => {
          const next = applyEvent(so, event);
          return next.ok ? next.value : so;
        }, opened(start));
        if (!isApproved(review)) return;
        approvals += 1;
        const approvers = [...review.participations.values()].filter(
          ({ decision }) => decision?.decision === 'approve',
        );
        expect(approvers.length).toBeGreaterThanOrEqual(2);
        expect(approvers.some(({ standing }) => standing === 'outside')).toBe(true);
        expect(approvers.map(({ person }) => person)).not.toContain(ALICE);
        for (const { person } of approvers)
          expect(missingOf({ ...review, closedAt: null }, person, new Date(minute(20)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(approvals).toBeGreaterThan(20);
  });

  it('never opens again what has ended', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all.slice(1)), fc.nat(20), (some, cut) => {
        const states: Review[] = [opened(start)];
        for (const event of some) {
          const next = applyEvent(states.at(-1)!, event);
          if (next.ok) states.push(next.value);
        }
        const ended = states.findIndex((review) => !isOpen(review));
        if (ended >= 0)
          for (const review of states.slice(ended, ended + cut)) expect(isOpen(review)).toBe(false);
        for (const review of states) expect(review.closedAt === null).toBe(isOpen(review));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps harms of the first judgement among those considered', () => {
    const review = ran(newReview(), diligence(BEA));
    expect(missing(review, new Date(minute(9))).map(({ field }) => field)).toEqual(['participation']);
    expect(review.participations.get(BEA)?.firstJudgement?.harm).toEqual(HARM);
  });
});
