/** The two clocks of a machine. Either may be wrong: one is set by hand, the other stands still while the machine sleeps. */
export interface GateClock {
  /** Milliseconds since 1970. */
  wall(): number;
  /** Milliseconds since any moment, never set back. */
  steady(): number;
}

export const systemClock: GateClock = { wall: () => Date.now(), steady: () => performance.now() };

interface Reading {
  readonly wall: number;
  readonly steady: number;
}

export const read = (clock: GateClock): Reading => ({ wall: clock.wall(), steady: clock.steady() });

/** How long ago a reading was, in milliseconds: the longer of what both clocks say, so that no jump makes old things new. */
export const since = (clock: GateClock, { wall, steady }: Reading): number =>
  Math.max(clock.wall() - wall, clock.steady() - steady, 0);

/**
 * The server's time, carried on by the clocks of this machine. A clock that is set wrong here can only make the time later
 * than it is, and a time that is later than the staleness bound allows is refused as stale.
 */
export class ServerTime {
  readonly #clock: GateClock;
  #last: (Reading & { readonly server: number }) | null = null;

  constructor(clock: GateClock) {
    this.#clock = clock;
  }

  /** The server's time was `server` not before the reading. */
  heard(server: number, reading: Reading): void {
    this.#last = { ...reading, server };
  }

  /** How old the last that was heard is, in milliseconds; infinite where nothing was. */
  age(): number {
    return this.#last === null ? Number.POSITIVE_INFINITY : since(this.#clock, this.#last);
  }

  /** Milliseconds since 1970; the machine's own time where the server was never heard. */
  now(): number {
    return this.#last === null ? this.#clock.wall() : this.#last.server + since(this.#clock, this.#last);
  }
}
