import { decide } from '../decide.ts';
import type { Moment } from '../rule.ts';
import { moment } from './moments.ts';

/** What a moment comes to, as `deny said-no` or `permit`: short enough to stand in a table. */
export const answer = (over: Partial<Moment> = {}): string => {
  const { reasons } = decide(moment(over));
  return reasons.length === 0
    ? 'permit'
    : reasons.map(({ outcome, code }) => `${outcome} ${code}`).join(', ');
};
