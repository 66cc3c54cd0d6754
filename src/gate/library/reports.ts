import type { DecisionRecord, GateServer } from './gate-server.ts';

/** So many records wait for the server at the most; beyond that nothing is permitted that would not be logged. */
const MOST_WAITING = 200_000;
/** Records of one report. */
const AT_ONCE = 2_000;

/** Keeps a record where a crash of this process does not take it; throws where it cannot. */
export interface Spool {
  add(record: DecisionRecord): void;
  /** Everything up to here is in the server's log. */
  reported(): void;
}

/**
 * Decisions on their way to the server's log. They wait in memory and go out in order, as soon as the server takes them;
 * with a spool each is kept there before the answer is given.
 */
export class Reports {
  readonly #server: Pick<GateServer, 'report'>;
  readonly #spool: Spool | null;
  readonly #waiting: DecisionRecord[];
  #sending: Promise<boolean> | null = null;

  /** `left`: what a spool still holds from before. */
  constructor(server: Pick<GateServer, 'report'>, spool: Spool | null, left: readonly DecisionRecord[]) {
    this.#server = server;
    this.#spool = spool;
    this.#waiting = [...left];
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get hasRoom(): boolean {
    return this.#waiting.length < MOST_WAITING;
  }

  /** Whether the record is kept: a permit that is not must not be given. */
  add(record: DecisionRecord): boolean {
    try {
      this.#spool?.add(record);
    } catch {
      return false;
    }
    this.#waiting.push(record);
    return true;
  }

  /** Sends what waits; true when nothing is left. One at a time, so that the log has them in order. */
  flush(): Promise<boolean> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #send(): Promise<boolean> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.slice(0, AT_ONCE);
      const taken = await this.#server.report(some);
      if (!taken.ok) return false;
      this.#waiting.splice(0, some.length);
    }
    this.#spool?.reported();
    return true;
  }
}
