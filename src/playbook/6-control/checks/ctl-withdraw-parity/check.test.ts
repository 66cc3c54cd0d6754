import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import { adviceOf, cardFact, message, messageBlock, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const content: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const judge = (text: string, card: Partial<UseCard> = {}) =>
  run(check, {
    card: cardFact({ intent: 'sell', channels: ['email'], ...card }),
    messages: { messages: [message([messageBlock(text)], { channel: card.channels?.[0] ?? 'email' })] },
    content,
  });

describe('ctl-withdraw-parity', () => {
  it.each<[string, string, string[]]>([
    ['a call', 'To unsubscribe, please call 555 0100 on weekdays.', ['hard-way-out']],
    ['a letter', 'To opt out, write to our head office.', ['hard-way-out']],
    ['a log-in', 'Log in to your account to unsubscribe.', ['hard-way-out']],
    ['a call in German', 'Zum Abmelden rufen Sie uns an.', ['hard-way-out']],
    ['a call in French', 'Pour vous désabonner, appelez le service client.', ['hard-way-out']],
    ['a link', 'To unsubscribe, click here.', []],
    ['near miss: a call about an order', 'To return the boots, please call us or write to us.', []],
  ])('%s', (_, text, expected) => expect(adviceOf(judge(text))).toEqual(expected));

  it.each<[string, string, string[]]>([
    ['no way to stop', 'New boots are in.', ['text-without-stop']],
    ['a word to answer', 'New boots are in. STOP to end', []],
    ['a link', 'New boots are in. Leave: https://x.example/u', []],
  ])('text message: %s', (_, text, expected) =>
    expect(adviceOf(judge(text, { channels: ['sms'] }))).toEqual(expected),
  );

  it('asks no stop word of a text message that is owed', () =>
    expect(adviceOf(judge('Your parcel arrives today.', { channels: ['sms'], intent: 'inform' }))).toEqual(
      [],
    ));
});
