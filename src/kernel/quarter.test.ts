import { describe, expect, it } from 'vitest';
import { quarterNamed, quarterOf } from './quarter.ts';

describe('quarters', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-Q1'],
    ['2026-03-31T23:59:59.999Z', '2026-Q1'],
    ['2026-04-01T00:00:00.000Z', '2026-Q2'],
    ['2026-12-31T23:59:59.999Z', '2026-Q4'],
  ])('%s lies in %s, and in no other', (at, name) => {
    const quarter = quarterOf(new Date(at));
    expect(quarter.name).toBe(name);
    expect(quarter.from <= new Date(at) && new Date(at) < quarter.until).toBe(true);
  });

  it.each(['2026-Q5', '2026Q1', '2026-q1', '', '26-Q1'])('does not take %s for one', (name) => {
    expect(quarterNamed(name)).toBeNull();
  });
});
