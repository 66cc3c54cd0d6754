import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedWords, rangeOf, sentenceAround, withoutSentence, withWords } from './suggested-edit.ts';

const placeOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  const lines = (end: number) => text.slice(0, end).split('\n');
  const position = (at: number) => ({ line: lines(at).length, column: lines(at).at(-1)!.length + 1 });
  const [from, to] = [position(start), position(start + words.length)];
  return { file: 'message.html', ...from, endLine: to.line, endColumn: to.column };
};
const sentence = (text: string, words: string) => {
  const range = sentenceAround(text, placeOf(text, words));
  return range === null ? null : text.slice(range.start, range.end);
};
const without = (text: string, words: string) =>
  withoutSentence(text, sentenceAround(text, placeOf(text, words))!);

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

  it('is left alone where markup stands in it', () => {
    expect(sentence('Only <b>3</b> left today', 'Only <b>3</b> left')).toBeNull();
  });
});

describe('the sentence around words', () => {
  it.each([
    ['<p>Hurry! Only 3 left.</p>', 'Hurry', 'Hurry!'],
    ['<p>Hurry! Only 3 left.</p>', 'Only 3', 'Only 3 left.'],
    ['<p>It costs 3.50 now. Last chance, ends tonight!</p>', 'Last chance', 'Last chance, ends tonight!'],
    ['<p>Now only 3.50 for all. Bye.</p>', 'for all', 'Now only 3.50 for all.'],
    ['<a href="x.html">No thanks, I like cold feet</a>', 'I like cold', 'No thanks, I like cold feet'],
    ['Hello.\n\nLast chance?! Bye.', 'Last chance', 'Last chance?!'],
    ['Buy {{ thing }} before it goes', 'before it goes', 'Buy {{ thing }} before it goes'],
  ])('%s: %s', (text, words, expected) => {
    expect(sentence(text, words)).toBe(expected);
  });

  it('always holds the words', () => {
    const letters = fc.array(fc.constantFrom('a', 'B', ' ', '.', '!', '<', '>', '\n', '1', '…', '😀'));
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const text = `${before.join('')}§§${after.join('')}`;
        expect(sentence(text, '§§')).toContain('§§');
      }),
    );
  });
});

describe('a text without the sentence', () => {
  it.each([
    ['<p>Hurry! Only 3 left.</p>', 'Hurry', '<p>Only 3 left.</p>'],
    ['<p>Hello. Last chance, ends tonight! Bye.</p>', 'Last chance', '<p>Hello. Bye.</p>'],
    ['Hello.\nLast chance!\nBye.', 'Last chance', 'Hello.\n\nBye.'],
    ['Hello. Last chance!', 'Last chance', 'Hello.'],
  ])('%s', (text, words, expected) => {
    expect(without(text, words)).toBe(expected);
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
