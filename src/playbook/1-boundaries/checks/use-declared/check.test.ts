import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const whole: Partial<UseCard> = {
  intent: 'sell',
  channels: ['email'],
  audience: { segment: 'segment.sql' },
  messages: ['email.html'],
};
const judge = (card: Partial<UseCard>, files: string[] = []) =>
  run(check, {
    card: cardFact(card),
    folder: { undeclared: files.map((file) => ({ file, at: somewhere(file) })) },
  });

describe('use-declared', () => {
  it.each<[string, Partial<UseCard>, string[], string[]]>([
    ['a whole card', whole, [], []],
    ['a file that nobody names', whole, ['uses/test/other.sql'], ['undeclared-file']],
    ['no messages', { ...whole, messages: undefined! }, [], ['missing-key']],
    [
      'a score without scores and fields',
      { kind: 'score', intent: 'retain' },
      [],
      ['missing-key', 'missing-key'],
    ],
    ['near miss: keys that other checks speak of', { ...whole, kind: 'campaign' }, [], []],
    [
      'near miss: a suppression needs no messages',
      { kind: 'suppression', intent: 'protect', rules: [] },
      [],
      [],
    ],
  ])('%s', (_, card, files, expected) => expect(adviceOf(judge(card, files))).toEqual(expected));

  it('weighs a file that nobody names more than a missing key', () => {
    const ran = judge({ ...whole, intent: undefined! }, ['uses/test/other.sql']);
    expect(ran.found.map(({ gravity }) => gravity)).toEqual(['block', 'review']);
    expect(ran.found[0]?.quote).toBe('uses/test/other.sql');
  });

  it('cannot tell where the folder could not be listed', () => {
    const ran = run(check, { card: cardFact(whole) });
    expect(ran.notAssessed).toEqual([{ check: 'use-declared', missing: ['folder'], required: true }]);
  });
});
