import type { Problem } from '../kernel/problem.ts';
import { type Basis, CHANNELS, type Channel, type Jurisdiction, type UseKind } from '../kernel/vocabulary.ts';
import type { ClearancePayload } from '../playbook/5-oversight/clearances/statement.ts';

/** Where a use stands when something is about to be sent, as the store and the signed clearance have it. */
export interface UseState {
  readonly use: string;
  readonly kind: UseKind;
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
  /** Checks that ran on the messages as they were cleared, and those that found something: some conditions ask. */
  readonly checks: { readonly assessed: readonly string[]; readonly found: readonly string[] };
  /** By the name of a monitor, the lowest rate that its numbers still allow; some conditions ask. */
  readonly monitors: Readonly<Record<string, number>>;
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

/**
 * All that can be known of a use from its signed clearance alone, for when no store answers. Enough for what is
 * essential; for anything else `decide` refuses it, as no jurisdiction and no fresh reading is in it.
 */
export const useOfClearance = (clearance: ClearancePayload): UseState => ({
  use: clearance.use,
  kind: 'campaign',
  clearance,
  clearanceProblem: null,
  isStopped: false,
  pausedBy: null,
  leftInStage: null,
  purpose: '',
  basis: null,
  channels: CHANNELS,
  topics: [],
  themes: [],
  jurisdictions: [],
  profiles: true,
  adultsOnly: true,
  cap: { count: 0, days: 1 },
  claims: [],
  // What is essential is granted to a text as it stands, after these were silent on it.
  checks: {
    assessed: clearance.conditions.flatMap(({ check }) =>
      check?.type === 'check-silent' ? [check.check] : [],
    ),
    found: [],
  },
  monitors: {},
  asOf: new Date(0),
});
