import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByStratum } from './by-stratum.ts';
import { LAG_ENDS_MS, LAGS } from './lag.ts';
import type { Cell } from './stream-counts.ts';

const HOURS = 40;

const anyCell = fc.record({
  second: fc.nat(HOURS * 3600 - 1),
  counted: fc.constantFrom<Cell['counted']>('exposed', 'complaints', 'regret'),
  lag: fc.nat(LAGS - 1),
  arm: fc.constantFrom<Cell['arm']>('sent', 'holdout'),
  provider: fc.constantFrom('', 'gmail'),
  count: fc.integer({ min: 1, max: 5 }),
});
const anyCells = fc.array(anyCell, { maxLength: 60 });

const madeOf = (cells: readonly Cell[]): ByStratum => {
  const made = new ByStratum();
  for (const cell of cells) made.add(cell);
  return made;
};

/** What is asked, by going through every cell for every hour and provider. */
function plainly(cells: readonly Cell[], arm: Cell['arm'], hour: number, provider: string, now: number) {
  const age = (now - (hour + 1) * 3600) * 1000;
  const own = cells.filter(
    (one) => one.arm === arm && one.provider === provider && Math.floor(one.second / 3600) === hour,
  );
  const sum = (some: readonly Cell[]): number => some.reduce((total, { count }) => total + count, 0);
  return {
    isThere: own.length > 0,
    sends: sum(own.filter(({ counted }) => counted === 'exposed')),
    events: sum(
      own.filter(({ counted, lag }) => counted === 'regret' && (LAG_ENDS_MS[lag] ?? Infinity) <= age),
    ),
  };
}

describe('people beside others', () => {
  it('are the same as by going through everything, in the order of hours, and leave out what tells nothing', () => {
    fc.assert(
      fc.property(anyCells, anyCells, fc.nat(900 * 3600), (own, rest, now) => {
        const all = [...own, ...rest];
        const comparison = { arm: 'sent', others: { of: madeOf(all), arm: 'sent' }, isWithin: true } as const;
        const expected = Array.from({ length: HOURS }, (_, hour) => hour)
          .flatMap((hour) => ['', 'gmail'].map((provider) => ({ hour, provider })))
          .sort((a, b) => (`${a.hour} ${a.provider}` < `${b.hour} ${b.provider}` ? -1 : 1))
          .flatMap(({ hour, provider }) => {
            const here = plainly(own, 'sent', hour, provider, now);
            const there = plainly(all, 'sent', hour, provider, now);
            return here.isThere && there.events > 0
              ? [
                  {
                    sends: here.sends,
                    events: here.events,
                    otherSends: there.sends - here.sends,
                    otherEvents: there.events - here.events,
                  },
                ]
              : [];
          });
        expect(madeOf(own).beside(comparison, { counted: 'regret', now })).toEqual(expected);
      }),
    );
  });

  it('do not depend on the order of what was counted', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(900 * 3600), (cells, now) => {
        const of = (some: readonly Cell[]) => {
          const made = madeOf(some);
          const comparison = { arm: 'sent', others: { of: made, arm: 'holdout' }, isWithin: false } as const;
          return [made.hasOthers(comparison), made.beside(comparison, { counted: 'regret', now })];
        };
        expect(of(cells.toReversed())).toEqual(of(cells));
      }),
    );
  });

  it('are nobody where all are the same people', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const made = madeOf(cells);
        const comparison = { arm: 'sent', others: { of: made, arm: 'sent' }, isWithin: true } as const;
        expect(made.hasOthers(comparison)).toBe(false);
      }),
    );
  });
});
