import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyAtRestFile, readKeyAtRest } from './key-at-rest.ts';
import { sealerOf } from './sealer.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);

describe('a sealer', () => {
  it('opens what it sealed, and nothing of it can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), (text, context) => {
        const sealed = sealerOf(key(1)).seal(text, context);
        expect(sealerOf(key(1)).open(sealed, context)).toEqual({ ok: true, value: text });
        expect(sealed.startsWith('sealed1.')).toBe(true);
        expect(sealerOf(key(1)).seal(text, context)).not.toBe(sealed);
      }),
    );
  });

  it('opens neither under another key, nor elsewhere, nor with any letter changed', () => {
    const sealer = sealerOf(key(1));
    const sealed = sealer.seal('a private key', 'signing-key:1');
    const code = (result: { ok: boolean; problem?: { code: string } }) =>
      result.ok ? 'opened' : result.problem!.code;
    expect(code(sealerOf(key(2)).open(sealed, 'signing-key:1'))).toBe('seal.unreadable');
    expect(code(sealer.open(sealed, 'signing-key:2'))).toBe('seal.unreadable');
    for (const bad of ['', 'sealed1', 'sealed1...', `${sealed.split('.').slice(0, 3).join('.')}.AAAA`])
      expect(code(sealer.open(bad, 'signing-key:1'))).toBe('seal.unreadable');
    const [head, name, nonce, content] = sealed.split('.') as [string, string, string, string];
    for (const [part, build] of [
      [nonce, (text: string) => [head, name, text, content]],
      [content, (text: string) => [head, name, nonce, text]],
    ] as const)
      for (let at = 0; at < part.length - 1; at += 1) {
        const other = `${part.slice(0, at)}${part[at] === 'A' ? 'B' : 'A'}${part.slice(at + 1)}`;
        expect(code(sealer.open(build(other).join('.'), 'signing-key:1'))).toBe('seal.unreadable');
      }
  });

  it('with a new key still opens what the old one sealed', () => {
    const sealed = sealerOf(key(1)).seal('text', 'c');
    const renewed = sealerOf(key(2), [key(1)]);
    expect(renewed.open(sealed, 'c')).toEqual({ ok: true, value: 'text' });
    expect(sealerOf(key(1)).open(renewed.seal('text', 'c'), 'c').ok).toBe(false);
  });
});

describe('a key at rest', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-rest-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is read from base64, base64url and hex, and from nothing else', () => {
    const bytes = Buffer.from(key(0xfb));
    for (const text of [bytes.toString('base64'), bytes.toString('base64url'), `${bytes.toString('hex')}\n`])
      expect(readKeyAtRest(text)).toEqual({ ok: true, value: key(0xfb) });
    for (const text of ['', 'secret', bytes.subarray(1).toString('hex'), 'g'.repeat(64)])
      expect(readKeyAtRest(text)).toMatchObject({ ok: false, problem: { code: 'seal.unreadable' } });
  });

  it('is made once in a file for its owner alone, whoever is first', async () => {
    const path = join(folder, 'at-rest.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyAtRestFile(path)));
    expect(new Set(keys.map((one) => (one.ok ? Buffer.from(one.value).toString('hex') : 'none'))).size).toBe(
      1,
    );
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toHaveLength(44);
    expect(await readdir(folder)).toEqual(['at-rest.key']);
  });

  it('that others can read, that is none or that cannot be made is a problem', async () => {
    const open = join(folder, 'open.key');
    await keyAtRestFile(open);
    await chmod(open, 0o644);
    const none = join(folder, 'none.key');
    await writeFile(none, 'hello', { mode: 0o600 });
    for (const path of [open, none, folder, join(folder, 'no', 'such.key')])
      expect(await keyAtRestFile(path), path).toMatchObject({
        ok: false,
        problem: { code: 'seal.unreadable' },
      });
    expect(await readFile(none, 'utf8')).toBe('hello');
  });
});
