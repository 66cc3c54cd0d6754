import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderedFrom, type Template } from './rendered-from.ts';

const NAME = '{{ first_name }}';
const PAIR = '{{ pair }}';
const template = (source: string): Template => ({
  source,
  tags: [
    { written: NAME, name: 'first_name' },
    { written: PAIR, name: 'pair' },
  ],
});
const LETTER = `Hello ${NAME}, we have ${PAIR} for you.\nBye ${NAME}`;

describe('a text that is rendered', () => {
  it('is the template with its slots filled', () => {
    expect(renderedFrom(template(LETTER), 'Hello Ann, we have boots for you.\r\nBye Ann')).toEqual({
      type: 'rendered',
      filled: [
        { name: 'first_name', value: 'Ann' },
        { name: 'pair', value: 'boots' },
        { name: 'first_name', value: 'Ann' },
      ],
    });
    expect(renderedFrom(template('Hello'), 'Hello')).toEqual({ type: 'rendered', filled: [] });
    expect(renderedFrom(template(NAME), '')).toMatchObject({ type: 'rendered' });
  });

  it.each([
    [
      'a word more at the end',
      'Hello Ann, we have boots for you.\nBye Ann',
      `Hello ${NAME}, we have ${PAIR} for you.`,
    ],
    ['a word less', 'Hello Ann, we boots for you.\nBye Ann', LETTER],
    ['another beginning', 'Hi Ann, we have boots for you.\nBye Ann', LETTER],
    ['pieces in another order', 'Bye Ann Hello', `Hello ${NAME}Bye`],
    ['an end that overlaps the beginning', 'aba', `ab${NAME}ba`],
    ['a text without slots that differs', 'Hello!', 'Hello'],
  ])('is another text with %s', (_what, text, source) =>
    expect(renderedFrom(template(source), text).type).toBe('other'),
  );

  it('cannot be told of a template with conditions', () => {
    const shown = renderedFrom(template(`{% if vip %}Hello ${NAME}{% endif %}`), 'Hello Ann');
    expect(shown).toMatchObject({ type: 'other', says: expect.stringContaining('conditions') });
  });

  it('holds whatever fills the slots, and the values make the text again', () => {
    const piece = fc
      .string({ maxLength: 8 })
      .filter((text) => !/[{<$*%\r]/.test(text) && text.normalize('NFC') === text);
    fc.assert(
      fc.property(piece, piece, piece, piece, piece, (a, b, c, x, y) => {
        const text = `${a}${x}${b}${y}${c}`.normalize('NFC');
        const rendering = renderedFrom(template(`${a}${NAME}${b}${PAIR}${c}`), text);
        if (rendering.type === 'other') throw new Error(rendering.says);
        const [first, second] = rendering.filled.map(({ value }) => value);
        expect(`${a}${first}${b}${second}${c}`.normalize('NFC')).toBe(text);
      }),
    );
  });
});
