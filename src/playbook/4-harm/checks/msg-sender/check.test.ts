import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, pathsFact, run } from '../../../../check/testing/builders.ts';
import { SourceText } from '../../../../kernel/source-text.ts';
import { readContent } from '../../content/index.ts';
import { type ReadMessageOptions, readMessage } from '../../messages/index.ts';
import check from './check.ts';
import { holdsPostalAddress } from './postal-address.ts';

function judge(
  text: string,
  options: ReadMessageOptions = {},
  card: Partial<UseCard> = {},
  paths = pathsFact(),
) {
  const messages = [
    readMessage(new SourceText('m.html', text), {
      channel: 'email',
      from: 'Harbor <news@harbor.example>',
      ...options,
    }).message!,
  ];
  return run(check, { card: cardFact(card), messages: { messages }, content: readContent(messages), paths });
}

const FOOTER = '<footer>Harbor Outfitters, 12 Quay Street, Whitby YO21 1QW</footer>';
const SALE = `<p>Get 20% off all boots.</p>${FOOTER}`;

describe('msg-sender', () => {
  it.each<[string, string, ReadMessageOptions, Partial<UseCard>, string[]]>([
    ['an honest mail', SALE, { subject: 'Boots are in' }, {}, []],
    ['a false answer', SALE, { subject: 'Re: your question' }, {}, ['false-reply']],
    ['a false forward', SALE, { subject: 'Fwd: invoice' }, {}, ['false-reply']],
    ['a false answer in German', SALE, { subject: 'AW: Ihr Termin' }, {}, ['false-reply']],
    ['a false answer in Spanish', SALE, { subject: 'RV: tu pedido' }, {}, ['false-reply']],
    ['near miss: a word that begins so', SALE, { subject: 'Returns made easy: how' }, {}, []],
    [
      'another address as a name',
      SALE,
      { from: '"service@bank.example" <x@promo-mail.test>' },
      {},
      ['false-from'],
    ],
    ['near miss: the same house', SALE, { from: '"news@harbor.example" <news@mail.harbor.example>' }, {}, []],
    ['a sale without an address', '<p>Get 20% off all boots.</p>', {}, {}, ['no-address']],
    ['a declared sale without an address', '<p>Come and see.</p>', {}, { intent: 'sell' }, ['no-address']],
    ['near miss: a merge tag prints it', '<p>Get 20% off.</p><p>{{ company.address }}</p>', {}, {}, []],
    ['near miss: Mailchimp prints it', '<p>Get 20% off.</p><p>*|HTML:LIST_ADDRESS_HTML|*</p>', {}, {}, []],
    ['near miss: nothing is sold', '<p>Your order has shipped.</p>', {}, {}, []],
    ['near miss: a text message', '<p>Re: 20% off</p>', { channel: 'sms', subject: 'Re: x' }, {}, []],
    ['a post that sells', '<p>Use promo code BOOTS.</p>', { channel: 'post' }, {}, ['no-ad-label']],
    ['near miss: a marked post', '<p>#ad Use promo code BOOTS.</p>', { channel: 'post' }, {}, []],
  ])('%s', (_, html, options, card, expected) =>
    expect(adviceOf(judge(html, options, card))).toEqual(expected),
  );

  it('lets a person look at an answer that is owed or asked for, as long as nothing is sold', () => {
    const owed = pathsFact({ owed: 'a contract' });
    const answer = '<p>Your two payments are stopped.</p>';
    const subject = 'Re: the fraud that you reported';
    expect(adviceOf(judge(answer, { subject }, {}, owed))).toEqual(['reply-on-path']);
    expect(adviceOf(judge(answer, { subject }))).toEqual(['false-reply']);
    expect(adviceOf(judge(SALE, { subject }, {}, owed))).toEqual(['false-reply']);
    expect(adviceOf(judge(answer, { subject }, { intent: 'retain' }, owed))).toContain('false-reply');
  });

  it('weighs a false subject as a block, a lacking address as a review', () => {
    expect(judge(SALE, { subject: 'Re: x' }).found[0]).toMatchObject({ gravity: 'block', quote: 'Re: x' });
    expect(judge('<p>Get 20% off.</p>').found[0]!.gravity).toBe('review');
  });

  it('cannot tell the sender where none is given, and is not assessed without messages', () => {
    expect(judge(SALE, { from: undefined }).notAssessed).toEqual([
      { check: 'msg-sender', missing: ['messages[0]: from'], required: false },
    ]);
    expect(run(check, {}).status).toBe('not-assessed');
  });

  it('knows postal addresses of several countries', () => {
    for (const text of [
      '12 Quay Street',
      'Hafenstraße 12',
      '3, rue du Port',
      'Calle Mayor 5',
      'P.O. Box 77',
      'Austin, TX 78701',
      '20457 Hamburg',
      '[Sender_Address]',
      '%%Member_Addr%%',
    ])
      expect(holdsPostalAddress(text), text).toBe(true);
    for (const text of [
      'Get 20% off all boots',
      'Reply within 14 days',
      'In 2026 we grew',
      'Your address book',
    ])
      expect(holdsPostalAddress(text), text).toBe(false);
  });
});
