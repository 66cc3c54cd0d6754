import type { Problem } from '../../kernel/problem.ts';
import type { AssessedRequirement, Maturity } from '../../maturity/assess.ts';
import { problemJson } from '../json/parts.ts';
import type { MaturityJson } from './schema.ts';

export interface MaturityDay {
  readonly day: string;
  readonly levels: readonly number[];
}

/** `scruple.maturity/1`. */
export const maturityJson = (
  { at, practices, minimum, weakest, next }: Maturity,
  trend: readonly MaturityDay[],
  problems: readonly Problem[],
): MaturityJson => ({
  schema: 'scruple.maturity/1',
  at: at.toISOString(),
  minimum,
  weakest: [...weakest],
  practices: practices.map(({ step, title, level, levelTitle, computed, lowered, cells }) => ({
    step,
    title,
    level,
    levelTitle,
    computed,
    lowered:
      lowered === null ? null : { by: lowered.by, reason: lowered.reason, at: lowered.at.toISOString() },
    levels: cells.map((cell) => ({
      level: cell.level,
      title: cell.title,
      met: cell.isMet,
      requires: cell.requires.map(requirementJson),
    })),
  })),
  next: next.map((one) => ({ ...one })),
  trend: trend.map(({ day, levels }) => ({ day, levels: [...levels] })),
  problems: problems.map(problemJson),
});

const requirementJson = ({
  requirement: { id, says, kind, unit, atLeast, atMost, freshDays, next },
  evidence,
  standing,
}: AssessedRequirement): MaturityJson['practices'][number]['levels'][number]['requires'][number] => ({
  id,
  says,
  kind,
  unit,
  atLeast: atLeast ?? null,
  atMost: atMost ?? null,
  freshDays,
  standing,
  value: evidence?.value ?? null,
  of: evidence?.of ?? null,
  at: evidence?.at?.toISOString() ?? null,
  query: evidence?.query ?? null,
  attested: evidence?.attested ?? null,
  next,
});
