import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import type { Message } from '../../../../check/facts/message.ts';
import {
  adviceOf,
  cardFact,
  message,
  messageBlock,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const content: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const judge = (mail: Partial<Message>, card: Partial<UseCard> = {}) =>
  run(check, {
    card: cardFact({ intent: 'sell', channels: ['email'], ...card }),
    messages: { messages: [message([messageBlock('New boots are here.')], mail)] },
    content,
  });
const link = { href: 'https://x.example/unsubscribe', text: 'Leave', at: somewhere() };
const good = {
  'List-Unsubscribe': '<https://x.example/u/1>, <mailto:u@x.example>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
};

describe('ctl-oneclick', () => {
  it.each<[string, Partial<Message>, string[]]>([
    ['no door at all', {}, ['no-link']],
    ['a link', { links: [link] }, []],
    [
      'a merge tag of the mail system',
      { mergeTags: [{ source: '{{ unsubscribe_url }}', path: 'unsubscribe_url', at: somewhere() }] },
      [],
    ],
    ['a German link', { links: [{ ...link, href: '#', text: 'Vom Newsletter abmelden' }] }, []],
    ['both headers', { headers: good }, []],
    [
      'header names in lower case',
      { headers: Object.fromEntries(Object.entries(good).map(([key, value]) => [key.toLowerCase(), value])) },
      [],
    ],
    [
      'a mailto address alone',
      { headers: { ...good, 'List-Unsubscribe': '<mailto:u@x.example>' } },
      ['no-https-address'],
    ],
    [
      'a plain http address',
      { headers: { ...good, 'List-Unsubscribe': '<http://x.example/u>' } },
      ['no-https-address'],
    ],
    ['no post header', { headers: { 'List-Unsubscribe': '<https://x.example/u>' } }, ['no-post-header']],
    [
      'two pairs in the post header',
      { headers: { ...good, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click&x=1' } },
      ['no-post-header'],
    ],
    ['a text message', { channel: 'sms' }, []],
  ])('%s', (_, mail, expected) => expect(adviceOf(judge(mail))).toEqual(expected));

  it('leaves messages alone that are owed', () => {
    expect(judge({}, { intent: 'inform', purpose: 'essential.service', basis: 'contract' }).found).toEqual(
      [],
    );
  });

  it('says that headers which the mail system adds cannot be seen', () => {
    expect(judge({ links: [link] }).notAssessed[0]).toMatchObject({ required: false });
  });
});
