import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>) =>
  run(check, { card: cardFact({ kind: 'next-best-action', ...card }) });

describe('nba-objective', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['clicks alone', { scores: [{ name: 'next', objective: 'clicks' }] }, ['no-exclusions', 'no-harm-term']],
    [
      'clicks against complaints, with a limit',
      { scores: [{ name: 'next', harm_term: 'complaints', constraints: ['two a week'] }] },
      [],
    ],
    [
      'complaints counted, and nobody left out',
      { scores: [{ name: 'next', harm_term: 'complaints' }] },
      ['no-exclusions'],
    ],
    [
      'somebody left out',
      { scores: [{ name: 'next', harm_term: 'complaints', exclusions: ['people who complained'] }] },
      [],
    ],
    [
      'a rule that leaves out',
      { scores: [{ name: 'next', harm_term: 'regret' }], rules: [{ name: 'no-debtors', sql: 'x.sql' }] },
      [],
    ],
    [
      'a score that ranks and chooses nothing',
      { kind: 'score', scores: [{ name: 'lead', harm_term: 'complaints' }] },
      [],
    ],
    [
      'two scores, one without',
      { kind: 'score', scores: [{ name: 'a', harm_term: 'regret' }, { name: 'b' }] },
      ['no-harm-term'],
    ],
    ['no score', {}, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('names the goal of the team where the score names none', () =>
    expect(
      judge({ kind: 'score', goal: 'repeat orders', scores: [{ name: 'next' }] }).found[0]?.what,
    ).toContain('repeat orders'));
});
