import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...parts: Array<string | number[]>) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('decodeText', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes('é😀'), 'é😀'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'é'), 'é'],
    ['UTF-16 little-endian', Buffer.from('\uFEFFé😀', 'utf16le'), 'é😀'],
    ['UTF-16 big-endian', Buffer.from('\uFEFFé', 'utf16le').swap16(), 'é'],
    ['an empty file', bytes(''), ''],
  ])('reads %s', (_, given, text) =>
    expect(decodeText('a.txt', given)).toMatchObject({ ok: true, value: { text } }),
  );

  it.each<[string, Uint8Array, string]>([
    ['Latin-1', Buffer.from('caf\u00e9', 'latin1'), 'file.encoding'],
    ['UTF-8 cut in the middle', bytes('é').subarray(0, 1), 'file.encoding'],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'file.binary'],
    ['UTF-16 without a mark', Buffer.from('abc', 'utf16le'), 'file.binary'],
  ])('refuses %s with a word on how to mend it', (_, given, code) => {
    const read = decodeText('a.txt', given);
    expect(read).toMatchObject({ ok: false, problem: { code, at: { file: 'a.txt' } } });
    expect(read.ok ? '' : read.problem.hint).toContain('UTF-8');
  });
});
