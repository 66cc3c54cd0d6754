import { batchSize } from '../monitors/power.ts';
import { WATCHED } from '../policy.ts';
import { Batches } from './batches.ts';
import { ByStratum } from './by-stratum.ts';
import type { Contribution } from './contributions.ts';
import { COUNTED, type Counted } from './counted.ts';
import type { Cell, StreamCounts } from './stream-counts.ts';
import { timeline } from './timeline.ts';

const BOUNDED = WATCHED.flatMap(({ name, bound }) => (bound === null ? [] : [{ name, bound }]));

/**
 * A stream that is watched while its counts change: what the statistics read, kept beside the counts and always what
 * would be read from them anew.
 */
export class LiveStream {
  readonly counts: StreamCounts;
  readonly strata = new ByStratum();
  readonly #totals = new Map<Counted, number>(COUNTED.map((name) => [name, 0]));
  #batches = new Map<Counted, Batches>();
  /** Second of the last send among the batches; `null` where they are to be made anew. */
  #upTo: number | null = null;

  constructor(counts: StreamCounts) {
    this.counts = counts;
    for (const cell of counts.cells()) this.#sum(cell);
  }

  /** Adds one number to the counts. Tells whether a batch ended by it or something followed a send. */
  add(contribution: Contribution): boolean {
    this.counts.add(contribution);
    this.#sum(contribution);
    const { counted, arm, count, second } = contribution;
    if (arm !== 'sent' || counted === 'unmatched' || this.#upTo === null) return true;
    if (count < 0 || (counted === 'exposed' && second < this.#upTo)) {
      this.#upTo = null;
      return true;
    }
    if (counted !== 'exposed') {
      this.#batches.get(counted)?.follow(second, count);
      return true;
    }
    this.#upTo = second;
    let hasEnded = false;
    for (const batches of this.#batches.values()) hasEnded = batches.send(second, count) || hasEnded;
    return hasEnded;
  }

  total(counted: Counted): number {
    return this.#totals.get(counted)!;
  }

  /** What may be bet on of what is counted under a name, by a second. */
  batches(counted: Counted): Batches {
    if (this.#upTo === null) this.#begin();
    return this.#batches.get(counted)!;
  }

  /** The second of the last send; −∞ before the first. */
  get lastSend(): number {
    if (this.#upTo === null) this.#begin();
    return this.#upTo!;
  }

  #begin(): void {
    this.#batches = new Map(BOUNDED.map(({ name, bound }) => [name, new Batches(batchSize(bound))]));
    this.#upTo = Number.NEGATIVE_INFINITY;
    for (const { second, sends, events } of timeline(this.counts)) {
      if (sends <= 0) continue;
      this.#upTo = second;
      for (const [name, batches] of this.#batches) {
        batches.send(second, sends);
        batches.follow(second, events[name] ?? 0);
      }
    }
  }

  #sum(cell: Cell): void {
    this.strata.add(cell);
    if (cell.arm === 'sent') this.#totals.set(cell.counted, this.#totals.get(cell.counted)! + cell.count);
  }
}
