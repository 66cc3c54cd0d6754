import type { Problem } from '../../kernel/problem.ts';
import { ownRoots, readLog } from '../../playbook/5-oversight/evidence/log-file.ts';
import { type ChainVerdict, verifyChain } from '../../playbook/5-oversight/evidence/verify-chain.ts';
import { readTrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { LOG_BYTES, readDocument } from './read-document.ts';

export interface LogAnswer {
  readonly isIntact: boolean;
  readonly log: string | null;
  readonly view: string | null;
  /** `null` where the file could not be read to its end. */
  readonly verdict: ChainVerdict | null;
  /** Whose keys its heads were held against. */
  readonly trust: 'given' | 'own';
  readonly organisation: string | null;
  /** The line that is broken; `null` where every line can be read. */
  readonly reason: Problem | null;
  readonly problems: readonly Problem[];
}

/**
 * Verifies an exported evidence log offline. Without trust roots its heads are held against the keys that the file
 * brings itself: that shows damage, and not who speaks. With trust roots, a log for which no trusted head stands is not
 * intact, since all of it could have been written yesterday.
 */
export async function verifyLogFile(file: string, trust: string | null): Promise<LogAnswer> {
  const [text, rootsText] = await Promise.all([
    readDocument(file, LOG_BYTES),
    trust === null ? null : readDocument(trust),
  ]);
  const roots = rootsText === null || !rootsText.ok ? rootsText : readTrustRoots(rootsText.value);
  const base: LogAnswer = {
    isIntact: false,
    log: null,
    view: null,
    verdict: null,
    trust: trust === null ? 'own' : 'given',
    organisation: roots?.ok ? roots.value.organisation : null,
    reason: null,
    problems: [text, roots].flatMap((one) => (one === null || one.ok ? [] : [one.problem])),
  };
  if (!text.ok || base.problems.length > 0) return base;
  // Line breaks of other systems would be bytes that may be changed, so LF alone ends a line.
  const read = readLog(text.value.replace(/\n$/, '').split('\n'));
  if (!read.ok) {
    const isOther = !text.value.slice(0, 100_000).includes('scruple.evidence/1');
    return isOther ? { ...base, problems: [read.problem] } : { ...base, reason: read.problem };
  }
  const { log, view, entries, heads } = read.value;
  const verdict = verifyChain(entries, heads, roots?.ok ? roots.value : ownRoots(read.value), log, view);
  const isAnchored = trust === null || verdict.anchoredThrough !== null;
  return { ...base, log, view, verdict, isIntact: verdict.intact && isAnchored };
}
