import { randomBytes } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

/**
 * Reads a key at rest of 32 bytes from a text, as it stands in an environment variable: base64, base64url or hex.
 * Problems: `seal.unreadable`.
 */
export function readKeyAtRest(text: string): Result<Uint8Array, Problem> {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return ok(new Uint8Array(Buffer.from(trimmed, 'hex')));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return ok(new Uint8Array(Buffer.from(trimmed, 'base64')));
  return fail(
    problem(
      'seal.unreadable',
      'the key at rest is not 32 bytes as base64 or hex',
      'make one with `openssl rand -base64 32`',
    ),
  );
}

/**
 * The key at rest in a file that its owner alone may read; made where there is none. A store is worth nothing without
 * it where it seals: keep a copy, but not beside the backups.
 * Problems: `seal.unreadable`.
 */
export async function keyAtRestFile(path: string): Promise<Result<Uint8Array, Problem>> {
  const unreadable = (says: string, hint: string): Result<never, Problem> =>
    fail(problem('seal.unreadable', `the key at rest in \`${path}\` ${says}`, hint));
  for (;;)
    try {
      const file = await open(path, 'r');
      try {
        const status = await file.stat();
        if (!status.isFile() || status.size > 1000)
          return unreadable('is no key', 'name the file that holds the key');
        if (process.platform !== 'win32' && (status.mode & 0o077) !== 0)
          return unreadable('can be read by others than its owner', `run chmod 600 ${path}`);
        return readKeyAtRest(await file.readFile('utf8'));
      } finally {
        await file.close();
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT')
        return unreadable(`cannot be read (${code})`, 'check the path and who may read it');
      try {
        await make(path);
      } catch (failure) {
        return unreadable(
          `cannot be made (${(failure as NodeJS.ErrnoException).code})`,
          'name a folder that may be written',
        );
      }
    }
}

/** The file appears with its key or not at all, and one that is there is never overwritten. */
async function make(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    // Another process was first: its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
