import { isClearancePayload } from '../../../playbook/5-oversight/clearances/statement.ts';
import { evidenceArchive, sha256, type UseEvidence } from '../../../playbook/5-oversight/evidence/archive.ts';
import { recordOf } from '../../../playbook/5-oversight/reviews/review-record.ts';
import { readSigned } from '../../../playbook/5-oversight/signatures/signed-document.ts';
import { listClearances } from '../../../stores/sql/repositories/clearances.ts';
import { listReviews } from '../../../stores/sql/repositories/reviews.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, missing, need } from '../change.ts';
import { signedRevocations } from '../clearances/show.ts';
import type { ServerContext } from '../context.ts';
import { reviewsOf } from '../reviews/stored-review.ts';
import { trustRootsOf } from '../signing.ts';
import { seenUse } from '../uses/standing.ts';
import { comparableOf, findingsOf, notAssessedOf } from '../uses/stored-version.ts';
import { logFileOf } from './log.ts';
import { say } from './say.ts';
import { zip } from './zip.ts';

/**
 * The evidence on a use as one ZIP, and the entry in the log that it was exported. Sign the log before, so that the
 * archive ends in an anchor. Refusals: `store.not-found`, `people.not-allowed`.
 */
export async function exportUse(change: Change, useId: string): Promise<Buffer> {
  const { db, at, caller, context } = change;
  const { use } = await seenUse(change, useId);
  demand(change, 'evidence.export');
  const evidence = await evidenceOfUse(db, context, use, at);
  if (evidence === null) throw missing();
  const archive = zip(evidenceArchive(evidence), at);
  say(change, useId, 'evidence.exported', {
    by: caller.account.key,
    archiveHash: `sha256:${sha256(archive)}`,
    entries: evidence.log.entries.length,
  });
  return archive;
}

/** All evidence on a use; `null` where no version of it was pushed. Who may have it is for the caller to ask. */
export async function evidenceOfUse(
  db: Database,
  context: ServerContext,
  use: Use,
  at: Date,
): Promise<UseEvidence | null> {
  const { id: useId } = use;
  const versionId = use.clearedVersionId ?? use.latestVersionId;
  const version = versionId === null ? undefined : await findUseVersion(db, versionId);
  if (version === undefined) return null;
  const { files } = await comparableOf(db, version);
  const reviews = await all((after) => listReviews(db, { useId }, { limit: 500, after, sort: 'openedAt' }));
  const clearances = await all((after) => listClearances(db, { useId }, { limit: 500, after }));
  const records = [];
  for (const { review } of await reviewsOf(db, reviews)) records.push(recordOf(review));
  const { host } = new URL(context.origin());
  return {
    use: useId,
    exportedAt: at.toISOString(),
    organisation: host,
    files: new Map(files.map(({ path, text }) => [path.replace(`uses/${useId}/`, ''), text])),
    report: {
      use: useId,
      kind: use.kind,
      hash: version.contentHash,
      verdict: version.verdict,
      findings: await findingsOf(db, version.id),
      notAssessed: notAssessedOf(version),
    },
    reviews: records,
    clearances: clearances.map(({ statement }) => need(readSigned(statement, isClearancePayload))),
    revocations: await signedRevocations(db, context),
    decisions: [],
    outcomes: [],
    log: await logFileOf(db, useId),
    trustRoots: await trustRootsOf(db, host),
  };
}

async function all<T>(
  read: (
    after: string | undefined,
  ) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read(after);
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
}
