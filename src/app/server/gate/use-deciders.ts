import { type Decider, prepare } from '../../../gate/decide.ts';
import type { UseState } from '../../../gate/use-state.ts';
import type { GatePolicyInForce } from './gate-policy.ts';
import type { StandingUseState } from './use-states.ts';

/** Deciders of uses, each made anew when the stage of its use is full. */
export class UseDeciders {
  readonly #uses: ReadonlyMap<string, StandingUseState>;
  readonly #policy: GatePolicyInForce;
  readonly #left: Map<string, number>;
  readonly #deciders = new Map<string, { readonly state: UseState; readonly decide: Decider }>();
  readonly counted = new Map<string, number>();

  constructor(
    uses: ReadonlyMap<string, StandingUseState>,
    policy: GatePolicyInForce,
    left: Map<string, number>,
  ) {
    this.#uses = uses;
    this.#policy = policy;
    this.#left = left;
  }

  versionOf = (use: string): string | null => this.#uses.get(use)?.versionId ?? null;

  of(use: string): { readonly state: UseState; readonly decide: Decider } | null {
    const made = this.#deciders.get(use);
    if (made !== undefined) return made;
    const standing = this.#uses.get(use);
    if (standing === undefined) return null;
    const state = { ...standing.state, leftInStage: this.#left.get(use) ?? null };
    const decider = { state, decide: prepare(state, this.#policy.policy) };
    this.#deciders.set(use, decider);
    return decider;
  }

  count(use: string): void {
    const left = this.#left.get(use);
    if (left === undefined) return;
    this.#left.set(use, left - 1);
    this.counted.set(use, (this.counted.get(use) ?? 0) + 1);
    if (left <= 1) this.#deciders.delete(use);
  }
}
