import type { Batch } from '../monitors/batch-betting.ts';

/** A batch also ends when no send followed for so long: that does not depend on what followed its sends. */
const LONGEST_GAP_S = 3600;

/**
 * Share of a batch that must have been sent before it ends early. Less is kept open: to bet on a handful of sends keeps
 * the promise, and would warn of every campaign of three sends and one complaint.
 */
const LEAST_SHARE = 0.25;

interface Open {
  readonly from: number;
  to: number;
  sends: number;
  events: number;
}

/**
 * Whole seconds of sends, in the order of their times, merged until a batch holds about one tolerated event. Clusters
 * stay inside: people who get a message in the same second at the same provider, and whose complaints hang together, are
 * never parted over two batches. Where batches end depends on when was sent what alone, never on what followed.
 */
export class Batches {
  readonly #size: number;
  readonly #all: Open[] = [];

  /** @param size sends after which a batch ends with its second. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Sends of a second that is not before any other so far. Tells whether a batch ended before it. */
  send(second: number, sends: number): boolean {
    const last = this.#all.at(-1);
    const begins = last === undefined || (second > last.to && this.#isOver(last, second));
    if (begins) this.#all.push({ from: second, to: second, sends, events: 0 });
    else {
      last.to = second;
      last.sends += sends;
    }
    return begins;
  }

  /** So many events that followed sends of a second that is among them. */
  follow(second: number, events: number): void {
    let [low, high] = [0, this.#all.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#all[middle]!.from <= second) low = middle;
      else high = middle - 1;
    }
    this.#all[low]!.events += events;
  }

  /** The batches that have ended by a second: what may be bet on. */
  ended(now: number): readonly Batch[] {
    const last = this.#all.at(-1);
    const isOpen = last !== undefined && (last.to >= now || !this.#isOver(last, now));
    return isOpen ? this.#all.slice(0, -1) : this.#all;
  }

  /** Whether it has ended where nothing more was sent until this second. */
  #isOver({ sends, to }: Open, second: number): boolean {
    return sends >= this.#size || (second - to > LONGEST_GAP_S && sends >= LEAST_SHARE * this.#size);
  }
}
