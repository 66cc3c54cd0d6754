import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { problemOfDatabase } from '../engine/problem-of-database.ts';
import { Refusal } from '../refusal.ts';
import type { Store, StoreLocation } from '../store.ts';
import { type BackupEnd, unreadable } from './backup-format.ts';
import { exportLines } from './export-lines.ts';
import { lineChannel } from './line-channel.ts';
import { linesOf } from './lines-of.ts';
import { type RestoreOptions, restoreLines } from './restore-lines.ts';

/**
 * Writes a store into one compressed file that its owner alone may read. Nothing stands under that name until all of it
 * does, and an existing file stays as it is. It holds what people entrusted to the store; the key at rest is not in it.
 * Problems: `backup.exists`, and those of the store and of the disk.
 */
export async function backup(store: Store, file: string, at: Date): Promise<Result<BackupEnd, Problem>> {
  const draft = `${file}.${randomUUID()}.part`;
  const channel = lineChannel();
  const writing = pipeline(
    channel.readable,
    async function* (lines: AsyncIterable<string>) {
      for await (const line of lines) yield `${line}\n`;
    },
    createGzip(),
    createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
  );
  const reading = exportLines(store, at, channel.write).then(
    (end) => {
      channel.end();
      return end;
    },
    (error: Error) => {
      channel.fail(error);
      throw error;
    },
  );
  try {
    const results = await Promise.allSettled([writing, reading]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    await link(draft, file);
    return ok((results[1] as PromiseFulfilledResult<BackupEnd>).value);
  } catch (error) {
    return fail(problemOfFile(error, file));
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Makes a store from a backup, in a new folder or an empty schema: everything or nothing, and checked by counts and by
 * the chain of the evidence log.
 * Problems: `backup.unreadable`, `backup.unverified`, `store.not-empty`, `store.newer`, and those of `openStore`.
 */
export async function restore(
  file: string,
  target: StoreLocation,
  options: RestoreOptions,
): Promise<Result<BackupEnd, Problem>> {
  const unzipped = createGunzip();
  const source = createReadStream(file).on('error', (error) => unzipped.destroy(error));
  try {
    return await restoreLines(linesOf(source.pipe(unzipped)), target, options);
  } catch (error) {
    if (isMissing(error))
      return fail(
        problem('backup.unreadable', `there is no file \`${file}\` that can be read`, 'check the path'),
      );
    if (isNoBackup(error)) return fail(unreadable('it is cut, or no backup'));
    throw error;
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes((error as { code?: string } | undefined)?.code ?? '');

/** Of the compression or of the encoding, not of the store. */
const isNoBackup = (error: unknown): boolean =>
  error instanceof Refusal || /^(?:Z_|ERR_ENCODING)/.test((error as { code?: string } | null)?.code ?? '');

function problemOfFile(error: unknown, file: string): Problem {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST')
    return problem('backup.exists', `there is a file \`${file}\` already`, 'name a new file');
  if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
    return problem('store.unavailable', `\`${file}\` cannot be written`, 'name a folder that exists');
  const known = problemOfDatabase(error);
  if (known === null) throw error;
  return known;
}
