import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from './source-text.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '世', '😀', '\n', '\r\n', ' '), maxLength: 40 });

describe('SourceText', () => {
  it('counts lines and columns from 1, in UTF-16 units, end exclusive', () => {
    const source = new SourceText('a.txt', 'one\n😀 two\n');
    expect(source.location(4, 10)).toEqual({ file: 'a.txt', line: 2, column: 1, endLine: 2, endColumn: 7 });
    expect(source.quote(source.location(7, 10))).toBe('two');
  });

  it.each<[string, 'utf8' | 'codepoint' | 'utf16', number, number]>([
    ['bytes', 'utf8', 5, 8],
    ['code points', 'codepoint', 2, 5],
    ['UTF-16 units', 'utf16', 3, 6],
  ])('takes offsets in %s', (_, unit, start, end) => {
    const source = new SourceText('a.txt', '😀 two');
    expect(source.quote(source.location(start, end, unit))).toBe('two');
  });

  it('gives lines without their breaks', () => {
    const source = new SourceText('a.txt', 'one\r\ntwo');
    expect([source.line(1), source.line(2), source.line(3)]).toEqual(['one', 'two', '']);
  });

  it('quotes what lies between the offsets, in every unit', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
        const source = new SourceText('a.txt', text);
        const points = [...text];
        const [start, end] = [Math.min(a, b, points.length), Math.min(Math.max(a, b), points.length)];
        const expected = points.slice(start, end).join('');
        const before = points.slice(0, start).join('');
        expect(source.quote(source.location(start, end, 'codepoint'))).toBe(expected);
        expect(
          source.quote(
            source.location(Buffer.byteLength(before), Buffer.byteLength(before + expected), 'utf8'),
          ),
        ).toBe(expected);
        expect(source.quote(source.location(before.length, before.length + expected.length))).toBe(expected);
      }),
    );
  });

  it('clamps what lies behind the end', () => {
    expect(new SourceText('a.txt', 'ab').location(5, 9)).toMatchObject({ line: 1, column: 3, endColumn: 3 });
  });
});
