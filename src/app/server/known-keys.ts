import type { Caller } from './caller.ts';

/** How long a key that was found is not looked up again: so long may a key live that another process revoked. */
const REMEMBERED_MS = 5_000;
const ASK_AGAIN_MS = 1_000;
const MAXIMUM_REMEMBERED = 10_000;
/** How long a gate’s key that was good stands in for a store that does not answer. */
const STANDS_IN_MS = 24 * 3_600_000;

interface Remembered {
  readonly caller: Caller;
  readonly until: number;
  readonly standsInUntil: number;
}

/** What is remembered of keys, so that a busy machine does not ask the store at every request. */
export class KnownKeys {
  readonly #callers = new Map<string, Remembered>();

  get(hash: string, now: Date): Caller | undefined {
    const known = this.#callers.get(hash);
    return known !== undefined && known.until > now.getTime() ? known.caller : undefined;
  }

  /**
   * Who asks with the key of a gate while the store does not answer: without it nobody could be warned of anything. It
   * opens what is essential and nothing else, since all else needs the store. Every other key waits for the store.
   */
  standIn(hash: string, now: Date): Caller | null {
    const known = this.#callers.get(hash);
    return known !== undefined && known.standsInUntil > now.getTime() ? known.caller : null;
  }

  set(hash: string, caller: Caller, now: Date): void {
    if (this.#callers.size >= MAXIMUM_REMEMBERED) this.#callers.clear();
    const ends = caller.account.until === null ? Number.POSITIVE_INFINITY : Date.parse(caller.account.until);
    this.#callers.set(hash, {
      caller,
      until: now.getTime() + REMEMBERED_MS,
      standsInUntil: isGate(caller) ? Math.min(now.getTime() + STANDS_IN_MS, ends) : 0,
    });
  }

  /** While the store does not answer it is not asked at every request. */
  waitWith(hash: string, now: Date): void {
    const known = this.#callers.get(hash);
    if (known !== undefined) this.#callers.set(hash, { ...known, until: now.getTime() + ASK_AGAIN_MS });
  }

  /** A key that is no longer one. */
  remove(hash: string): void {
    this.#callers.delete(hash);
  }

  /** After any change to keys or people. */
  forget(): void {
    this.#callers.clear();
  }
}

const isGate = ({ is, account }: Caller): boolean =>
  is === 'machine' && account.roles.length === 1 && account.roles[0] === 'gate';
