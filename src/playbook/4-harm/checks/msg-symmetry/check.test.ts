import { describe, expect, it } from 'vitest';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import { SourceText } from '../../../../kernel/source-text.ts';
import type { Channel } from '../../../../kernel/vocabulary.ts';
import { readMessage } from '../../messages/index.ts';
import check from './check.ts';

const judge = (html: string, channels: Channel[] = ['prompt']) =>
  run(check, {
    card: cardFact({ channels }),
    messages: { messages: [readMessage(new SourceText('m.html', html), {}).message!] },
  });

const BUTTON = 'style="background:#111;padding:9px;display:inline-block"';
const YES = `<a href="/y" ${BUTTON}>Yes, sign me up</a>`;

describe('msg-symmetry', () => {
  it.each<[string, string, Channel[], string[]]>([
    ['two buttons', `${YES} <a href="/n" ${BUTTON}>No thanks</a>`, ['prompt'], []],
    ['two links', '<a href="/y">Accept</a> <a href="/n">Decline</a>', ['landing'], []],
    ['a link beside a button', `${YES} <a href="/n">No thanks</a>`, ['prompt'], ['weaker']],
    [
      'a smaller no',
      '<a href="/y" style="font-size:18px">Accept</a> <a href="/n" style="font-size:11px">Decline</a>',
      ['web'],
      ['weaker'],
    ],
    ['only later', `${YES} <button>Maybe later</button>`, ['prompt'], ['only-later']],
    ['later and no', `${YES} <button>Maybe later</button><button>No thanks</button>`, ['prompt'], []],
    ['later, smaller', `${YES} <a href="/l">Not now</a>`, ['prompt'], ['only-later', 'weaker']],
    ['a prompt without a no', YES, ['prompt'], ['no-decline']],
    [
      'a page that asks for consent without a no',
      '<p>We use cookies to follow you.</p><button>Accept all</button>',
      ['landing'],
      ['no-decline'],
    ],
    [
      'German',
      '<p>Dürfen wir Benachrichtigungen senden?</p><button>Erlauben</button>',
      ['in-app'],
      ['no-decline'],
    ],
    ['near miss: a page with a shop button', '<p>New boots.</p><button>Buy now</button>', ['landing'], []],
    [
      'near miss: a box that may stay empty',
      '<label><input type="checkbox"> I agree to cookies</label><button>Continue</button>',
      ['landing'],
      [],
    ],
    ['near miss: in mail', `${YES} <a href="/n">No thanks</a>`, ['email'], []],
    ['near miss: nothing to accept', '<button>Close</button>', ['prompt'], []],
  ])('%s', (_, html, channels, expected) => expect(adviceOf(judge(html, channels))).toEqual(expected));

  it('quotes the way to say no, and compares sizes', () => {
    const { found } = judge(
      '<a href="/y" style="font-size:18px">Accept</a> <a href="/n" style="font-size:11px">Decline</a>',
    );
    expect(found[0]).toMatchObject({ quote: 'Decline', gravity: 'block' });
    expect(found[0]!.what).toContain('11 px instead of 18 px');
  });

  it('is not assessed without messages', () => expect(run(check, {}).status).toBe('not-assessed'));
});
