import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['Hurry up!', 'hurry up!'],
    ['H U R R Y, only 2 left', 'hurry, only 2 left'],
    ['L A S T  C H A N C E', 'last chance'],
    ['L A S T C H A N C E', 'last chance'],
    ['H-U-R-R-Y-U-P now', 'hurry up now'],
    ['O n l y 2 l e f t', 'only 2 left'],
    ['X Q Z V W', 'xqzvw'],
    ['H.U.R.R.Y now', 'hurry now'],
    ['A B C', 'a b c'],
    ['Hur\u200bry\u00ad up', 'hurry up'],
    ['Нurrу up', 'hurry up'],
    ['НУRRY up', 'hyrry up'],
    ['оnе left', 'one left'],
    ['Ηurry', 'hurry'],
    ['ʜᴜʀʀʏ ᴜᴘ', 'hurry up'],
    ['Ｏｎｌｙ ３ ｌｅｆｔ', 'only 3 left'],
    ['𝐇𝐮𝐫𝐫𝐲 𝕌𝕡', 'hurry up'],
    ['🅷🆄🆁🆁🆈', 'hurry'],
    ['Don’t miss out!!!!', "don't miss out!"],
    ['🔥🔥 Hurry 🔥', 'hurry'],
    ['🔥', ''],
    ['Only {{ stock.left }} left', 'only § left'],
    ['*|FNAME|*, your trial ends [DATE]', '§, your trial ends §'],
    ['Dernière\u00a0  chance', 'dernière chance'],
    ['h\u0335u\u0335r\u0335r\u0335y\u0335', 'hurry'],
    ['Спешите, осталось мало', 'спешите, осталось мало'],
    ['ﬁnal hours', 'final hours'],
    ['02:06:40 left', '02:06:40 left'],
  ])('reads %j as %j', (written, read) => {
    expect(normalise(written).text).toBe(read);
  });

  it('gives the written range back for a quote', () => {
    const written = '𝒳 🔥 Нur\u200bry, o n l y 2 left';
    const { text, map } = normalise(written);
    const at = text.indexOf('hurry');
    const { start, end } = map(at, at + 5);
    expect(written.slice(start, end)).toBe('Нur\u200bry');
    const only = text.indexOf('only');
    const range = map(only, only + 4);
    expect(written.slice(range.start, range.end)).toBe('o n l y');
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(
      'H U R R Y',
      'Ｏ',
      '𝐇',
      '🔥',
      '  ',
      '!!!',
      '{{ a }}',
      '\u200b',
      'о',
      'ﬃ',
      '…',
      '\u0335',
      'İ',
      'a\ud800',
      'left',
    ),
  );
  const written = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

  it('maps every range inside the original, in order, and never splits a pair', () => {
    fc.assert(
      fc.property(written, (original) => {
        const { text, map } = normalise(original);
        let previous = 0;
        for (let at = 0; at < text.length; at++) {
          const { start, end } = map(at, at + 1);
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeLessThanOrEqual(original.length);
          const cutsPair = (index: number): boolean =>
            index > 0 &&
            /[\ud800-\udbff]/.test(original[index - 1]!) &&
            /[\udc00-\udfff]/.test(original[index] ?? '');
          expect(cutsPair(start)).toBe(false);
          expect(cutsPair(end)).toBe(false);
          previous = start;
        }
        const whole = map(0, text.length);
        expect(whole.start).toBeLessThanOrEqual(whole.end);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what a range quotes the same again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 ,.!?'-]{0,60}$/), fc.nat(), fc.nat(), (original, a, b) => {
        const { text, map } = normalise(original);
        const start = Math.min(a, b) % (text.length + 1);
        const end = Math.min(text.length, start + (Math.max(a, b) % 12));
        const range = map(start, end);
        const plain = (value: string): string => value.toLowerCase().replace(/[^a-z0-9]/g, '');
        expect(plain(original.slice(range.start, range.end))).toBe(plain(text.slice(start, end)));
      }),
    );
  });
});
