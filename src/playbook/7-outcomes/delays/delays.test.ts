import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialDraw, type Random, seededRandom } from '../../../kernel/statistics/random.ts';
import type { Cohort } from '../counts/by-stratum.ts';
import { LAG_ENDS_MS, lagOf } from '../counts/lag.ts';
import { batchBetting } from '../monitors/batch-betting.ts';
import { type DelayCurve, delayCurve, ripeSends, shareAtAge } from './delay-curve.ts';
import { addLags, EMPTY_LAGS, type LagTable, lagTable } from './lag-table.ts';
import { LEAST_RAMP, nextStage, STAGES, type StageStanding, sizeOfStage } from './next-stage.ts';

const HOUR = 3_600_000;
/** Complaints come after eight hours in the mean. */
const SLOW = 8 * HOUR;
const lagDraw = (random: Random): number => -Math.log(1 - random.next()) * SLOW;
const truth = (age: number): number => (age <= 0 ? 0 : 1 - Math.exp(-age / SLOW));

/** Cohorts of earlier sends, an hour each; the last ones are young still. */
function history(random: Random, events: number, hours: number): LagTable {
  const cohorts = Array.from({ length: hours }, (_, hour) => {
    const lags: number[] = [];
    for (let index = 0; index < events / hours; index += 1) {
      const lag = lagDraw(random);
      if (lag < (hours - hour - 1) * HOUR) lags[lagOf(lag)] = (lags[lagOf(lag)] ?? 0) + 1;
    }
    return { hour, exposed: 10_000, lags };
  });
  return lagTable(cohorts, hours * HOUR);
}

describe('the delay curve', () => {
  it('is learned from young cohorts without taking them for quick ones', () => {
    const curve = delayCurve(history(seededRandom(1), 20_000, 60));
    for (const [lag, end] of LAG_ENDS_MS.entries())
      if (end <= 24 * HOUR) expect(curve.likely[lag]).toBeCloseTo(truth(end), 1);
  });

  it('holds the truth in its band, whatever was learned from', () => {
    const random = seededRandom(2);
    let outside = 0;
    for (let run = 0; run < 100; run += 1) {
      const curve = delayCurve(history(random, 50 + 4 * run, 200));
      // Against what is known at all: lags up to the longest that was seen.
      outside += LAG_ENDS_MS.some(
        (end, lag) => curve.high[lag]! < truth(end) - 1e-9 || curve.low[lag]! > truth(end) + 1e-3,
      )
        ? 1
        : 0;
    }
    expect(outside).toBeLessThanOrEqual(5);
  });

  it('counts everything as ripe at most, and nothing at least, where nothing was learned', () => {
    const curve = delayCurve(EMPTY_LAGS);
    expect(shareAtAge(curve, 5 * HOUR)).toEqual({ low: 0, likely: 0, high: 1 });
  });

  it('rises with the lag, its ends around what is likely', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 300 }), (events, hours) => {
        const { low, likely, high } = delayCurve(history(seededRandom(events), events, hours));
        for (let lag = 0; lag < low.length; lag += 1) {
          expect(low[lag]).toBeLessThanOrEqual(likely[lag]! + 1e-12);
          expect(high[lag]).toBeGreaterThanOrEqual(likely[lag]! - 1e-12);
          if (lag > 0) expect(high[lag]).toBeGreaterThanOrEqual(high[lag - 1]!);
        }
      }),
    );
  });

  it('adds up over shards', () => {
    const random = seededRandom(4);
    const [a, b] = [history(random, 100, 50), history(random, 300, 90)];
    expect(addLags(a, b)).toEqual(addLags(b, a));
    expect(addLags(a, EMPTY_LAGS)).toEqual(a);
  });
});

/** Share of harmless campaigns that ever alarm at 5 % where sends count by a curve; looked at every hour for two days. */
function falseAlarms(curve: (run: number) => DelayCurve | ((age: number) => number), runs: number): number {
  const random = seededRandom(77);
  const [bound, sends, looks] = [0.001, 3_000, 48];
  let alarmed = 0;
  for (let run = 0; run < runs; run += 1) {
    const by = curve(run);
    const cohorts: Array<Cohort & { readonly lagsOfAll: readonly number[] }> = [];
    let hasAlarmed = false;
    for (let look = 1; look <= looks && !hasAlarmed; look += 1) {
      const events = binomialDraw(random, sends, bound);
      const lagsOfAll = Array.from({ length: events }, () => lagDraw(random));
      cohorts.push({ hour: look - 1, exposed: sends, lags: [], lagsOfAll });
      const now = look * HOUR;
      const batches = cohorts.map((cohort) => {
        // Everything of an hour is sent in its first second.
        const age = now - cohort.hour * HOUR;
        const ripe = typeof by === 'function' ? sends * by(age) : ripeSends([cohort], by, now).high;
        return { sends: ripe, events: cohort.lagsOfAll.filter((lag) => lag <= age).length };
      });
      hasAlarmed = batchBetting(batches, bound) >= Math.log(20);
    }
    alarmed += hasAlarmed ? 1 : 0;
  }
  return alarmed / runs;
}

describe('exposure by the delay curve', () => {
  it('raises false alarms by a curve that is one and a half times too slow, and none by the upper band', () => {
    const tooSlow = falseAlarms(() => (age) => truth(age / 1.5), 200);
    const byBand = falseAlarms((run) => delayCurve(history(seededRandom(1_000 + run), 400, 100)), 200);
    expect(tooSlow).toBeGreaterThan(0.2);
    expect(byBand).toBeLessThanOrEqual(0.05);
  });
});

describe('a roll-out in stages', () => {
  const standing = (change: Partial<StageStanding> = {}): StageStanding => ({
    stage: 1,
    size: 400,
    sent: 400,
    told: 500,
    ripe: 480,
    isPaused: false,
    hasAlarmed: false,
    ...change,
  });

  it.each([
    ['goes on when what was sent is ripe', {}, 2],
    ['waits until the stage is full', { sent: 399 }, null],
    ['waits until enough is ripe', { ripe: 440 }, null],
    ['waits where sends are not told of', { told: 300, ripe: 300 }, null],
    ['waits where nothing is told of', { stage: 0, size: 100, sent: 100, told: 0, ripe: 0 }, null],
    ['waits where a monitor warned', { hasAlarmed: true }, null],
    ['waits where it is paused', { isPaused: true }, null],
    ['ends with everybody', { stage: 5 }, null],
  ] as const)('%s', (_, change, expected) => {
    expect(nextStage(standing(change))).toBe(expected);
  });

  it('sends to everybody in the end, and to another number in each stage', () => {
    fc.assert(
      fc.property(fc.integer({ min: LEAST_RAMP, max: 10_000_000 }), (total) => {
        const sizes = STAGES.map((_, stage) => sizeOfStage(total, stage));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total);
        for (let stage = 1; stage < sizes.length; stage += 1) expect(sizes[stage]).not.toBe(sizes[stage - 1]);
      }),
    );
  });
});
