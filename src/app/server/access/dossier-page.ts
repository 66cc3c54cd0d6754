import { html, Markup } from '../../../report/html/markup.ts';
import type { Dossier } from './dossier.ts';

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
caption { text-align: left; font-weight: 600 }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: .3rem .6rem .3rem 0 }
code, pre { font: .875rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
pre { background: #f4f4f4; padding: .75rem; white-space: pre-wrap }
`;

/** The page from which an authority starts: plain HTML without scripts, styles from elsewhere or links out. */
export function dossierPage(dossier: Dossier, files: readonly string[]): string {
  const { organisation, madeAt, from, until, purpose } = dossier;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dossier about one person</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>Dossier about one person</h1>
<p>${organisation}, made ${madeAt}, for the time from ${from} until ${until}.</p>
<p>Asked for: ${purpose}</p>
<p>The person stands here as keyed hashes. So do colleagues; the organisation holds the table of names. Of other people nothing is in it.</p>
${table(
  'Notices that were shown',
  ['version', 'language', 'hash', 'text'],
  dossier.notices.map(({ version, language, hash }) => [
    version,
    language,
    hash,
    `notices/${fileOf(hash)}.json`,
  ]),
)}
${table(
  'Choices, with how they came to be',
  ['when', 'choice', 'purpose', 'channel', 'notice', 'method', 'by'],
  dossier.choices.map(({ at, kind, scope, proof }) => [
    at,
    kind,
    scope.purpose ?? 'everything',
    scope.channel ?? 'every channel',
    proof.notice?.version ?? '',
    proof.method,
    proof.actor,
  ]),
)}
${table(
  'Decisions of machines',
  ['when', 'use', 'decided by', 'outcome', 'clearance then'],
  dossier.decisions.map((one) => [
    one.decidedAt,
    one.use,
    one.decidedBy,
    one.outcome,
    one.clearance ?? 'none in force',
  ]),
)}
${table(
  'Decisions of the gate',
  ['when', 'use', 'channel', 'decision', 'reasons', 'clearance'],
  dossier.gate.map((one) => [
    one.decidedAt,
    one.use,
    one.channel,
    one.outcome,
    one.reasons.join(', '),
    one.clearance ?? 'none',
  ]),
)}
${table(
  'Sends, and what followed',
  ['when', 'use', 'what', 'channel'],
  dossier.sends.map((one) => [one.at, one.use, one.what, one.channel ?? '']),
)}
${table(
  'What the person asked of the organisation',
  ['when', 'what', 'state', 'due', 'closed', 'outcome'],
  dossier.requests.map((one) => [
    one.askedAt,
    one.kind,
    one.state,
    one.dueAt,
    one.closedAt ?? '',
    one.outcome ?? '',
  ]),
)}
<h2>Uses of customer data that decided about them</h2>
${dossier.uses.length === 0 ? html`<p>None is recorded in this time.</p>` : html`<ul>${dossier.uses.map((use) => html`<li><a href="${`uses/${use}/index.html`}">${use}</a>: what was reviewed and cleared, by whom, with the log</li>`)}</ul>`}
<h2>What is not in it</h2>
<ul>${dossier.notAnswered.map(({ part, because }) => html`<li>${part}: ${because}</li>`)}</ul>
<h2>Check it without us</h2>
<p>All of it works offline, in this folder. That nothing in it changed since it was made:</p>
<pre>sha256sum -c SHA256SUMS</pre>
<p>The SHA-256 of the whole stands in the organisation’s evidence log. That a key signed what was cleared, and that the log is whole: on the page of each use. The hash of a notice is in its file in <code>notices/</code>; the entry <code>notice.published</code> of that log has it from the day on which the notice was published.</p>
<h2>Files</h2>
<ul>${files.map((path) => html`<li><a href="${encodeURI(path)}">${path}</a></li>`)}</ul>
</main>
</body>
</html>
`.text;
}

/** The name of a file for a hash: its digits alone. */
export const fileOf = (hash: string): string => hash.replace(/[^A-Za-z0-9]/g, '-');

const table = (caption: string, head: readonly string[], rows: ReadonlyArray<readonly string[]>): Markup =>
  rows.length === 0
    ? html`<h2>${caption}</h2><p>None is recorded in this time.</p>`
    : html`<h2>${caption}</h2>
<table><thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
