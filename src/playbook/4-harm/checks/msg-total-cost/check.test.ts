import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import { SourceText } from '../../../../kernel/source-text.ts';
import { readContent } from '../../content/index.ts';
import { readMessage } from '../../messages/index.ts';
import check from './check.ts';

function judge(html: string, card: Partial<UseCard> = {}) {
  const messages = [readMessage(new SourceText('m.html', html)).message!];
  return run(check, { card: cardFact(card), messages: { messages }, content: readContent(messages) });
}

describe('msg-total-cost', () => {
  it.each<[string, string, string[]]>([
    ['a monthly price alone', '<p>All films for just $9 a month.</p>', ['no-renewal']],
    ['a free trial alone', '<p>Start your free trial of Harbor Plus.</p>', ['no-renewal']],
    ['renewal without a way out', '<p>Free trial for 30 days, then $9 a month.</p>', ['no-renewal']],
    ['all said', '<p>Free trial for 30 days, then $9 a month until you cancel in your account.</p>', []],
    ['German, alone', '<p>Filme für nur 9 € im Monat.</p>', ['no-renewal']],
    [
      'German, all said',
      '<p>Probemonat gratis: Gratis Probemonat, danach 9 € im Monat, jederzeit kündbar.</p>',
      [],
    ],
    ['French, all said', '<p>Essai gratuit, puis 9 € par mois, sans engagement.</p>', []],
    ['Spanish, alone', '<p>Películas por solo 9 € al mes.</p>', ['no-renewal']],
    [
      'said in the footer alone',
      '<p>All films for just $9 a month. Start tonight and watch what you like with everyone you like.</p><div class="footer">It renews monthly until you cancel.</div>',
      ['footer'],
    ],
    ['a fee left out', '<p>Boots for $49 plus shipping.</p>', ['extra']],
    ['a fee left out, with the total', '<p>Boots for $49 plus shipping, in total $54.</p>', []],
    ['near miss: a plain price', '<p>Boots for $49, free delivery.</p>', []],
    ['near miss: nothing sold', '<p>Your monthly statement is ready.</p>', []],
    ['near miss: an amount due', '<p>The amount due is $84 plus fees of $5 for this month.</p>', []],
  ])('%s', (_, html, expected) => expect(adviceOf(judge(html))).toEqual(expected));

  it('takes a renewal from the card, too', () => {
    expect(
      adviceOf(judge('<p>Join now: 20% off.</p>', { terms: { price: '9 EUR', renews: 'monthly' } })),
    ).toEqual(['no-renewal']);
    expect(judge('<p>Your order has shipped.</p>', { terms: { renews: 'monthly' } }).status).toBe('clear');
  });

  it('is not assessed without content', () =>
    expect(run(check, { messages: { messages: [] } }).status).toBe('not-assessed'));
});
