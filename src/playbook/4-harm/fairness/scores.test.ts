import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aucByGroup,
  calibration,
  exactMedian,
  type GroupScore,
  medianBin,
  scoreTable,
  scoringTallies,
  thresholdAlternatives,
  thresholdCurve,
} from './scores.ts';

interface Person {
  readonly group: number;
  readonly score: number;
  readonly label: boolean;
}
const people = fc.array(
  fc.record({
    group: fc.nat(2),
    score: fc.integer({ min: 0, max: 40 }).map((value) => value / 40),
    label: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
);
const single = (person: Person): GroupScore => ({
  group: person.group,
  label: person.label,
  units: 1,
  low: person.score,
  high: person.score,
});
/** The same people with scores in coarse bins, as a scan gives them. */
function binned(list: readonly Person[], width: number): GroupScore[] {
  const bins = new Map<string, { -readonly [K in keyof GroupScore]: GroupScore[K] }>();
  for (const { group, score, label } of list) {
    const key = `${group},${label},${Math.floor(score / width)}`;
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, { group, label, units: 1, low: score, high: score });
    else {
      bin.units += 1;
      bin.low = Math.min(bin.low, score);
      bin.high = Math.max(bin.high, score);
    }
  }
  return [...bins.values()];
}
function slowMedian(list: readonly Person[]): number {
  const sorted = list.map(({ score }) => score).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

describe('scores', () => {
  it('the median is that of the sorted list, with single scores and with bins', () => {
    fc.assert(
      fc.property(people, (list) => {
        const exact = scoreTable(list.map(single), 3);
        expect(exact.exact).toBe(true);
        expect(exactMedian(exact, null)).toBeCloseTo(slowMedian(list), 12);
        const coarse = scoreTable(binned(list, 0.3), 3);
        const around = medianBin(coarse)!;
        const fine = scoreTable(
          list.filter(({ score }) => score >= around.low && score <= around.high).map(single),
          3,
        );
        expect(exactMedian(coarse, fine)).toBeCloseTo(slowMedian(list), 12);
      }),
    );
  });
  it('the scoring rate counts who lies strictly above the median', () => {
    fc.assert(
      fc.property(people, (list) => {
        const median = slowMedian(list);
        const coarse = scoreTable(binned(list, 0.3), 3);
        const around = medianBin(coarse)!;
        const fine = scoreTable(
          list.filter(({ score }) => score >= around.low && score <= around.high).map(single),
          3,
        );
        for (const tallies of [
          scoringTallies(scoreTable(list.map(single), 3), null, median)!,
          scoringTallies(coarse, fine, median)!,
        ])
          for (const [group, { hits, total }] of tallies.entries()) {
            const own = list.filter((person) => person.group === group);
            expect([hits, total]).toEqual([own.filter(({ score }) => score > median).length, own.length]);
          }
      }),
    );
  });
  it('bins that straddle the median give no median and no rate', () => {
    const coarse = scoreTable([{ group: 0, label: null, units: 9, low: 0.1, high: 0.9 }], 1);
    expect(exactMedian(coarse, null)).toBeNull();
    expect(scoringTallies(coarse, null, 0.5)).toBeNull();
  });
  it('AUC is the share of won pairs, and coarse bins bound it', () => {
    fc.assert(
      fc.property(people, (list) => {
        const exact = aucByGroup(scoreTable(list.map(single), 3));
        const coarse = aucByGroup(scoreTable(binned(list, 0.3), 3));
        for (const [group, { auc }] of exact.entries()) {
          const own = list.filter((person) => person.group === group);
          const [good, bad] = [own.filter(({ label }) => label), own.filter(({ label }) => !label)];
          if (good.length === 0 || bad.length === 0) {
            expect(auc).toBeNull();
            continue;
          }
          let won = 0;
          for (const a of good)
            for (const b of bad) won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
          expect(auc).toBeCloseTo(won / (good.length * bad.length), 12);
          const [low, high] = coarse[group]!.bounds!;
          expect(auc! >= low - 1e-12 && auc! <= high + 1e-12).toBe(true);
        }
      }),
    );
  });
  it('each threshold selects whom it says, and no alternative is beaten by another', () => {
    fc.assert(
      fc.property(people, (list) => {
        const curve = thresholdCurve(scoreTable(list.map(single), 3), [0, 1, 2], 10);
        for (const { threshold, selected, rates } of curve) {
          expect(selected).toBe(list.filter(({ score }) => score >= threshold).length);
          for (const [group, rate] of rates.entries()) {
            const own = list.filter((person) => person.group === group);
            if (rate === null) expect(own).toEqual([]);
            else
              expect(rate).toBeCloseTo(own.filter(({ score }) => score >= threshold).length / own.length, 12);
          }
        }
        const best = thresholdAlternatives(curve);
        for (const one of best)
          for (const other of curve)
            if (other.worstRatio !== null)
              expect(other.precision! > one.precision! && other.worstRatio > one.worstRatio!).toBe(false);
      }),
    );
  });
  it('calibration counts every labelled person once', () => {
    fc.assert(
      fc.property(people, (list) => {
        const rows = calibration(scoreTable(list.map(single), 3), [], 4);
        expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(list.length);
        expect(rows.reduce((sum, { positives }) => sum + positives, 0)).toBe(
          list.filter(({ label }) => label).length,
        );
      }),
    );
  });
});
