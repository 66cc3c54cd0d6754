import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedWords, rangeOf, withoutWords, withWords, wordsAt } from './suggested-edit.ts';

const placeOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  const lines = (end: number) => text.slice(0, end).split('\n');
  const position = (at: number) => ({ line: lines(at).length, column: lines(at).at(-1)!.length + 1 });
  const [from, to] = [position(start), position(start + words.length)];
  return { file: 'message.html', ...from, endLine: to.line, endColumn: to.column };
};
const without = (text: string, words: string) => withoutWords(text, rangeOf(text, placeOf(text, words))!);

describe('the place of a finding in a text', () => {
  it('is found again, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before.replaceAll('§', '')}\n§words§${after}`;
        const range = rangeOf(text, placeOf(text, '§words§'))!;
        expect(text.slice(range.start, range.end)).toBe('§words§');
        expect(withWords(text, range, '§words§')).toBe(text);
      }),
    );
  });

  it('is none where the text has changed under it', () => {
    expect(rangeOf('one line', { file: '', line: 3, column: 1, endLine: 3, endColumn: 4 })).toBeNull();
    expect(rangeOf('short', { file: '', line: 1, column: 2, endLine: 1, endColumn: 90 })).toBeNull();
  });

  it('is left alone where markup or a template stands in it', () => {
    const text = 'Only <b>3</b> left for {{ name }} today';
    expect(wordsAt(text, placeOf(text, 'Only <b>3</b> left'))).toBeNull();
    expect(wordsAt(text, placeOf(text, 'for {{ name }}'))).toBeNull();
    expect(wordsAt(text, placeOf(text, 'today'))).toBe('today');
  });
});

describe('a text without the words', () => {
  it.each([
    ['<p>Hurry! Only 3 left.</p>', 'Hurry', '<p>Only 3 left.</p>'],
    ['<p>Hello. Last chance, ends tonight!</p>', 'Last chance', '<p>Hello. Ends tonight!</p>'],
    ['The boots are here, hurry, and dry.', 'hurry', 'The boots are here, and dry.'],
    ['Buy them now before they go.', 'before they go', 'Buy them now.'],
    ['They are back now for you', 'now', 'They are back for you'],
    ['Hello.\nLast chance!\nBye.', 'Last chance', 'Hello.\n\nBye.'],
  ])('%s', (text, words, expected) => {
    const result = without(text, words);
    expect(result).not.toContain(words);
    expect(result).toBe(expected);
  });
});

describe('words that an advice proposes', () => {
  it('are those it quotes as an example', () => {
    expect(
      proposedWords({
        instead: 'Write the refusal in neutral words, as “No thanks”, and show it.',
        quote: 'x',
      }),
    ).toBe('No thanks');
    expect(proposedWords({ instead: 'Say the day and hour at which it ends.', quote: 'x' })).toBeNull();
    expect(proposedWords({ instead: 'Take “Hurry” out.', quote: 'Hurry' })).toBeNull();
  });
});
