import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressedCells } from './suppression.ts';

describe('suppressed cells', () => {
  it.each<[string, number[], number[]]>([
    ['none is small', [10, 20, 30], []],
    ['one is small: the next smallest goes with it', [3, 20, 30], [0, 1]],
    ['two are small and enough together', [6, 7, 30], [0, 1]],
    ['two are small and too few together', [1, 2, 30, 40], [0, 1, 2]],
    ['the only cell', [3], [0]],
  ])('%s', (_, sizes, expected) =>
    expect(
      [
        ...suppressedCells(
          sizes.map((_, index) => [`${index}`]),
          sizes,
          10,
        ),
      ].sort(),
    ).toEqual(expected),
  );

  it('in a table of two attributes no line gives a hidden cell away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }), (sizes) => {
        const groups = sizes.map((_, index) => [`r${index % 3}`, `c${Math.floor(index / 3)}`]);
        const hidden = suppressedCells(groups, sizes, 10);
        sizes.forEach((size, index) => {
          if (size < 10) expect(hidden.has(index)).toBe(true);
        });
        for (const attribute of [0, 1])
          for (const value of new Set(groups.map((group) => group[attribute]))) {
            const line = groups.flatMap((group, index) => (group[attribute] === value ? [index] : []));
            const inside = line.filter((index) => hidden.has(index));
            const people = inside.reduce((sum, index) => sum + sizes[index]!, 0);
            if (inside.length > 0 && inside.length < line.length) {
              expect(inside.length).toBeGreaterThan(1);
              expect(people).toBeGreaterThanOrEqual(10);
            }
          }
      }),
    );
  });
});
