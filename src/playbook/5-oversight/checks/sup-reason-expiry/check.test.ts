import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>) => run(check, { card: cardFact({ kind: 'suppression', ...card }) });
const rule = (more: object = {}) => ({
  name: 'no-debtors',
  sql: 'suppress.sql',
  reason: 'unpaid orders',
  expires: '2027-01-31',
  appeal: 'service desk',
  ...more,
});

describe('sup-reason-expiry', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['a complete rule', { rules: [rule()] }, []],
    ['no reason', { rules: [rule({ reason: undefined })] }, ['no-reason']],
    ['no end', { rules: [rule({ expires: undefined })] }, ['no-end']],
    ['ended yesterday', { rules: [rule({ expires: '2026-11-19' })] }, ['ended']],
    ['no way back', { rules: [rule({ appeal: undefined })] }, ['no-way-back']],
    [
      'an opt-out without an end',
      { rules: [rule({ type: 'opt-out', expires: undefined, appeal: undefined })] },
      [],
    ],
    ['an opt-out that ends', { rules: [rule({ type: 'opt-out' })] }, ['opt-out-ends']],
    [
      'an exclusion that no rule explains',
      { kind: 'campaign', audience: { exclude: 'suppress.sql' } },
      ['exclusion-without-rule'],
    ],
    [
      'an exclusion with its rule',
      { kind: 'campaign', audience: { exclude: 'suppress.sql' }, rules: [rule()] },
      [],
    ],
    ['nothing left out', { kind: 'campaign' }, []],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));
});
