import type { ClaimState, UseState } from '../../../gate/use-state.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, type Result } from '../../../kernel/result.ts';
import type { ClearancePayload } from '../../../playbook/5-oversight/clearances/statement.ts';
import { verifyClearance } from '../../../playbook/5-oversight/clearances/verify-clearance.ts';
import type { TrustRoots } from '../../../playbook/5-oversight/signatures/trust-roots.ts';
import { WATCHED } from '../../../playbook/7-outcomes/policy.ts';
import { type MonitoredRates, monitoredRates } from '../../../stores/sql/repositories/gate-monitors.ts';
import {
  type GateUseRow,
  readGateUses,
  readStatement,
} from '../../../stores/sql/repositories/gate-use-rows.ts';
import { type GateClaim, listClaims } from '../../../stores/sql/repositories/gate-uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { trustRootsOf } from '../signing.ts';
import { type UseFacts, useFactsOf } from './use-facts.ts';

/** A use as the gate looks at it, with the version that was cleared. */
export interface StandingUseState {
  readonly state: UseState;
  readonly versionId: string | null;
}

interface KeptClearance {
  readonly statement: string;
  /** Under these trust roots. */
  readonly roots: string;
  readonly verified: Result<ClearancePayload, Problem>;
}

/** What is kept of clearances and versions, which never change, before the oldest is forgotten. */
const MOST_KEPT = 5_000;

/** A use as it stands in the store, whatever the time is. */
export interface UseRows {
  readonly row: GateUseRow;
  readonly told: readonly GateClaim[];
  readonly rates: MonitoredRates;
}

/** The keys that clearances may be signed with. */
export interface KeysInForce {
  readonly roots: TrustRoots;
  readonly hash: string;
}

export async function keysIn(db: Database): Promise<KeysInForce> {
  const roots = await trustRootsOf(db, 'this server');
  return { roots, hash: contentHash(roots) };
}

/** What is there of uses: stops, pauses, stages, claims and what was taken back. */
export async function useRowsIn(
  db: Database,
  useIds: readonly string[],
): Promise<ReadonlyMap<string, UseRows>> {
  const rows = await readGateUses(db, useIds);
  const ids = rows.map(({ useId }) => useId);
  const told = Map.groupBy(await listClaims(db, ids), ({ useId }) => useId);
  const rates = await monitoredRates(db, ids);
  return new Map(
    rows.map((row) => [
      row.useId,
      { row, told: told.get(row.useId) ?? [], rates: rates.get(row.useId) ?? {} },
    ]),
  );
}

/**
 * Tells where uses stand. Only what never changes is kept: versions, and that the signature of a clearance fits under the
 * keys of the moment.
 */
export class UseStates {
  readonly #facts = new Map<string, UseFacts>();
  readonly #clearances = new Map<string, KeptClearance>();

