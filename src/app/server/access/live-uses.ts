import { posix } from 'node:path';
import type { UseCard } from '../../../check/facts/card.ts';
import { findClearanceInForce } from '../../../stores/sql/repositories/clearances.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type VersionContent, versionContent } from '../explanations/version-content.ts';

/** A use that may run now, as it was cleared. */
export interface LiveUse {
  readonly use: Use;
  readonly version: UseVersion;
  readonly card: UseCard;
  readonly content: VersionContent;
  /** The text of a file that its card names; `null` where it was not pushed. */
  text(path: string): string | null;
}

/** The uses that may run now: cleared, and neither stopped nor over. */
export async function liveUses(db: Database, now: Date): Promise<readonly LiveUse[]> {
  const rows = await db
    .selectFrom('uses')
    .selectAll()
    .where('clearedVersionId', 'is not', null)
    .where('state', '=', 'cleared')
    .orderBy('id')
    .execute();
  const live: LiveUse[] = [];
  for (const use of rows) {
    const clearance = await findClearanceInForce(db, use.id, now);
    const version = clearance === undefined ? undefined : await findUseVersion(db, clearance.versionId);
    if (version === undefined) continue;
    const content = await versionContent(db, use, version);
    live.push({
      use,
      version,
      card: version.card as UseCard,
      content,
      text: (path) => content.file(posix.normalize(path))?.text ?? null,
    });
  }
  return live;
}
