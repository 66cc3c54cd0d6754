import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditAreas } from './audit-areas.ts';

const area = (name: string | null, selected: number, total: number) => [
  { by: [name], rows: selected, selected: true },
  { by: [name], rows: total - selected, selected: false },
];
const shares = (list: Record<string, number>) =>
  new Map(Object.entries(list).map(([name, share]) => [name, { minority: share, majority: 1 - share }]));

describe('an audit by areas', () => {
  it('sees what areas of one group each must mean', () => {
    const { groups } = auditAreas(
      [...area('east', 100, 1000), ...area('west', 500, 1000)],
      shares({ east: 1, west: 0 }),
    );
    expect(groups.map(({ group, verdict }) => [group, verdict])).toEqual([
      ['majority', 'pass'],
      ['minority', 'review'],
    ]);
    expect(groups[1]?.ratio).toEqual([0.2, 0.2]);
    expect(groups[1]?.selectionRate).toEqual([0.1, 0.1]);
  });
  it('does not take chance for a gap: too few people call for nothing and pass nothing', () => {
    const { groups } = auditAreas(
      [...area('east', 1, 10), ...area('west', 3, 10)],
      shares({ east: 1, west: 0 }),
    );
    expect(groups.map(({ group, verdict }) => [group, verdict])).toEqual([
      ['majority', 'insufficient'],
      ['minority', 'insufficient'],
    ]);
    expect(groups[1]?.ratio[1]).toBeCloseTo(1 / 3, 12);
  });
  it('tests whole people, rounded in favour of the group', () => {
    // 3 × 0.1 is more than 0.3 as a double, and must not become a fourth of a person.
    const { groups } = auditAreas(
      [...area('east', 0, 300), ...area('west', 200, 300)],
      shares({ east: 0.1, west: 0 }),
    );
    expect(groups.find(({ group }) => group === 'minority')).toMatchObject({
      expected: 30,
      selectionRate: [0, 0],
      verdict: 'review',
    });
    expect(groups.find(({ group }) => group === 'minority')!.logAdjustedPValue).toBeLessThan(-9);
  });
  it('passes where no allotment is below, and many people could have shown one', () => {
    const { groups } = auditAreas(
      [...area('east', 50_000, 100_000), ...area('west', 50_000, 100_000)],
      shares({ east: 0.999, west: 0.001 }),
    );
    expect(groups.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });
  it('says nothing where areas are mixed', () => {
    const { groups } = auditAreas(
      [...area('east', 100, 1000), ...area('west', 500, 1000)],
      shares({ east: 0.5, west: 0.5 }),
    );
    expect(groups[1]).toMatchObject({ expected: 1000, verdict: 'insufficient' });
  });
  it('counts people of areas without statistics, and guesses nothing for them', () => {
    expect(
      auditAreas([...area('east', 1, 9), ...area('sea', 2, 7), ...area(null, 1, 4)], shares({ east: 1 }))
        .unmatched,
    ).toBe(11);
  });
  it('the bounds hold the truth whatever it is', () => {
    const one = fc.record({
      own: fc.integer({ min: 1, max: 30 }),
      ownPart: fc.double({ min: 0, max: 1, noNaN: true }),
      other: fc.integer({ min: 1, max: 30 }),
      otherPart: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (list) => {
        const truth = list.map(({ own, ownPart, other, otherPart }) => ({
          own,
          hits: Math.round(own * ownPart),
          other,
          otherHits: Math.round(other * otherPart),
        }));
        const cells = truth.flatMap(({ own, hits, other, otherHits }, index) =>
          area(`a${index}`, hits + otherHits, own + other),
        );
        const { groups } = auditAreas(
          cells,
          shares(
            Object.fromEntries(truth.map(({ own, other }, index) => [`a${index}`, own / (own + other)])),
          ),
        );
        const sum = (pick: (row: (typeof truth)[number]) => number) =>
          truth.reduce((all, row) => all + pick(row), 0);
        const rate = sum(({ hits }) => hits) / sum(({ own }) => own);
        const rest = sum(({ otherHits }) => otherHits) / sum(({ other }) => other);
        const found = groups.find(({ group }) => group === 'minority')!;
        expect(found.selectionRate[0]).toBeLessThanOrEqual(rate + 1e-9);
        expect(found.selectionRate[1]).toBeGreaterThanOrEqual(rate - 1e-9);
        if (rest > 0) {
          if (found.ratio[0] !== null) expect(found.ratio[0]).toBeLessThanOrEqual(rate / rest + 1e-9);
          if (found.ratio[1] !== null) expect(found.ratio[1]).toBeGreaterThanOrEqual(rate / rest - 1e-9);
          if (found.verdict === 'review') expect(rate / rest).toBeLessThan(0.8);
          if (found.verdict === 'pass') expect(rate / rest).toBeGreaterThanOrEqual(0.8 - 1e-9);
        }
      }),
    );
  });
});
