import type { Stratum } from '../monitors/relative.ts';

interface Counts {
  sends: number;
  events: number;
}

/** Counts by hour of the send, of a group or of all of them together. */
export class ByHour {
  readonly #hours = new Map<number, Counts>();

  send(at: number): Counts {
    const hour = Math.floor(at / 3_600_000);
    let counts = this.#hours.get(hour);
    if (counts === undefined) {
      counts = { sends: 0, events: 0 };
      this.#hours.set(hour, counts);
    }
    counts.sends += 1;
    return counts;
  }

  /** This group beside the rest of all, hour by hour. */
  beside(all: ByHour): Stratum[] {
    return [...this.#hours].map(([hour, { sends, events }]) => {
      const total = all.#hours.get(hour) ?? { sends, events };
      return { sends, events, otherSends: total.sends - sends, otherEvents: total.events - events };
    });
  }
}
