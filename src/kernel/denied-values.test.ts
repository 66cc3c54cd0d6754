import { describe, expect, it } from 'vitest';
import { isDenied } from './denied-values.ts';

describe('isDenied', () => {
  it.each<[string[], string | undefined, boolean]>([
    [['false'], undefined, true],
    [["'no'"], 'is_bereaved = ', true],
    [['f', "'N'"], undefined, true],
    [['0'], 'is_bereaved = 0', true],
    [['0'], 'is_bereaved=0 and city = 1', true],
    [['0'], 'arrears <> 0', true],
    [['0'], 'arrears, 0) = 0', true],
    [['0'], 'arrears in (0)', true],
    [['0'], 'arrears > 0', false],
    [['0'], 'arrears >= 0', false],
    [['0'], 'arrears, 0) > 0', false],
    [['0'], 'arrears between 0 and 5', false],
    [['0'], undefined, false],
    [['0', '5'], 'arrears in (0, 5)', false],
    [['true'], 'is_bereaved = true', false],
    [[], undefined, false],
  ])('%j in %j: %s', (values, comparison, expected) =>
    expect(isDenied({ values, role: 'include', ...(comparison === undefined ? {} : { comparison }) })).toBe(
      expected,
    ),
  );

  it('takes a zero nobody can read so that people are reached', () => {
    expect(isDenied({ values: ['0'], role: 'exclude' })).toBe(true);
    expect(isDenied({ values: ['0'], role: 'exclude', comparison: 'arrears > 0' })).toBe(false);
  });
});
