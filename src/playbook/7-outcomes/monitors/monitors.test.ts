import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBinomial } from '../../../kernel/statistics/binomial.ts';
import { binomialDraw, seededRandom } from '../../../kernel/statistics/random.ts';
import { type Batch, batchBetting } from './batch-betting.ts';
import { driftThreshold, shiryaevRoberts } from './drift.ts';
import { eBenjaminiHochberg } from './e-benjamini-hochberg.ts';
import { likelihoodRatios, truncatedBetaMixture } from './exact-mixtures.ts';
import { anytimeInterval } from './interval.ts';
import { sendsToSee, smallestHarmSeen } from './power.ts';
import { disparity, relativeToOthers } from './relative.ts';

const batches = (...events: number[]): Batch[] => events.map((one) => ({ sends: 1000, events: one }));

describe('reference values', () => {
  it('bets as statistics.md says', () => {
    const events = [1, 0, 2, 1];
    const seen = events.map((_, index) => batchBetting(batches(...events.slice(0, index + 1)), 0.001));
    const expected = [0, -0.340480258018752, -0.1651105200636, -0.1651105200636];
    for (const [index, value] of expected.entries()) expect(seen[index]).toBeCloseTo(value, 12);
  });

  it('mixes a truncated Beta(1, 500)', () => {
    expect(truncatedBetaMixture(0, 1000, 0.001)).toBeCloseTo(-Math.log(3), 11);
    expect(truncatedBetaMixture(20, 10_000, 0.001)).toBeCloseTo(2.7660679687570631, 9);
  });

  it('agrees with the integral that it stands for', () => {
    for (const [events, sends] of [
      [0, 10],
      [3, 1000],
      [9, 1500],
      [2, 8000],
    ] as const)
      expect(truncatedBetaMixture(events, sends, 0.002)).toBeCloseTo(integral(events, sends, 0.002), 5);
  });

  it('rejects the first three of ten by e-BH', () => {
    const eValues = [500, 120, 80, 45, 30, 21, 10, 3, 1, 0.2];
    const fallen = eBenjaminiHochberg(eValues.map(Math.log), 0.05);
    expect(fallen).toEqual(eValues.map((_, index) => index < 3));
  });
});

/** The e-value of the mixture by the midpoint rule, with 200,000 steps. */
function integral(events: number, sends: number, bound: number): number {
  const steps = 200_000;
  let [over, under] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    const rate = bound + ((step + 0.5) / steps) * (0.1 - bound);
    const weight = 500 * (1 - rate) ** 499;
    under += weight;
    over += weight * (rate / bound) ** events * ((1 - rate) / (1 - bound)) ** (sends - events);
  }
  return Math.log(over / under);
}

/** P(the statistic ever reaches the threshold within `looks` batches), by dynamic programming over the number of events. */
function everAlarms(
  statistic: (events: number, sends: number) => number,
  { rate, looks, threshold }: { readonly rate: number; readonly looks: number; readonly threshold: number },
): number {
  const size = 1000;
  const steps = Array.from({ length: 40 }, (_, events) =>
    Math.exp(logBinomial(events, size, rate, 1 - rate)),
  );
  let alive = new Map([[0, 1]]);
  let alarmed = 0;
  for (let look = 1; look <= looks; look += 1) {
    const next = new Map<number, number>();
    for (const [events, probability] of alive)
      for (const [more, share] of steps.entries())
        if (share > 1e-18) next.set(events + more, (next.get(events + more) ?? 0) + probability * share);
    alive = new Map();
    for (const [events, probability] of next)
      if (statistic(events, look * size) >= threshold) alarmed += probability;
      else if (probability > 1e-16) alive.set(events, probability);
  }
  return alarmed;
}

