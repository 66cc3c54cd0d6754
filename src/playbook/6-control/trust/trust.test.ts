import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byGroup } from './by-group.ts';
import { FEWEST, nineInTen, shareOf } from './measure.ts';
import { type TrustCounts, trustIndicators } from './trust-indicators.ts';

const NOTHING: TrustCounts = {
  stayed: { hits: 0, of: 0 },
  narrowed: { hits: 0, of: 0 },
  returned: { hits: 0, of: 0 },
  contests: { hits: 0, of: 0 },
  expected: [],
  silences: [],
};
const found = (counts: Partial<TrustCounts>, id: string) =>
  trustIndicators({ ...NOTHING, ...counts }).find((one) => one.id === id)!;
const people = (count: number, hours: number, band: string) =>
  Array.from({ length: count }, () => ({ hours, groups: { age_band: band } }));

describe('a measure', () => {
  it.each([
    [0, 0, 'cannot-tell'],
    [3, FEWEST - 1, 'too-few'],
    [3, FEWEST, 'measured'],
  ])('of %i in %i is %s', (hits, n, status) => expect(shareOf(hits, n, 'none').status).toBe(status));

  it('holds its value within its interval, and the count it is of', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: FEWEST, maxLength: 400 }), (hours) => {
        const measure = nineInTen(hours, 'none');
        if (measure.status !== 'measured') throw new Error(measure.status);
        expect(measure.n).toBe(hours.length);
        expect(measure.low).toBeLessThanOrEqual(measure.value);
        expect(measure.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(measure.value);
        // Nine in ten, or more, were left in peace by then.
        expect(hours.filter((one) => one <= measure.value).length).toBeGreaterThanOrEqual(0.9 * hours.length);
      }),
    );
  });

  it('has no upper end where so few could all lie below it', () => {
    // 0.9^35 is above 2.5 %, 0.9^36 below it.
    expect(nineInTen(Array(35).fill(1), '')).toMatchObject({ high: null });
    expect(nineInTen(Array(36).fill(1), '')).toMatchObject({ high: 1 });
  });
});

describe('groups', () => {
  it('of fewer than ten cannot be had by taking the others from the whole', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, (all) => {
        const everybody = all.flatMap((size, index) => people(size, 0, String(index)));
        const shown = byGroup(everybody).map((group) => group.people.length);
        const leftOut = everybody.length - shown.reduce((sum, size) => sum + size, 0);
        expect(Math.min(...shown, FEWEST)).toBe(FEWEST);
        expect(leftOut === 0 || leftOut >= Math.min(FEWEST, everybody.length)).toBe(true);
      }),
    );
  });

  it('are measured apart, so that one that is not left in peace is seen', () => {
    const silences = [...people(40, 0, '18-64'), ...people(20, 30, '65+')];
    expect(found({ silences }, 'silent-at-once')).toMatchObject({
      measure: { value: 40 / 60, n: 60 },
      parts: [
        { of: { age_band: '18-64' }, measure: { value: 1, n: 40 } },
        { of: { age_band: '65+' }, measure: { value: 0, n: 20 } },
      ],
      withoutGroups: null,
    });
    expect(found({ silences }, 'time-to-silence').measure).toMatchObject({ unit: 'hours', value: 30 });
  });

  it('that nobody told are said not to be known', () =>
    expect(
      found({ silences: Array(12).fill({ hours: 0, groups: {} }) }, 'silent-at-once').withoutGroups,
    ).toMatch(/^cannot tell/));
});

describe('the indicators', () => {
  it('say that they cannot tell where nothing is recorded', () =>
    expect(new Set(trustIndicators(NOTHING).map(({ measure }) => measure.status))).toEqual(
      new Set(['cannot-tell']),
    ));

  it('stand each by itself: what is told of one changes no other', () => {
    const before = trustIndicators(NOTHING);
    const after = trustIndicators({ ...NOTHING, returned: { hits: 20, of: 30 } });
    const changed = after.filter((one, index) => JSON.stringify(one) !== JSON.stringify(before[index]));
    expect(changed.map(({ id }) => id)).toEqual(['returned']);
    expect(after.map(({ id }) => id).filter((id) => /score|total|overall|index|trust/.test(id))).toEqual([]);
  });

  it('count an answer in its own place alone', () => {
    const place = { category: 'user.location', origin: 'observed', purpose: 'marketing', channel: 'email' };
    const expected = found({ expected: [{ ...place, yes: 5, all: 20 }] }, 'expected');
    expect(expected.measure.status).toBe('cannot-tell');
    expect(expected.parts).toMatchObject([{ of: place, measure: { value: 0.25, n: 20 } }]);
  });
});
