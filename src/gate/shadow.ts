import type { GatePolicy, RuleName } from './policy.ts';

/** Rules that always bind: somebody’s deliberate act, or what protects people. */
export const NEVER_TRIED: ReadonlySet<RuleName> = new Set([
  'running',
  'age',
  'protection',
] satisfies RuleName[]);

/**
 * Rules that are only tried out at `now`: those that the policy names, with an owner, before their end. From the end on
 * they bind, without anybody having to remember it. Of a rule that is tried out, what `isFirm` still binds.
 */
export const triedRules = ({ shadow }: Pick<GatePolicy, 'shadow'>, now: Date): ReadonlySet<RuleName> =>
  new Set(
    shadow
      .filter(
        ({ rule, owner, until }) => now.getTime() < until.getTime() && owner !== '' && !NEVER_TRIED.has(rule),
      )
      .map(({ rule }) => rule),
  );
