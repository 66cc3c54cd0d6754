import { describe, expect, it } from 'vitest';
import { isPurposeUnder, purposeLine } from './purpose-line.ts';

describe('the line of a purpose', () => {
  it('goes up by the dots, and from a declared purpose to its parent', () => {
    expect(purposeLine('marketing.communications.email')).toEqual([
      'marketing.communications.email',
      'marketing.communications',
      'marketing',
    ]);
    expect(purposeLine('club.letter', [{ key: 'club.letter', under: 'marketing.communications' }])).toEqual([
      'club.letter',
      'club',
      'marketing.communications',
      'marketing',
    ]);
  });

  it('ends where declared purposes go round in a circle', () => {
    const circle = [
      { key: 'a', under: 'b' },
      { key: 'b', under: 'a' },
    ];
    expect(purposeLine('a', circle)).toEqual(['a', 'b']);
  });

  it('tells what lies under what', () => {
    const own = [{ key: 'club', under: 'marketing.communications' }];
    expect(isPurposeUnder('club', 'marketing', own)).toBe(true);
    expect(isPurposeUnder('club', 'marketing')).toBe(false);
    expect(isPurposeUnder('marketing', 'club', own)).toBe(false);
    expect(isPurposeUnder('marketing', 'marketing')).toBe(true);
  });
});
