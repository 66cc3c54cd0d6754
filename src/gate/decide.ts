import type { Decision, Reason } from './decision.ts';
import { inOrder, outcomeOf } from './decision.ts';
import { DEFAULT_POLICY, type GatePolicy, type RuleName } from './policy.ts';
import { deny } from './reason.ts';
import { type Against, type Asked, isEssential, type Moment, type Rule } from './rule.ts';
import { ALL_RULES } from './rules/index.ts';
import { triedRules } from './shadow.ts';
import type { UseState } from './use-state.ts';

export type Decider = (asked: Asked) => Decision;

/** Whether one message may go to one person now, and everything that is against it. Never throws; what cannot be read refuses. */
export const decide = (moment: Moment): Decision => prepare(moment.use, moment.policy)(moment);

/**
 * The same for one use under one policy, for many people: what depends on neither the person nor the moment is worked
 * out once. The answers are those of `decide`. `rules` is there for tests of laws
 * about rules, and for trials of one alone.
 */
export function prepare(use: UseState, policy: GatePolicy, rules: readonly Rule[] = ALL_RULES): Decider {
  const prepared = rules.map((rule) => ({ name: rule.name, against: rule.prepare(use, policy) }));
  const { permitSeconds } = Number.isFinite(policy.permitSeconds) ? policy : DEFAULT_POLICY;
  const permitMs = Math.max(0, permitSeconds) * 1000;
  const ends = endOfPermits(use);
  return (asked) => {
    const time = asked.now.getTime();
    if (!Number.isFinite(time)) return refusal(use, UNREADABLE_TIME);
    const { reasons, shadow } = fold(prepared, asked, triedIn(policy, asked.now));
    const decision = outcomeOf(reasons);
    return {
      decision,
      reasons,
      shadow,
      clearance: use.clearance?.id ?? null,
      expiresAt: decision === 'permit' ? new Date(Math.min(time + permitMs, ends)) : null,
    };
  };
}

/** What rules have against a sending, apart by whether they bind. Rules in any order come to the same. */
function fold(
  rules: ReadonlyArray<{ readonly name: RuleName; readonly against: Against }>,
  asked: Asked,
  tried: ReadonlySet<RuleName>,
): Pick<Decision, 'reasons' | 'shadow'> {
  let reasons: readonly Reason[] = NONE;
  let shadow: readonly Reason[] = NONE;
  for (const { name, against } of rules) {
    const said = against(asked);
    if (said.length === 0) continue;
    if (!tried.has(name)) reasons = reasons.length === 0 ? said : [...reasons, ...said];
    else {
      reasons = [...reasons, ...said.filter(({ isFirm }) => isFirm)];
      shadow = [...shadow, ...said.filter(({ isFirm }) => !isFirm)];
    }
  }
  return { reasons: inOrder(reasons), shadow: inOrder(shadow) };
}

const NONE: readonly Reason[] = [];
const NOBODY: ReadonlySet<RuleName> = new Set();
const UNREADABLE_TIME = [deny('question-invalid')];

const triedIn = (policy: GatePolicy, now: Date): ReadonlySet<RuleName> =>
  policy.shadow.length === 0 ? NOBODY : triedRules(policy, now);

const refusal = (use: UseState, reasons: readonly Reason[]): Decision => ({
  decision: 'deny',
  reasons,
  shadow: NONE,
  clearance: use.clearance?.id ?? null,
  expiresAt: null,
});

/** What a permit rests on ends by itself at this time, in milliseconds since 1970: no permit outlives it. */
function endOfPermits(use: UseState): number {
  const { clearance } = use;
  const ofClearance = clearance === null ? [] : [Date.parse(clearance.expiresAt)];
  const ofConditions = (clearance?.conditions ?? []).flatMap(({ check }) =>
    check?.type === 'until' ? [Date.parse(check.at)] : [],
  );
  const ofClaims = isEssential(use) ? [] : use.claims.map(({ freshUntil }) => freshUntil.getTime());
  return Math.min(...ofClearance, ...ofConditions, ...ofClaims);
}

export type { Asked, Moment } from './rule.ts';
