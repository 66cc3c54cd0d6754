import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (automation: UseCard['automation']) =>
  run(check, { card: cardFact({ kind: 'eligibility', automation }) });

describe('auto-contest', () => {
  it.each<[string, UseCard['automation'], string[]]>([
    ['significant and final', { decision: 'significant' }, ['no-contest']],
    [
      'significant with a way back',
      { decision: 'significant', contest: 'reply to the letter, answered in 14 days' },
      [],
    ],
    ['notable', { decision: 'notable' }, []],
  ])('%s', (_, automation, expected) => expect(adviceOf(judge(automation))).toEqual(expected));
});
