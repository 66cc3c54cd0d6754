import { strToU8, zipSync } from 'fflate';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { seenUse } from '../uses/standing.ts';
import { comparableOf } from '../uses/stored-version.ts';
import { sharedFiles } from '../uses/workspace-files.ts';

/**
 * A version as a folder that `scruple check` reads, in a ZIP: the files of the use and, for those who may see more than
 * their own uses, what all uses of the workspace share as it was pushed last, but for waivers. `version` is an id or a number.
 * Refusals: `store.not-found`.
 */
export async function folderOf(view: View, useId: string, version: string): Promise<Buffer> {
  const { use } = await seenUse(view, useId);
  const row = await versionOf(view, useId, version);
  const { files } = await comparableOf(view.db, row);
  const shared = isAllowed(view, 'use.read') ? await sharedFiles(view.db, use.workspace) : [];
  // Waivers speak of uses that are not in the folder, and count here only once they were reviewed.
  const kept = shared.filter(({ path }) => path !== 'waivers.yaml');
  const entries = [...kept, ...files].map(({ path, text }) => [path, strToU8(text)] as const);
  // One time for all, so that the same version is the same archive, byte by byte, wherever it is made.
  const at = new Date(row.createdAt.getTime() + row.createdAt.getTimezoneOffset() * 60_000);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: at, level: 6 }));
}

async function versionOf({ db }: View, useId: string, version: string): Promise<UseVersion> {
  const row = /^\d{1,9}$/.test(version)
    ? await db
        .selectFrom('useVersions')
        .selectAll()
        .where('useId', '=', useId)
        .where('number', '=', Number(version))
        .executeTakeFirst()
    : await findUseVersion(db, version);
  if (row === undefined || row.useId !== useId) throw missing();
  return row;
}
