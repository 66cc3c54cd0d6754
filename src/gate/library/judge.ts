import { type Decider, prepare } from '../decide.ts';
import { type Decision, inOrder, outcomeOf, type Reason } from '../decision.ts';
import { DEFAULT_POLICY, type GatePolicy } from '../policy.ts';
import { deny, hold } from '../reason.ts';
import { isEssential } from '../rule.ts';
import type { UseState } from '../use-state.ts';
import type { Knowledge } from './knowledge.ts';
import type { Draw, Leases } from './leases.ts';
import type { ReadQuestion } from './read-question.ts';

export interface Judged {
  readonly decision: Decision;
  /** The allotment that a permit draws on; `null` where it draws on none. */
  readonly lease: string | null;
}

/** Decides by the rules that every door shares; contacts are those that the server set aside for this gate. */
export class Judge {
  readonly #knowledge: Knowledge;
  readonly #leases: Leases;
  /** Rules worked out for a use and a policy, as long as both are the same objects. */
  #prepared = new WeakMap<UseState, { readonly policy: GatePolicy; readonly decide: Decider }>();

  constructor(knowledge: Knowledge, leases: Leases) {
    this.#knowledge = knowledge;
    this.#leases = leases;
  }

  /** Whether the message is essential by its signed clearance. */
  isOwed({ sending }: ReadQuestion, now: Date): boolean {
    const use = this.#knowledge.useState(sending.use, now);
    return use !== null && isEssential(use);
  }

  judge({ subject, sending }: ReadQuestion, now: Date): Judged {
    const { readAt, people } = this.#knowledge;
    const use = this.#knowledge.useState(sending.use, now);
    const draws = use === null || !isEssential(use);
    if (subject === null && draws) return refusedAs('question-invalid');
    if (use === null) return refusedAs(readAt === null ? 'feed-stale' : 'use-unknown');
    const person = subject === null || readAt === null ? null : people.factsOf(subject, readAt);
    const draw: Draw =
      draws && subject !== null && sending.dispatch !== null
        ? this.#leases.drawFor({ ...sending, dispatch: sending.dispatch }, subject, now)
        : { type: 'none' };
    const decision = this.#decideFor(use, draw)({ person, sending, now });
    if (!draws) return { decision, lease: null };
    if (draw.type !== 'set-aside') return { decision: withReason(decision, reasonOf(draw)), lease: null };
    if (decision.decision !== 'permit') return { decision, lease: null };
    const expiresAt =
      decision.expiresAt !== null && decision.expiresAt < draw.endsAt ? decision.expiresAt : draw.endsAt;
    return { decision: { ...decision, expiresAt }, lease: draw.lease };
  }

  #decideFor(use: UseState, draw: Draw): Decider {
    // A contact that was set aside is a place in the stage of the roll-out, too.
    const isInStage = draw.type === 'set-aside' && use.leftInStage !== null && use.leftInStage <= 0;
    const policy = this.#knowledge.policy ?? DEFAULT_POLICY;
    if (isInStage) return prepare({ ...use, leftInStage: 1 }, policy);
    const kept = this.#prepared.get(use);
    if (kept?.policy === policy) return kept.decide;
    const decide = prepare(use, policy);
    this.#prepared.set(use, { policy, decide });
    return decide;
  }
}

const reasonOf = (draw: Exclude<Draw, { readonly type: 'set-aside' }>): Reason =>
  draw.type === 'refused' ? hold(draw.because.code, 'time', draw.because.retryAfter) : deny('lease-spent');

function withReason(decision: Decision, reason: Reason): Decision {
  const reasons = inOrder([...decision.reasons, reason]);
  return { ...decision, decision: outcomeOf(reasons), reasons, expiresAt: null };
}

const refusedAs = (code: 'question-invalid' | 'feed-stale' | 'use-unknown'): Judged => ({
  decision: { decision: 'deny', reasons: [deny(code)], shadow: [], clearance: null, expiresAt: null },
  lease: null,
});
