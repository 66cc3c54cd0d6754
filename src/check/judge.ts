import { stricter, type Verdict, verdictOf } from '../kernel/gravity.ts';
import type { Outcome } from './finding.ts';

/**
 * The verdict over any set of outcomes: the gravest open finding, and at least `review` where something required could
 * not be assessed. A fold of a commutative, associative, idempotent operation: order and repetition change nothing.
 */
export function judge(outcomes: readonly Outcome[]): Verdict {
  let verdict: Verdict = 'allow';
  for (const { findings, notAssessed } of outcomes) {
    for (const finding of findings)
      if (finding.waivedBy === null) verdict = stricter(verdict, verdictOf(finding.gravity));
    if (notAssessed.some((entry) => entry.required)) verdict = stricter(verdict, 'review');
  }
  return verdict;
}
