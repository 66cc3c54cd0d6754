import { type Batch, bet, type Capital, newCapital, ofCapital, unbet } from '../monitors/batch-betting.ts';
import { batchSize } from '../monitors/power.ts';

/** A batch is also closed when no send followed for so long: that does not depend on what followed its sends. */
const LONGEST_GAP_MS = 86_400_000;

/**
 * Share of a batch that must have been sent before it is closed early. Less is kept open: to bet on a handful of sends
 * keeps the promise, and would warn of every campaign of three sends and one complaint.
 */
const LEAST_SHARE = 0.25;

interface OpenBatch {
  sends: number;
  events: number;
  isClosed: boolean;
}
export type SentIn = OpenBatch;

/**
 * The counts of one stream, batch by batch, with what the bets on them have come to. What comes late changes the batch
 * of its send: the capital is a product over batches, so the result is the same in whatever order events came.
 */
export class Stream {
  sends = 0;
  events = 0;
  readonly #bound: number | null;
  readonly #size: number;
  readonly #capital: Capital = newCapital();
  readonly #batches: OpenBatch[] = [];
  #open: OpenBatch | null = null;
  #lastSend = Number.NEGATIVE_INFINITY;

  constructor(bound: number | null) {
    this.#bound = bound;
    this.#size = bound === null ? Number.POSITIVE_INFINITY : batchSize(bound);
  }

  /** A send at this time; gives the batch that what follows it belongs to. Sends come in the order of their times. */
  send(at: number): SentIn {
    if (this.#open !== null && at - this.#lastSend > LONGEST_GAP_MS) this.close();
    this.#lastSend = at;
    this.#open ??= { sends: 0, events: 0, isClosed: false };
    const batch = this.#open;
    batch.sends += 1;
    this.sends += 1;
    if (batch.sends >= this.#size) this.close();
    return batch;
  }

  /** Something that followed a send of this batch. */
  event(batch: SentIn): void {
    if (batch.isClosed) this.#settle(batch, unbet);
    batch.events += 1;
    this.events += 1;
    if (batch.isClosed) this.#settle(batch, bet);
  }

  /** Closes the batch that is open, if it says something: at the end of what is watched, or after a long gap. */
  close(): void {
    if (this.#open === null || this.#open.sends < LEAST_SHARE * this.#size) return;
    this.#open.isClosed = true;
    this.#settle(this.#open, bet);
    this.#batches.push(this.#open);
    this.#open = null;
  }

  /** ln of the e-value against "the rate is at most the bound"; 0 where there is no bound. */
  get logEValue(): number {
    return this.#bound === null ? 0 : ofCapital(this.#capital);
  }

  get batches(): readonly Batch[] {
    return this.#batches;
  }

  #settle(batch: Batch, by: typeof bet): void {
    if (this.#bound !== null) by(this.#capital, batch, this.#bound);
  }
}
