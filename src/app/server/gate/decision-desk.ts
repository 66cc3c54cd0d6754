import { setImmediate } from 'node:timers/promises';
import type { Decision } from '../../../gate/decision.ts';
import { isEssential } from '../../../gate/rule.ts';
import type { Clock } from '../../../kernel/ports/clock.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { releaseContacts } from '../../../stores/sql/repositories/gate-contacts.ts';
import { countInStage } from '../../../stores/sql/repositories/gate-uses.ts';
import type { Store, Work } from '../../../stores/sql/store.ts';
import { type Answered, decideQuestions, type GateParts } from './decide-questions.ts';
import type { GateSecrets } from './gate-secrets.ts';
import { pseudonymOf } from './gate-secrets.ts';
import { LastKnown } from './last-known.ts';
import { type Door, newDecisionId, rowOfDecision } from './log-rows.ts';
import type { Asked } from './read-asked.ts';
import type { Spool } from './spool.ts';
import { lineOf, reconcile, StoppedCounts } from './without-store.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly parts: GateParts;
  readonly spool: Spool;
  /** Milliseconds after which nobody waits for the store any longer. */
  readonly patienceMs?: number;
}

/** Senders wait two seconds at the most; what is left of them is for the way there and back. */
export const PATIENCE_MS = 1_200;
/** Questions of one transaction. */
const AT_ONCE = 1_000;

interface Waiting {
  readonly questions: readonly Asked[];
  readonly door: Door;
  readonly answer: (answers: readonly Answered[] | null) => void;
  readonly fail: (error: unknown) => void;
  /** Whoever asked was told no in the meantime. */
  isGone: boolean;
}

/**
 * Where questions are answered. Those that come at the same time are decided together, in one transaction after the
 * other: so many senders at once cost little more than one. Where the store does not answer in time, what is essential
 * is decided from its clearance, and everything else is refused.
 */
