import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import { adviceOf, cardFact, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const quiet: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const selling: ContentFact = {
  ...quiet,
  offers: [{ quote: '20 % off boots', at: somewhere('recall.html') }],
  sells: true,
};
const judge = (card: Partial<UseCard>, content = quiet) =>
  run(check, { card: cardFact({ messages: ['recall.html'], ...card }), content });

describe('sup-no-essential', () => {
  it.each<[string, Partial<UseCard>, ContentFact, string[]]>([
    ['a recall to everyone', { basis: 'legal-obligation' }, quiet, []],
    [
      'a recall that spares debtors',
      { basis: 'legal-obligation', audience: { exclude: 'debtors.sql' } },
      quiet,
      ['holds-back'],
    ],
    [
      'a service notice that leaves opt-outs out',
      { purpose: 'essential.service', audience: { exclude: 'opt-outs.sql' } },
      quiet,
      ['holds-back'],
    ],
    ['a service notice that sells', { purpose: 'essential.service' }, selling, ['promotes']],
    [
      'marketing with an exclusion',
      { purpose: 'marketing.communications.email', basis: 'consent', audience: { exclude: 'opt-outs.sql' } },
      selling,
      [],
    ],
    [
      'near miss: no message at all',
      { basis: 'legal-obligation', messages: [], audience: { exclude: 'debtors.sql' } },
      quiet,
      [],
    ],
  ])('%s', (_, card, content, expected) => expect(adviceOf(judge(card, content))).toEqual(expected));

  it('is not assessed without the content', () =>
    expect(run(check, { card: cardFact() }).notAssessed).toEqual([
      { check: 'sup-no-essential', missing: ['content'], required: false },
    ]));
});
