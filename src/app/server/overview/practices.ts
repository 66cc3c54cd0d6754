import { GRAVITIES, type Gravity } from '../../../kernel/gravity.ts';
import { STEP_TITLES, type Step } from '../../../kernel/vocabulary.ts';
import { allChecks } from '../../checks.ts';
import type { View } from '../change.ts';
import { seenFindings } from '../uses/seen-findings.ts';

/** One of the seven practices over all uses as they stand. */
export interface Practice {
  readonly step: Step;
  readonly title: string;
  /** How many checks look at it; without any, nothing is known of it here. */
  readonly checks: number;
  /** Uses whose latest version holds a finding of it that nobody waived. */
  readonly uses: number;
  /** The gravest of these findings; `null` without any. */
  readonly gravest: Gravity | null;
}

const STEPS = Object.keys(STEP_TITLES).map(Number) as readonly Step[];

/** Where each practice stands, over the uses whose findings the caller may see. */
export async function countPractices(view: View): Promise<readonly Practice[]> {
  const rows = await seenFindings(view)
    .select((one) => [
      'findings.step',
      one.fn.count<number>('findings.useId').distinct().as('uses'),
      one.fn.max('findings.gravityRank').as('rank'),
    ])
    .where('findings.isWaived', '=', false)
    .groupBy('findings.step')
    .execute();
  const counted = new Map(rows.map((row) => [Number(row.step), row]));
  return STEPS.map((step) => {
    const row = counted.get(step);
    return {
      step,
      title: STEP_TITLES[step],
      checks: allChecks.filter((check) => check.step === step).length,
      uses: Number(row?.uses ?? 0),
      gravest: row === undefined ? null : (GRAVITIES[Number(row.rank)] ?? null),
    };
  });
}