export class DecisionDesk {
  readonly #options: DeskOptions;
  readonly #lastKnown = new LastKnown();
  readonly #stopped = new StoppedCounts();
  readonly #queue: Waiting[] = [];
  #isWorking = false;
  /** When the transaction began that the store has not answered yet. */
  #askedAt: number | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Answers questions, in their order, within the time that senders wait. Never fails for want of the store. */
  async ask(questions: readonly Asked[], door: Door): Promise<readonly Answered[]> {
    // Behind somebody who has waited long enough already nobody waits again.
    if (this.#askedAt !== null && performance.now() - this.#askedAt > this.#patienceMs)
      return this.withoutStore(questions);
    const { promise, resolve, reject } = Promise.withResolvers<readonly Answered[] | null>();
    const waiting: Waiting = { questions, door, answer: resolve, fail: reject, isGone: false };
    this.#queue.push(waiting);
    if (!this.#isWorking) void this.#work();
    // Not by a signal that ends the waiting: it would make an error, with its stack, for every answer in time.
    const patience = setTimeout(resolve, this.#patienceMs, null);
    const answers = await promise.finally(() => clearTimeout(patience));
    if (answers !== null) return answers;
    waiting.isGone = true;
    return this.withoutStore(questions);
  }

  /** Decides inside a transaction that somebody else began, as for an `Idempotency-Key`. */
  async decideIn(
    work: Work,
    questions: readonly Asked[],
    door: Door,
    isGone: () => boolean,
  ): Promise<readonly Answered[]> {
    const { answers, policy, uses } = await decideQuestions(work, this.#options.parts, questions, {
      door,
      isGone,
    });
    this.#lastKnown.take(policy, uses);
    return answers;
  }

  /** Reads anew what would be decided from without the store, and brings in what was written down meanwhile. */
  async refresh(): Promise<Result<null, Problem>> {
    const { store, clock, parts } = this.#options;
    const read = await store.read(async (db) => {
      await this.#lastKnown.refresh(db, parts.useStates, clock.now());
      return null;
    });
    if (read.ok) await this.#reconcile();
    return read;
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? PATIENCE_MS;
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      for (;;) {
        // The embedded engine works in this thread. Without a turn of the event loop in between, nobody who asked
        // meanwhile would be read: everybody would be decided alone, and wait for it behind everybody else.
        await setImmediate();
        const together = this.#next();
        if (together.length === 0) break;
        await this.#decide(together);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  #next(): readonly Waiting[] {
    const together: Waiting[] = [];
    for (let count = 0; this.#queue.length > 0; ) {
      const [first] = this.#queue as [Waiting, ...Waiting[]];
      if (first.isGone) {
        this.#queue.shift();
        continue;
      }
      const isOther = together.length > 0 && together[0]!.door !== first.door;
      if (isOther || (together.length > 0 && count + first.questions.length > AT_ONCE)) break;
      together.push(first);
      count += first.questions.length;
      this.#queue.shift();
    }
    return together;
  }

  async #decide(together: readonly Waiting[]): Promise<void> {
    const { store, parts } = this.#options;
    const owners = together.flatMap((waiting) => waiting.questions.map(() => waiting));
    const questions = together.flatMap((waiting) => waiting.questions);
    this.#askedAt = performance.now();
    try {
      const decided = await store.write((work) =>
        decideQuestions(work, parts, questions, {
          door: together[0]!.door,
          isGone: (place) => owners[place]!.isGone,
        }),
      );
      this.#askedAt = null;
      if (!decided.ok) {
        for (const { answer } of together) answer(null);
        return;
      }
      const { answers, policy, uses, reserved } = decided.value;
      this.#lastKnown.take(policy, uses);
      const missed = reserved.filter(({ place }) => owners[place]!.isGone).map(({ contact }) => contact);
      let from = 0;
      for (const { questions: own, answer } of together) {
        answer(answers.slice(from, from + own.length));
        from += own.length;
      }
      if (missed.length > 0) await this.#release(missed);
      if (!this.#options.spool.isEmpty || this.#stopped.size > 0) await this.#reconcile();
    } catch (error) {
      this.#askedAt = null;
      // One question that breaks the server must not take those with it that came at the same time.
      if (together.length === 1) together[0]!.fail(error);
      else for (const alone of together) await this.#decide([alone]);
    }
  }

  /** What was set aside for somebody who was told no, since they had waited long enough. */
  async #release(contacts: readonly string[]): Promise<void> {
    const { store } = this.#options;
    await store.write(async ({ db, at }) => {
      const released = await releaseContacts(db, contacts, at);
      for (const [use, own] of Map.groupBy(released, ({ useId }) => useId))
        await countInStage(db, use, -own.length);
      return null;
    });
  }

  /** Decides from what was known last: what is essential, and nothing else. */
  async withoutStore(questions: readonly Asked[]): Promise<readonly Answered[]> {
    const { clock, parts, spool } = this.#options;
    const now = clock.now();
    const lines: string[] = [];
    const answers = questions.map((asked): Answered => {
      const { decision, use } = this.#lastKnown.decide(asked, now);
      if (asked.type === 'unreadable') return { ...decision, id: null };
      if (use === null || !isEssential(use.state)) {
        this.#stopped.add(asked.sending, decision, now);
        return { ...decision, id: null };
      }
      const id = newDecisionId(now);
      lines.push(
        lineOf(rowOf(parts, this.#lastKnown.policyVersion, asked, decision, use.versionId, id, now)),
      );
      return { ...decision, id };
    });
    if (lines.length > 0) await spool.add(lines);
    return answers;
  }

  async #reconcile(): Promise<void> {
    await reconcile(this.#options.store, this.#options.spool, this.#stopped);
  }
}

const rowOf = (
  { sealer, gate }: Pick<GateParts, 'sealer'> & { readonly gate: GateSecrets },
  policy: number,
  asked: Exclude<Asked, { readonly type: 'unreadable' }>,
  decision: Decision,
  versionId: string | null,
  id: string,
  now: Date,
) =>
  rowOfDecision(sealer, asked.sending, decision, {
    id,
    pseudonym: asked.type === 'asked' ? pseudonymOf(gate, asked.subject) : 'nobody',
    versionId,
    door: 'essential-alone',
    policy,
    real: () => [],
    decidedAt: now,
    loggedAt: now,
  });
