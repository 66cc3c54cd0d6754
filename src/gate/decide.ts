import type { Decision, Reason } from './decision.ts';
import { outcomeOf, stricter } from './decision.ts';
import type { PersonFacts } from './person-facts.ts';
import type { GatePolicy, RuleName } from './policy.ts';
import type { Sending } from './question.ts';
import type { UseState } from './use-state.ts';

/** Everything that a decision may depend on. What is not here cannot decide. */
export interface Moment {
  readonly use: UseState;
  /** `null` where the person cannot be told, or nothing of them can be read: refuses, but for what is essential. */
  readonly person: PersonFacts | null;
  readonly sending: Sending;
  readonly policy: GatePolicy;
  readonly now: Date;
}

/** One rule: what it has against the sending, looking at nothing but the moment. */
export interface Rule {
  readonly name: RuleName;
  /** Whether it also binds what is essential; only what the clearance and the law say of such messages does. */
  readonly bindsEssential: boolean;
  readonly against: (moment: Moment) => readonly Reason[];
}

/** Reasons of rules in any order: the strictest counts, and a permit is what no rule is against. */
export function fold(
  rules: readonly Rule[],
  moment: Moment,
  mode: (rule: RuleName) => 'binds' | 'shadow',
): Pick<Decision, 'decision' | 'reasons' | 'shadow'> {
  const [reasons, shadow]: [Reason[], Reason[]] = [[], []];
  for (const rule of rules) (mode(rule.name) === 'binds' ? reasons : shadow).push(...rule.against(moment));
  const sorted = reasons.sort(byStrictness);
  return { decision: outcomeOf(sorted), reasons: sorted, shadow: shadow.sort(byStrictness) };
}

const byStrictness = (a: Reason, b: Reason): number =>
  a.outcome === b.outcome
    ? a.code < b.code
      ? -1
      : a.code > b.code
        ? 1
        : 0
    : stricter(a.outcome, b.outcome) === a.outcome
      ? -1
      : 1;
