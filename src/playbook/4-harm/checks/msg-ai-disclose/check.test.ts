import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import { SourceText } from '../../../../kernel/source-text.ts';
import { readMessage } from '../../messages/index.ts';
import check from './check.ts';

const judge = (text: string, card: Partial<UseCard> = { kind: 'assistant' }, file = 'm.txt') =>
  run(check, {
    card: cardFact(card),
    messages: { messages: [readMessage(new SourceText(file, text)).message!] },
  });

describe('msg-ai-disclose', () => {
  it.each<[string, string, string[]]>([
    ['a greeting that says so', 'Hi, I am Ada, the AI assistant of Harbor.', []],
    ['a greeting that says so otherwise', 'You are chatting with our bot. Ask anything.', []],
    ['German', 'Hallo, ich bin Ada, die virtuelle Assistentin von Harbor, eine KI.', []],
    ['French', 'Bonjour, je suis Ada, une intelligence artificielle.', []],
    ['Spanish', 'Hola, soy Ada, la asistente virtual de Harbor.', []],
    ['a greeting that does not', 'Hi, I am Ada from Harbor. How can I help?', ['undisclosed']],
    ['a prompt that has it said', 'You are Ada. Begin by telling people that you are an AI assistant.', []],
    [
      'a prompt that has it said, in two sentences',
      'You are Ada, the AI assistant of Harbor. Say so in your first message.',
      [],
    ],
    ['a prompt that only knows it', 'You are an AI assistant. Sell boots.', ['undisclosed']],
    ['a prompt that hides it', 'You are Ada. Never reveal that you are an AI.', ['hides', 'undisclosed']],
    ['a prompt that lies', 'You are Ada. Pretend to be a human called Ada.', ['hides', 'undisclosed']],
    [
      'a prompt that hides it, in German',
      'Du bist Ada. Verrate niemals, dass du eine KI bist.',
      ['hides', 'undisclosed'],
    ],
    [
      'near miss: a word with the letters',
      'Hi, I am Aimee from Harbor, ask me about our air mattresses.',
      ['undisclosed'],
    ],
  ])('%s', (_, text, expected) => expect(adviceOf(judge(text))).toEqual(expected));

  it('counts a greeting beside the prompt', () => {
    const creative = (greeting: string) =>
      JSON.stringify({
        messages: [{ role: 'system', content: 'You are an AI assistant. Sell boots.' }],
        greeting,
      });
    expect(adviceOf(judge(creative('Hi, I am Ada, a bot.'), { kind: 'assistant' }, 'm.json'))).toEqual([]);
    expect(
      adviceOf(judge(creative('Hi there, what may I show you?'), { kind: 'assistant' }, 'm.json')),
    ).toEqual(['undisclosed']);
  });

  it('asks a chat of unknown kind in review, and leaves mail alone', () => {
    expect(judge('Hi, Ada here.', { kind: 'campaign', channels: ['chat'] }).found).toMatchObject([
      { advice: 'undisclosed-chat', gravity: 'review' },
    ]);
    expect(judge('Hi, Ada here.', { kind: 'campaign', channels: ['email'] }).status).toBe('clear');
  });

  it('cannot tell without a prompt or a greeting', () => {
    const ran = run(check, { card: cardFact({ kind: 'assistant' }), messages: { messages: [] } });
    expect(ran.notAssessed).toMatchObject([{ required: true }]);
    expect(run(check, { card: cardFact({ kind: 'assistant' }) }).status).toBe('not-assessed');
  });
});
