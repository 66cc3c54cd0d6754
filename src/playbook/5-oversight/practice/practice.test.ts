import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonKey } from '../people/person.ts';
import { BEA, NOW } from '../testing/review.ts';
import { markAnswer, type PracticeCase } from './practice-case.ts';
import {
  groupStatistics,
  ownStatistics,
  type ReviewTiming,
  type StatisticsInput,
  withinRetention,
} from './review-statistics.ts';

const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const timing = (by: PersonKey, over: Partial<ReviewTiming> = {}): ReviewTiming => ({
  by,
  at: daysAgo(3),
  seconds: 240,
  agreed: true,
  override: null,
  ...over,
});
const timings = (people: number, each: number, over: Partial<ReviewTiming> = {}): ReviewTiming[] =>
  Array.from({ length: people * each }, (_, index) => timing(`person:p${index % people}`, over));
const input = (over: Partial<StatisticsInput> = {}): StatisticsInput => ({
  timings: timings(1, 30),
  answers: [],
  agreement: { reference: 'works agreement 7', recordedAt: daysAgo(80) },
  now: NOW,
  ...over,
});
const codeOf = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.ok ? 'ok' : result.problem!.code;
const own = (over: Partial<StatisticsInput>) => ownStatistics(input(over), 'person:p0');
const group = (over: Partial<StatisticsInput>, viewer: PersonKey = 'person:viewer') =>
  groupStatistics(input(over), viewer);

describe('one’s own statistics', () => {
  it.each<[string, Partial<StatisticsInput>, string]>([
    ['with an agreement, over 30 reviews', {}, 'ok'],
    ['without an agreement', { agreement: null }, 'statistics.off'],
    [
      'with an agreement from tomorrow on',
      { agreement: { reference: 'x', recordedAt: daysAgo(-1) } },
      'statistics.off',
    ],
    ['over 29 reviews', { timings: timings(1, 29) }, 'statistics.too-few'],
    [
      'over reviews before the agreement',
      { agreement: { reference: 'x', recordedAt: daysAgo(1) } },
      'statistics.too-few',
    ],
    [
      'over reviews older than 90 days',
      {
        timings: timings(1, 30, { at: daysAgo(91) }),
        agreement: { reference: 'x', recordedAt: daysAgo(200) },
      },
      'statistics.too-few',
    ],
    [
      'over reviews of somebody else',
      { timings: timings(1, 30).map((one) => ({ ...one, by: BEA })) },
      'statistics.too-few',
    ],
  ])('%s: %s', (_, over, expected) => expect(codeOf(own(over))).toBe(expected));

  it('carry intervals and counts', () => {
    const seen = own({
      timings: [...timings(1, 20), ...timings(1, 10, { agreed: false, override: 'stricter', seconds: 600 })],
      answers: [{ case: 'c', by: 'person:p0', at: daysAgo(2), decision: 'reject', isCaught: true }],
    });
    if (!seen.ok) throw new Error('not shown');
    expect(seen.value).toMatchObject({
      reviews: 30,
      people: 1,
      medianSeconds: 240,
      caught: { share: 1, n: 1 },
    });
    expect(seen.value.agreement.share).toBeCloseTo(2 / 3);
    expect(seen.value.agreement.interval[0]).toBeLessThan(2 / 3);
    expect(seen.value.overriddenStricter.n).toBe(30);
    expect(seen.value.signs).toEqual([]);
  });

  it('say signs of reviewing that is none', () => {
    const missed = Array.from({ length: 10 }, (_, index) => ({
      case: `c${index}`,
      by: 'person:p0' as const,
      at: daysAgo(2),
      decision: 'approve' as const,
      isCaught: index < 2,
    }));
    const seen = own({ timings: timings(1, 60, { seconds: 4 }), answers: missed });
    expect(seen.ok && seen.value.signs).toHaveLength(3);
    const few = own({ timings: timings(1, 60, { agreed: false }), answers: missed.slice(2, 3) });
    expect(few.ok && few.value.signs).toEqual([]);
  });
});

describe('the statistics of a group', () => {
  it.each<[string, number, number, PersonKey, string]>([
    ['of five others', 5, 6, 'person:viewer', 'ok'],
    ['of four others', 4, 10, 'person:viewer', 'statistics.too-few'],
    ['of five, the viewer among them', 5, 10, 'person:p0', 'statistics.too-few'],
    ['of six, the viewer among them', 6, 10, 'person:p0', 'ok'],
    ['over too few reviews', 5, 5, 'person:viewer', 'statistics.too-few'],
  ])('%s', (_, people, each, viewer, expected) =>
    expect(codeOf(group({ timings: timings(people, each) }, viewer))).toBe(expected),
  );

  it('never say who, and never speak of fewer than five others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7), { maxLength: 120 }), fc.nat(7), (by, viewer) => {
        const all = by.map((one) => timing(`person:p${one}`));
        const seen = group({ timings: all }, `person:p${viewer}`);
        const others = new Set(by.filter((one) => one !== viewer));
        if (seen.ok) {
          expect(others.size).toBeGreaterThanOrEqual(5);
          expect(JSON.stringify(seen.value)).not.toContain('person:');
        }
      }),
    );
  });
});

describe('retention', () => {
  it('keeps 90 days', () => {
    expect(
      withinRetention([timing(BEA, { at: daysAgo(90) }), timing(BEA, { at: daysAgo(91) })], NOW),
    ).toHaveLength(1);
  });
});

describe('markAnswer', () => {
  const practice: PracticeCase = {
    id: 'case:1',
    title: 'Ends tonight',
    flaw: { check: 'msg-urgency-true', says: 'The offer does not end.' },
    announcedAt: daysAgo(30),
  };

  it.each([
    ['approve', false],
    ['approve-with-conditions', false],
    ['change', true],
    ['reject', true],
    ['escalate', true],
  ] as const)('%s: caught %s, with what was wrong', (decision, isCaught) => {
    expect(markAnswer(practice, BEA, decision, NOW)).toMatchObject({
      ok: true,
      value: { answer: { isCaught }, flaw: practice.flaw },
    });
  });

  it('takes none before the practice was announced', () => {
    expect(codeOf(markAnswer({ ...practice, announcedAt: null }, BEA, 'reject', NOW))).toBe(
      'practice.not-announced',
    );
    expect(codeOf(markAnswer({ ...practice, announcedAt: daysAgo(-1) }, BEA, 'reject', NOW))).toBe(
      'practice.not-announced',
    );
  });
});
