import type { Database } from '../../../stores/sql/tables/index.ts';
import { isAllowed, type View } from '../change.ts';
import { ownUses } from '../uses/own-uses.ts';
import { workspaceNames } from '../uses/workspace-files.ts';

/** Workspaces whose shared files the caller may see: who sees own uses alone sees those that hold one of them. */
export async function seenWorkspaces(view: View): Promise<readonly string[]> {
  const names = [...(await workspaceNames(view.db))].sort();
  if (isAllowed(view, 'use.read')) return names;
  const own = new Set(await ownWorkspaces(view.db, view.caller.personId ?? 'nobody'));
  return names.filter((name) => own.has(name));
}

async function ownWorkspaces(db: Database, personId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('uses')
    .select('workspace')
    .distinct()
    .where('id', 'in', ownUses(db, personId))
    .execute();
  return rows.map(({ workspace }) => workspace);
}
