import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBenjaminiHochberg } from './benjamini-hochberg.ts';
import { type GroupTable, logFisherExact, logHypergeometric } from './fisher-exact.ts';
import { logChoose } from './log-gamma.ts';
import { logComplement, logSum } from './log-sum.ts';
import { stratifiedOdds } from './mantel-haenszel.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { newcombeDifference, wilsonInterval } from './proportion-interval.ts';
import { binomialDraw, seededRandom } from './random.ts';
import { smallestExpected, twoProportionZ } from './two-proportion-z.ts';

const tables: fc.Arbitrary<GroupTable> = fc
  .record({ a: fc.nat(60), b: fc.nat(60), c: fc.nat(60), d: fc.nat(60) })
  .filter(({ a, b, c, d }) => a + b > 0 && c + d > 0)
  .map(({ a, b, c, d }) => ({ hits: a, size: a + b, allHits: a + c, all: a + b + c + d }));

const restOf = ({ hits, size, allHits, all }: GroupTable): GroupTable => ({
  hits: allHits - hits,
  size: all - size,
  allHits,
  all,
});
const missesOf = ({ hits, size, allHits, all }: GroupTable): GroupTable => ({
  hits: size - hits,
  size,
  allHits: all - allHits,
  all,
});

/** Every table of the margins, by whole binomial coefficients. */
function slowFisher({ hits, size, allHits, all }: GroupTable): number {
  const weigh = (x: number): number =>
    Math.exp(logChoose(allHits, x) + logChoose(all - allHits, size - x) - logChoose(all, size));
  let sum = 0;
  for (let x = Math.max(0, size - (all - allHits)); x <= Math.min(size, allHits); x += 1)
    if (weigh(x) <= weigh(hits) * (1 + 1e-7)) sum += weigh(x);
  return Math.min(1, sum);
}

describe('Fisher exact', () => {
  it('equals the sum over every table', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(Math.abs(Math.exp(logFisherExact(table)) / slowFisher(table) - 1)).toBeLessThan(1e-9);
      }),
    );
  });
  it('is the same for the group, the rest, and misses in place of hits', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const p = logFisherExact(table);
        expect(Math.abs(logFisherExact(restOf(table)) - p)).toBeLessThan(1e-9);
        expect(Math.abs(logFisherExact(missesOf(table)) - p)).toBeLessThan(1e-9);
      }),
    );
  });
  it('stays right far below the smallest double', () => {
    // Perfect separation: one table in C(2n, n) on either side.
    const n = 5000;
    const expected = Math.LN2 - logChoose(2 * n, n);
    expect(logFisherExact({ hits: 0, size: n, allHits: n, all: 2 * n })).toBeCloseTo(expected, 8);
    expect(expected).toBeLessThan(-6900);
  });
  it('takes little time with margins of ten million', () => {
    const started = performance.now();
    for (let shift = 0; shift < 20; shift += 1)
      logFisherExact({ hits: 2_500_000 + shift * 500, size: 5_000_000, allHits: 5_000_000, all: 10_000_000 });
    expect(performance.now() - started).toBeLessThan(1000);
  });
  it('probabilities of all tables sum to 1', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const all = Array.from({ length: table.size + 1 }, (_, x) => logHypergeometric(x, table));
        expect(Math.abs(logSum(all))).toBeLessThan(1e-11);
      }),
    );
  });
});

describe('intervals', () => {
  it('hold the rate, stay within [0, 1] and mirror when hits and misses swap', () => {
    fc.assert(
      fc.property(tables, ({ hits, size }) => {
        const [low, high] = wilsonInterval(hits, size);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / size);
        expect(high).toBeGreaterThanOrEqual(hits / size);
        expect(wilsonInterval(size - hits, size)[0]).toBeCloseTo(1 - high, 12);
      }),
    );
  });
  it('narrow when every row is doubled', () => {
    fc.assert(
      fc.property(tables, ({ hits, size }) => {
        const [low, high] = wilsonInterval(hits, size);
        const [lowTwice, highTwice] = wilsonInterval(2 * hits, 2 * size);
        expect(highTwice - lowTwice).toBeLessThan(high - low);
      }),
    );
  });
  it('of a difference swap sign with the groups', () => {
    fc.assert(
      fc.property(tables, ({ hits, size, allHits, all }) => {
        const [low, high] = newcombeDifference(hits, size, allHits - hits, all - size);
        const [lowBack, highBack] = newcombeDifference(allHits - hits, all - size, hits, size);
        expect(lowBack).toBeCloseTo(-high, 12);
        expect(highBack).toBeCloseTo(-low, 12);
      }),
    );
  });
});

describe('Benjamini–Hochberg', () => {
  it('never lowers a p-value, keeps the order, and changes nothing for one test', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -700, max: 0, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (logP) => {
          const adjusted = logBenjaminiHochberg(logP);
          for (const [i, own] of adjusted.entries()) {
            expect(own).toBeGreaterThanOrEqual(logP[i]! - 1e-12);
            expect(own).toBeLessThanOrEqual(0);
            for (const [j, other] of adjusted.entries())
              if (logP[i]! < logP[j]!) expect(own).toBeLessThanOrEqual(other);
          }
          expect(logBenjaminiHochberg([logP[0]!])[0]! - logP[0]!).toBeCloseTo(0, 12);
        },
      ),
    );
  });
});

describe('strata', () => {
  it('one stratum gives the odds ratio of its table, and swapping groups inverts it', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { hits, size, allHits, all } = table;
        const [b, c, d] = [size - hits, allHits - hits, all - size - allHits + hits];
        const { oddsRatio } = stratifiedOdds([table]);
        if (b * c === 0) expect(oddsRatio).toBeNull();
        else expect(oddsRatio! - (hits * d) / (b * c)).toBeCloseTo(0, 8);
        const swapped = stratifiedOdds([restOf(table)]).oddsRatio;
        if (oddsRatio !== null && oddsRatio > 0) expect(swapped! * oddsRatio).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('small pieces', () => {
  it('the normal quantile undoes the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 5, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-9);
      }),
    );
  });
  it('adds and complements probabilities kept as logarithms', () => {
    expect(logSum([])).toBe(Number.NEGATIVE_INFINITY);
    expect(logSum([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 12);
    expect(logComplement(Math.log(0.25))).toBeCloseTo(Math.log(0.75), 14);
    expect(logComplement(-800)).toBeCloseTo(0, 15);
  });
  it('the corrected z is nearer to zero and never changes sign', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [plain, corrected] = [twoProportionZ(table, false), twoProportionZ(table)];
        expect(Math.abs(corrected)).toBeLessThanOrEqual(Math.abs(plain));
        expect(plain * corrected).toBeGreaterThanOrEqual(0);
        expect(smallestExpected(table)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('draws repeat with the seed and have the binomial mean and variance', () => {
    const draw = (seed: number, n: number, p: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 4000 }, () => binomialDraw(random, n, p));
    };
    expect(draw(1, 100, 0.2)).toEqual(draw(1, 100, 0.2));
    for (const [n, p] of [
      [40, 0.1],
      [1000, 0.3],
      [100_000, 0.7],
    ] as const) {
      const values = draw(7, n, p);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      const deviation = Math.sqrt(n * p * (1 - p));
      expect(Math.abs(mean - n * p)).toBeLessThan((4 * deviation) / Math.sqrt(4000));
      expect(variance / deviation ** 2).toBeGreaterThan(0.9);
      expect(variance / deviation ** 2).toBeLessThan(1.1);
    }
  });
});
