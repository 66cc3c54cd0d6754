import type { Finding } from '../../check/finding.ts';
import type { Evidence } from '../../kernel/evidence.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Location } from '../../kernel/source-text.ts';
import { codeFrame } from '../code-frame.ts';
import { displayWidth } from '../display-width.ts';
import { evidenceInWords } from '../evidence-words.ts';
import { maskText } from '../mask.ts';
import type { Sources } from '../model.ts';
import { normTitle } from '../words.ts';
import type { Page } from './page.ts';

const LABEL = 9;

/** A finding with its code frame, what / why / instead, its norms and who decides. `use` is said where the file does not. */
export function writeFinding(page: Page, finding: Finding, use: string | null, sources: Sources): void {
  const shown = (text: string): string => (page.options.showValues ? text : maskText(text));
  const place = `${finding.at.line}:${finding.at.column}`;
  page.line(
    `  ${page.mark(finding.gravity)}  ${page.paint('strong', finding.check)}  ${page.paint('quiet', use === null ? place : `${place} · ${use}`)}`,
  );
  writeFrame(page, finding.at, sources);
  for (const evidence of finding.evidence) writeEvidence(page, evidence, shown);
  page.labelled('what', shown(finding.what), 4, LABEL);
  page.labelled('why', shown(finding.why), 4, LABEL);
  page.labelled('instead', shown(finding.instead), 4, LABEL);
  const law = finding.norms.filter(({ scope }) => scope === 'law').map(normTitle);
  const policy = finding.norms.filter(({ scope }) => scope === 'policy').map(normTitle);
  if (law.length > 0) page.labelled('law', law.join(' · '), 4, LABEL, 'law');
  if (policy.length > 0) page.labelled('policy', policy.join(' · '), 4, LABEL, 'policy');
  if (finding.decidedBy === 'person')
    page.labelled('decides', finding.decider ?? 'a person, and the card names none', 4, LABEL);
  page.gap();
}

function writeEvidence(page: Page, evidence: Evidence, shown: (text: string) => string): void {
  const words = evidenceInWords(evidence);
  if (words !== null) page.labelled('seen', shown(words), 4, LABEL);
}

/** A problem with its place, its frame and the mend. */
export function writeProblem(page: Page, problem: Problem, sources: Sources): void {
  const place = problem.at === null ? '' : `${problem.at.file}:${problem.at.line}:${problem.at.column}  `;
  page.line(`  ${page.paint('strong', `${place}${problem.code}`)}`);
  if (problem.at !== null) writeFrame(page, problem.at, sources);
  const shown = (text: string): string => (page.options.showValues ? text : maskText(text));
  page.labelled('what', shown(problem.message), 4, LABEL);
  page.labelled('mend', shown(problem.hint), 4, LABEL);
  page.gap();
}

/** The lines of the file with their numbers, carets under the span. */
export function writeFrame(page: Page, at: Location, sources: Sources): void {
  const source = sources.get(at.file);
  if (source === undefined || source.text === '') return;
  const gutter = String(at.endLine + 1).length;
  const frame = codeFrame(source, at, {
    width: Math.max(24, page.options.width - gutter - 8),
    context: 1,
    showValues: page.options.showValues,
  });
  const bar = page.paint('quiet', '│');
  for (const line of frame.lines) {
    if ('skipped' in line) {
      page.line(`    ${' '.repeat(gutter)} ${bar} ${page.paint('quiet', `… ${line.skipped} more lines`)}`);
      continue;
    }
    const number = page.paint('quiet', String(line.number).padStart(gutter));
    page.line(`    ${number} ${bar} ${line.parts.map(({ text }) => text).join('')}`);
    if (!line.parts.some(({ marked }) => marked)) continue;
    const under = line.parts
      .map(({ text, marked }) => (marked ? '^' : ' ').repeat(displayWidth(text)))
      .join('')
      .trimEnd();
    const lead = under.length - under.trimStart().length;
    page.line(`    ${' '.repeat(gutter)} ${bar} ${' '.repeat(lead)}${page.paint('span', under.trimStart())}`);
  }
}
