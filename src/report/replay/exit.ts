import type { Exit, FailOn } from '../exit.ts';
import { plural } from '../words.ts';
import type { ReplayReport } from './model.ts';

/** Which alarm stands for which gravity. */
export const GRAVITY_OF = { warn: 'advise', review: 'review', pause: 'block' } as const;
const RANKS = { advise: 0, review: 1, block: 2 } as const;

/** 2: some lines could not be read. 1: an alarm at or above the threshold. 0: neither. */
export function exitOfReplay({ alarms, problems }: ReplayReport, failOn: FailOn): Exit {
  if (problems.length > 0)
    return { status: 2, reason: `${plural(problems.length, 'line')} could not be read` };
  if (failOn === 'never') return { status: 0, reason: 'nothing fails with --fail-on never' };
  const reached = alarms.filter(({ action }) => RANKS[GRAVITY_OF[action]] >= RANKS[failOn]).length;
  return reached > 0
    ? { status: 1, reason: `${plural(reached, 'alarm')} at or above \`${failOn}\`` }
    : { status: 0, reason: `no alarm at or above \`${failOn}\`` };
}
