import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import { prepare } from '../decide.ts';
import { clearance, moment, NOON, person, policy, sending, use } from '../testing/moments.ts';
import type { Cause } from './cause.ts';
import {
  certaintyOfRest,
  certaintyOfStarts,
  lengthsLike,
  lotStartsPerDay,
  type RealShares,
} from './certainty.ts';
import { DAY_MS, ENDS_EARLY } from './lot.ts';
import { restsOf } from './rests.ts';

const LENGTHS = [30, 90];
const shares = (...of: number[]): RealShares => of.map((share, i) => ({ days: LENGTHS[i]!, share }));

describe('the bound on how sure anybody can be', () => {
  it.each<[string, RealShares, number, number]>([
    ['no real rest', shares(0, 0), 0.05, 0],
    ['no lot', shares(0.02, 0), 0, 1],
    ['a real rest of a length without a lot', [{ days: 7, share: 0.01 }], 0.05, 1],
    ['half as many real ones as lots', shares(0.02, 0.02), 0.08, 0.4],
  ])('%s', (_, real, restShare, expected) => {
    const lots = { restShare, restLengths: LENGTHS.map((days) => ({ days, weight: 0.5 })) };
    expect(certaintyOfRest(real, lots)).toBeCloseTo(expected, 1);
  });

  it('is 34 % where 2 % of people have a real rest and 5 % one by lot, as docs/gate.md says', () => {
    const lots = { restShare: 0.05, restLengths: [{ days: 30, weight: 1 }] };
    expect(certaintyOfRest([{ days: 30, share: 0.02 }], lots).toFixed(2)).toBe('0.34');
  });

  it('is lowest where lots fall as real rests do', () => {
    const real = shares(0.03, 0.01);
    const like = certaintyOfRest(real, { restShare: 0.05, restLengths: lengthsLike(real) });
    for (const weight of [0.1, 0.5, 0.9]) {
      const restLengths = [
        { days: 30, weight },
        { days: 90, weight: 1 - weight },
      ];
      expect(like).toBeLessThanOrEqual(certaintyOfRest(real, { restShare: 0.05, restLengths }));
    }
  });

  it('rises on a day on which many begin at once', () => {
    const lots = lotStartsPerDay(100_000, policy());
    expect(lots).toBeGreaterThan(50);
    expect(certaintyOfStarts(10 * lots, lots)).toBeGreaterThan(0.9);
    expect(certaintyOfStarts(0, lots)).toBe(0);
  });
});

/**
 * Everything that can happen to one person in a few steps: in each, nothing begins, or a rest of one or three steps from
 * a cause or by lot, the latter perhaps ending early. Whoever watches sees which steps the person rests, and no more.
 */
describe('all that can be learnt by watching one person at every moment', () => {
  const STEPS = 6;
  interface Start {
    readonly chance: number;
    readonly steps: number;
    readonly isReal: boolean;
  }
  const startsAt = (real: readonly number[], lot: readonly number[]): readonly (Start | null)[] => {
    const starts: Start[] = [1, 3].flatMap((steps, i) => [
      { chance: real[i]!, steps, isReal: true },
      { chance: lot[i]! * (steps === 1 ? 1 : 1 - ENDS_EARLY), steps, isReal: false },
    ]);
    for (const steps of [1, 2]) starts.push({ chance: (lot[1]! * ENDS_EARLY) / 2, steps, isReal: false });
    return [null, ...starts];
  };

  it.each([
    [
      [0.02, 0.02],
      [0.04, 0.04],
    ],
    [
      [0.001, 0.05],
      [0.05, 0.05],
    ],
    [
      [0.1, 0.01],
      [0.02, 0.08],
    ],
    [
      [0.05, 0.02],
      [0.05, 0.01],
    ],
  ])(
    'is bounded, with %j from causes and %j by lot',
    (real, lot) => {
      // What lasts one step has no time to end early.
      const odds = Math.max(real[0]! / lot[0]!, real[1]! / (lot[1]! * (1 - ENDS_EARLY)));
      const bound = odds / (1 + odds);
      const options = startsAt(real, lot);
      const nothing = 1 - options.reduce((sum, start) => sum + (start?.chance ?? 0), 0);
      // By what was seen up to a step: the chance of it, of the last beginning that was seen being real, and of none being.
      const seen = new Map<string, { all: number; lastReal: number; noneReal: number }>();
      const go = (view: string, chance: number, restsUntil: number, last: boolean, none: boolean): void => {
        if (view !== '') {
          const sums = seen.get(view) ?? { all: 0, lastReal: 0, noneReal: 0 };
          sums.all += chance;
          if (last) sums.lastReal += chance;
          if (none) sums.noneReal += chance;
          seen.set(view, sums);
        }
        if (view.length === STEPS) return;
        const step = view.length;
        for (const start of options) {
          const until = Math.max(restsUntil, start === null ? 0 : step + start.steps);
          const begins = start !== null && !view.endsWith('1');
          go(
            view + (until > step ? '1' : '0'),
            chance * (start?.chance ?? nothing),
            until,
            begins ? start.isReal : last,
            none && !(begins && start.isReal),
          );
        }
      };
      go('', 1, 0, false, true);
      let worst = 0;
      for (const [view, { all, lastReal, noneReal }] of seen) {
        const begins = view.match(/(?:^|0)1/g)?.length ?? 0;
        if (begins === 0) continue;
        worst = Math.max(worst, lastReal / all);
        expect(lastReal / all, view).toBeLessThanOrEqual(bound + 1e-9);
        expect(1 - noneReal / all, view).toBeLessThanOrEqual(1 - (1 - bound) ** begins + 1e-9);
      }
      // The bound is reached, so that a smaller one would be wrong.
      expect(worst).toBeGreaterThan(bound * 0.9);
    },
    30_000,
  );
});

