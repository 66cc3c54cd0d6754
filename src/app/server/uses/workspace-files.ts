import { contentHash } from '../../../kernel/canonical.ts';
import { findSetting, listSettings, setSetting } from '../../../stores/sql/repositories/settings.ts';
import { readStoredFiles } from '../../../stores/sql/repositories/use-versions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { Change } from '../change.ts';
import type { PushedFile } from './judge-pushed.ts';

type Kept = ReadonlyArray<{ readonly path: string; readonly hash: string }>;

const PREFIX = 'workspace-files:';
const nameOf = (workspace: string): string => `${PREFIX}${workspace}`;

/** Keeps what all uses of a workspace share, so that a use that is made here is judged by the same boundaries and data map. */
export async function keepShared(
  { db, at, caller }: Change,
  workspace: string,
  files: readonly PushedFile[],
): Promise<void> {
  const shared = files.filter(({ path }) => !path.startsWith('uses/'));
  const kept: Kept = shared.map(({ path, text }) => ({ path, hash: contentHash(text) }));
  const before = await findSetting(db, nameOf(workspace));
  if (before !== undefined && contentHash(before.value) === contentHash(kept)) return;
  for (const [index, { text }] of shared.entries())
    await db
      .insertInto('storedFiles')
      .values({ hash: kept[index]!.hash, content: text, storedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await setSetting(db, nameOf(workspace), kept, null, { personId: caller.personId, at });
}

/** The shared files of a workspace as they were pushed last; none where nothing was. */
export async function sharedFiles(db: Database, workspace: string): Promise<readonly PushedFile[]> {
  const kept = ((await findSetting(db, nameOf(workspace)))?.value ?? []) as Kept;
  const texts = await readStoredFiles(
    db,
    kept.map(({ hash }) => hash),
  );
  return kept.map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' }));
}

/** Names of the workspaces whose shared files were pushed. */
export const workspaceNames = async (db: Database): Promise<readonly string[]> =>
  (await listSettings(db)).flatMap(({ name }) =>
    name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
  );
