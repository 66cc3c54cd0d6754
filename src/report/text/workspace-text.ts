import { displayWidth, visible } from '../display-width.ts';
import { exitOf, type FailOn } from '../exit.ts';
import type { UseReport, WorkspaceReport } from '../model.ts';
import { byFile, countsInWords, gravestFirst, isOpen, moment, notAssessedInWords, plural } from '../words.ts';
import { writeFinding, writeProblem } from './finding-text.ts';
import { Page, type PageOptions, padTo } from './page.ts';

/** Widest shape and word of a verdict: `◆ review`. */
const VERDICT_WIDTH = 8;
/** From here on there is room for the kind of each use. */
const WIDE_COLUMNS = 100;

/** The terminal report of `scruple check`: verdicts, findings in place, what was not assessed, problems, what next. */
export function workspaceText(
  report: WorkspaceReport,
  options: PageOptions & { readonly failOn: FailOn },
): string {
  const page = new Page(options);
  page.paragraph(titleOf(report));
  page.gap();
  const uses = gravestFirst(report.uses, ({ use }) => use);
  writeVerdicts(page, uses);
  writeFindings(page, uses, report);
  writeWaived(page, uses);
  writeNotAssessed(page, uses);
  if (report.problems.length > 0) {
    page.gap();
    page.line(page.paint('strong', plural(report.problems.length, 'problem')));
    page.gap();
    for (const problem of report.problems) writeProblem(page, problem, report.sources);
  }
  writeSummary(page, report, options.failOn);
  return page.toString();
}

function titleOf(report: WorkspaceReport): string {
  const clock = report.exampleClock
    ? `example workspace: its clock is fixed at ${moment(report.checkedAt)}`
    : `checked at ${moment(report.checkedAt)}`;
  const since = report.since === null ? '' : `, only what differs from ${report.since}`;
  return `${report.organisation ?? `folder ${report.workspace}`}, ${clock}${since}`;
}

function writeVerdicts(page: Page, uses: readonly UseReport[]): void {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => displayWidth(visible(text))));
  const idWidth = Math.min(32, widest(uses.map(({ use }) => use)));
  const kindWidth = page.options.width < WIDE_COLUMNS ? 0 : widest(uses.map(({ kind }) => kind ?? '')) + 2;
  for (const use of uses) {
    const id = padTo(visible(use.use), idWidth);
    const kind = kindWidth === 0 ? '' : page.paint('quiet', padTo(use.kind ?? '', kindWidth));
    const first = `${padVerdict(page, use.verdict)}  ${page.paint('strong', id)}  ${kind}`;
    const counts = countsInWords(use);
    page.paragraph(
      use.kind === null ? `the card cannot be read, ${counts}` : counts,
      0,
      first,
      VERDICT_WIDTH + displayWidth(id) + 4 + kindWidth,
    );
  }
  page.gap();
}

const padVerdict = (page: Page, verdict: UseReport['verdict']): string =>
  page.mark(verdict) + ' '.repeat(VERDICT_WIDTH - 2 - verdict.length);

function writeFindings(page: Page, uses: readonly UseReport[], report: WorkspaceReport): void {
  const open = uses.flatMap(({ use, findings }) =>
    findings.filter(isOpen).map((finding) => ({ finding, use })),
  );
  for (const [file, entries] of byFile(open)) {
    page.line(page.paint('strong', file));
    page.gap();
    for (const { finding, use } of entries)
      writeFinding(page, finding, file.includes(`/${use}/`) ? null : use, report.sources);
  }
}

function writeWaived(page: Page, uses: readonly UseReport[]): void {
  const waived = uses.flatMap(({ use, findings }) =>
    findings.filter((finding) => !isOpen(finding)).map((finding) => ({ finding, use })),
  );
  if (waived.length === 0) return;
  page.line(page.paint('strong', 'Waived'));
  for (const { finding, use } of waived) {
    const place = `${finding.at.file}:${finding.at.line}`;
    page.paragraph(
      `${finding.check} in ${use} (${finding.gravity}, ${place}), waived by ${finding.waivedBy}`,
      2,
      `${page.options.paint('waived', '○')} `,
      2,
    );
  }
  page.gap();
}

function writeNotAssessed(page: Page, uses: readonly UseReport[]): void {
  const groups = notAssessedTogether(uses);
  if (groups.length === 0) return;
  page.line(page.paint('strong', 'Not assessed'));
  for (const { checks, missing, required, where } of groups) {
    const names = where.length > 4 ? plural(where.length, 'use') : where.join(', ');
    page.paragraph(
      `${checks.join(', ')}: ${missing} (${names})${required ? ', required: keeps the verdict at review' : ''}`,
      2,
      `${page.options.paint('not assessed', '○')} `,
      2,
    );
  }
  page.gap();
}

interface NotAssessedGroup {
  readonly checks: string[];
  readonly missing: string;
  readonly required: boolean;
  readonly where: readonly string[];
}

/** What lacks the same thing in the same uses, said once: what keeps verdicts from "allow" first. */
function notAssessedTogether(uses: readonly UseReport[]): NotAssessedGroup[] {
  const byCheck = new Map<string, { check: string; missing: string; required: boolean; where: string[] }>();
  for (const { use, notAssessed } of uses)
    for (const entry of notAssessedInWords(notAssessed)) {
      const key = JSON.stringify(entry);
      const row = byCheck.get(key) ?? { ...entry, where: [] };
      row.where.push(use);
      byCheck.set(key, row);
    }
  const groups = new Map<string, NotAssessedGroup>();
  for (const { check, ...rest } of byCheck.values()) {
    const group = groups.get(JSON.stringify(rest)) ?? { checks: [], ...rest };
    group.checks.push(check);
    groups.set(JSON.stringify(rest), group);
  }
  return [...groups.values()].sort((a, b) => Number(b.required) - Number(a.required));
}

function writeSummary(page: Page, report: WorkspaceReport, failOn: FailOn): void {
  const of = (verdict: UseReport['verdict']): number =>
    report.uses.filter((use) => use.verdict === verdict).length;
  const counts = (['block', 'review', 'allow'] as const)
    .filter((verdict) => of(verdict) > 0)
    .map((verdict) => `${of(verdict)} ${verdict}`);
  const exit = exitOf({ judged: report.uses, problems: report.problems }, failOn);
  page.gap();
  page.paragraph(
    [plural(report.uses.length, 'use'), ...counts].join(', '),
    0,
    `${page.mark(report.verdict)}  `,
    report.verdict.length + 4,
  );
  page.paragraph(`exit ${exit.status}: ${exit.reason}`);
  page.paragraph(`next: ${nextCommand(report)}`);
}

/** The one command that helps most now. */
function nextCommand(report: WorkspaceReport): string {
  const problem = report.problems[0];
  if (problem !== undefined) {
    if (problem.code === 'workspace.not-found') return 'scruple init';
    const place = problem.at === null ? 'what is named above' : `${problem.at.file}:${problem.at.line}`;
    return `mend ${place}, then run scruple check again`;
  }
  const worst = gravestFirst(report.uses, ({ use }) => use)[0];
  const open = worst?.findings.filter(isOpen) ?? [];
  const finding = (['block', 'review'] as const)
    .map((gravity) => open.find((one) => one.gravity === gravity))
    .find((one) => one !== undefined);
  if (finding !== undefined) return `scruple explain ${finding.check}`;
  const missing = worst?.notAssessed.find(({ required }) => required);
  if (missing !== undefined) return `scruple explain ${missing.check}`;
  return report.uses.length === 0
    ? 'add a use under uses/, or start with scruple init'
    : 'scruple check --format html --out report.html';
}
