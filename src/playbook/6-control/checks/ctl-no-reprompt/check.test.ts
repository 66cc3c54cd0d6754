import { describe, expect, it } from 'vitest';
import type { MessageControl } from '../../../../check/facts/message.ts';
import { adviceOf, message, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const button = (text: string, answer: MessageControl['answer'] = 'other'): MessageControl => ({
  type: 'button',
  text,
  checked: false,
  answer,
  fontSizePx: null,
  looksLikeButton: true,
  at: somewhere(),
});
const judge = (...controls: MessageControl[]) =>
  run(check, { messages: { messages: [message([], { controls })] } });

describe('ctl-no-reprompt', () => {
  it.each<[string, MessageControl[], string[]]>([
    ['yes or later', [button('Turn on', 'accept'), button('Maybe later', 'decline')], ['later-alone']],
    ['yes or no', [button('Turn on', 'accept'), button('No', 'decline')], []],
    ['yes, later or no', [button('Turn on', 'accept'), button('Later'), button('No', 'decline')], []],
    ['German', [button('Ja, gern', 'accept'), button('Später', 'decline')], ['later-alone']],
    ['no question at all', [button('See the boots')], []],
  ])('%s', (_, controls, expected) => expect(adviceOf(judge(...controls))).toEqual(expected));
});
