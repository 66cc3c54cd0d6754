import type { ContentHash } from '../../../kernel/canonical.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { FindingJson, NotAssessedJson } from '../../../report/json/schema.ts';
import { listFindings } from '../../../stores/sql/repositories/findings.ts';
import { readStoredFiles, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { Comparable } from './difference.ts';
import type { UseContent } from './use-content.ts';

/** What a version keeps beside its findings and files: enough to clear it and to compare the next one with it. */
export interface StoredReport
  extends Pick<UseContent, 'parts' | 'messages' | 'variants' | 'slots' | 'claims' | 'promotional'> {
  readonly checksRun: number;
  readonly assessedElsewhere: readonly string[];
}

export const reportOf = (version: UseVersion): StoredReport => version.report as StoredReport;

/** A version as the next one is compared with it. */
export async function comparableOf(db: Database, version: UseVersion): Promise<Comparable> {
  const { parts, messages } = reportOf(version);
  const files = version.files as ReadonlyArray<{ readonly path: string; readonly hash: string }>;
  const texts = await readStoredFiles(
    db,
    files.map(({ hash }) => hash),
  );
  return {
    contentHash: version.contentHash as ContentHash,
    parts,
    messages,
    files: files.map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' })),
  };
}

/** Findings of a version, all of them: a use has few, and what is cleared names each. */
export async function findingsOf(db: Database, versionId: string): Promise<readonly FindingJson[]> {
  const found: FindingJson[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listFindings(db, { versionId }, { limit: 500, after });
    found.push(...page.items.map(({ body }) => body as FindingJson));
    if (page.next === null) return found;
    after = page.next;
  }
}

export const notAssessedOf = ({ notAssessed }: UseVersion): readonly NotAssessedJson[] =>
  notAssessed as readonly NotAssessedJson[];

/** The name of a finding where reviews and clearances speak of it: what was seen, whatever line it stands in. */
export const findingId = ({ check, advice, at, quote, what }: FindingJson): ContentHash =>
  contentHash({ check, advice, file: at.file, quote, what });
