import type { EvidenceDraft, EvidenceEntry, HashEvidence } from './evidence-entry.ts';
import type { Database } from './tables/index.ts';

/** Rows of one INSERT: seven values each, and a statement takes 65,535. */
const AT_ONCE = 5000;

/**
 * Appends to the log, in order, behind the lock on its head: whoever appends at the same time waits until this
 * transaction ends. So it is the last thing that a transaction does.
 */
export async function appendEvidence(
  db: Database,
  drafts: readonly EvidenceDraft[],
  at: Date,
  hash: HashEvidence,
): Promise<readonly EvidenceEntry[]> {
  if (drafts.length === 0) return [];
  const head = await db.selectFrom('evidenceHead').selectAll().forUpdate().executeTakeFirstOrThrow();
  let previous = head.hash;
  const entries = drafts.map(({ type, subject, body }, index): EvidenceEntry => {
    // What is hashed is what can be read back: no undefined members, no dates that turn into text later.
    const kept: unknown = JSON.parse(JSON.stringify(body ?? null));
    const entry = {
      sequence: head.sequence + index + 1,
      previous,
      at: at.toISOString(),
      type,
      subject,
      body: kept,
    };
    previous = hash(entry);
    return { ...entry, hash: previous };
  });
  for (let start = 0; start < entries.length; start += AT_ONCE)
    await db
      .insertInto('evidenceEntries')
      .values(
        entries
          .slice(start, start + AT_ONCE)
          .map((entry) => ({ ...entry, body: JSON.stringify(entry.body) })),
      )
      .execute();
  return entries;
}
