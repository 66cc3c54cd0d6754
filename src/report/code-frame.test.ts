import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../kernel/source-text.ts';
import { codeFrame, type FrameLine, frameLineWidth } from './code-frame.ts';
import { displayWidth, visible } from './display-width.ts';

const options = { width: 60, context: 1, showValues: false };
const frameOf = (text: string, words: string, over: Partial<typeof options> = {}) => {
  const source = new SourceText('a.txt', text);
  const start = text.indexOf(words);
  return codeFrame(source, source.location(start, start + words.length), { ...options, ...over });
};
const shown = (text: string, words: string, over: Partial<typeof options> = {}): string[] =>
  frameOf(text, words, over).lines.map((line) =>
    'skipped' in line
      ? `… ${line.skipped}`
      : `${line.number}|${line.parts.map(({ text: part, marked }) => (marked ? `[${part}]` : part)).join('')}`,
  );

describe('codeFrame', () => {
  it.each([
    ['a line with its neighbours', 'one\ntwo three\nfour', 'two', {}, ['1|one', '2|[two] three', '3|four']],
    ['Windows line ends', 'one\r\ntwo\r\nthree\r\n', 'two', {}, ['1|one', '2|[two]', '3|three']],
    ['tabs as two columns', '\ta\tb', 'b', {}, ['1|  a  [b]']],
    [
      'astral characters before and inside',
      '👩‍👩‍👧 漢字 now 👋 ok',
      'now 👋',
      {},
      ['1|👩‍👩‍👧 漢字 [now 👋] ok'],
    ],
    ['a span over lines without its indent', 'a\n  b', 'a\n  b', {}, ['1|[a]', '2|  [b]']],
    [
      'a long span by its ends',
      'a\nb\nc\nd\ne\nf\ng',
      'b\nc\nd\ne\nf\ng',
      {},
      ['1|a', '2|[b]', '3|[c]', '… 3', '7|[g]'],
    ],
    [
      'a long line cut around the span',
      `${'x'.repeat(100)}HERE${'y'.repeat(100)}`,
      'HERE',
      { width: 20 },
      [`1|…${'x'.repeat(8)}[HERE]${'y'.repeat(6)}…`],
    ],
    [
      'values that name people',
      "email in ('a@b.example', 'c@d.example')",
      'email',
      {},
      ['1|[email] in ([2 values])'],
    ],
  ])('%s', (_title, text, words, over, expected) => {
    expect(shown(text, words, over)).toEqual(expected);
  });

  it('shows what steers a terminal or turns the reading direction as signs', () => {
    expect(shown('a\u001b[31mb\u202ec', 'b')).toEqual(['1|a␛[31m[b]<U+202E>c']);
  });

  it('shows the values where they are asked for', () => {
    expect(shown("email in ('a@b.example')", 'email', { showValues: true })).toEqual([
      "1|[email] in ('a@b.example')",
    ]);
  });

  it('marks a place without length', () => {
    const source = new SourceText('a.txt', 'ab\ncd');
    expect(codeFrame(source, source.location(2), options).lines[0]).toEqual({
      number: 1,
      parts: [
        { text: 'ab', marked: false },
        { text: ' ', marked: true },
      ],
    });
  });

  it('never grows wider than asked and always marks something', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '漢', '👋', '\n', '\t', '\u0301', 'é'),
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: 24, max: 80 }), (all, a, b, width) => {
        const source = new SourceText('a.txt', all);
        const start = a % all.length;
        const frame = codeFrame(source, source.location(start, start + 1 + (b % all.length)), {
          ...options,
          width,
        });
        const lines = frame.lines.filter((line): line is FrameLine => !('skipped' in line));
        for (const line of lines) expect(frameLineWidth(line)).toBeLessThanOrEqual(width);
        if (all.slice(start, start + 1 + (b % all.length)).trim() !== '')
          expect(lines.some(({ parts }) => parts.some(({ marked }) => marked))).toBe(true);
      }),
    );
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['👋', 2],
    ['👩‍👩‍👧', 2],
    ['e\u0301', 1],
    ['❤️', 2],
    ['ｆｕｌｌ', 8],
    ['Grüße', 5],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('visible', () => {
  it('keeps plain words, tabs, line ends and emoji, and lets nothing steer', () => {
    expect(visible('Grüße\t👩‍👧\n')).toBe('Grüße\t👩‍👧\n');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
