import { describe, expect, it } from 'vitest';
import { isExistingDate } from './existing-date.ts';

describe('a date', () => {
  it.each(['2027-02-28', '2028-02-29', '2027-12-31T23:59:00Z', '2027-01-01T00:30:00+02:00'])(
    'exists: %s',
    (text) => {
      expect(isExistingDate(text)).toBe(true);
    },
  );

  it.each([
    '2027-02-29',
    '2027-02-31',
    '2027-04-31T10:00:00Z',
    '2027-13-01',
    '2027-01-01T25:00:00Z',
    'soon',
    '',
  ])('does not: %s', (text) => {
    expect(isExistingDate(text)).toBe(false);
  });
});
