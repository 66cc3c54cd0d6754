const MINUTE = 60_000;
/** Places remembered at once; beyond, the oldest are forgotten, so that many addresses cannot fill the memory. */
const MAXIMUM_PLACES = 50_000;

/** Counts attempts from a place within a minute from the first. */
export class AttemptLimit {
  readonly #limit: number;
  readonly #places = new Map<string, { count: number; since: number }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  isReached(place: string, now: Date): boolean {
    const seen = this.#places.get(place);
    return seen !== undefined && now.getTime() - seen.since < MINUTE && seen.count >= this.#limit;
  }

  /** Counts one more; true where it is the one that reaches the limit. */
  count(place: string, now: Date): boolean {
    const seen = this.#places.get(place);
    if (seen !== undefined && now.getTime() - seen.since < MINUTE) {
      seen.count += 1;
      return seen.count === this.#limit;
    }
    this.#places.delete(place);
    this.#places.set(place, { count: 1, since: now.getTime() });
    if (this.#places.size > MAXIMUM_PLACES) this.#places.delete(this.#places.keys().next().value!);
    return this.#limit === 1;
  }

  /** A success ends the count. */
  forget(place: string): void {
    this.#places.delete(place);
  }
}
