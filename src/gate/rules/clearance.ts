import type { Condition } from '../../playbook/5-oversight/clearances/condition.ts';
import type { Reason } from '../decision.ts';
import { deny } from '../reason.ts';
import { always, isEssential, NOTHING, type Rule } from '../rule.ts';
import type { UseState } from '../use-state.ts';

/** The clearance is verified, of this use, in force, for this channel, and what it depends on holds. */
export const clearanceRule: Rule = {
  name: 'clearance',
  about: 'use',
  prepare(use) {
    const { clearance } = use;
    if (clearance === null) return always(missing(use));
    if (clearance.use !== use.use) return always(deny('clearance-invalid'));
    const firm = isEssential(use) ? 'firm' : 'triable';
    const [begins, ends] = [Date.parse(clearance.issuedAt), Date.parse(clearance.expiresAt)];
    const [isBroken, until, channels] = [
      brokenBy(use),
      endOf(clearance.conditions),
      onlyOn(clearance.conditions),
    ];
    const expired = [deny('clearance-expired', firm)];
    const [invalid, unknown] = [[deny('clearance-invalid')], [deny('use-unknown')]];
    const [notHeld, notOn] = [[deny('condition-not-held', firm)], [deny('channel-not-cleared', firm)]];
    return ({ sending, now }) => {
      const time = now.getTime();
      if (sending.use !== use.use) return unknown;
      if (!(time >= begins)) return invalid;
      if (!(time < ends)) return expired;
      if (isBroken || !(time < until)) return notHeld;
      const isOn = use.channels.includes(sending.channel) && (channels?.has(sending.channel) ?? true);
      return isOn ? NOTHING : notOn;
    };
  },
};

function missing({ clearanceProblem }: UseState): Reason {
  switch (clearanceProblem?.code) {
    case undefined:
      return deny('not-cleared', 'triable');
    case 'clearance.expired':
      return deny('clearance-expired', 'triable');
    case 'clearance.revoked':
      return deny('clearance-revoked');
    default:
      return deny('clearance-invalid');
  }
}

/**
 * Whether a condition is broken that neither time nor the channel decides. A cap is held by the rule of caps, and what
 * only a person can see to by people. A condition on a monitor is broken once its numbers rule out that the rate keeps to
 * it, so that a use can begin; that is a statistical pause, which binds nothing that is essential.
 */
const brokenBy = (use: UseState): boolean =>
  use.clearance!.conditions.some(({ check }) => {
    switch (check?.type) {
      case 'check-silent':
        return !use.checks.assessed.includes(check.check) || use.checks.found.includes(check.check);
      case 'monitor':
        return !isEssential(use) && !((use.monitors[check.monitor] ?? Number.NaN) <= check.atMost);
      default:
        return false;
    }
  });

const endOf = (conditions: readonly Condition[]): number =>
  Math.min(
    ...conditions.map(({ check }) =>
      check?.type === 'until' ? Date.parse(check.at) : Number.POSITIVE_INFINITY,
    ),
  );

/** The channels that every condition of channels names; `null` where there is none. */
function onlyOn(conditions: readonly Condition[]): ReadonlySet<string> | null {
  const lists = conditions.flatMap(({ check }) => (check?.type === 'channels' ? [check.only] : []));
  return lists.length === 0
    ? null
    : new Set(lists[0]!.filter((channel) => lists.every((list) => list.includes(channel))));
}
