import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, nearestDifference, type PopulationSketch } from './population-sketch.ts';

const sketch = (role: string, changes: ReadonlyMap<number, string>): PopulationSketch => ({
  role,
  buckets: Array.from({ length: BUCKETS }, (_, index) => changes.get(index) ?? 'same'),
});
const changed = (count: number): ReadonlyMap<number, string> =>
  new Map(Array.from({ length: count }, (_, index) => [index * 7, 'other']));

describe('how far an audit is from an earlier one', () => {
  it.each([
    [0, null],
    [1, 1],
    [9, 9],
    [100, 100],
  ])('%i buckets', (count, expected) =>
    expect(nearestDifference([sketch('decision', changed(count))], [sketch('decision', new Map())])).toBe(
      expected,
    ),
  );

  it('holds every column against every other, whatever it was called', () => {
    expect(nearestDifference([sketch('rule a', changed(1))], [sketch('label', new Map())])).toBe(1);
    expect(nearestDifference([sketch('people', changed(1))], [sketch('label', new Map())])).toBe(null);
  });

  it('is the least over all, and the same both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 1, max: 140 }), (a, b) => {
        const own = [sketch('decision', changed(a))];
        const earlier = [sketch('label', new Map()), sketch('rule', changed(b))];
        const least = Math.min(a, ...(a === b ? [] : [Math.abs(a - b)]));
        expect(nearestDifference(own, earlier)).toBe(least);
        expect(nearestDifference(earlier, own)).toBe(least);
      }),
    );
  });
});
