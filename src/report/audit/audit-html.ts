import { html, type Markup } from '../html/markup.ts';
import { pageHtml } from '../html/page-html.ts';
import { shape } from '../html/shapes.ts';
import { AUDIT_STYLES } from './audit-styles.ts';
import { groupsOf, methodLines, verdictSays } from './audit-text.ts';
import { chartsOf } from './charts.ts';
import { count } from './numbers.ts';
import type { AuditJson } from './schema.ts';
import { type Table, tablesOf } from './tables.ts';

const LOOKS = { review: 'review', pass: 'allow', insufficient: 'none' } as const;
const TITLES = { review: 'Review', pass: 'No gap seen', insufficient: 'Cannot tell' } as const;

/** The audit as one page: one minute first, then charts, tables, and how the numbers were made. */
export async function auditHtml(audit: AuditJson): Promise<string> {
  const charts = await chartsOf(audit);
  const look = LOOKS[audit.verdict];
  return pageHtml(
    `Bias audit of ${audit.source.name}`,
    html`<h1>Bias audit</h1>
<p class="quiet">${audit.source.name} · ${count(audit.people)} people · ${groupsOf(audit).join(' · ')} · decision ${audit.asked.decision}${audit.asked.favourable === null ? '' : ` = ${audit.asked.favourable}`}${audit.source.window === null ? '' : ` · ${audit.source.window}`}${audit.source.caution === null ? '' : ` · ${audit.source.caution}`}</p>
<div class="verdict ${look}">${shape(look)}<div><strong>${TITLES[audit.verdict]}</strong><p>${verdictSays(audit)}</p></div></div>`,
    html`
${audit.summary.length === 0 ? null : html`<h2>In one minute</h2><ul class="minute">${audit.summary.map((sentence) => html`<li>${unbroken(sentence)}</li>`)}</ul>`}
${audit.notes.map((note) => html`<p class="notice">${note}</p>`)}
${audit.problems.map((one) => html`<p class="notice"><strong>${one.message}</strong> Mend: ${one.hint}.</p>`)}
${charts.map(
  ({ title, says, svg }) => html`
<h2>${title}</h2>
<figure class="chart"><div class="frame-wide" tabindex="0" role="group" aria-label="${`Chart: ${title}; the text below says the same`}">${svg}</div>
<figcaption>${unbroken(says)}</figcaption></figure>`,
)}
${tablesOf(audit).map(tableHtml)}
<h2>How the numbers were made</h2>
<dl class="made">${methodLines(audit).map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>
<p class="quiet">A finding here asks for a person's judgement; no finding is no proof that nobody is harmed.</p>`,
    AUDIT_STYLES,
  );
}

/** A number stays on the line of its unit, and a p with its value. */
const unbroken = (text: string): string =>
  text.replace(/(\d) %/g, '$1\u00a0%').replace(/\bp = /g, 'p\u00a0=\u00a0');

const tableHtml = ({ title, says, head, rows, more }: Table): Markup => html`
<h2>${title}</h2>
<p class="quiet">${says}</p>
<div class="frame-wide" tabindex="0" role="group" aria-label="${`Table: ${title}`}"><table class="numbers">
<thead><tr>${head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row[0] ?? ''}</th>${row.slice(1).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>
${more > 0 ? html`<p class="quiet after">and ${count(more)} more, in --format json</p>` : null}`;
