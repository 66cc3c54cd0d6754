import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disparityInterval } from './bootstrap.ts';
import { conditionalDisparity, strataOf } from './conditional.ts';
import { quotient, scaledInteger, unscaled } from './decimal.ts';
import { minimumDetectableRatio } from './minimum-detectable-ratio.ts';
import { boundsFromAreas, ratioBounds } from './missing-attribute.ts';
import { groupMeans, momentsOf } from './outcomes.ts';

const tally = (hits: number, total: number) => ({ hits, total, squares: total });

describe('bounds where an attribute is missing', () => {
  it('hold for every allotment of the unknown, and are reached', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(4), fc.nat(4), (a, b, c, d, t, u) => {
        fc.pre(a + b > 0 && c + d > 0 && c > 0);
        const group = { hits: a, total: a + b };
        const reference = { hits: c, total: c + d };
        const { low, high } = ratioBounds(group, reference, { hits: t, total: t + u });
        let [least, most] = [Infinity, -Infinity];
        for (let own = 0; own <= t; own += 1)
          for (let ownMisses = 0; ownMisses <= u; ownMisses += 1) {
            const rate = (a + own) / (a + b + own + ownMisses);
            const base = (c + t - own) / (c + d + t - own + u - ownMisses);
            least = Math.min(least, rate / base);
            most = Math.max(most, rate / base);
          }
        expect(low!).toBeCloseTo(least, 10);
        expect(high!).toBeCloseTo(most, 10);
      }),
    );
  });
  it('from areas alone hold the true rate', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            own: fc.nat(20),
            ownHits: fc.double({ min: 0, max: 1, noNaN: true }),
            other: fc.nat(20),
            otherHits: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (list) => {
          const areas = list
            .map(({ own, ownHits, other, otherHits }) => ({
              own,
              ownHits: Math.round(own * ownHits),
              total: own + other,
              hits: Math.round(own * ownHits) + Math.round(other * otherHits),
            }))
            .filter(({ total }) => total > 0);
          const bounds = boundsFromAreas(
            areas.map(({ own, hits, total }) => ({ hits, total, groupShare: own / total })),
          );
          const members = areas.reduce((sum, { own }) => sum + own, 0);
          if (members === 0) expect(bounds).toBeNull();
          else {
            const rate = areas.reduce((sum, { ownHits }) => sum + ownHits, 0) / members;
            expect(bounds![0]).toBeLessThanOrEqual(rate + 1e-9);
            expect(bounds![1]).toBeGreaterThanOrEqual(rate - 1e-9);
          }
        },
      ),
    );
  });
});

describe('strata', () => {
  it('tell a reversal: worse overall, better within', () => {
    // Group 1 applies where few are accepted.
    const strata = [
      [tally(600, 800), tally(80, 100)],
      [tally(20, 100), tally(200, 800)],
    ];
    const found = conditionalDisparity(strataOf(strata), 1);
    expect(found.marginalOddsRatio).toBeLessThan(1);
    expect(found.oddsRatio).toBeGreaterThan(1);
    expect(found.signFlips).toBe(true);
    expect(found.unconditionalDisparity).toBeGreaterThan(0);
    expect(found.conditionalDisparity).toBeLessThan(0);
  });
  it('have an interval of the disparity that holds it, the same for the same seed', () => {
    const strata = strataOf([
      [tally(600, 800), tally(80, 100)],
      [tally(20, 100), tally(200, 800)],
    ]);
    const value = conditionalDisparity(strata, 1).conditionalDisparity!;
    const [low, high] = disparityInterval(strata, 1, 5)!;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(disparityInterval(strata, 1, 5)).toEqual([low, high]);
    const weighted = strataOf([[{ hits: 1, total: 2, squares: 3 }, tally(1, 2)]]);
    expect(disparityInterval(weighted, 1, 5)).toBeNull();
  });
  it('leave a steady disparity as it is', () => {
    const strata = [
      [tally(500, 1000), tally(250, 1000)],
      [tally(400, 1000), tally(200, 1000)],
    ];
    expect(conditionalDisparity(strataOf(strata), 1)).toMatchObject({ signFlips: false });
  });
});

describe('means of numeric outcomes', () => {
  const sums = (values: readonly number[]) => ({
    counted: values.length,
    sum: values.reduce((sum, value) => sum + BigInt(Math.round(value * 10_000)), 0n),
    squares: values.reduce((sum, value) => sum + BigInt(Math.round(value * 10_000)) ** 2n, 0n),
    weighted: null,
  });
  it('have the mean and variance of the list, without cancellation', () => {
    const moments = momentsOf(sums([1e9 + 1, 1e9 + 2, 1e9 + 3]));
    expect(moments).toEqual({ n: 3, mean: 1e9 + 2, variance: 1 });
    expect(momentsOf(sums([]))).toBeNull();
  });
  it('compare each group with all others', () => {
    const [a, b] = groupMeans([sums([1, 2, 3, 4]), sums([11, 12, 13, 14])]);
    expect(a).toMatchObject({ n: 4, mean: 2.5, difference: -10 });
    expect(b!.pValue).toBe(a!.pValue);
    expect(a!.pValue).toBeLessThan(0.001);
    expect(groupMeans([sums([1]), sums([])])).toMatchObject([
      { mean: 1, interval: null, pValue: null },
      { n: 0, mean: null },
    ]);
  });
});

describe('exact decimals', () => {
  it('round once', () => {
    expect(scaledInteger('-12.340000', 6)).toBe(-12_340_000n);
    expect(scaledInteger('7', 2)).toBe(700n);
    expect(scaledInteger('1e5', 2)).toBeNull();
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.nat(15), (value, places) => {
        expect(unscaled(value, places)).toBe(Number(`${value}e-${places}`));
      }),
    );
    expect(quotient(1n, 3n)).toBe(1 / 3);
    expect(quotient(-2n, 3n)).toBe(-2 / 3);
  });
});

describe('the minimum detectable ratio', () => {
  it('rises with people and with the rate, and falls with a stricter level', () => {
    const at = (n: number, rate = 0.3, alpha = 0.05) => minimumDetectableRatio(n, 100_000, rate, alpha)!;
    expect(at(1000)).toBeLessThan(at(10_000));
    expect(at(1000, 0.1)).toBeLessThan(at(1000, 0.5));
    expect(at(1000, 0.3, 0.001)).toBeLessThan(at(1000));
    expect(at(2)).toBe(0);
    expect(minimumDetectableRatio(100, 100, 0)).toBeNull();
    expect(minimumDetectableRatio(0, 100, 0.5)).toBeNull();
  });
});
