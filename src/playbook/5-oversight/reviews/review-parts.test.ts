import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BEA,
  CAM,
  decided,
  diligence,
  HARM,
  joined,
  minute,
  NOW,
  newReview,
  policy,
  ran,
  subject,
} from '../testing/review.ts';
import { reviewBudget } from './budget.ts';
import { concreteHarm } from './concrete-harm.ts';
import { seeingOf } from './policy.ts';
import { queue } from './queue.ts';
import { overrideOf, recordHash, recordOf } from './review-record.ts';
import { timeSteps } from './time-steps.ts';
import { viewFor } from './view-for.ts';

describe('concreteHarm', () => {
  it.each([
    ['someone behind with the rent', 'eviction', true],
    ['Witwen', 'kaufen aus Trauer', true],
    ['customers', 'pay too much', false],
    ['Everyone!', 'pay too much', false],
    ['n/a', 'n/a', false],
    ['', 'eviction', false],
    ['…', '…', false],
    ['a tenant', 'None.', false],
    ['a tenant', 'No harm', false],
    ['a tenant', 'a tenant', false],
    ['a tenant', 'the message makes people AFRAID of losing', false],
    ['los clientes de edad', 'no encuentran la salida', true],
  ])('%s: %s: %s', (whom, harm, expected) =>
    expect(concreteHarm({ group: null, whom, harm }, subject()).ok).toBe(expected),
  );
});

describe('seeingOf', () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => `review-${index}`);
  it('holds the shares of the policy over many reviews', () => {
    const seen = ids.map((id) => seeingOf(id, policy({ blindShare: 0.5, hiddenShare: 0.1 })));
    const share = (what: string): number => seen.filter((one) => one === what).length / ids.length;
    expect(share('hidden')).toBeCloseTo(0.1, 1);
    expect(share('blind')).toBeCloseTo(0.45, 1);
  });

  it('is the same for the same review and seed, and another for another seed', () => {
    const of = (seed: string) => ids.map((id) => seeingOf(id, policy({ seed, blindShare: 0.5 }))).join();
    expect(of('a')).toBe(of('a'));
    expect(of('a')).not.toBe(of('b'));
  });

  it('is never or always blind at the ends', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, seed) => {
        expect(seeingOf(id, { seed, blindShare: 0, hiddenShare: 0 })).toBe('open');
        expect(seeingOf(id, { seed, blindShare: 1, hiddenShare: 0 })).toBe('blind');
        expect(seeingOf(id, { seed, blindShare: 1, hiddenShare: 1 })).toBe('hidden');
      }),
    );
  });
});

describe('queue', () => {
  const at = (id: string, verdict: 'allow' | 'review' | 'block', minutes: number) =>
    newReview({ review: id, subject: subject({ verdict }) }, {}, new Date(NOW.getTime() + minutes * 60_000));
  const reviews = [
    at('d', 'allow', 0),
    at('c', 'review', 30),
    at('b', 'review', 5),
    at('a2', 'block', 60),
    at('a1', 'block', 60),
  ];

  it('is ordered by gravity, then by age, whatever the order they come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reviews, { minLength: 5 }), (some) => {
        expect(queue(some).map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'c', 'd']);
      }),
    );
  });

  it('holds open reviews alone', () => {
    expect(queue([ran(newReview(), [joined(BEA), decided(BEA, 'reject')])])).toEqual([]);
  });
});

describe('timeSteps', () => {
  const day = 60 * 24;
  it.each([
    [0, []],
    [4.9 * day, []],
    [5 * day, ['escalated']],
    [10 * day, ['expired']],
  ])('after %s minutes: %o', (minutes, expected) =>
    expect(timeSteps(newReview(), new Date(minute(minutes))).map(({ type }) => type)).toEqual(expected),
  );

  it('give events that apply, once', () => {
    const now = new Date(minute(5 * day));
    const escalated = ran(newReview(), timeSteps(newReview(), now));
    expect(escalated.state).toBe('escalated');
    expect(timeSteps(escalated, now)).toEqual([]);
    const end = new Date(minute(10 * day));
    expect(timeSteps(ran(escalated, timeSteps(escalated, end)), end)).toEqual([]);
  });
});

