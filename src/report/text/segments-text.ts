import type { AudienceReading, FieldRole, FieldUse } from '../../check/facts/audience.ts';
import { categoryTitle } from '../../kernel/categories.ts';
import { exitOf, type FailOn } from '../exit.ts';
import { maskedRanges, maskText } from '../mask.ts';
import type { SegmentsReport } from '../model.ts';
import { byPlace, isOpen, plural } from '../words.ts';
import { writeFinding, writeProblem } from './finding-text.ts';
import { Page, type PageOptions } from './page.ts';

const ROLE_TITLES: Record<FieldRole, string> = {
  include: 'decides who is in',
  exclude: 'decides who is left out',
  rank: 'decides the order at a limit',
  join: 'decides through a join',
  output: 'is shown or sent along',
};

/** The terminal report of `scruple segment`: fields by what they do, what is sensitive, what could not be read. */
export function segmentsText(
  report: SegmentsReport,
  options: PageOptions & { readonly failOn: FailOn },
): string {
  const page = new Page(options);
  for (const { reading, findings } of report.segments) {
    const open = findings.filter(isOpen);
    const gravest = (['block', 'review', 'advise'] as const).find((gravity) =>
      open.some((one) => one.gravity === gravity),
    );
    // A definition alone has no verdict: without a finding it gets no mark, and never "allow".
    const mark = reading.assessed ? gravest : 'not assessed';
    const first = mark === undefined ? '' : `${page.mark(mark)}  `;
    page.paragraph(
      `${reading.file ?? reading.id}: ${summaryOf(reading, open.length)}`,
      0,
      first,
      mark === undefined ? 0 : mark.length + 4,
    );
    page.gap();
    for (const role of Object.keys(ROLE_TITLES) as FieldRole[])
      writeRole(
        page,
        role,
        reading.fields.filter((use) => use.role === role),
      );
    for (const name of reading.unresolved)
      page.paragraph(
        `${name}: referred to, and not at hand`,
        2,
        `${page.options.paint('not assessed', '○')} `,
        2,
      );
    page.gap();
    for (const finding of [...open].sort(byPlace)) writeFinding(page, finding, null, report.sources);
  }
  for (const problem of report.problems) writeProblem(page, problem, report.sources);
  const exit = exitOf(
    {
      judged: report.segments.map(({ findings }) => ({ verdict: null, findings })),
      problems: report.problems,
    },
    options.failOn,
  );
  page.gap();
  page.paragraph(`${plural(report.segments.length, 'definition')}; exit ${exit.status}: ${exit.reason}`);
  return page.toString();
}

function summaryOf(reading: AudienceReading, open: number): string {
  if (!reading.assessed)
    return `not assessed${reading.problem === null ? '' : `, ${reading.problem.message}`}`;
  const deciding = new Set(reading.fields.filter(({ role }) => role !== 'output').map(({ field }) => field))
    .size;
  const sensitive = new Set(
    reading.fields.filter((use) => use.sensitive.length > 0).map(({ field }) => field),
  ).size;
  return `${plural(deciding, 'field')} ${deciding === 1 ? 'decides' : 'decide'} membership, ${sensitive} sensitive, ${plural(open, 'finding')}`;
}

function writeRole(page: Page, role: FieldRole, uses: readonly FieldUse[]): void {
  if (uses.length === 0) return;
  page.line(`  ${page.paint('quiet', ROLE_TITLES[role])}`);
  for (const use of uses) {
    const key = use.jsonPath === null ? '' : ` ${use.jsonPath}`;
    const sensitive =
      use.sensitive.length > 0 ? `, sensitive: ${use.sensitive.map(categoryTitle).join(', ')}` : '';
    const proxy =
      use.proxyFor.length > 0 ? `, may stand for ${use.proxyFor.map(categoryTitle).join(', ')}` : '';
    const through = use.path.length > 0 ? `, through ${use.path.join(' → ')}` : '';
    page.paragraph(
      `${use.field}${key}${valuesInWords(page, use)}${sensitive}${proxy}${through} (${use.at.line}:${use.at.column})`,
      4,
      '',
      0,
    );
  }
}

function valuesInWords(page: Page, { field, values }: FieldUse): string {
  if (values.length === 0) return '';
  if (page.options.showValues) return ` (${values.join(', ')})`;
  const namesPeople = maskedRanges(`${field} in ('a')`).length > 0;
  return values.length > 3 || namesPeople
    ? ` (${plural(values.length, 'value')})`
    : ` (${values.map(maskText).join(', ')})`;
}
