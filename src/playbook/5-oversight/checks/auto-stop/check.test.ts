import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>) => run(check, { card: cardFact(card) });

describe('auto-stop', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['a score that nobody stops', { kind: 'score', automation: { decision: 'notable' } }, ['no-stop-owner']],
    ['a journey without a word on automation', { kind: 'journey' }, ['no-stop-owner']],
    [
      'an assistant with a stop owner',
      { kind: 'assistant', automation: { stop_owner: 'cdo@harbor.example' } },
      [],
    ],
    [
      'a list of people who are spared marketing',
      { kind: 'suppression', purpose: 'marketing', intent: 'protect' },
      ['no-stop-owner-sparing'],
    ],
    [
      'a list that leaves people out of a service',
      { kind: 'suppression', purpose: 'essential.service', intent: 'protect' },
      ['no-stop-owner'],
    ],
    ['a rule that decides nothing', { kind: 'suppression', automation: { decision: 'none' } }, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('says that the stop drill cannot be seen from files', () => {
    expect(judge({ kind: 'score', automation: { stop_owner: 'a@b.example' } }).notAssessed[0]?.required).toBe(
      false,
    );
  });

  it('does not apply to a single campaign', () =>
    expect(judge({ kind: 'campaign' }).status).toBe('does-not-apply'));
});
