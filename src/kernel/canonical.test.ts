import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, contentHash } from './canonical.ts';

describe('contentHash', () => {
  it('is that of RFC 8785, whatever the key order', () => {
    expect(contentHash({ b: 1, a: [true, null] })).toBe(contentHash({ a: [true, null], b: 1 }));
    // sha256 of {"a":1}
    expect(contentHash({ a: 1 })).toBe(
      'sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    );
  });

  it('changes with any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(contentHash(a) === contentHash(b)).toBe(contentHash([a]) === contentHash([b]));
      }),
    );
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
  });

  it('ignores members that are undefined', () =>
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 })));
});

describe('canonicalText', () => {
  it.each([
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['a byte order mark', '\uFEFFa', 'a'],
    ['composed and decomposed letters', 'e\u0301', '\u00e9'],
  ])('evens out %s', (_, text, expected) => expect(canonicalText(text)).toBe(expected));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
    );
  });
});
