import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>, sells = false) =>
  run(check, {
    card: cardFact({ intent: 'sell', channels: ['email'], ...card }),
    content: { calls: [], prices: [], offers: [], seenIntents: [], sells },
  });
const cap = (count: number, days: number) => ({ caps: { per_person: { count, days } } });

describe('msg-frequency', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['no cap', {}, ['no-cap']],
    ['two a week', cap(2, 7), []],
    ['four a week', cap(4, 7), []],
    ['five a week', cap(5, 7), ['high']],
    ['one a day', cap(1, 1), ['high']],
    ['three text messages a week', { ...cap(3, 7), channels: ['email', 'sms'] }, ['high']],
    ['two text messages a week', { ...cap(2, 7), channels: ['sms'] }, []],
    ['eight a month', cap(8, 30), []],
    ['a cap over no days', cap(1, 0), ['no-cap']],
    ['near miss: a page that waits to be visited', { channels: ['landing', 'web'] }, []],
    ['near miss: help', { intent: 'support' }, []],
    ['near miss: a notice', { intent: 'inform' }, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('takes a notice that sells for what it does', () =>
    expect(adviceOf(judge({ intent: 'inform' }, true))).toEqual(['no-cap']));

  it('a lower cap never makes a new finding', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), days, (count, within) => {
        if (adviceOf(judge(cap(count + 1, within))).length === 0)
          expect(adviceOf(judge(cap(count, within)))).toEqual([]);
      }),
    );
  });

  it('does not apply to a score, and is not assessed without content', () => {
    expect(judge({ kind: 'score' }).status).toBe('does-not-apply');
    expect(run(check, {}).status).toBe('not-assessed');
  });
});
