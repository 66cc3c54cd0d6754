import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { MOVED } from '../engine/open-embedded.ts';
import { openStore, placeOf } from '../open-store.ts';
import type { StoreLocation } from '../store.ts';
import type { BackupEnd } from './backup-format.ts';
import { exportLines } from './export-lines.ts';
import { lineChannel } from './line-channel.ts';
import { type RestoreOptions, restoreLines } from './restore-lines.ts';

/**
 * Moves everything from one store into another that is empty, checked as a restore is. The store that was moved is
 * opened for the time of it, so no other process can write there; an embedded one is then marked and opens no more, as
 * two logs that went on from the same entry could never be one again.
 * Problems: those of `openStore` for either, and those of `restore`.
 */
export async function move(
  from: StoreLocation,
  to: StoreLocation,
  options: RestoreOptions & { readonly at: Date },
): Promise<Result<BackupEnd, Problem>> {
  const source = await openStore(from, options);
  if (!source.ok) return source;
  try {
    const channel = lineChannel();
    const exporting = exportLines(source.value, options.at, channel.write).then(
      () => channel.end(),
      (error: Error) => channel.fail(error),
    );
    const moved = await restoreLines(channel.readable[Symbol.asyncIterator](), to, options);
    channel.readable.destroy();
    await exporting;
    if (moved.ok && 'folder' in from) await mark(from.folder, placeOf(to), options.at);
    return moved;
  } finally {
    await source.value.close();
  }
}

async function mark(folder: string, to: string, at: Date): Promise<void> {
  const file = await open(join(folder, MOVED), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ to, at: at.toISOString() })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
