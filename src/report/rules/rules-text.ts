import type { Problem } from '../../kernel/problem.ts';
import { writeProblem } from '../text/finding-text.ts';
import { Page, type PageOptions } from '../text/page.ts';
import { plural } from '../words.ts';
import type { RulesReplayJson } from './schema.ts';

type Told = RulesReplayJson['totals']['stopped'];

/** The terminal report of `scruple replay --rules`: what the rules of now would have stopped, rule by rule, with what followed. */
export function rulesText(report: RulesReplayJson, options: PageOptions): string {
  const page = new Page(options);
  const { stopped, waiting, through, unknown } = report.totals;
  page.line(page.paint('strong', `Under the rules of \`${report.workspace}\` as they stand now`));
  page.gap();
  writeTold(page, 'block', 'would have been stopped', stopped);
  writeTold(page, 'review', 'would have waited for a person', waiting);
  writeTold(page, 'allow', 'would have gone through', through);
  if (unknown.sends > 0) writeTold(page, 'not assessed', 'have no card: nobody can tell', unknown);
  page.gap();
  if (report.rules.length > 0) page.line(page.paint('strong', 'By rule, each alone'));
  for (const { check, boundary, uses, ...told } of report.rules) {
    page.paragraph(
      `${boundary === null ? check : `boundary ${boundary}`}: ${plural(uses.length, 'use')}, ${saidOf(told)}`,
      2,
    );
    page.paragraph(uses.join(', '), 6);
  }
  page.gap();
  for (const problem of report.problems) writeProblem(page, problem as Problem, new Map());
  page.paragraph(
    'Named facts were not asked. What followed a send that a rule stops is what happened to these people then; it does not say what they would have got instead.',
  );
  return page.toString();
}

function writeTold(
  page: Page,
  mark: 'block' | 'review' | 'allow' | 'not assessed',
  says: string,
  told: Told,
): void {
  page.labelled(`${plural(told.sends, 'send')}`, `${says}${followedOf(told)}`, 2, 16, mark);
}

const saidOf = (told: Told): string => `${plural(told.sends, 'send')}${followedOf(told)}`;

function followedOf({ followed, sends }: Told): string {
  const parts = Object.entries(followed).map(
    ([type, count]) => `${plural(count, type)}${sends === 0 ? '' : ` (${rate(count / sends)})`}`,
  );
  return parts.length === 0 ? '; nothing followed' : `; ${parts.join(', ')}`;
}

const rate = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;
