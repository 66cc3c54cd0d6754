import type { Answer } from '../../gate/batch/answer-classes.ts';
import type { Asking } from '../../gate/batch/class-form.ts';
import { prepare } from '../../gate/decide.ts';
import type { ReasonCode } from '../../gate/reason-codes.ts';
import { ALL_RULES } from '../../gate/rules/index.ts';
import type { GateSummary } from './gate-request.ts';

/** Whether what the rules have against the use alone keeps everybody back. */
export const isRefused = ({ use, policy, sending, now }: Asking): boolean =>
  prepare(
    use,
    policy,
    ALL_RULES.filter(({ about }) => about === 'use'),
  )({ person: null, sending, now }).decision !== 'permit';

/** How many rows each code holds back, the most frequent first. */
export function byCode(
  answers: readonly Answer[],
  counted: ReadonlyArray<readonly [answer: number, rows: number]>,
): GateSummary['reasons'] {
  const rowsOf = new Map<ReasonCode, number>();
  for (const [answer, rows] of counted)
    for (const code of answers[answer]!.codes) rowsOf.set(code, (rowsOf.get(code) ?? 0) + rows);
  return [...rowsOf].map(([code, rows]) => ({ code, rows })).sort((a, b) => b.rows - a.rows);
}
