import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const SPARING: Partial<UseCard> = {
  kind: 'suppression',
  purpose: 'marketing.communications.email',
  intent: 'protect',
};
const judge = (card: Partial<UseCard>) => run(check, { card: cardFact(card) });

describe('auto-class', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['a score without a class', { kind: 'score' }, ['unclassed']],
    [
      'an assistant with logic alone',
      { kind: 'assistant', automation: { logic: 'answers questions' } },
      ['unclassed'],
    ],
    ['a list of people who are spared marketing', SPARING, ['unclassed-sparing']],
    ['the same to keep people', { ...SPARING, intent: 'retain' }, ['unclassed']],
    ['the same for a service', { ...SPARING, purpose: 'essential.service' }, ['unclassed']],
    [
      'the same with a rule of eligibility',
      { ...SPARING, rules: [{ name: 'x', sql: 'x.sql', type: 'eligibility' }] },
      ['unclassed'],
    ],
    [
      'a loan offer classed as notable',
      { kind: 'eligibility', goal: 'fewer bad loans', automation: { decision: 'notable' } },
      ['classed-too-low'],
    ],
    [
      'a rental decision classed as none',
      { kind: 'score', benefit: 'quick answer for tenants', automation: { decision: 'none' } },
      ['classed-too-low'],
    ],
    [
      'a significant decision',
      { kind: 'eligibility', goal: 'fewer bad loans', automation: { decision: 'significant' } },
      [],
    ],
    [
      'a shoe recommendation',
      { kind: 'recommendation', goal: 'repeat orders', automation: { decision: 'notable' } },
      [],
    ],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('is silent about credit where only the logic explains that none is decided', () => {
    const logic = 'ranks boots; no credit limit depends on it';
    expect(judge({ kind: 'score', automation: { decision: 'notable', logic } }).status).toBe('clear');
  });

  it('does not apply to a plain campaign', () => {
    expect(judge({ kind: 'campaign' }).status).toBe('does-not-apply');
  });

  it('calls a person, not the machine, where the class looks too low', () => {
    expect(
      judge({ kind: 'score', goal: 'rank mortgage leads', automation: { decision: 'none' } }).found[0]
        ?.gravity,
    ).toBe('review');
  });
});
