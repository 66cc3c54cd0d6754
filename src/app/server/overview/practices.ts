import { GRAVITIES, type Gravity } from '../../../kernel/gravity.ts';
import { STEP_TITLES, type Step } from '../../../kernel/vocabulary.ts';
import { allChecks } from '../../checks.ts';
import type { View } from '../change.ts';
import { OPEN_STATES } from '../reviews/open.ts';
import { ownUses } from './own-uses.ts';

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

/**
 * Where each practice stands. Uses in a blind review count for nobody who judges, so that a number gives no verdict
 * away.
 */
export async function countPractices(
  { db, caller }: Pick<View, 'db' | 'caller'>,
  only: string | null,
): Promise<readonly Practice[]> {
  const judges = caller.account.roles.some((role) => role === 'reviewer' || role === 'customer-advocate');
  const rows = await db
    .selectFrom('findings')
    .select((one) => [
      'findings.step',
      one.fn.count<number>('findings.useId').distinct().as('uses'),
      one.fn.max('findings.gravityRank').as('rank'),
    ])
    .where('findings.isCurrent', '=', true)
    .where('findings.isWaived', '=', false)
    .$if(only !== null, (all) => all.where('findings.useId', 'in', ownUses(db, only!)))
    .$if(judges, (all) =>
      all.where('findings.useId', 'not in', (reviews) =>
        reviews
          .selectFrom('reviews')
          .select('reviews.useId')
          .where('reviews.isBlind', '=', true)
          .where('reviews.state', 'in', [...OPEN_STATES]),
      ),
    )
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
