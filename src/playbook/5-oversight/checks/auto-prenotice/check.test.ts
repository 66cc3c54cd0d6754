import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (automation: UseCard['automation']) =>
  run(check, { card: cardFact({ kind: 'eligibility', automation }) });

describe('auto-prenotice', () => {
  it.each<[string, UseCard['automation'], string[]]>([
    ['significant without a notice', { decision: 'significant' }, ['no-notice']],
    [
      'significant with a notice',
      { decision: 'significant', notice: 'application form, above the button' },
      [],
    ],
    ['notable', { decision: 'notable' }, []],
    ['nothing said', undefined, []],
  ])('%s', (_, automation, expected) => expect(adviceOf(judge(automation))).toEqual(expected));
});
