import { posix } from 'node:path';
import type { CardFact, UseCard } from '../../../check/facts/card.ts';
import type { DataMapFact } from '../../../check/facts/data-map.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readDataMap } from '../../../playbook/2-datamap/data-map/read-data-map.ts';
import { readStoredFiles, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { sharedFiles } from '../uses/workspace-files.ts';

/** A version of a use as it was pushed, with the data map of its workspace as it stands now. */
export interface VersionContent {
  readonly card: UseCard;
  readonly cardFact: CardFact;
  readonly dataMap: DataMapFact;
  /** A file that the card names by its path; `null` where it was not pushed. */
  file(path: string): SourceText | null;
}

export async function versionContent(db: Database, use: Use, version: UseVersion): Promise<VersionContent> {
  const files = version.files as ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  const texts = await readStoredFiles(
    db,
    files.map(({ hash }) => hash),
  );
  const byPath = new Map(files.map(({ path, hash }) => [path, new SourceText(path, texts.get(hash) ?? '')]));
  const maps = (await sharedFiles(db, use.workspace)).filter(({ path }) => path.startsWith('datamap/'));
  const file = `uses/${use.id}/use.yaml`;
  const whole = (byPath.get(file) ?? new SourceText(file, '')).whole();
  const card = version.card as UseCard;
  return {
    card,
    cardFact: { card, file, at: () => whole },
    dataMap: readDataMap(maps.map(({ path, text }) => new SourceText(path, text))).value,
    file: (path) => byPath.get(posix.normalize(`uses/${use.id}/${path}`)) ?? null,
  };
}
