import { refuses } from '../../playbook/6-control/ledger/scope.ts';
import type { Reason } from '../decision.ts';
import { deny, hold } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/**
 * No suppression list that is in force speaks of it. A row that stands for a no of the person never ends and always
 * binds; any other has an end, and what it would tell about the person decides whether it is named.
 */
export const suppressionRule: Rule = {
  name: 'suppression',
  about: 'person',
  prepare(use) {
    if (isEssential(use)) return never;
    const topics = use.topics.length === 0 ? [null] : use.topics;
    return ({ person, sending, now }) => {
      if (person === null) return NOTHING;
      if (person.suppressions === null) return UNKNOWN;
      if (person.suppressions.length === 0) return NOTHING;
      const reasons: Reason[] = [];
      for (const { scope, until, isProtected } of person.suppressions) {
        if (until !== null && until.getTime() <= now.getTime()) continue;
        const planned = { purpose: use.purpose, channel: sending.channel };
        // As an objection: a list that stops direct marketing stops the profiling for it, too.
        if (!topics.some((topic) => refuses(scope, { ...planned, topic }, until === null))) continue;
        if (isProtected) reasons.push(PROTECTED);
        else reasons.push(until === null ? FOR_EVER : hold('suppressed', 'time', until, 'triable'));
      }
      return reasons;
    };
  },
};

const UNKNOWN = [deny('suppression-unknown')];
const FOR_EVER = deny('suppressed');
const PROTECTED = hold('protected', 'time', null);
