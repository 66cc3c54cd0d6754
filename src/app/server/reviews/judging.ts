import { type Judging, unseenUses } from '../../../stores/sql/repositories/unseen-verdicts.ts';
import type { View } from '../change.ts';

/** Who asks, where they could judge some use: what the tool and others say must not sway them. */
export function judgingOf({ caller }: Pick<View, 'caller'>): Judging | undefined {
  const { roles, key } = caller.account;
  const mayJudge = roles.some((role) => role === 'reviewer' || role === 'customer-advocate');
  return mayJudge ? { key, personId: caller.personId } : undefined;
}

/** Whether the verdict on a use is held back from who asks, as they have yet to judge it themselves. */
export async function isVerdictUnseen(view: Pick<View, 'db' | 'caller'>, useId: string): Promise<boolean> {
  const judging = judgingOf(view);
  if (judging === undefined) return false;
  const row = await unseenUses(view.db, judging)
    .where('reviews.useId', '=', useId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
