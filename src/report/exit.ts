import type { Finding } from '../check/finding.ts';
import { type Gravity, reaches, VERDICTS, type Verdict, verdictOf } from '../kernel/gravity.ts';
import type { Problem } from '../kernel/problem.ts';
import { isOpen, plural } from './words.ts';

export type FailOn = Gravity | 'never';

export interface Exit {
  readonly status: 0 | 1 | 2;
  readonly reason: string;
}

interface Outcome {
  readonly judged: ReadonlyArray<{ readonly verdict: Verdict | null; readonly findings: readonly Finding[] }>;
  readonly problems: readonly Problem[];
}

/**
 * The exit status and its reason. 2: something could not be read, so the answer is not whole. 1: an open finding at or
 * above the threshold, or a verdict at or above it because something required was not assessed. 0: neither.
 */
export function exitOf({ judged, problems }: Outcome, failOn: FailOn): Exit {
  if (problems.length > 0)
    return { status: 2, reason: `${plural(problems.length, 'problem')} kept this from being judged in full` };
  if (failOn === 'never') return { status: 0, reason: 'nothing fails with --fail-on never' };
  const found = judged
    .flatMap(({ findings }) => findings)
    .filter((finding) => isOpen(finding) && reaches(finding.gravity, failOn)).length;
  if (found > 0) return { status: 1, reason: `${plural(found, 'finding')} at or above \`${failOn}\`` };
  const verdicts = judged.filter(
    ({ verdict }) =>
      verdict !== null &&
      verdict !== 'allow' &&
      VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(verdictOf(failOn)),
  ).length;
  if (verdicts > 0)
    return {
      status: 1,
      reason: `something required was not assessed in ${verdicts === 1 ? 'one case' : `${verdicts} cases`}`,
    };
  return { status: 0, reason: `nothing at or above \`${failOn}\`` };
}
