import { randomBytes } from 'node:crypto';
import type { EvidenceDraft, NextEntry, StoredEntry } from '../../kernel/ports/evidence-log.ts';
import { Refusal } from './refusal.ts';
import type { Database } from './tables/index.ts';

/** Rows of one INSERT: eight values each, and a statement takes 65,535. */
const AT_ONCE = 5000;

/**
 * Appends to the log, in order, behind the lock on its head: whoever appends at the same time waits until this
 * transaction ends. So it is the last thing that a transaction does.
 */
export async function appendEvidence(
  db: Database,
  drafts: readonly EvidenceDraft[],
  at: Date,
  nextEntry: NextEntry,
): Promise<readonly StoredEntry[]> {
  if (drafts.length === 0) return [];
  const head = await db.selectFrom('evidenceHead').selectAll().forUpdate().executeTakeFirstOrThrow();
  let end = head.hash === null ? null : { sequence: head.sequence, hash: head.hash };
  const entries = drafts.map((draft) => {
    const salt = randomBytes(16).toString('base64url');
    const entry = nextEntry(end, { ...draft, at, salt });
    if (!entry.ok) throw new Refusal(entry.problem);
    end = entry.value;
    return entry.value;
  });
  for (let start = 0; start < entries.length; start += AT_ONCE)
    await db
      .insertInto('evidenceEntries')
      .values(entries.slice(start, start + AT_ONCE).map(rowOf))
      .execute();
  return entries;
}

const rowOf = ({ sequence, previous, at, type, subject, body, salt, hash }: StoredEntry) => ({
  sequence,
  previous,
  at,
  type,
  subject,
  body: JSON.stringify(body),
  salt,
  hash,
});
