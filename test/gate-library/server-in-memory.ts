import type { KnownPerson } from '../../src/gate/known-person.ts';
import type { FeedLine, UseLine } from '../../src/gate/library/feed-lines.ts';
import {
  ChangesGone,
  type DecisionRecord,
  type GateServer,
  type LeaseGrant,
  type LeaseOrder,
} from '../../src/gate/library/gate-server.ts';
import { policyLine } from '../../src/gate/library/lines-of.ts';
import { DEFAULT_POLICY, type GatePolicy } from '../../src/gate/policy.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import { problem } from '../../src/kernel/problem.ts';
import { fail, ok, type Result } from '../../src/kernel/result.ts';

/** What a server would tell, held in memory, with every fault that a test asks for. */
export class ServerInMemory implements GateServer {
  now: Date;
  epoch = 'store-1';
  policy: GatePolicy = DEFAULT_POLICY;
  revocations: string | null = null;
  readonly uses = new Map<string, UseLine>();
  readonly people = new Map<string, KnownPerson>();
  readonly reported: DecisionRecord[] = [];
  readonly released: unknown[] = [];
  readonly returned: string[] = [];
  /** How the server behaves; `'up'` is well. */
  mood: 'up' | 'down' | 'breaks off' | 'lies' = 'up';
  leaseSeconds = 600;
  readonly refuses = new Map<string, NonNullable<LeaseGrant['people'][number]['refused']>>();
  #changes: Array<{ readonly at: number; readonly line: FeedLine }> = [];
  #at = 0;
  #wake: Array<() => void> = [];

  constructor(now: Date) {
    this.now = now;
  }

  /** Says something new, to whoever follows. */
  tell(line: Exclude<FeedLine, { readonly type: 'begin' | 'end' }>): void {
    if (line.type === 'use') this.uses.set(line.use, line);
    if (line.type === 'person') this.people.set(line.subject, line);
    if (line.type === 'revocations') this.revocations = line.signed;
    this.#at += 1;
    this.#changes.push({ at: this.#at, line });
    for (const wake of this.#wake.splice(0)) wake();
  }

  async *feed(
    after: { readonly epoch: string; readonly at: number } | null,
    stop: AbortSignal,
  ): AsyncGenerator<string> {
    if (this.mood === 'down') throw new Error('connect ECONNREFUSED');
    if (after !== null && after.epoch !== this.epoch) throw new ChangesGone();
    if (after !== null && after.at === this.#at) await this.#somethingNew(stop);
    const position = { epoch: this.epoch, at: this.#at, seen: 0, tick: 0 };
    const changed = this.#changes.filter(({ at }) => at > (after?.at ?? -1)).map(({ line }) => line);
    const lines: FeedLine[] = [
      {
        type: 'begin',
        schema: 'scruple.gate-feed/1',
        holds: after === null ? 'everything' : 'changes',
        people: this.people.size,
      },
      policyLine(this.policy),
      { type: 'revocations', signed: this.revocations },
      ...(after === null
        ? [
            ...this.uses.values(),
            ...[...this.people.values()].map((one) => ({ ...one, type: 'person' as const })),
          ]
        : changed),
      { type: 'end', position, readAt: this.now.toISOString(), elapsedMs: 0 },
    ];
    for (const [index, line] of lines.entries()) {
      if (this.mood === 'breaks off' && index === lines.length - 1) throw new Error('socket hang up');
      yield this.mood === 'lies' && index === 1 ? '{"type":"policy","caps":"none"}' : JSON.stringify(line);
    }
  }

  #somethingNew(stop: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, 50);
      this.#wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
      stop.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('stopped'));
      });
    });
  }

  async lease({ use, dispatch, people }: LeaseOrder): Promise<Result<LeaseGrant, Problem>> {
    if (this.mood === 'down')
      return fail(problem('gate.unreachable', 'the server does not answer', 'ask again'));
    return ok({
      lease: `lease:${use}:${dispatch}:${people.length}`,
      endsAt: new Date(this.now.getTime() + this.leaseSeconds * 1000),
      people: people.map((subject) => ({ subject, refused: this.refuses.get(subject) ?? null })),
    });
  }

  async giveBack(lease: string): Promise<Result<null, Problem>> {
    this.returned.push(lease);
    return ok(null);
  }

  async report(records: readonly DecisionRecord[]): Promise<Result<null, Problem>> {
    if (this.mood === 'down')
      return fail(problem('gate.unreachable', 'the server does not answer', 'ask again'));
    for (const record of records)
      if (!this.reported.some(({ id }) => id === record.id)) this.reported.push(record);
    return ok(null);
  }

  async notSent(contacts: readonly unknown[]): Promise<Result<null, Problem>> {
    this.released.push(...contacts);
    return ok(null);
  }
}
