import type { Stratum } from '../monitors/relative.ts';

interface Counts {
  sends: number;
  events: number;
}

/** Sends of a day, as `2026-11-20` in UTC, and how many of them were followed by what is watched. */
export interface DayCounts {
  readonly day: string;
  readonly sends: number;
  readonly events: number;
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

  /** The days on which something was sent, in order. */
  byDay(): DayCounts[] {
    const days = new Map<string, Counts>();
    for (const [hour, { sends, events }] of this.#hours) {
      const day = new Date(hour * 3_600_000).toISOString().slice(0, 10);
      const counts = days.get(day) ?? { sends: 0, events: 0 };
      days.set(day, { sends: counts.sends + sends, events: counts.events + events });
    }
    return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, ...counts }));
  }
}