/** Chance without a seed that could be lucky: the same numbers in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('somebody who asks the gate every few days about everybody', () => {
  const DAYS = 720;
  const EVERY = 6;
  const PEOPLE = 250;
  const REAL = shares(0.06, 0.06);
  const lots = policy({ restShare: 0.2, restLengths: lengthsLike(REAL) });
  const chance = chances(7);
  const start = NOON.getTime();

  /** Causes begin at an even rate and last as long as one of the lengths, or a little less. */
  const causesOf = (): readonly Cause[] =>
    REAL.flatMap(({ days, share }) => {
      const causes: Cause[] = [];
      const perDay = -Math.log(1 - share) / days;
      for (let day = -120; day < DAYS; day += 1)
        if (chance() < perDay) {
          const from = new Date(start + (day + chance()) * DAY_MS);
          causes.push({
            type: 'hold',
            scope: { purpose: null, channel: null },
            from,
            until: new Date(from.getTime() + (days - chance()) * DAY_MS),
          });
        }
      return causes;
    });

  it('is right about a rest that they see begin no more often than the bound says', () => {
    // Two uses on two channels tell a rest from everything from one of a use or of a channel.
    const uses = ['winback-spring', 'other'].map((name) =>
      use({ use: name, clearance: clearance({ use: name }), channels: ['email', 'push'] }),
    );
    const asks = uses.flatMap((one) =>
      one.channels.map((channel) => ({
        decide: prepare(one, lots),
        sending: sending({ use: one.use, channel }),
      })),
    );
    // By how long the rest was seen to last: of how many, and how many of them were real.
    const runs = new Map<number, { all: number; real: number }>();
    for (let index = 0; index < PEOPLE; index += 1) {
      const subject = subjectNamed(`person-${index}`);
      const causes = causesOf();
      let since: number | null = null;
      let [wasResting, isFirst] = [false, true];
      for (let day = 0; day < DAYS; day += EVERY) {
        const now = new Date(start + day * DAY_MS);
        const rests = restsOf('a key', subject, causes, uses, lots, now);
        const facts = person({ subject, rests, asOf: now });
        const isResting = asks.every((one) =>
          one
            .decide({ person: facts, sending: one.sending, now })
            .reasons.some(({ code }) => code === 'protected'),
        );
        if (isResting && !wasResting && !isFirst) since = day;
        if (!isResting && since !== null) {
          const [first, last] = [start + (since - EVERY) * DAY_MS, start + since * DAY_MS];
          const isReal = causes.some(({ from }) => from.getTime() > first && from.getTime() <= last);
          const length = Math.round((day - since) / EVERY);
          const sums = runs.get(length) ?? { all: 0, real: 0 };
          runs.set(length, { all: sums.all + 1, real: sums.real + (isReal ? 1 : 0) });
          since = null;
        }
        [wasResting, isFirst] = [isResting, false];
      }
    }
    const bound = certaintyOfRest(REAL, lots);
    const all = [...runs.values()].reduce(
      (sum, one) => ({ all: sum.all + one.all, real: sum.real + one.real }),
      { all: 0, real: 0 },
    );
    expect(all.all).toBeGreaterThan(600);
    const within = ({ all: n, real }: { all: number; real: number }) =>
      real / n <= bound + 4 * Math.sqrt((bound * (1 - bound)) / n);
    expect(within(all), JSON.stringify(all)).toBe(true);
    for (const [length, sums] of runs) expect(within(sums), `${length}: ${JSON.stringify(sums)}`).toBe(true);
    // There is something to be learnt, so that the bound is not met by hiding nothing.
    expect(all.real / all.all).toBeGreaterThan(bound * 0.5);
  }, 60_000);
});

describe('what a sender is told', () => {
  const causes: readonly Cause[] = (
    [
      { type: 'hold', scope: { purpose: null, channel: null } },
      { type: 'theme-spared', theme: 'loss' },
      { type: 'contest', use: 'winback-spring' },
      { type: 'no-to-profiling' },
      { type: 'minor' },
    ] as const
  ).map((cause) => ({ ...cause, from: new Date(NOON.getTime() - DAY_MS), until: null }));
  const state = use({ themes: ['loss'], profiles: true });
  const facts = (own: readonly Cause[], lotPolicy = policy({ restShare: 0 })) =>
    person({ rests: restsOf('a key', person().subject, own, [state], lotPolicy, NOON) });
  const decide = prepare(state, policy());

  it('is the same answer to the last byte for every cause, and for a lot', () => {
    const answers = causes.map((cause) => decide(moment({ use: state, person: facts([cause]) })));
    const byLot = decide(moment({ use: state, person: facts([], policy({ restShare: 0.999 })) }));
    expect(new Set([...answers, byLot].map((one) => JSON.stringify(one))).size).toBe(1);
    expect(byLot.reasons).toEqual([
      expect.objectContaining({ code: 'protected', outcome: 'hold', retryAfter: null, waitsFor: 'time' }),
    ]);
  });

  it('is the same for several causes as for one', () => {
    fc.assert(
      fc.property(fc.subarray([...causes], { minLength: 1 }), (own) =>
        isDeepStrictEqual(
          decide(moment({ use: state, person: facts(own) })),
          decide(moment({ use: state, person: facts([causes[0]!]) })),
        ),
      ),
    );
  });
});