describe('the promise about false alarms, computed', () => {
  const exact = { 'truncated beta': truncatedBetaMixture, 'likelihood ratios': likelihoodRatios };
  it.each(
    Object.entries(exact).flatMap(([name, statistic]) =>
      [0.001, 0.003].flatMap((bound) => [0.05, 0.001].map((alpha) => ({ name, statistic, bound, alpha }))),
    ),
  )('$name keeps $alpha at a bound of $bound over 300 looks', ({ statistic, bound, alpha }) => {
    const chance = everAlarms((events, sends) => statistic(events, sends, bound), {
      rate: bound,
      looks: 300,
      threshold: Math.log(1 / alpha),
    });
    expect(chance).toBeLessThanOrEqual(alpha);
    // A promise that is never used would be kept by a monitor that never alarms.
    expect(chance).toBeGreaterThan(alpha / 10);
  });

  /** One factor of a stake, weighed by the chances of the events: at most 1 is what the promise of betting rests on. */
  it('never lets the capital of betting grow in expectation', () => {
    for (const [size, bound] of [
      [1000, 0.001],
      [333, 0.003],
      [40, 0.001],
      [5000, 0.001],
    ] as const) {
      let expected = 0;
      for (let events = 0; events <= Math.min(size, 120); events += 1)
        expected +=
          Math.exp(logBinomial(events, size, bound, 1 - bound)) *
          Math.exp(batchBetting([{ sends: size, events }], bound));
      expect(expected).toBeLessThanOrEqual(1 + 1e-9);
      expect(expected).toBeGreaterThan(0.999);
    }
  });

  it('keeps it where complaints come in clusters and with the weekday', () => {
    const random = seededRandom(7);
    const [runs, looks] = [400, 200];
    let alarms = 0;
    for (let run = 0; run < runs; run += 1) {
      const sent: Batch[] = [];
      let hasAlarmed = false;
      for (let look = 0; look < looks && !hasAlarmed; look += 1) {
        // Nine batches of ten are calm; the tenth has ten times as many: the mean is the bound.
        const cluster = random.next() < 0.1 ? 5.5 : 0.5;
        const season = look % 7 < 5 ? 0.9 : 1.25;
        const rate = 0.001 * cluster * season;
        sent.push({ sends: 1000, events: binomialDraw(random, 1000, rate) });
        hasAlarmed = batchBetting(sent, 0.001) >= Math.log(20);
      }
      alarms += hasAlarmed ? 1 : 0;
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.05);
  });

  it('holds for the drift detector over its horizon', () => {
    const random = seededRandom(11);
    const [runs, horizon] = [300, 100];
    let alarms = 0;
    for (let run = 0; run < runs; run += 1) {
      const sent: Batch[] = [];
      for (let look = 0; look < horizon; look += 1)
        sent.push({ sends: 1000, events: binomialDraw(random, 1000, 0.001) });
      const ever = sent.some(
        (_, index) => shiryaevRoberts(sent.slice(0, index + 1), 0.001) >= driftThreshold(horizon, 0.05),
      );
      alarms += ever ? 1 : 0;
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.05);
  });
});

describe('what alarms', () => {
  it('sees a harm in about the sends that it says it needs', () => {
    const random = seededRandom(3);
    for (const ratio of [2, 3, 5]) {
      const promised = sendsToSee(0.001, ratio)!;
      let seen = 0;
      for (let run = 0; run < 300; run += 1) {
        const sent: Batch[] = [];
        while (sent.length * 1000 < promised && batchBetting(sent, 0.001) < Math.log(1000))
          sent.push({ sends: 1000, events: binomialDraw(random, 1000, 0.001 * ratio) });
        seen += batchBetting(sent, 0.001) >= Math.log(1000) ? 1 : 0;
      }
      expect(seen / 300).toBeGreaterThan(0.7);
    }
  });

  it('says the smaller a harm, the more was sent', () => {
    expect(smallestHarmSeen(0.001, 0)).toBeNull();
    const seen = [5_000, 20_000, 100_000, 1_000_000].map((sends) => smallestHarmSeen(0.001, sends)!);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(sendsToSee(0.001, 1)).toBeNull();
  });

  it('finds a change in mid-flight sooner than a bet from the start', () => {
    const sent = [...Array.from({ length: 60 }, () => 0), ...Array.from({ length: 12 }, () => 4)];
    const rows = sent.map((events) => ({ sends: 1000, events }));
    expect(shiryaevRoberts(rows, 0.001)).toBeGreaterThan(batchBetting(rows, 0.001));
  });
});

