import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  cardFact,
  fieldUse,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const quiet: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const selling: ContentFact = {
  ...quiet,
  offers: [{ quote: '20 % off boots', at: somewhere('recall.html') }],
  sells: true,
};
const judge = (card: Partial<UseCard>, content = quiet, ...excluded: ReturnType<typeof fieldUse>[]) =>
  run(check, {
    card: cardFact({ messages: ['recall.html'], ...card }),
    content,
    audience: audienceFact(audiencePart(excluded, { part: 'exclude', pointer: '/audience/exclude' })),
  });
const disputed = fieldUse('billing.bills.disputed_at', { comparison: 'disputed_at is not null' });
const bill = { purpose: 'essential.service', basis: 'contract', audience: { exclude: 'x.sql' } } as const;

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

  it.each<[string, Partial<UseCard>, ReturnType<typeof fieldUse>[], string]>([
    ['those who dispute the bill', bill, [disputed], 'holds-back-some'],
    [
      'those who have not paid',
      bill,
      [{ ...disputed, field: 'b.paid_at', comparison: 'paid_at is null' }],
      'holds-back',
    ],
    ['those who do not dispute it', bill, [{ ...disputed, values: ['false'] }], 'holds-back'],
    ['those who dispute it, and debtors', bill, [disputed, fieldUse('b.arrears')], 'holds-back'],
    ['a recall', { ...bill, basis: 'legal-obligation' }, [disputed], 'holds-back'],
    ['a warning', { ...bill, intent: 'protect' }, [disputed], 'holds-back'],
    ['opt-outs', bill, [fieldUse('crm.people.email_opt_out')], 'holds-back'],
    [
      'opt-outs under consent',
      { ...bill, basis: 'consent' },
      [fieldUse('crm.people.email_opt_out')],
      'holds-back-consent',
    ],
  ])('leaving out: %s', (_, card, fields, expected) =>
    expect(adviceOf(judge(card, quiet, ...fields))).toEqual([expected]),
  );

  it('is not assessed without the content', () =>
    expect(run(check, { card: cardFact() }).notAssessed).toEqual([
      { check: 'sup-no-essential', missing: ['content', 'audience'], required: false },
    ]));
});
