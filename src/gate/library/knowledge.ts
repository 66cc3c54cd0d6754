import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { verifyClearance } from '../../playbook/5-oversight/clearances/verify-clearance.ts';
import { type Revocations, readRevocations } from '../../playbook/5-oversight/signatures/revocations.ts';
import type { TrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import type { GatePolicy } from '../policy.ts';
import { type UseState, useOfClearance } from '../use-state.ts';
import type { FeedLine, FeedPosition, PolicyLine, RevocationsLine, UseLine } from './feed-lines.ts';
import { PeopleTable } from './people-table.ts';

/**
 * What a gate knows, from the lines of the feed. Lines count as they come, since each holds all that is known of its use or
 * person; the position moves on at the end of an answer alone, so that what breaks off in the middle is told again.
 */
export class Knowledge {
  readonly #trustedKeys: TrustRoots;
  /** Statements that were handed over at the start, for essential messages while nothing was heard yet. */
  readonly #atHand = new Map<string, string>();
  people = new PeopleTable();
  #policy: GatePolicy | null = null;
  #uses = new Map<string, UseLine>();
  #revocations: Revocations | null = null;
  /** By the text of the statement: verifying takes a hundred times as long as deciding. */
  readonly #verified = new Map<string, ReturnType<typeof verifyClearance>>();
  #states = new Map<string, UseState>();
  #readAt: Date | null = null;
  #position: FeedPosition | null = null;
  #coming: Incoming | null = null;

  constructor(trustedKeys: TrustRoots) {
    this.#trustedKeys = trustedKeys;
  }

  get position(): FeedPosition | null {
    return this.#position;
  }

  get policy(): GatePolicy | null {
    return this.#policy;
  }

  /** Takes a signed clearance as the text of its file. What the feed says of the same use counts above it. */
  addClearance(use: string, statement: string): void {
    this.#atHand.set(use, statement);
    this.#states.delete(use);
  }

  /**
   * Takes in one line. Problems: `gate.unreadable-feed` for a line out of its place, and those of the list of revocations,
   * of which an unsigned or older one must not be believed.
   */
  take(line: FeedLine): Result<null, Problem> {
    if (line.type === 'begin') {
      if (line.holds === 'changes' && this.#position === null) return fail(outOfPlace());
      this.#coming =
        line.holds === 'everything' ? new Incoming(new PeopleTable(line.people)) : new Incoming(null);
      return ok(null);
    }
    const coming = this.#coming;
    if (coming === null) return fail(outOfPlace());
    switch (line.type) {
      case 'person':
        (coming.people ?? this.people).set(line);
        return ok(null);
      case 'policy':
        coming.policy = line;
        return ok(null);
      case 'use':
        coming.uses.set(line.use, line);
        return ok(null);
      case 'revocations':
        return this.#takeRevocations(line);
      case 'end':
        // Changes of another store would be laid over people of this one.
        if (coming.people === null && line.position.epoch !== this.#position?.epoch) {
          this.#position = null;
          return fail(outOfPlace());
        }
        if (coming.people !== null) {
          this.people = coming.people;
          this.#uses = new Map();
        }
        for (const [name, use] of coming.uses) this.#uses.set(name, use);
        if (coming.policy !== null) this.#policy = policyOf(coming.policy);
        this.#states = new Map();
        this.#position = line.position;
        this.#readAt = new Date(line.readAt);
        this.#coming = null;
        return ok(null);
    }
  }

  /** What broke off in the middle of an answer does not count as an answer. */
  breakOff(): void {
    this.#coming = null;
  }

  /** Another store, or one that no longer has the changes since then: everything is asked for anew. */
  forgetPosition(): void {
    this.#position = null;
  }

  /** Up to when the feed told everything; `null` before it did once. */
  get readAt(): Date | null {
    return this.#readAt;
  }

  /** Where a use stands, its clearance verified; `null` where nothing is known of it. */
  useState(name: string, now: Date): UseState | null {
    const kept = this.#states.get(name);
    if (kept !== undefined && holdsStill(kept, now)) return kept;
    const line = this.#uses.get(name);
    const statement = line === undefined ? this.#atHand.get(name) : line.clearance;
    if (line === undefined && statement === undefined) return null;
    const refused = line?.problem ?? null;
    const verified =
      refused !== null ? fail(ofServer(refused)) : statement == null ? null : this.#verify(statement, now);
    // A statement for another use would clear this one.
    const clearance = verified?.ok && verified.value.clearance.use === name ? verified.value.clearance : null;
    if (line === undefined) return clearance === null ? null : useOfClearance(clearance);
    const state = {
      ...stateOf(line),
      clearance,
      clearanceProblem:
        clearance !== null || verified === null ? null : verified.ok ? ofAnother() : verified.problem,
      asOf: this.#readAt ?? new Date(0),
    };
    this.#states.set(name, state);
    return state;
  }

  #verify(statement: string, now: Date): ReturnType<typeof verifyClearance> {
    const known = this.#verified.get(statement);
    if (known?.ok && now.getTime() < Date.parse(known.value.clearance.expiresAt)) return known;
    const verified = verifyClearance(statement, this.#trustedKeys, now, this.#revocations);
    if (verified.ok) this.#verified.set(statement, verified);
    return verified;
  }

  #takeRevocations({ signed }: RevocationsLine): Result<null, Problem> {
    if (signed === null) return ok(null);
    const list = readRevocations(signed, this.#trustedKeys);
    if (!list.ok) return list;
    if (this.#revocations !== null && list.value.number < this.#revocations.number) return fail(outOfPlace());
    this.#revocations = list.value;
    this.#verified.clear();
    this.#states = new Map();
    return ok(null);
  }
}

/** An answer of the feed as far as it has come. */
class Incoming {
  /** People of a whole new picture; `null` where changes go into the one that is there. */
  readonly people: PeopleTable | null;
  readonly uses = new Map<string, UseLine>();
  policy: PolicyLine | null = null;

  constructor(people: PeopleTable | null) {
    this.people = people;
  }
}

/** What does not hold is looked at again when the feed says more; what holds, at its end. */
const holdsStill = ({ clearance }: UseState, now: Date): boolean =>
  clearance === null || now.getTime() < Date.parse(clearance.expiresAt);

const stateOf = ({
  type: _,
  clearance: __,
  problem: ___,
  claims,
  ...line
}: UseLine): Omit<UseState, 'clearance' | 'clearanceProblem' | 'asOf'> => ({
  ...line,
  claims: claims.map(({ freshUntil, ...claim }) => ({ ...claim, freshUntil: new Date(freshUntil) })),
});

const policyOf = ({ type: _, caps, shadow, ...policy }: PolicyLine): GatePolicy => ({
  ...policy,
  caps: caps as GatePolicy['caps'],
  shadow: shadow.map(({ until, ...rule }) => ({ ...rule, until: new Date(until) })),
});

const ofServer = (code: string): Problem =>
  problem(code as Problem['code'], 'the server does not take the clearance for one', 'ask for a review');
const ofAnother = (): Problem =>
  problem('clearance.not-covered', 'the clearance is one of another use', 'ask for a review');
const outOfPlace = (): Problem =>
  problem(
    'gate.unreadable-feed',
    'the feed says things out of their order',
    'look whether the server and the gate are of the same release',
  );
