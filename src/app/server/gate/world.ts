import { type ChangesPlace, worldHead } from '../../../stores/sql/repositories/gate-changes.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type GatePolicyInForce, gatePolicyIn } from './gate-policy.ts';
import {
  type KeysInForce,
  keysIn,
  type StandingUseState,
  type UseRows,
  type UseStates,
  useRowsIn,
} from './use-states.ts';

/** What decisions rest on beside people. */
export interface WorldInForce {
  readonly policy: GatePolicyInForce;
  /** The uses that there are of those asked about, by their ids. */
  readonly uses: ReadonlyMap<string, StandingUseState>;
}

interface Kept {
  readonly policy: GatePolicyInForce;
  readonly keys: KeysInForce;
  /** `null` where there is no such use. */
  readonly uses: Map<string, UseRows | null>;
}

/** Uses that are kept, before all are read anew. */
const MOST_KEPT = 5_000;

/**
 * The policy, the keys and where uses stand, kept from decision to decision. The database notes every change of them in
 * the transaction that makes it; each decision asks it first whether anything was noted, in its own transaction. So what
 * is kept is what would be read, and a stop that was acknowledged, by whichever process, binds the next decision.
 */
export class World {
  readonly #useStates: UseStates;
  #kept: Kept | null = null;
  #place: ChangesPlace = { epoch: '', at: 0, seen: 0 };
  /** Counts what was kept or dropped: whoever began before that may neither rely on what is there nor add to it. */
  #turn = 0;

  constructor(useStates: UseStates) {
    this.#useStates = useStates;
  }

  async read(db: Database, useIds: readonly string[], now: Date): Promise<WorldInForce> {
    const ids = [...new Set(useIds)];
    const turn = this.#turn;
    const after = this.#place;
    const head = await worldHead(db, after.at);
    if (head.isOwn || turn !== this.#turn) return this.#inForce(db, await anew(db, ids), ids, now);
    const own = ++this.#turn;
    const isGone = head.place.epoch !== after.epoch || head.forgottenUpTo >= after.at;
    if (isGone || head.isPolicyNew || (this.#kept?.uses.size ?? 0) > MOST_KEPT) this.#kept = null;
    // Some of them were told before, by transactions that still ran then; to read them again does no harm.
    else if (head.count !== after.seen) for (const use of head.uses) this.#kept?.uses.delete(use);
    this.#place = head.place;
    const kept = this.#kept;
    const missing = ids.filter((id) => kept?.uses.has(id) !== true);
    if (kept !== null && missing.length === 0) return this.#inForce(db, kept, ids, now);
    // A copy, of which nobody drops anything meanwhile.
    const there = kept === null ? null : { ...kept, uses: new Map(kept.uses) };
    const current = there ?? (await anew(db, ids));
    if (there !== null) {
      const rows = await useRowsIn(db, missing);
      for (const id of missing) there.uses.set(id, rows.get(id) ?? null);
    }
    if (own === this.#turn) this.#kept = current;
    return this.#inForce(db, current, ids, now);
  }

  async #inForce(
    db: Database,
    { policy, keys, uses }: Kept,
    ids: readonly string[],
    now: Date,
  ): Promise<WorldInForce> {
    const asked = new Map<string, UseRows>();
    for (const id of ids) {
      const use = uses.get(id);
      if (use != null) asked.set(id, use);
    }
    return { policy, uses: await this.#useStates.of(db, asked, keys, now) };
  }
}

async function anew(db: Database, ids: readonly string[]): Promise<Kept> {
  const policy = await gatePolicyIn(db);
  const keys = await keysIn(db);
  const rows = await useRowsIn(db, ids);
  return { policy, keys, uses: new Map(ids.map((id) => [id, rows.get(id) ?? null])) };
}
