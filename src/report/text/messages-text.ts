import { exitOf, type FailOn } from '../exit.ts';
import type { MessagesReport } from '../model.ts';
import { byPlace, countsInWords, isOpen, notAssessedInWords, plural } from '../words.ts';
import { writeFinding, writeProblem } from './finding-text.ts';
import { Page, type PageOptions } from './page.ts';

/** The terminal report of `scruple message`. */
export function messagesText(
  report: MessagesReport,
  options: PageOptions & { readonly failOn: FailOn },
): string {
  const page = new Page(options);
  for (const message of report.messages) {
    const language = message.language === null ? 'language cannot be told' : `language ${message.language}`;
    page.paragraph(
      `${message.file}: ${countsInWords(message)} (${language})`,
      0,
      `${page.mark(message.verdict)}  `,
      message.verdict.length + 4,
    );
    page.gap();
    for (const finding of [...message.findings].filter(isOpen).sort(byPlace))
      writeFinding(page, finding, null, report.sources);
    if (message.notAssessed.length > 0) {
      page.line(page.paint('strong', 'Not assessed'));
      const reasons = new Map<string, string[]>();
      for (const { check, missing } of notAssessedInWords(message.notAssessed))
        reasons.set(missing, [...(reasons.get(missing) ?? []), check]);
      for (const [missing, checks] of reasons)
        page.paragraph(
          `${checks.join(', ')}: ${missing}`,
          2,
          `${page.options.paint('not assessed', '○')} `,
          2,
        );
      page.gap();
    }
  }
  for (const problem of report.problems) writeProblem(page, problem, report.sources);
  const exit = exitOf({ judged: report.messages, problems: report.problems }, options.failOn);
  page.gap();
  page.paragraph(`${plural(report.messages.length, 'message')}; exit ${exit.status}: ${exit.reason}`);
  const first = report.messages
    .flatMap(({ findings }) => findings)
    .find((finding) => isOpen(finding) && finding.gravity !== 'advise');
  page.paragraph(`next: ${nextCommand(report, first?.check)}`);
  return page.toString();
}

function nextCommand({ messages, problems }: MessagesReport, check: string | undefined): string {
  if (check !== undefined) return `scruple explain ${check}`;
  if (problems.length > 0) return 'mend what is named above, then run scruple message again';
  return messages.length === 0
    ? 'scruple message --help'
    : 'name the message in a use card, and run scruple check';
}
