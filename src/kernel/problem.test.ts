import { describe, expect, it } from 'vitest';
import { nearest } from './problem.ts';
import { PROBLEMS } from './problems.ts';

describe('nearest', () => {
  it.each<[string, string[], string | undefined]>([
    ['onwer', ['owner', 'approver'], 'owner'],
    ['Owner', ['owner'], 'owner'],
    ['marketing.comunications', ['marketing.communications', 'essential'], 'marketing.communications'],
    ['zzz', ['owner', 'approver'], undefined],
    ['a', [], undefined],
  ])('of %s', (word, candidates, expected) => expect(nearest(word, candidates)).toBe(expected));
});

describe('the table of problems', () => {
  it('has codes of one grammar and meanings as sentences', () => {
    for (const [code, meaning] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });
});
