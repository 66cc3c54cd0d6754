import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/canonical.ts';
import type { Clearance } from '../clearances/statement.ts';
import type { ReviewRecord } from '../reviews/review-record.ts';
import { publicKeyPem } from '../signatures/public-key.ts';
import type { SignedRevocations } from '../signatures/revocations.ts';
import { signedBytes, writeSigned } from '../signatures/signed-document.ts';
import type { TrustRoots } from '../signatures/trust-roots.ts';
import { safeName, safePaths } from './archive-names.ts';
import { archivePage } from './archive-page.ts';
import { CHECK_LOG_SCRIPT } from './check-log-script.ts';
import type { SignedHead } from './head.ts';
import type { LogFile } from './log-file.ts';
import { writeLog } from './log-file.ts';

/** A file of an archive; its path has no way up or out. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface UseEvidence {
  readonly use: string;
  readonly exportedAt: string;
  readonly organisation: string;
  /** Text of the card and of each file it refers to, by the path in the use's folder, as they were cleared. */
  readonly files: ReadonlyMap<string, string>;
  /** The report of the check, as `scruple check --format json` gives it for this use. */
  readonly report: unknown;
  readonly reviews: readonly ReviewRecord[];
  readonly clearances: readonly Clearance[];
  readonly revocations: SignedRevocations | null;
  /** Counts of gate decisions and outcomes, never a person's. */
  readonly decisions: ReadonlyArray<Readonly<Record<string, string | number | null>>>;
  readonly outcomes: ReadonlyArray<Readonly<Record<string, string | number | null>>>;
  /** The view of the evidence log on this use. */
  readonly log: LogFile;
  readonly trustRoots: TrustRoots;
}

/**
 * The files of an archive about one use: the card and its files, the report, reviews, clearances, revocations,
 * decisions, outcomes, the log, and a page to start from. An auditor opens it without us: the page is plain HTML, the
 * rest is text, `sha256sum -c SHA256SUMS` checks all of it, `check-log.py` checks the log with nothing but Python, and
 * beside each clearance and the last head lie the very bytes that were signed, their signature and the key in PEM, for
 * any tool that knows Ed25519.
 */
export function evidenceArchive(evidence: UseEvidence): readonly ArchiveFile[] {
  const paths = safePaths(evidence.files.keys());
  const files: ArchiveFile[] = [
    ...[...evidence.files].map(([path, text]) => ({ path: `use/${paths.get(path)}`, content: text })),
    { path: 'report.json', content: pretty(evidence.report) },
    ...evidence.reviews.map((review) => ({
      path: `reviews/${safeName(review.id)}.json`,
      content: canonicalJson(review),
    })),
    ...evidence.clearances.flatMap(clearanceFiles),
    ...(evidence.revocations === null
      ? []
      : [{ path: 'revocations.json', content: writeSigned(evidence.revocations) }]),
    { path: 'decisions.jsonl', content: lines(evidence.decisions) },
    { path: 'outcomes.jsonl', content: lines(evidence.outcomes) },
    { path: 'evidence.jsonl', content: [...writeLog(evidence.log)].join('') },
    { path: 'check-log.py', content: CHECK_LOG_SCRIPT },
    ...evidence.log.heads.slice(-1).flatMap(headFiles),
    { path: 'trust.json', content: pretty(evidence.trustRoots) },
    ...evidence.trustRoots.keys.map((key) => ({
      path: `keys/${safeName(key.id)}.pem`,
      content: publicKeyPem(key),
    })),
  ];
  files.push({ path: 'index.html', content: archivePage(evidence, files) });
  const sums = files.map(({ path, content }) => `${sha256(content)}  ${path}\n`).sort(bySum);
  return [...files, { path: 'SHA256SUMS', content: sums.join('') }];
}

function clearanceFiles(clearance: Clearance): ArchiveFile[] {
  const name = `clearances/${safeName(clearance.payload.id)}`;
  return [{ path: `${name}.json`, content: writeSigned(clearance) }, ...forAnyTool(name, clearance)];
}

const headFiles = (head: SignedHead): ArchiveFile[] => forAnyTool('heads/last', head);

/** The very bytes that were signed, and their signature, each in a file of its own. */
const forAnyTool = (name: string, { payload, signature }: Clearance | SignedHead): ArchiveFile[] => [
  { path: `${name}.signed-bytes`, content: signedBytes(payload) },
  { path: `${name}.signature`, content: Buffer.from(signature.value, 'base64url') },
];

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${canonicalJson(value)}\n`).join('');
const bySum = (a: string, b: string): number => (a.slice(66) < b.slice(66) ? -1 : 1);
