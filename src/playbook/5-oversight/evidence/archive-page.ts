import { contentHash } from '../../../kernel/canonical.ts';
import type { Clearance } from '../clearances/statement.ts';
import type { ReviewRecord } from '../reviews/review-record.ts';
import type { ArchiveFile, UseEvidence } from './archive.ts';
import { safeName } from './archive-names.ts';
import { isSealed } from './entry.ts';

/** The page from which an auditor starts: plain HTML without scripts, styles from elsewhere or links out. */
export function archivePage(evidence: UseEvidence, files: readonly ArchiveFile[]): string {
  const { use, organisation, exportedAt } = evidence;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evidence on ${html(use)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: .3rem .6rem .3rem 0 }
code, pre { font: .875rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
pre { background: #f4f4f4; padding: .75rem; white-space: pre-wrap }
</style>
</head>
<body>
<main>
<h1>Evidence on ${html(use)}</h1>
<p>${html(organisation)}, exported ${html(exportedAt)}. People stand here as keys; the organisation holds the table of names.</p>
${clearances(evidence.clearances)}
${reviews(evidence.reviews)}
${events(evidence)}
${counts('Decisions at the gate', evidence.decisions, 'decisions.jsonl')}
${counts('Outcomes', evidence.outcomes, 'outcomes.jsonl')}
<h2>Check it without us</h2>
<p>All of it works offline, in this folder. That nothing in it changed since the export:</p>
<pre>sha256sum -c SHA256SUMS</pre>
${byHand(evidence)}
<p>That no entry of the log was edited, removed or put elsewhere, with Python 3 alone, by a program short enough to read first:</p>
<pre>python3 check-log.py evidence.jsonl</pre>
<p>Whether the keys are the organisation’s own, this folder cannot show: compare <code>trust.json</code> with what the organisation published elsewhere, and check with that copy.</p>
<p>With the tool, which also checks ends, revocations and four eyes:</p>
<pre>${withTool(evidence)}</pre>
<p>How the log is chained: the digest of an entry is SHA-256 over the canonical JSON (RFC 8785) of its <code>at</code>, <code>body</code>, <code>salt</code> and <code>type</code>; its hash is that over <code>digest</code>, <code>previous</code>, <code>sequence</code> and <code>subject</code>. Entries about other uses show their digest alone. The hash of a review, in its clearance, is SHA-256 over the bytes of its file.</p>
<h2>Files</h2>
${table(
  ['file', 'bytes'],
  files.map(({ path, content }) => [
    `<a href="${html(encodeURI(path))}">${html(path)}</a>`,
    String(Buffer.byteLength(content)),
  ]),
)}
</main>
</body>
</html>
`;
}

const clearances = (all: readonly Clearance[]): string =>
  `<h2>Clearances</h2>\n${
    all.length === 0
      ? '<p>None was issued.</p>'
      : table(
          ['clearance', 'class', 'content', 'approved by', 'conditions', 'from', 'until'],
          all.map(({ payload }) => [
            `<code>${html(payload.id)}</code>`,
            html(payload.essential === null ? payload.class : `${payload.class}: ${payload.essential}`),
            `<code>${html(payload.contentHash)}</code>`,
            payload.reviewers
              .map(
                ({ key, role, standing }) =>
                  `<code>${html(key)}</code> (${html(role)}, ${html(standing)} the owner’s line)`,
              )
              .join('<br>'),
            payload.conditions.map(({ says }) => html(says)).join('<br>') || 'none',
            html(payload.issuedAt),
            html(payload.expiresAt),
          ]),
        )
  }`;

const reviews = (all: readonly ReviewRecord[]): string =>
  `<h2>Reviews</h2>\n${
    all.length === 0
      ? '<p>None was opened.</p>'
      : table(
          ['review', 'outcome', 'who decided what, and why', 'hash'],
          all.map((review) => [
            `<a href="reviews/${safeName(review.id)}.json">${html(review.id)}</a>`,
            html(review.state),
            review.parts
              .map(({ person, decision }) =>
                decision === null
                  ? ''
                  : `<code>${html(person)}</code> ${html(decision.decision)}: ${html(decision.reason)}`,
              )
              .filter((part) => part !== '')
              .join('<br>'),
            `<code>${html(contentHash(review))}</code>`,
          ]),
        )
  }`;

function events({ log, use }: UseEvidence): string {
  const open = log.entries.flatMap((entry) => (isSealed(entry) || entry.subject !== use ? [] : [entry]));
  return `<h2>What happened</h2>\n${table(
    ['entry', 'time', 'what', 'details'],
    open.map(({ sequence, at, type, body }) => [
      String(sequence),
      html(at),
      html(type),
      Object.entries(body)
        .map(([name, value]) => `${html(name)}: <code>${html(String(value))}</code>`)
        .join('<br>'),
    ]),
  )}`;
}

function counts(title: string, rows: UseEvidence['decisions'], file: string): string {
  return `<h2>${title}</h2>\n<p>${
    rows.length === 0
      ? `None is recorded: <code>${file}</code> is empty.`
      : `${rows.length} lines in <code>${file}</code>, counts alone and no person.`
  }</p>`;
}

function byHand({ clearances: all, log }: UseEvidence): string {
  const openssl = (key: string, name: string): string =>
    `openssl pkeyutl -verify -pubin -inkey keys/${safeName(key)}.pem -rawin -in ${name}.signed-bytes -sigfile ${name}.signature`;
  const commands = [
    ...all.map(({ payload, signature }) => openssl(signature.key, `clearances/${safeName(payload.id)}`)),
    ...log.heads.slice(-1).map(({ signature }) => openssl(signature.key, 'heads/last')),
  ];
  if (commands.length === 0) return '';
  return `<p>That a key signed each clearance, and where the log ended, with OpenSSL 3:</p>\n<pre>${commands.join('\n')}</pre>`;
}

function withTool({ clearances: all, revocations }: UseEvidence): string {
  const more = revocations === null ? '' : ' --revocations revocations.json';
  return [
    ...all.map(
      ({ payload }) => `scruple verify clearances/${safeName(payload.id)}.json --trust trust.json${more}`,
    ),
    'scruple evidence verify evidence.jsonl --trust trust.json',
  ].join('\n');
}

/** Cells are HTML already. */
const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  `<table>\n<thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>\n<tbody>\n${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`)
    .join('')}</tbody>\n</table>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const html = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one]!);
