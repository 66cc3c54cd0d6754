import type { Reason } from './decision.ts';
import type { PersonFacts } from './person-facts.ts';
import type { GatePolicy, RuleName } from './policy.ts';
import type { Sending } from './question.ts';
import type { UseState } from './use-state.ts';

/** What is asked at one moment about one person; the use and the policy are known before. */
export interface Asked {
  /** `null` where the person cannot be told, or nothing of them can be read: refuses, but for what is essential. */
  readonly person: PersonFacts | null;
  readonly sending: Sending;
  readonly now: Date;
}

/** Everything that a decision may depend on. What is not here cannot decide. */
export interface Moment extends Asked {
  readonly use: UseState;
  readonly policy: GatePolicy;
}

export type Against = (asked: Asked) => readonly Reason[];

/** One rule: what it has against a sending. What depends on the use and the policy alone is worked out once. */
export interface Rule {
  readonly name: RuleName;
  /** Whether it looks at the person, or is the same for everybody who is sent the same at the same moment. */
  readonly about: 'use' | 'person';
  /** Knows by itself what of it binds an essential message; all of that is firm. */
  readonly prepare: (use: UseState, policy: GatePolicy) => Against;
}

export const NOTHING: readonly Reason[] = [];
export const never: Against = () => NOTHING;
export const always = (reason: Reason): Against => {
  const reasons = [reason];
  return () => reasons;
};

/** Owed whatever a person chose: the signed clearance says so, and nothing else can. */
export const isEssential = ({ clearance }: Pick<UseState, 'clearance'>): boolean =>
  clearance?.class === 'essential';
