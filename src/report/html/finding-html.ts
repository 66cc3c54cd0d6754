import type { Finding, NotAssessed } from '../../check/finding.ts';
import { isNormId, norm } from '../../kernel/norms/index.ts';
import type { CitedNorm } from '../../kernel/norms/norm.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Location } from '../../kernel/source-text.ts';
import { codeFrame } from '../code-frame.ts';
import { evidenceInWords } from '../evidence-words.ts';
import { maskText } from '../mask.ts';
import type { Sources } from '../model.ts';
import { normTitle, notAssessedInWords } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { badge, seal } from './shapes.ts';

/** Columns before a line is cut around its span; shorter lines wrap on screen and on paper. */
const FRAME_COLUMNS = 240;

/** Masked prose, with what stands in back-ticks as code. */
const prose = (text: string): Markup =>
  html`${maskText(text)
    .split(/`([^`]{1,400})`/)
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;

/** A finding with its evidence in place and its advice. */
export const findingHtml = (finding: Finding, sources: Sources): Markup => html`
<section class="finding">
<h4>${badge(finding.gravity)}<span class="check">${finding.check}</span>${finding.decidedBy === 'person' ? html`<span class="small quiet">${finding.decider ?? 'a person'} decides</span>` : null}</h4>
${frameHtml(finding.at, sources)}
<dl class="advice">
${finding.evidence.map((evidence) => {
  const words = evidenceInWords(evidence);
  return words === null ? null : html`<dt>Seen</dt><dd>${prose(words)}</dd>\n`;
})}<dt>What</dt><dd>${prose(finding.what)}</dd>
<dt>Why</dt><dd>${prose(finding.why)}</dd>
<dt>Instead</dt><dd class="instead">${prose(finding.instead)}</dd>
</dl>
${finding.norms.length === 0 ? null : html`<ul class="norms" aria-label="Norms">${finding.norms.map(normHtml)}</ul>`}
</section>`;

function normHtml(cited: CitedNorm): Markup {
  const says = isNormId(cited.id) ? norm(cited.id).says : cited.id;
  return cited.scope === 'law'
    ? html`<li class="law" title="${says}" data-says="${says}">${seal()}law: ${normTitle(cited)}</li>`
    : html`<li class="policy" title="${says}" data-says="${says}">policy: ${normTitle(cited)}</li>`;
}

/** The lines of a file around a location, the span marked; only its name where the text is not at hand. */
export function frameHtml(at: Location, sources: Sources): Markup {
  const source = sources.get(at.file);
  const caption = html`<figcaption>${at.file}, line ${at.line}, column ${at.column}</figcaption>`;
  if (source === undefined || source.text === '') return html`<figure class="frame">${caption}</figure>`;
  const { lines } = codeFrame(source, at, { width: FRAME_COLUMNS, context: 1, showValues: false });
  const rows = lines.map((line) =>
    'skipped' in line
      ? html`<span class="row"><i aria-hidden="true">…</i><code>${line.skipped} more lines</code></span>`
      : html`<span class="row"><i aria-hidden="true">${line.number}</i><code>${line.parts.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</code></span>`,
  );
  return html`<figure class="frame">${caption}<pre>${rows}</pre></figure>`;
}

export const problemHtml = (problem: Problem, sources: Sources): Markup => html`
<section class="finding">
<h3 class="minor">${badge('none', 'problem')}<span class="check">${problem.code}</span></h3>
${problem.at === null ? null : frameHtml(problem.at, sources)}
<dl class="advice">
<dt>What</dt><dd>${prose(problem.message)}</dd>
<dt>Mend</dt><dd class="instead">${prose(problem.hint)}</dd>
</dl>
</section>`;

/** Waived findings and what could not be assessed, each said in a line. */
export const restHtml = (findings: readonly Finding[], notAssessed: readonly NotAssessed[]): Markup =>
  html`${
    findings.length === 0
      ? null
      : html`
<section class="rest"><h4>${badge('none', 'waived')}</h4><ul>${findings.map(
          (finding) =>
            html`<li>${finding.check} (${finding.gravity}), ${finding.at.file}, line ${finding.at.line}: waived by ${finding.waivedBy}</li>`,
        )}</ul></section>`
  }${
    notAssessed.length === 0
      ? null
      : html`
<section class="rest"><h4>${badge('none', 'not assessed')}</h4><ul>${notAssessedInWords(notAssessed).map(
          ({ check, missing, required }) =>
            html`<li>${check}: ${maskText(missing)}${required ? html` <strong>(required, so the verdict is at least review)</strong>` : null}</li>`,
        )}</ul></section>`
  }`;
