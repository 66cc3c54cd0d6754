import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import type { DecisionCell } from './cells.ts';
import type { AuditReport } from './report.ts';
import type { AuditSpec } from './spec.ts';
import { cell, groupCells, spec } from './testing/cells.ts';

function judged(cells: readonly DecisionCell[], more: Partial<AuditSpec> = {}): AuditReport {
  const result = audit({ decisions: cells }, spec(more));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const problemOf = (cells: readonly DecisionCell[], more: Partial<AuditSpec> = {}) => {
  const result = audit({ decisions: cells }, spec(more));
  return result.ok ? null : result.problem;
};

const population = fc
  .array(
    fc.record({ size: fc.integer({ min: 1, max: 400 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { minLength: 2, maxLength: 6 },
  )
  .map((groups) =>
    groups.map(({ size, part }, index) => ({ value: `g${index}`, size, selected: Math.round(part * size) })),
  );
const cellsOf = (groups: ReadonlyArray<{ value: string; size: number; selected: number }>): DecisionCell[] =>
  groups.flatMap(({ value, size, selected }) => groupCells(value, size, selected));

describe('verdict', () => {
  it.each<[string, DecisionCell[], AuditReport['verdict']]>([
    ['half the rate among many', [...groupCells('f', 1000, 200), ...groupCells('m', 1000, 400)], 'review'],
    ['exactly four fifths', [...groupCells('f', 10_000, 4000), ...groupCells('m', 10_000, 5000)], 'pass'],
    [
      'significant but above four fifths',
      [...groupCells('f', 10_000, 4500), ...groupCells('m', 10_000, 5000)],
      'pass',
    ],
    ['broken but by chance', [...groupCells('f', 40, 4), ...groupCells('m', 40, 8)], 'insufficient'],
    ['equal but few', [...groupCells('f', 40, 8), ...groupCells('m', 40, 8)], 'insufficient'],
    ['one group only', groupCells('f', 4000, 800), 'insufficient'],
    ['nobody selected', [...groupCells('f', 4000, 0), ...groupCells('m', 4000, 0)], 'insufficient'],
    ['everybody selected', [...groupCells('f', 4000, 4000), ...groupCells('m', 4000, 4000)], 'pass'],
    [
      'a tiny third group',
      [...groupCells('f', 5000, 2500), ...groupCells('m', 5000, 2500), ...groupCells('x', 3, 1)],
      'insufficient',
    ],
    ['no group large enough', [...groupCells('f', 20, 5), ...groupCells('m', 20, 15)], 'insufficient'],
  ])('%s', (_, cells, verdict) => expect(judged(cells).verdict).toBe(verdict));
});

describe('people whose attribute is unknown', () => {
  const known = [...groupCells('f', 10_000, 5000), ...groupCells('m', 10_000, 5000)];
  it.each<[string, number, AuditReport['verdict']]>([
    ['few leave the verdict as it is', 100, 'pass'],
    ['many leave it open', 8000, 'insufficient'],
  ])('%s', (_, unknown, verdict) => {
    const report = judged([...known, ...groupCells(null, unknown, unknown / 2)]);
    expect(report.verdict).toBe(verdict);
    if (verdict === 'insufficient')
      expect(report.because).toEqual(['people whose attribute is unknown could make the difference']);
  });
});

describe('reference', () => {
  it('is the highest rate among groups that are large enough', () => {
    const report = judged([
      ...groupCells('a', 29, 29),
      ...groupCells('b', 1000, 500),
      ...groupCells('c', 1000, 400),
    ]);
    expect(report.reference).toEqual({ sex: 'b' });
    expect(report.comparisons.map(({ by }) => by.sex)).toEqual(['a', 'c']);
  });
  it('of equal rates is the larger group, then the first by name', () => {
    expect(judged([...groupCells('a', 100, 50), ...groupCells('b', 200, 100)]).reference).toEqual({
      sex: 'b',
    });
    expect(judged([...groupCells('b', 100, 50), ...groupCells('a', 100, 50)]).reference).toEqual({
      sex: 'a',
    });
  });
  it('is the one named', () => {
    const report = judged([...groupCells('a', 100, 50), ...groupCells('b', 200, 150)], { reference: 'a' });
    expect(report.comparisons).toMatchObject([
      { by: { sex: 'b' }, reference: { sex: 'a' }, difference: 0.25, ratio: 1.5 },
    ]);
    expect(problemOf(groupCells('a', 10, 5), { reference: 'z' })).toMatchObject({
      code: 'usage.invalid',
      message: 'no group is called `z`; seen: `a`',
    });
  });
  it('is never a group of whom the attribute is unknown', () => {
    const report = judged([
      ...groupCells(null, 1000, 900),
      ...groupCells('a', 1000, 500),
      ...groupCells('b', 1000, 500),
    ]);
    expect(report.reference).toEqual({ sex: 'a' });
    expect(report.groups.at(-1)?.by).toEqual({ sex: null });
  });
});

describe('rates', () => {
  const labelled = [
    cell(['f'], '1', 30, { label: '1' }),
    cell(['f'], '0', 10, { label: '1' }),
    cell(['f'], '1', 20, { label: '0' }),
    cell(['f'], '0', 40, { label: '0' }),
    cell(['m'], '1', 50, { label: '0' }),
    cell(['m'], '0', 50, { label: '0' }),
  ];
  it('of errors are those of the confusion table, and null without a denominator', () => {
    const [f, m] = judged(labelled, { label: 'label' }).groups;
    expect(f).toMatchObject({
      n: 100,
      selectionRate: 0.5,
      truePositiveRate: 0.75,
      falseNegativeRate: 0.25,
      falsePositiveRate: 1 / 3,
      accuracy: 0.7,
      precision: 0.6,
      falseDiscoveryRate: 0.4,
    });
    expect(m).toMatchObject({
      truePositiveRate: null,
      falseNegativeRate: null,
      falsePositiveRate: 0.5,
      precision: 0,
    });
    expect(m!.interval.truePositiveRate).toBeNull();
    expect(m!.scoringRate).toBeNull();
  });
  it('of errors are families of their own', () => {
    const { metrics } = judged(labelled, { label: 'label' });
    const positive = metrics.find(({ metric }) => metric === 'falsePositiveRate')!;
    expect(positive.adjustedPValue).toBe(positive.pValue);
    expect(metrics.find(({ metric }) => metric === 'truePositiveRate')).toMatchObject({
      ratio: null,
      pValue: null,
    });
  });
  it('leave out rows without a decision, and say so', () => {
    const report = judged([...groupCells('f', 100, 50), ...groupCells('m', 100, 50), cell(['m'], null, 7)]);
    expect(report).toMatchObject({
      rows: 207,
      people: 200,
      excluded: { decisionMissing: 7, weightMissing: 0 },
    });
    expect(report.notes).toContain('7 rows without a decision are in no rate');
  });
});

describe('laws', () => {
  it('renaming groups changes nothing but names', () => {
    fc.assert(
      fc.property(population, (groups) => {
        const renamed = judged(cellsOf(groups.map((group) => ({ ...group, value: `z-${group.value}` }))));
        const report = judged(cellsOf(groups));
        expect(renamed.verdict).toBe(report.verdict);
        expect(renamed.comparisons.map(({ by: _, reference: __, ...row }) => row)).toEqual(
          report.comparisons.map(({ by: _, reference: __, ...row }) => row),
        );
      }),
    );
  });
  it('the order of cells, and cutting them in two, changes nothing', () => {
    fc.assert(
      fc.property(population, (groups) => {
        const cells = cellsOf(groups);
        const cut = cells.flatMap((one) => [
          { ...one, rows: Math.floor(one.rows / 2) },
          { ...one, rows: Math.ceil(one.rows / 2) },
        ]);
        expect(judged(cut.reverse().filter(({ rows }) => rows > 0))).toEqual(judged(cells));
      }),
    );
  });
  it('duplicating all rows keeps rates and ratios and narrows intervals', () => {
    fc.assert(
      fc.property(population, (groups) => {
        // Large enough before and after, so that the same group is the reference.
        const options = { minimumGroup: 1 };
        const once = judged(cellsOf(groups), options);
        const twice = judged(
          cellsOf(
            groups.map(({ value, size, selected }) => ({ value, size: 2 * size, selected: 2 * selected })),
          ),
          options,
        );
        for (const [index, row] of once.groups.entries()) {
          expect(twice.groups[index]!.selectionRate).toBe(row.selectionRate);
          const [low, high] = row.interval.selectionRate!;
          const [lowTwice, highTwice] = twice.groups[index]!.interval.selectionRate!;
          expect(highTwice - lowTwice).toBeLessThan(high - low);
        }
        expect(twice.comparisons.map(({ ratio, broken }) => [ratio, broken])).toEqual(
          once.comparisons.map(({ ratio, broken }) => [ratio, broken]),
        );
      }),
    );
  });
  it('swapping the favourable decision flips the difference and keeps the p-value', () => {
    fc.assert(
      fc.property(population, (groups) => {
        const options = { reference: 'g0' };
        const one = judged(cellsOf(groups), { ...options, favourable: '1' });
        const other = judged(cellsOf(groups), { ...options, favourable: '0' });
        for (const [index, row] of one.comparisons.entries()) {
          expect(other.comparisons[index]!.difference! + row.difference!).toBeCloseTo(0, 12);
          expect(other.comparisons[index]!.logPValue! - row.logPValue!).toBeCloseTo(0, 7);
        }
      }),
    );
  });
  it('a review always has a broken ratio and a small adjusted p-value, and nothing else has both', () => {
    fc.assert(
      fc.property(population, (groups) => {
        const { verdict, comparisons } = judged(cellsOf(groups));
        const both = comparisons.filter(
          ({ broken, adjustedPValue }) => broken === true && adjustedPValue! < 0.05,
        );
        expect(verdict === 'review').toBe(both.length > 0);
        expect(comparisons.filter(({ review }) => review)).toEqual(both);
      }),
    );
  });
});

describe('weights', () => {
  const weigh = (people: number, rows: number) => ({
    weight: {
      sum: BigInt(people) * 1_000_000n,
      squares: BigInt(Math.round((people * people) / rows)) * 1_000_000_000_000n,
      counted: rows,
      least: 1_000_000n,
      fractions: 0,
    },
  });
  const weighted = [
    cell(['f'], '1', 2, weigh(200, 2)),
    cell(['f'], '0', 2, weigh(800, 2)),
    cell(['m'], '1', 2, weigh(400, 2)),
    cell(['m'], '0', 2, weigh(600, 2)),
  ];
  it('that are whole count people', () => {
    const plain = judged([...groupCells('f', 1000, 200), ...groupCells('m', 1000, 400)]);
    const report = judged(weighted, { weight: 'people' });
    expect(report.groups.map(({ n, selectionRate, interval }) => ({ n, selectionRate, interval }))).toEqual(
      plain.groups.map(({ n, selectionRate, interval }) => ({ n, selectionRate, interval })),
    );
    expect(report.comparisons).toEqual(plain.comparisons);
    expect(report.rows).toBe(8);
  });
  it('of sampling widen intervals by the effective size', () => {
    const report = judged(weighted, { weight: 'people', weightKind: 'sampling' });
    expect(report.groups[0]).toMatchObject({ n: 4, selectionRate: 0.2 });
    expect(report.groups[0]!.effectiveSize).toBeCloseTo(1000 ** 2 / (200 ** 2 / 2 + 800 ** 2 / 2), 9);
    expect(report.comparisons[0]?.test).toBe('z-weighted');
    expect(report.verdict).toBe('insufficient');
  });
  it('that are negative, or fractions where counts are declared, are refused', () => {
    const negative = [
      cell(['f'], '1', 1, { weight: { sum: -1n, squares: 1n, counted: 1, least: -1n, fractions: 0 } }),
    ];
    expect(problemOf(negative, { weight: 'w' })?.code).toBe('audit.invalid-weight');
    const fraction = [
      cell(['f'], '1', 1, { weight: { sum: 1_500_000n, squares: 2n, counted: 1, least: 1n, fractions: 1 } }),
    ];
    expect(problemOf(fraction, { weight: 'w', weightKind: 'frequency' })?.code).toBe('audit.invalid-weight');
  });
});

describe('privacy', () => {
  const few = [
    ...groupCells('a', 5000, 2500),
    ...groupCells('b', 4000, 2000),
    ...groupCells('c', 40, 20),
    ...groupCells('d', 4, 3),
  ];
  it('hides small cells and one more, everywhere', () => {
    const report = judged(few, { minimumCell: 10 });
    const hidden = report.groups.filter(({ suppressed }) => suppressed);
    expect(hidden.map(({ by }) => by.sex)).toEqual(['c', 'd']);
    for (const row of hidden)
      expect(
        Object.values({
          ...row,
          ...row.counts,
          by: null,
          suppressed: null,
          interval: null,
          counts: null,
        }).every((value) => value === null),
      ).toBe(true);
    const compared = report.comparisons.filter(({ by }) => by.sex === 'd');
    expect(compared[0]).toMatchObject({
      ratio: null,
      pValue: null,
      suppressed: true,
      enough: false,
      review: false,
    });
    expect(JSON.stringify(report.comparisons.find(({ suppressed }) => !suppressed))).toContain('"ratio":');
  });
  it('shows every cell where the file itself holds the attribute', () => {
    expect(judged(few).groups.every(({ suppressed }) => !suppressed)).toBe(true);
  });
});

describe('bad input', () => {
  it('names the values seen where none is plainly favourable', () => {
    expect(problemOf([cell(['f'], 'sent', 3), cell(['m'], 'held', 2)])).toMatchObject({
      code: 'usage.invalid',
      message: 'which value of `decision` is the favourable one cannot be told; seen: `held`, `sent`',
      hint: 'name it with --favourable',
    });
    expect(problemOf([cell(['f'], 'sent', 3)], { favourable: 'Sent' })?.message).toBe(
      '`Sent` is no value of `decision`; seen: `sent`',
    );
  });
  it.each([
    ['1', '0'],
    ['true', 'false'],
    ['YES', 'No'],
    ['True', 'False'],
  ])('understands %s and %s', (yes, no) => {
    const report = judged([
      cell(['f'], yes, 5),
      cell(['f'], no, 15),
      cell(['m'], yes, 10),
      cell(['m'], no, 10),
    ]);
    expect(report.groups.map(({ selectionRate }) => selectionRate)).toEqual([0.25, 0.5]);
  });
  it('has no decision to judge', () => {
    expect(problemOf([])?.code).toBe('audit.no-decisions');
    expect(problemOf([cell(['f'], null, 5)])?.code).toBe('audit.no-decisions');
  });
  it('takes ten thousand groups without a pass, and refuses an identifier', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => groupCells(`g${index}`, 2, index % 2)).flat();
    expect(judged(many(10_000)).verdict).toBe('insufficient');
    expect(problemOf(many(20_001))?.code).toBe('audit.too-many-groups');
  });
});

describe('marginals', () => {
  it('compare each attribute alone, and count towards the verdict', () => {
    const cells = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((race) => [
      cell([race, 'x'], '1', 5),
      cell([race, 'x'], '0', 25),
      cell([race, 'y'], '1', 10),
      cell([race, 'y'], '0', 20),
    ]);
    const more = { groups: ['race', 'sex'] };
    expect(judged(cells, more).verdict).toBe('insufficient');
    const report = judged(cells, { ...more, marginals: true });
    expect(report.marginals?.map(({ by }) => Object.keys(by).join())).toEqual([
      ...Array(8).fill('race'),
      'sex',
      'sex',
    ]);
    expect(report.marginalComparisons?.at(-1)).toMatchObject({ by: { sex: 'x' }, ratio: 0.5, review: true });
    expect(report.verdict).toBe('review');
  });
});
