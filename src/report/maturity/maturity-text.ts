import type { Problem } from '../../kernel/problem.ts';
import type { Step } from '../../kernel/vocabulary.ts';
import { type Answer, believed } from '../../maturity/baseline.ts';
import { writeProblem } from '../text/finding-text.ts';
import { Page, type PageOptions } from '../text/page.ts';
import type { MaturityJson } from './schema.ts';

type Practice = MaturityJson['practices'][number];
type Requirement = Practice['levels'][number]['requires'][number];

const TITLE_WIDTH = 24;

/** The terminal report of `scruple maturity`: seven levels, what is missing for the next of each, and what to do first. */
export function maturityText(
  maturity: MaturityJson,
  options: PageOptions,
  answers: ReadonlyMap<string, Answer> | null = null,
): string {
  const page = new Page(options);
  if (answers !== null) writeBeliefs(page, maturity, answers);
  for (const practice of maturity.practices) writePractice(page, practice);
  page.gap();
  const weakest = maturity.weakest.map((step) => titleOf(maturity, step)).join(', ');
  page.labelled('Weakest', weakest, 0, 9, 'strong');
  page.gap();
  if (maturity.next.length > 0) page.line(page.paint('strong', 'Do next'));
  maturity.next.forEach(({ step, level, next }, index) => {
    page.paragraph(`${titleOf(maturity, step)}, to level ${level}: ${next}`, 2, `${index + 1}  `, 3);
  });
  page.gap();
  for (const one of maturity.problems) writeProblem(page, one as Problem, new Map());
  page.paragraph(
    'Levels come from evidence that ages. Nobody can raise one by hand; what cannot be told is not met.',
  );
  return page.toString();
}

const titleOf = ({ practices }: MaturityJson, step: number): string => practices[step - 1]!.title;

function writePractice(
  page: Page,
  { step, title, level, levelTitle, computed, lowered, levels }: Practice,
): void {
  const mark = level >= 3 ? 'allow' : level >= 1 ? 'advise' : 'review';
  const bar = page.options.paint(mark, `${'■'.repeat(level)}${'□'.repeat(5 - level)}`);
  page.line(`${step}  ${page.paint('strong', title.padEnd(TITLE_WIDTH))} ${bar} ${level} ${levelTitle}`);
  if (lowered !== null) page.labelled('lowered', `from ${computed}: ${lowered.reason}`, 4, 9);
  const missing = levels.find(({ met }) => !met);
  if (missing === undefined) return;
  for (const one of missing.requires.filter(({ standing }) => standing !== 'met'))
    page.labelled(`for ${missing.level}`, `${one.says}: ${standingOf(one)}`, 4, 7);
}

/** What was seen of a requirement, against what is needed. */
export function standingOf(
  requirement: Pick<
    Requirement,
    'standing' | 'value' | 'unit' | 'of' | 'atLeast' | 'atMost' | 'at' | 'query' | 'kind' | 'freshDays'
  >,
): string {
  const { standing, unit, of, atLeast, atMost, at, query, kind, freshDays } = requirement;
  const needed = atLeast === null ? `at most ${inUnit(atMost!, unit)}` : `at least ${inUnit(atLeast, unit)}`;
  if (standing === 'unknown') {
    if (kind === 'attested') return `nobody signed for it (needed: ${needed})`;
    return query === null
      ? `not seen from here (needed: ${needed})`
      : `cannot tell: there is nothing to count yet (needed: ${needed})`;
  }
  const seen = `${inUnit(requirement.value!, unit)}${of === null ? '' : ` of ${of}`}`;
  if (standing === 'stale') return `${seen}, last on ${at?.slice(0, 10)}: older than ${freshDays} days`;
  return `${seen} (needed: ${needed})`;
}

const inUnit = (value: number, unit: Requirement['unit']): string =>
  unit === 'share'
    ? `${Number((100 * value).toFixed(1))} %`
    : `${Number(value.toFixed(1))}${unit === 'days' ? ' days' : ''}`;

/** Side by side, and never mixed. */
function writeBeliefs(page: Page, { practices }: MaturityJson, answers: ReadonlyMap<string, Answer>): void {
  page.line(page.paint('strong', `${''.padEnd(TITLE_WIDTH + 3)} you believe   we can see`));
  for (const { step, title, level } of practices)
    page.line(
      `${step}  ${title.padEnd(TITLE_WIDTH)} ${String(believed(answers, step as Step)).padEnd(13)} ${level}`,
    );
  page.gap();
}
