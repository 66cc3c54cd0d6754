import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (automation: UseCard['automation'], owner = 'crm@harbor.example') =>
  run(check, { card: cardFact({ kind: 'eligibility', owner, automation }) });

describe('auto-review-record', () => {
  it.each<[string, UseCard['automation'], string[]]>([
    ['significant and nobody reviews', { decision: 'significant' }, ['no-reviewer']],
    [
      'significant and the owner reviews',
      { decision: 'significant', review: 'crm@harbor.example' },
      ['owner-reviews'],
    ],
    ['significant with a reviewer', { decision: 'significant', review: 'trust@harbor.example' }, []],
    ['notable without a reviewer', { decision: 'notable' }, []],
    ['no automation at all', undefined, []],
  ])('%s', (_, automation, expected) => expect(adviceOf(judge(automation))).toEqual(expected));

  it('says that the records themselves are not assessed, and does not hold the use for it', () => {
    const ran = judge({ decision: 'significant', review: 'trust@harbor.example' });
    expect(ran.notAssessed).toEqual([
      { check: 'auto-review-record', missing: ['the records of single reviews'], required: false },
    ]);
  });
});
