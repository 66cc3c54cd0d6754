import type { Verdict } from '../../kernel/gravity.ts';
import { stricter } from '../../kernel/gravity.ts';
import type { MessageReport, MessagesReport } from '../model.ts';
import { byPlace, countsInWords, isOpen, moment, plural } from '../words.ts';
import { findingHtml, problemHtml, restHtml } from './finding-html.ts';
import { html, type Markup } from './markup.ts';
import { methodHtml } from './method-html.ts';
import { pageHtml, verdictHtml } from './page-html.ts';
import { badge } from './shapes.ts';

/** The report of `scruple message` as one self-contained file. */
export function messagesHtml(report: MessagesReport, options: { readonly version: string }): string {
  const nothing: Verdict = report.messages.length === 0 ? 'review' : 'allow';
  const verdict = report.messages.reduce<Verdict>(
    (gravest, message) => stricter(gravest, message.verdict),
    nothing,
  );
  const open = report.messages.reduce((sum, { findings }) => sum + findings.filter(isOpen).length, 0);
  const title =
    report.messages.length === 0
      ? 'Nothing could be judged'
      : `${capital(verdict)}: ${plural(open, 'finding')} in ${plural(report.messages.length, 'message')}`;
  const head = html`<h1>Messages</h1>
<p class="quiet">Judged on ${moment(report.checkedAt)} without their cards</p>
${verdictHtml(verdict, title, 'What needs a card, a header or a fact is not assessed here. This lowers the risk of harm; it approves nothing.')}`;
  const body = html`
${report.problems.length === 0 ? null : html`<h2>What could not be read</h2><div class="card">${report.problems.map((problem) => problemHtml(problem, report.sources))}</div>`}
${report.messages.length === 0 ? null : html`<h2>Messages in detail</h2>${report.messages.map((message) => messageHtml(message, report))}`}
${methodHtml(
  options.version,
  [],
  report.messages.map(({ file, messageHash }) => ({ name: file, hash: messageHash })),
)}`;
  return pageHtml(`${verdict}: messages`, head, body);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const messageHtml = (message: MessageReport, report: MessagesReport): Markup => html`
<article class="card">
<header>
<h3>${badge(message.verdict)}<span>${message.file}</span></h3>
<dl class="facts">
<div><dt>Format</dt><dd>${message.format}</dd></div>
<div><dt>Language</dt><dd>${message.language ?? 'cannot be told'}</dd></div>
<div><dt>Found</dt><dd>${countsInWords(message)}</dd></div>
</dl>
</header>
${[...message.findings]
  .filter(isOpen)
  .sort(byPlace)
  .map((finding) => findingHtml(finding, report.sources))}
${restHtml(
  message.findings.filter((finding) => !isOpen(finding)),
  message.notAssessed,
)}
</article>`;
