import { zipSync } from 'fflate';
import type { ArchiveFile } from '../../../playbook/5-oversight/evidence/archive.ts';

/** Files as one ZIP, which any system opens without a tool of ours. `at` is the time that every file carries. */
export function zip(files: readonly ArchiveFile[], at: Date): Buffer {
  const entries = files.map(({ path, content }) => [path, Buffer.from(content as string)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: inThisZone(at), level: 9 }));
}

/** A ZIP holds the hour on the wall: the same archive has the same bytes wherever it is made. */
const inThisZone = (at: Date): Date => new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
