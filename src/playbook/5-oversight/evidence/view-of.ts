import { type EvidenceEntry, seal } from './entry.ts';
import type { SignedHead } from './head.ts';
import type { LogFile } from './log-file.ts';

/**
 * The part of a log that shows one subject: its own entries open, all between them sealed, from the head before its
 * first entry to the first head behind its last, so that both ends are anchored where heads allow. `entries` and
 * `heads` are those of the whole log, in order.
 */
export function viewOf(
  log: Pick<LogFile, 'log' | 'keys'>,
  entries: readonly EvidenceEntry[],
  heads: readonly SignedHead[],
  subject: string,
): LogFile {
  const own = entries.filter((entry) => entry.subject === subject);
  const [first, last] = [own[0]?.sequence ?? 1, own.at(-1)?.sequence ?? 0];
  const before = heads.filter(({ payload }) => payload.sequence < first).at(-1);
  const behind = heads.find(({ payload }) => payload.sequence >= last);
  const from = (before?.payload.sequence ?? 0) + 1;
  const to = behind?.payload.sequence ?? entries.at(-1)?.sequence ?? 0;
  return {
    ...log,
    view: subject,
    entries: entries
      .filter(({ sequence }) => sequence >= from && sequence <= to)
      .map((entry) => (entry.subject === subject ? entry : seal(entry))),
    heads: heads.filter(({ payload }) => payload.sequence >= from - 1 && payload.sequence <= to),
  };
}
