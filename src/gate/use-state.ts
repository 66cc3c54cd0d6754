import type { Problem } from '../kernel/problem.ts';
import type { Basis, Channel, Jurisdiction } from '../kernel/vocabulary.ts';
import type { ClearancePayload } from '../playbook/5-oversight/clearances/statement.ts';

/** Where a use stands when something is about to be sent, as the store and the signed clearance have it. */
export interface UseState {
  readonly use: string;
  /** The clearance in force, verified against the trusted keys; `null` with the problem where there is none. */
  readonly clearance: ClearancePayload | null;
  readonly clearanceProblem: Problem | null;
  readonly isStopped: boolean;
  /** Paused by a monitor or a person until somebody resumes it; `null` where it runs. */
  readonly pausedBy: string | null;
  /** Sends that are left in the stage of the roll-out; `null` where it has no stages. */
  readonly leftInStage: number | null;
  readonly purpose: string;
  readonly basis: Basis | null;
  readonly channels: readonly Channel[];
  /** In plain words, as the card has them. */
  readonly topics: readonly string[];
  readonly themes: readonly string[];
  readonly jurisdictions: readonly Jurisdiction[];
  /** Whether a score or a predicted trait decides about the person. */
  readonly profiles: boolean;
  /** Whether it may only reach people who are known to be of age. */
  readonly adultsOnly: boolean;
  readonly cap: ContactCap | null;
  /** The named facts that its claims rest on, as they were asked last. */
  readonly claims: readonly ClaimState[];
  /** When all of this was read. */
  readonly asOf: Date;
}

export interface ClaimState {
  readonly fact: string;
  /** `unknown` where it could not be asked, or its answer is older than its freshness limit. */
  readonly state: 'true' | 'not-true' | 'unknown';
  readonly freshUntil: Date;
}

/** So many contacts in so many days (sliding, to the second) at the most. */
export interface ContactCap {
  readonly count: number;
  readonly days: number;
}
