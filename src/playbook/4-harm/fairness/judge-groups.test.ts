import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { judgeCounts } from './judge-counts.ts';
import { groupCells, spec } from './testing/cells.ts';

const group = fc
  .tuple(fc.integer({ min: 1, max: 4000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, rate]) => ({ n, selected: Math.round(n * rate) }));

describe('selection by group', () => {
  it('is judged alike by an audit and by a check, whoever is of unknown attribute', () => {
    fc.assert(
      fc.property(group, group, group, fc.boolean(), (f, m, other, isUnknown) => {
        const third = isUnknown ? null : 'x';
        const counts = { f, m, x: other };
        const report = audit(
          {
            decisions: [
              ...groupCells('f', f.n, f.selected),
              ...groupCells('m', m.n, m.selected),
              ...groupCells(third, other.n, other.selected),
            ],
          },
          spec(),
        );
        const judged = judgeCounts({
          groups: Object.entries(counts).map(([sex, one]) => ({
            by: { sex: sex === 'x' ? third : sex },
            ...one,
          })),
        });
        expect(report.ok && report.value.verdict).toBe(judged.verdict);
        expect(report.ok && report.value.reference).toEqual(judged.reference?.by ?? null);
      }),
    );
  });

  it('passes nobody where many of unknown attribute could make a breach', () => {
    const groups = [
      { by: { sex: 'f' }, n: 4000, selected: 1900 },
      { by: { sex: 'm' }, n: 4000, selected: 2000 },
    ];
    expect(judgeCounts({ groups })).toMatchObject({ verdict: 'pass', unknownDecides: false });
    const few = [...groups, { by: { sex: null }, n: 3, selected: 1 }];
    expect(judgeCounts({ groups: few })).toMatchObject({ verdict: 'pass', unknownDecides: false });
    const many = [...groups, { by: { sex: null }, n: 1500, selected: 720 }];
    expect(judgeCounts({ groups: many })).toMatchObject({ verdict: 'insufficient', unknownDecides: true });
  });
});
