import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksRatio, compareRates, flipFlop, type Share, shortfall } from './four-fifths.ts';

const share = fc
  .record({ total: fc.integer({ min: 1, max: 400 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ total, part }): Share => ({ hits: Math.round(part * total), total }));

/** By long division: a number lies below 0.8 exactly when its first six decimals, cut off, do. */
function slowlyBroken(group: Share, reference: Share): boolean {
  if (reference.hits === 0) return false;
  const millionths =
    (BigInt(group.hits * reference.total) * 1_000_000n) / BigInt(reference.hits * group.total);
  return millionths < 800_000n;
}

describe('the four-fifths rule', () => {
  it('is right at every boundary up to 16 people a side', () => {
    let wrong = 0;
    for (let n = 1; n <= 16; n += 1)
      for (let m = 1; m <= 16; m += 1)
        for (let s = 0; s <= n; s += 1)
          for (let t = 0; t <= m; t += 1) {
            const [group, reference] = [
              { hits: s, total: n },
              { hits: t, total: m },
            ];
            if (breaksRatio(group, reference) !== slowlyBroken(group, reference)) wrong += 1;
          }
    expect(wrong).toBe(0);
  });
  it('does not call exactly four fifths a breach, where doubles would', () => {
    expect(1 / 3 / (5 / 12)).toBeLessThan(0.8);
    expect(breaksRatio({ hits: 1, total: 3 }, { hits: 5, total: 12 })).toBe(false);
  });
  it('holds beyond what doubles can multiply', () => {
    const reference = { hits: 5_000_000_000_000, total: 10_000_000_000_000 };
    expect(breaksRatio({ hits: 4_000_000_000_000, total: 10_000_000_000_000 }, reference)).toBe(false);
    expect(breaksRatio({ hits: 3_999_999_999_999, total: 10_000_000_000_000 }, reference)).toBe(true);
  });
  it('is never broken by an empty group or against a rate of 0', () => {
    expect(breaksRatio({ hits: 0, total: 0 }, { hits: 1, total: 2 })).toBe(false);
    expect(breaksRatio({ hits: 0, total: 9 }, { hits: 0, total: 2 })).toBe(false);
  });
  it('is not changed when every count is multiplied', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 1000 }), (group, reference, times) => {
        const more = ({ hits, total }: Share): Share => ({ hits: times * hits, total: times * total });
        expect(breaksRatio(more(group), more(reference))).toBe(breaksRatio(group, reference));
        expect(compareRates(more(group), reference)).toBe(compareRates(group, reference));
      }),
    );
  });
});

describe('what a breach rests on', () => {
  it('flip-flop is the fewest moved decisions that end it', () => {
    fc.assert(
      fc.property(share, share, (group, reference) => {
        let moved = 0;
        const after = () =>
          breaksRatio({ ...group, hits: group.hits + moved }, { ...reference, hits: reference.hits - moved });
        while (after()) moved += 1;
        expect(flipFlop(group, reference)).toBe(moved);
      }),
    );
  });
  it('shortfall is what the group lacks to the reference rate', () => {
    expect(shortfall({ hits: 20, total: 100 }, { hits: 400, total: 1000 })).toBe(20);
    expect(shortfall({ hits: 20, total: 100 }, { hits: 0, total: 0 })).toBeNull();
  });
});