const counts = fc.tuple(fc.nat(400), fc.nat(40)).map(([sends, events]) => ({
  sends: sends + events,
  events,
}));
const stratum = fc.tuple(counts, counts).map(([a, b]) => ({
  ...a,
  otherSends: b.sends,
  otherEvents: b.events,
}));

describe('laws', () => {
  it('does not depend on the order of batches or strata', () => {
    fc.assert(
      fc.property(fc.array(counts), fc.array(stratum), (some, strata) => {
        expect(batchBetting([...some].reverse(), 0.01)).toBeCloseTo(batchBetting(some, 0.01), 9);
        expect(relativeToOthers([...strata].reverse())).toBeCloseTo(relativeToOthers(strata), 9);
      }),
    );
  });

  it('mirrors when the group and the rest change places', () => {
    fc.assert(
      fc.property(fc.array(stratum), (strata) => {
        const turned = strata.map((one) => ({
          sends: one.otherSends,
          events: one.otherEvents,
          otherSends: one.sends,
          otherEvents: one.events,
        }));
        const [here, there] = [disparity(strata), disparity(turned)];
        expect(here.either).toBeCloseTo(there.either, 9);
        expect(here.more).toBeCloseTo(there.less, 9);
      }),
    );
  });

  it('does not move by a season that both share', () => {
    const calm = { sends: 1000, events: 2, otherSends: 4000, otherEvents: 8 };
    const busy = { sends: 1000, events: 20, otherSends: 4000, otherEvents: 80 };
    expect(relativeToOthers([calm, busy])).toBeLessThan(0);
    expect(relativeToOthers([{ ...busy, events: 60 }])).toBeGreaterThan(Math.log(1000));
  });

  it('holds the rate in its interval, which narrows as more is known', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 5000 }), (events, more) => {
        const sends = events + more;
        const [low, high] = anytimeInterval(events, sends);
        expect(low).toBeLessThanOrEqual(events / sends);
        expect(high).toBeGreaterThanOrEqual(events / sends);
        const [wideLow, wideHigh] = anytimeInterval(events, sends, 0.001);
        expect(wideLow).toBeLessThanOrEqual(low);
        expect(wideHigh).toBeGreaterThanOrEqual(high);
      }),
    );
    const width = (n: number): number => anytimeInterval(n, 100 * n)[1] - anytimeInterval(n, 100 * n)[0];
    expect(width(100)).toBeLessThan(width(10));
  });

  it('covers the rate at all looks together', () => {
    const random = seededRandom(5);
    let missed = 0;
    for (let run = 0; run < 200; run += 1) {
      let [events, sends, out] = [0, 0, false];
      for (let look = 0; look < 60; look += 1) {
        events += binomialDraw(random, 500, 0.004);
        sends += 500;
        const [low, high] = anytimeInterval(events, sends);
        out ||= low > 0.004 || high < 0.004;
      }
      missed += out ? 1 : 0;
    }
    expect(missed / 200).toBeLessThanOrEqual(0.05);
  });

  it('lets fall no fewer hypotheses when an e-value grows', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 12, noNaN: true }), { minLength: 1 }), (logs) => {
        const fallen = (list: readonly number[]): number => eBenjaminiHochberg(list).filter(Boolean).length;
        expect(fallen(logs.map((one, index) => (index === 0 ? one + 2 : one)))).toBeGreaterThanOrEqual(
          fallen(logs),
        );
      }),
    );
  });
});
