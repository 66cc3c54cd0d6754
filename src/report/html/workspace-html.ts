import type { Verdict } from '../../kernel/gravity.ts';
import { RISK_PATTERNS } from '../../kernel/vocabulary.ts';
import type { UseReport, WorkspaceReport } from '../model.ts';
import { byPlace, countsInWords, gravestFirst, isOpen, moment, plural, RISK_TITLES } from '../words.ts';
import { findingHtml, problemHtml, restHtml } from './finding-html.ts';
import { html, type Markup } from './markup.ts';
import { methodHtml } from './method-html.ts';
import { pageHtml, verdictHtml } from './page-html.ts';
import { badge } from './shapes.ts';

export interface WorkspaceHtmlOptions {
  readonly version: string;
  /** How many checks this version has. */
  readonly checkCount: number;
}

/** The report of `scruple check` for a manager and for the archive: one self-contained file. */
export function workspaceHtml(report: WorkspaceReport, options: WorkspaceHtmlOptions): string {
  const name = report.organisation ?? report.workspace;
  const uses = gravestFirst(report.uses, ({ use }) => use);
  const head = html`<h1>${name}</h1>
<p class="quiet">Planned uses of customer data, checked ${report.exampleClock ? 'as of' : 'on'} ${moment(report.checkedAt)}${report.since === null ? null : `, only what differs from ${report.since}`}</p>
${report.exampleClock ? html`<p class="notice">This is an example workspace: its clock is fixed at ${moment(report.checkedAt)}.</p>` : null}
${verdictHtml(report.verdict, verdictTitle(report), verdictSays(report))}`;
  const body = html`
${risksHtml(report)}
${
  report.problems.length === 0
    ? null
    : html`<h2>What could not be read</h2>
<div class="card">${report.problems.map((problem) => problemHtml(problem, report.sources))}</div>`
}
${
  uses.length === 0
    ? null
    : html`<h2>Uses at a glance</h2>
${overviewHtml(uses)}
<h2>Uses in detail</h2>
${uses.map((use, index) => useHtml(use, index, report))}`
}
${methodHtml(
  options.version,
  [`${plural(options.checkCount, 'check')} in this version`, `workspace ${report.workspace}`],
  uses.flatMap(({ use, hash }) => (hash === null ? [] : [{ name: use, hash }])),
)}`;
  return pageHtml(`${report.verdict}: ${name}`, head, body);
}

function verdictTitle({ verdict, uses, problems }: WorkspaceReport): string {
  const count = (of: Verdict): number => uses.filter((use) => use.verdict === of).length;
  if (uses.length === 0) return problems.length > 0 ? 'Nothing could be judged' : 'There is no use to judge';
  if (verdict === 'block')
    return `Block: ${count('block')} of ${plural(uses.length, 'use')} must not run as ${count('block') === 1 ? 'it stands' : 'they stand'}`;
  if (verdict === 'review')
    return `Review: ${count('review')} of ${plural(uses.length, 'use')} ${count('review') === 1 ? 'needs' : 'need'} a person’s judgement first`;
  const missing = uses.reduce((sum, use) => sum + new Set(use.notAssessed.map(({ check }) => check)).size, 0);
  return `Allow: no finding in ${plural(
    uses.reduce((sum, use) => sum + use.checksRun, 0),
    'check',
  )}, ${missing} not assessed`;
}

function verdictSays({ uses, problems }: WorkspaceReport): string {
  const count = (of: Verdict): number => uses.filter((use) => use.verdict === of).length;
  const parts = [`${count('block')} block, ${count('review')} review, ${count('allow')} allow.`];
  if (problems.length > 0)
    parts.push(`${plural(problems.length, 'problem')} kept this from being judged in full.`);
  parts.push('This lowers the risk of harm; it approves nothing.');
  return parts.join(' ');
}

function risksHtml(report: WorkspaceReport): Markup {
  const open = report.uses.flatMap(({ findings }) => findings.filter(isOpen));
  const tiles = RISK_PATTERNS.map((risk) => {
    const found = open.filter((finding) => finding.risk === risk);
    const counts = (['block', 'review', 'advise'] as const)
      .map((gravity) => ({ gravity, count: found.filter((one) => one.gravity === gravity).length }))
      .filter(({ count }) => count > 0);
    const gravest = counts[0]?.gravity ?? 'none';
    return html`<li class="tile is-${gravest}"><span>${RISK_TITLES[risk]}</span><b>${found.length}</b><small>${counts.length === 0 ? 'nothing found' : counts.map(({ gravity, count }) => `${count} ${gravity}`).join(', ')}</small></li>`;
  });
  const others = open.filter(({ risk }) => risk === null).length;
  return html`<h2>Findings by risk</h2>
<ul class="tiles">${tiles}</ul>
${others === 0 ? null : html`<p class="quiet small after">And ${plural(others, 'finding')} that ${others === 1 ? 'belongs' : 'belong'} to none of the five risks.</p>`}`;
}

const overviewHtml = (uses: readonly UseReport[]): Markup => html`<table>
<thead><tr><th scope="col">Verdict</th><th scope="col">Use</th><th scope="col" class="owner">Owner</th><th scope="col">Found</th></tr></thead>
<tbody>
${uses.map(
  (
    use,
    index,
  ) => html`<tr><td>${badge(use.verdict)}</td><th scope="row"><a href="#use-${index + 1}">${use.use}</a></th><td class="owner">${use.owner ?? 'no owner named'}</td><td>${countsInWords(use)}</td></tr>
`,
)}</tbody>
</table>`;

const useHtml = (use: UseReport, index: number, report: WorkspaceReport): Markup => html`
<article class="card" id="use-${index + 1}">
<header>
<h3>${badge(use.verdict)}<span>${use.use}</span></h3>
<dl class="facts">
<div><dt>Kind</dt><dd>${use.kind ?? 'the card cannot be read'}</dd></div>
<div><dt>Owner</dt><dd>${use.owner ?? 'no owner named'}</dd></div>
${use.goal === null ? null : html`<div><dt>Goal</dt><dd>${use.goal}</dd></div>`}
<div><dt>Found</dt><dd>${countsInWords(use)}</dd></div>
</dl>
</header>
${[...use.findings]
  .filter(isOpen)
  .sort(gravestThenPlace)
  .map((finding) => findingHtml(finding, report.sources))}
${restHtml(
  use.findings.filter((finding) => !isOpen(finding)),
  use.notAssessed,
)}
</article>`;

const RANK = { block: 0, review: 1, advise: 2 } as const;
const gravestThenPlace = (a: UseReport['findings'][number], b: UseReport['findings'][number]): number =>
  RANK[a.gravity] - RANK[b.gravity] ||
  (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : byPlace(a, b));