  /** The uses that there are, by their ids, read anew. */
  async read(
    db: Database,
    useIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, StandingUseState>> {
    const rows = await useRowsIn(db, useIds);
    if (rows.size === 0) return new Map();
    return this.of(db, rows, await keysIn(db), now);
  }

  /** The same from what was read already. */
  async of(
    db: Database,
    uses: ReadonlyMap<string, UseRows>,
    keys: KeysInForce,
    now: Date,
  ): Promise<ReadonlyMap<string, StandingUseState>> {
    const states = new Map<string, StandingUseState>();
    for (const [useId, { row, told, rates }] of uses) {
      const clearance = await this.#clearanceOf(db, row, keys.roots, keys.hash, now);
      const facts = row.versionId === null ? null : await this.#factsOf(db, row.versionId);
      const monitors = asksMonitors(clearance) ? { ...NOTHING_SEEN, ...rates } : NOTHING_SEEN;
      states.set(useId, {
        state: { ...stateOf(row, clearance, facts, told, now), monitors },
        versionId: row.versionId,
      });
    }
    return states;
  }

  async #factsOf(db: Database, versionId: string): Promise<UseFacts | null> {
    const kept = this.#facts.get(versionId);
    if (kept !== undefined) return kept;
    const facts = await useFactsOf(db, versionId);
    if (facts !== null) keep(this.#facts, versionId, facts);
    return facts;
  }

  async #clearanceOf(
    db: Database,
    { clearanceId, useId, voidedAt, voidReason }: GateUseRow,
    roots: TrustRoots,
    rootsHash: string,
    now: Date,
  ): Promise<Result<ClearancePayload, Problem>> {
    if (clearanceId === null) return fail(NEVER_CLEARED);
    if (voidedAt !== null)
      return fail(
        problem(
          'clearance.revoked',
          `the clearance was taken back (${voidReason})`,
          'ask for the clearance that is in force',
        ),
      );
    const kept = this.#clearances.get(clearanceId);
    if (kept?.roots === rootsHash && holds(kept.verified, now)) return kept.verified;
    const statement = kept?.statement ?? (await readStatement(db, clearanceId));
    if (statement === undefined) return fail(NEVER_CLEARED);
    const result = verifyClearance(statement, roots, now, null);
    const verified: Result<ClearancePayload, Problem> = !result.ok
      ? result
      : result.value.clearance.id === clearanceId && result.value.clearance.use === useId
        ? { ok: true, value: result.value.clearance }
        : fail(
            problem(
              'clearance.unsound',
              'the clearance that is kept for the use is one of another',
              'ask for a new review',
            ),
          );
    keep(this.#clearances, clearanceId, { statement, roots: rootsHash, verified });
    return verified;
  }
}

const NEVER_CLEARED = problem(
  'clearance.not-approved',
  'the use has no clearance',
  'ask for a review of the use',
);

const holds = (verified: Result<ClearancePayload, Problem>, now: Date): boolean =>
  verified.ok &&
  now.getTime() >= Date.parse(verified.value.issuedAt) &&
  now.getTime() < Date.parse(verified.value.expiresAt);

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, value);
}

const stateOf = (
  row: GateUseRow,
  clearance: Result<ClearancePayload, Problem>,
  facts: UseFacts | null,
  told: readonly GateClaim[],
  now: Date,
): Omit<UseState, 'monitors'> => ({
  ...(facts ?? NO_FACTS),
  use: row.useId,
  clearance: clearance.ok && facts !== null ? clearance.value : null,
  clearanceProblem: clearance.ok ? (facts === null ? NEVER_CLEARED : null) : clearance.problem,
  isStopped: row.isStopped,
  pausedBy: row.pausedBy,
  leftInStage: row.stageSize === null ? null : row.stageSize - row.stageSent,
  claims: (facts?.claims ?? []).map((fact) => claimOf(fact, told)),
  asOf: now,
});

/** Few clearances depend on what monitors say. */
const asksMonitors = (clearance: Result<ClearancePayload, Problem>): boolean =>
  clearance.ok && clearance.value.conditions.some(({ check }) => check?.type === 'monitor');

/** Of a use of which nobody told anything yet every monitor allows every rate, else none could begin. */
const NOTHING_SEEN: MonitoredRates = Object.fromEntries(WATCHED.map(({ name }) => [name, 0]));

/** Of a use without a version nothing is known that could permit anything. */
const NO_FACTS: UseFacts = {
  kind: 'campaign',
  purpose: '',
  basis: null,
  channels: [],
  topics: [],
  themes: [],
  jurisdictions: [],
  profiles: true,
  adultsOnly: true,
  cap: { count: 0, days: 1 },
  checks: { assessed: [], found: [] },
  claims: [],
};

/** A fact that nobody told of is one of which nobody can say whether it is true. */
function claimOf(fact: string, told: readonly GateClaim[]): ClaimState {
  const row = told.find((one) => one.fact === fact);
  const isKnown = row?.state === 'true' || row?.state === 'not-true';
  return {
    fact,
    state: isKnown ? (row.state as ClaimState['state']) : 'unknown',
    freshUntil: row?.freshUntil ?? new Date(0),
  };
}
