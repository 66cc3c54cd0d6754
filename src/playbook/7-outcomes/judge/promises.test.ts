import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBinomial } from '../../../kernel/statistics/binomial.ts';
import { binomialDraw, seededRandom } from '../../../kernel/statistics/random.ts';
import { type Batch, batchBetting } from '../monitors/batch-betting.ts';
import { highestCapital } from '../monitors/betting-path.ts';
import { DRIFT_HORIZON, driftThreshold, highestDrift, shiryaevRoberts } from '../monitors/drift.ts';
import { discoveries, eBenjaminiHochberg } from '../monitors/e-benjamini-hochberg.ts';
import { relativeToOthers, type Stratum } from '../monitors/relative.ts';

const BOUND = 0.001;
const batch = (events: number, sends = 1000): Batch => ({ sends, events });
const someBatches = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(8))
    .map(([sends, events]) => batch(Math.min(sends, events), sends)),
  { maxLength: 60 },
);

/**
 * P(the capital of betting ever reaches the threshold) over so many batches at exactly the bound, computed: the state is
 * how many batches held 0, 1, … events, as the capital does not depend on their order. A batch with more than `most`
 * events counts as an alarm, so that this is at least the true chance.
 */
function everAlarms(looks: number, threshold: number, most = 7): number {
  const chances = Array.from({ length: most + 1 }, (_, events) =>
    Math.exp(logBinomial(events, 1000, BOUND, 1 - BOUND)),
  );
  const beyond = Math.max(0, 1 - chances.reduce((sum, one) => sum + one, 0));
  let alive = new Map<string, number>([
    [
      Array(most + 1)
        .fill(0)
        .join(),
      1,
    ],
  ]);
  let alarmed = 0;
  for (let look = 0; look < looks; look += 1) {
    const next = new Map<string, number>();
    for (const [state, probability] of alive) {
      alarmed += probability * beyond;
      const held = state.split(',').map(Number);
      for (const [events, chance] of chances.entries()) {
        const after = held.with(events, held[events]! + 1).join();
        next.set(after, (next.get(after) ?? 0) + probability * chance);
      }
    }
    alive = new Map();
    for (const [state, probability] of next) {
      const batches = state
        .split(',')
        .flatMap((many, events) => Array.from({ length: Number(many) }, () => batch(events)));
      if (batchBetting(batches, BOUND) >= threshold) alarmed += probability;
      else if (probability > 1e-12) alive.set(state, probability);
      // What is too rare to follow counts as an alarm as well.
      else alarmed += probability;
    }
  }
  return alarmed;
}

describe('the promise of betting, computed', () => {
  it.each([0.05, 0.001])('a harmless campaign alarms with a chance of at most %s', (alpha) => {
    const chance = everAlarms(14, Math.log(1 / alpha));
    expect(chance).toBeLessThanOrEqual(alpha);
    expect(chance).toBeGreaterThan(alpha / 100);
  });
});

describe('the most that a stake came to', () => {
  it('is the largest of what it came to after each batch', () => {
    fc.assert(
      fc.property(someBatches, (batches) => {
        const after = batches.map((_, index) => batchBetting(batches.slice(0, index + 1), BOUND));
        expect(highestCapital(batches, BOUND)).toBeCloseTo(Math.max(0, ...after), 9);
        const drifts = batches.map((_, index) => shiryaevRoberts(batches.slice(0, index + 1), BOUND));
        const drift = highestDrift(batches, BOUND) + Math.log(DRIFT_HORIZON);
        if (batches.length > 0) expect(drift).toBeCloseTo(Math.max(...drifts), 9);
      }),
    );
  });

  it('never falls by an event that comes late, nor by a batch that follows', () => {
    fc.assert(
      fc.property(someBatches, fc.nat(), fc.integer({ min: 1, max: 9 }), (batches, place, events) => {
        fc.pre(batches.length > 0);
        const late = batches.map((one, index) =>
          index === place % batches.length ? { ...one, events: one.events + events } : one,
        );
        for (const statistic of [highestCapital, highestDrift]) {
          expect(statistic(late, BOUND)).toBeGreaterThanOrEqual(statistic(batches, BOUND) - 1e-9);
          expect(statistic(batches, BOUND)).toBeGreaterThanOrEqual(
            statistic(batches.slice(0, -1), BOUND) - 1e-9,
          );
        }
      }),
    );
  });

  it('holds what no double does', () => {
    const harm = Array.from({ length: 3000 }, () => batch(30));
    expect(highestCapital(harm, BOUND)).toBeCloseTo(batchBetting(harm, BOUND), 3);
    expect(Number.isFinite(highestDrift(harm, BOUND))).toBe(true);
    expect(highestDrift(harm, BOUND)).toBeGreaterThan(driftThreshold(DRIFT_HORIZON, 1e-9));
  });
});

describe('people beside others', () => {
  /** Share of runs in which people who fare alike ever alarm at 5 %, with a share of them left out and a week of seasons. */
  function falseAlarms(heldOut: number, runs: number): number {
    const random = seededRandom(31);
    let alarmed = 0;
    for (let run = 0; run < runs; run += 1) {
      const strata: Stratum[] = [];
      let hasAlarmed = false;
      for (let hour = 0; hour < 168 && !hasAlarmed; hour += 1) {
        const rate = 0.004 * (hour % 24 < 8 ? 0.3 : 1.4) * (hour < 120 ? 1 : 2);
        const otherSends = Math.round(1000 * heldOut);
        const sends = 1000 - otherSends;
        const events = binomialDraw(random, sends, rate);
        strata.push({ sends, events, otherSends, otherEvents: binomialDraw(random, otherSends, rate) });
        hasAlarmed = relativeToOthers(strata) >= Math.log(20);
      }
      alarmed += hasAlarmed ? 1 : 0;
    }
    return alarmed / runs;
  }

  it.each([0.5, 0.1, 0.02])('keep the promise where %s are left out, and seasons come', (heldOut) => {
    expect(falseAlarms(heldOut, 400)).toBeLessThanOrEqual(0.05);
  });
});

describe('discoveries', () => {
  it('are the same from the largest e-values alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 15, noNaN: true })), (logs) => {
        const all = eBenjaminiHochberg(logs);
        const strong = logs.filter((one) => one >= Math.log(20));
        const found = discoveries(strong, logs.length);
        expect(found.filter(Boolean)).toHaveLength(all.filter(Boolean).length);
      }),
    );
  });
});
