import { deny, hold } from '../reason.ts';
import { isEssential, type Rule } from '../rule.ts';
import { isStale } from '../staleness.ts';

/**
 * Nobody stopped the use, no monitor paused it, its stage of the roll-out has room, and all of this is fresh. A stop by
 * a person binds what is essential, too: somebody saw that it is wrong. A pause by numbers does not.
 */
export const runningRule: Rule = {
  name: 'running',
  about: 'use',
  prepare(use, policy) {
    const stopped = use.isStopped ? [hold('use-stopped', 'reviewer', null)] : [];
    if (isEssential(use)) return () => stopped;
    const reasons = [
      ...stopped,
      ...(use.pausedBy !== null ? [hold('use-paused', 'reviewer', null)] : []),
      ...(use.leftInStage !== null && !(use.leftInStage > 0) ? [hold('stage-full', 'time', null)] : []),
    ];
    const stale = [...reasons, deny('feed-stale')];
    // A permit without an end could be used for ever.
    const hasNoEnd = !Number.isFinite(policy.permitSeconds);
    return ({ now }) => (hasNoEnd || isStale(use.asOf, now, policy) ? stale : reasons);
  },
};
