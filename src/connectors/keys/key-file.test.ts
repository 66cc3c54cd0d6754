import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFile, openKeyFile } from './key-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('a statement');
const codeOf = (result: { ok: boolean; problem?: { code: string } }): string | undefined =>
  result.ok ? undefined : result.problem!.code;

describe('a key file', () => {
  it('gives the same key and the same signature whenever it is opened', async () => {
    const path = join(folder, 'clearance.pem');
    const created = await createKeyFile(path);
    const opened = await openKeyFile(path);
    if (!created.ok || !opened.ok) throw new Error('not opened');
    expect(opened.value.publicKey).toEqual(created.value.publicKey);
    expect(await opened.value.sign(bytes)).toEqual(await created.value.sign(bytes));
  });

  it('is read by its owner alone', async () => {
    const path = join(folder, 'clearance.pem');
    await createKeyFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o640);
    expect(codeOf(await openKeyFile(path))).toBe('key.unreadable');
  });

  it('is never overwritten', async () => {
    const path = join(folder, 'clearance.pem');
    await createKeyFile(path);
    const before = await readFile(path);
    expect(codeOf(await createKeyFile(path))).toBe('key.exists');
    expect(await readFile(path)).toEqual(before);
  });

  it('opens with its passphrase alone, and holds no plain key', async () => {
    const path = join(folder, 'clearance.pem');
    await createKeyFile(path, 'correct horse');
    expect(await readFile(path, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect((await openKeyFile(path, 'correct horse')).ok).toBe(true);
    expect(codeOf(await openKeyFile(path, 'wrong horse'))).toBe('key.unreadable');
    expect(codeOf(await openKeyFile(path))).toBe('key.unreadable');
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['no key', 'hello'],
    ['too large', 'x'.repeat(20_000)],
    [
      'of another kind',
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIHCN+BXEFcRVSXYAO0IPXAM\n-----END PRIVATE KEY-----\n',
    ],
  ])('that is %s is a problem that quotes nothing of it', async (_, text) => {
    const path = join(folder, 'other.pem');
    if (text !== null) await writeFile(path, text, { mode: 0o600 });
    const opened = await openKeyFile(path);
    expect(codeOf(opened)).toBe('key.unreadable');
    expect(JSON.stringify(opened)).not.toContain('MC4CAQ');
  });
});