describe('viewFor', () => {
  const blind = newReview({ subject: subject({ verdict: 'block' }) }, { blindShare: 1 });

  it('holds back the verdict and what gives it away until the person has judged', () => {
    const before = viewFor(ran(blind, [joined(BEA)]), BEA, true);
    expect(before.isVerdictHidden).toBe(true);
    expect(JSON.stringify(before)).not.toMatch(/block|msg-fear-shame|afraid|arrears|"approversNeeded":[12]/);
    const judged = viewFor(ran(blind, diligence(BEA).slice(0, 3)), BEA, true);
    expect(judged).toMatchObject({ isVerdictHidden: false, gravity: 'block', subject: { verdict: 'block' } });
  });

  it('holds it back from a reviewer who has not joined, and not from who may not judge', () => {
    expect(viewFor(blind, CAM, true).isVerdictHidden).toBe(true);
    expect(viewFor(blind, ALICE, false).isVerdictHidden).toBe(false);
  });

  it('holds back what others judged and commented', () => {
    const review = ran(blind, [
      ...diligence(BEA),
      { type: 'commented', at: minute(8), by: BEA, text: 'I would let it pass' },
      { type: 'commented', at: minute(8), by: ALICE, text: 'it is for members' },
      joined(CAM),
    ]);
    const view = viewFor(review, CAM, true);
    expect(view.participations.map(({ person }) => person)).toEqual([CAM]);
    expect(view.comments.map(({ by }) => by)).toEqual([ALICE]);
    const judged = ran(review, [
      { type: 'judged-first', at: minute(9), by: CAM, judgement: 'reject', harm: HARM },
    ]);
    expect(viewFor(judged, CAM, true).participations).toHaveLength(2);
  });

  it('shows a hidden verdict after the decision alone', () => {
    const hidden = newReview({ subject: subject({ verdict: 'block' }) }, { hiddenShare: 1 });
    const seen = diligence(BEA).filter(({ type }) => type !== 'revealed' && type !== 'answered-finding');
    expect(viewFor(ran(hidden, seen), BEA, true).isVerdictHidden).toBe(true);
    expect(viewFor(ran(hidden, [...seen, decided(BEA, 'approve')]), BEA, true).isVerdictHidden).toBe(false);
  });
});

describe('the record of a review', () => {
  const review = ran(newReview({ subject: subject({ verdict: 'block' }) }), [
    ...diligence(BEA),
    decided(BEA, 'approve'),
  ]);

  it('holds the fields that §5.1 asks for', () => {
    expect(recordOf(review)).toMatchObject({
      contentHash: review.subject.contentHash,
      verdict: 'block',
      parts: [
        {
          person: BEA,
          role: 'reviewer',
          trainedAt: '2026-06-01T00:00:00.000Z',
          mayStop: true,
          conflict: null,
          opened: [{ material: 'email.mjml', seconds: 40 }],
          firstJudgement: { judgement: 'change' },
          harms: [HARM],
          answers: [{ finding: 'f1', agrees: false, reason: 'the deadline is real' }],
          decision: { decision: 'approve', until: '2027-02-28T00:00:00.000Z', stopOwner: BEA },
          override: { direction: 'more-lenient', evidence: ['the deadline is real'] },
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(recordOf(review)))).toEqual(recordOf(review));
  });

  it('has a hash that every word of it changes', () => {
    const other = ran(newReview({ subject: subject({ verdict: 'block' }) }), [
      ...diligence(BEA),
      decided(BEA, 'approve', { reason: 'another reason' }),
    ]);
    expect(recordHash(review)).not.toBe(recordHash(other));
  });

  it.each([
    ['approve', 'block', 'more-lenient'],
    ['approve', 'review', null],
    ['reject', 'allow', 'stricter'],
    ['reject', 'block', null],
    ['escalate', 'block', null],
  ] as const)('%s against %s is %s', (decision, verdict, expected) =>
    expect(overrideOf(decision, verdict)).toBe(expected),
  );
});

describe('reviewBudget', () => {
  const review = (checks: string[], minutes: number | null, missingFacts: string[] = []) => ({
    openedAt: new Date(NOW.getTime() - 86_400_000),
    gravity: 'review' as const,
    checks,
    missingFacts,
    minutes,
  });
  const input = {
    uses: 20,
    hoursAvailablePerWeek: 2,
    weeks: 2,
    usualMinutes: { advise: 1, review: 15, block: 30 },
    now: NOW,
  };

  it('holds reviews against hours, and names what causes most', () => {
    const budget = reviewBudget({
      ...input,
      reviews: [
        review(['msg-fear-shame'], 30),
        review(['msg-fear-shame', 'seg-proxy'], 60),
        review([], 20, ['scores[0].decisions']),
        review(['seg-proxy'], null),
        { ...review(['old'], 500), openedAt: new Date('2026-10-01T00:00:00Z') },
      ],
    });
    expect(budget).toMatchObject({
      openedPerWeek: 2,
      hoursNeededPerWeek: 125 / 60 / 2,
      overOneMinute: { share: 0.2, uses: 20 },
    });
    expect(budget.load).toBeCloseTo(125 / 60 / 2 / 2);
    expect(budget.causes).toEqual([
      { type: 'check', name: 'msg-fear-shame', reviews: 2, alone: 1, minutes: 60 },
      { type: 'check', name: 'seg-proxy', reviews: 2, alone: 1, minutes: 45 },
      { type: 'missing-fact', name: 'scores[0].decisions', reviews: 1, alone: 1, minutes: 20 },
    ]);
  });

  it('shares every minute among causes, losing none', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            checks: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
            minutes: fc.option(fc.nat(200)),
          }),
          { maxLength: 30 },
        ),
        (some) => {
          const budget = reviewBudget({
            ...input,
            reviews: some.map(({ checks, minutes }) => review(checks, minutes)),
          });
          const shared = budget.causes.reduce((sum, { minutes }) => sum + minutes, 0);
          expect(shared).toBeCloseTo(budget.hoursNeededPerWeek * 60 * input.weeks, 6);
        },
      ),
    );
  });

  it('says nothing where nobody has time and nothing was checked', () => {
    expect(reviewBudget({ ...input, reviews: [], uses: 0, hoursAvailablePerWeek: 0 })).toMatchObject({
      load: null,
      overOneMinute: null,
      causes: [],
    });
  });
});
