import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>) =>
  run(check, { card: cardFact({ kind: 'next-best-action', ...card }) });

describe('nba-objective', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['clicks alone', { scores: [{ name: 'next', objective: 'clicks' }] }, ['no-harm-term']],
    [
      'clicks against complaints',
      { scores: [{ name: 'next', objective: 'clicks', harm_term: 'complaints' }] },
      [],
    ],
    [
      'two scores, one without',
      { scores: [{ name: 'a', harm_term: 'regret' }, { name: 'b' }] },
      ['no-harm-term'],
    ],
    ['no score', {}, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('names the goal of the team where the score names none', () =>
    expect(judge({ goal: 'repeat orders', scores: [{ name: 'next' }] }).found[0]?.what).toContain(
      'repeat orders',
    ));
});
