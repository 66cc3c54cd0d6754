import { prepare } from '../../../gate/decide.ts';
import type { Decision } from '../../../gate/decision.ts';
import type { PersonFacts } from '../../../gate/person-facts.ts';
import { deny } from '../../../gate/reason.ts';
import { isEssential } from '../../../gate/rule.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { usesClearedAsEssential } from '../../../stores/sql/repositories/gate-use-rows.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type GatePolicyInForce, gatePolicyIn } from './gate-policy.ts';
import type { Asked } from './read-asked.ts';
import type { StandingUseState, UseStates } from './use-states.ts';

/** Uses that are remembered, before the one that was asked about longest ago is forgotten. */
const MOST_KEPT = 5_000;

/**
 * What was known of uses when the store answered last, so that what is owed goes out while it does not. Clearances in it
 * are verified. For everything else it is too old to permit anything: `decide` refuses it.
 */
export class LastKnown {
  readonly #uses = new Map<string, StandingUseState>();
  #policy: GatePolicyInForce | null = null;

  take(policy: GatePolicyInForce, uses: ReadonlyMap<string, StandingUseState>): void {
    this.#policy = policy;
    for (const [id, use] of uses) {
      this.#uses.delete(id);
      this.#uses.set(id, use);
    }
    while (this.#uses.size > MOST_KEPT) this.#uses.delete(this.#uses.keys().next().value!);
  }

  /** Reads every use that is cleared as essential, and those known from before, as they stand now. */
  async refresh(db: Database, useStates: UseStates, now: Date): Promise<void> {
    const ids = [...new Set([...this.#uses.keys(), ...(await usesClearedAsEssential(db, now))])];
    this.take(await gatePolicyIn(db), await useStates.read(db, ids, now));
  }

  /** What can be decided while the store does not answer, and whether it rests on a clearance of what is essential. */
  decide(asked: Asked, now: Date): { readonly decision: Decision; readonly use: StandingUseState | null } {
    if (asked.type === 'unreadable') return { decision: refused('question-invalid'), use: null };
    const { sending } = asked;
    const use = this.#uses.get(sending.use);
    if (use === undefined || this.#policy === null) return { decision: refused('feed-stale'), use: null };
    const person = isEssential(use.state) || asked.type !== 'asked' ? null : unreadable(asked.subject);
    const decision = prepare(use.state, this.#policy.policy)({ person, sending, now });
    // Nothing but what is essential is decided from memory, whatever a rule may think of its age.
    return decision.decision === 'permit' && !isEssential(use.state)
      ? { decision: refused('feed-stale'), use }
      : { decision, use };
  }

  get policyVersion(): number {
    return this.#policy?.version ?? 0;
  }
}

const refused = (code: 'question-invalid' | 'feed-stale'): Decision => ({
  decision: 'deny',
  reasons: [deny(code)],
  shadow: [],
  clearance: null,
  expiresAt: null,
});

/** Somebody of whom nothing can be read. */
const unreadable = (subject: SubjectKey): PersonFacts => ({
  subject,
  choices: null,
  rests: null,
  suppressions: null,
  contacts: null,
  rhythm: null,
  age: 'unknown',
  zones: [],
  places: [],
  asOf: new Date(0),
});
