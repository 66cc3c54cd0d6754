import { findUse } from '../../../stores/sql/repositories/uses.ts';
import { demand, type View } from '../change.ts';
import type { PushedFile } from './judge-pushed.ts';
import { standing } from './standing.ts';

/** Whether the caller may push these uses, asked before the work of judging them. Refusals: `people.not-allowed`. */
export async function mayPush(view: View, files: readonly PushedFile[]): Promise<void> {
  const ids = new Set(files.flatMap(({ path }) => /^uses\/([^/]+)\//.exec(path)?.[1] ?? []));
  demand(view, 'use.write', { owner: view.caller.account.key });
  for (const id of ids) {
    const use = await findUse(view.db, id);
    if (use !== undefined) demand(view, 'use.write', { owner: (await standing(view, use)).owner });
  }
}
