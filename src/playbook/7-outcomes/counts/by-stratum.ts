import type { Stratum } from '../monitors/relative.ts';
import type { Arm, Counted } from './counted.ts';
import { LAG_ENDS_MS } from './lag.ts';
import type { Cell } from './stream-counts.ts';

const HOUR_S = 3600;

interface Exposed {
  exposed: number;
  /** By what followed: how many in each bucket of lags. */
  readonly followed: Map<Counted, number[]>;
}

/** Sends of a day, as `2026-11-20` in UTC, and how many of them were followed by what is watched. */
export interface DayCounts {
  readonly day: string;
  readonly sends: number;
  readonly events: number;
}

/** People who were exposed in one hour, at one mailbox provider. */
export interface Cohort {
  /** Since 1970. */
  readonly hour: number;
  readonly exposed: number;
  /** How many of what followed, by buckets of lags; a bucket without any may be missing. */
  readonly lags: readonly (number | undefined)[];
}

/** One arm of one stream: who, and under which name it is counted. */
export interface Compared {
  readonly of: ByStratum;
  readonly arm: Arm;
}

/** Counts of a stream by hour of the send and mailbox provider: what two streams are compared in. */
export class ByStratum {
  readonly #arms: Readonly<Record<Arm, Map<string, Exposed>>> = { sent: new Map(), holdout: new Map() };

  add({ second, counted, lag, arm, provider, count }: Cell): void {
    if (counted === 'unmatched' || counted === 'send-after-opt-out') return;
    const key = `${Math.floor(second / HOUR_S)} ${provider}`;
    let at = this.#arms[arm].get(key);
    if (at === undefined) {
      at = { exposed: 0, followed: new Map() };
      this.#arms[arm].set(key, at);
    }
    if (counted === 'exposed') at.exposed += count;
    else {
      const lags = at.followed.get(counted) ?? [];
      lags[lag] = (lags[lag] ?? 0) + count;
      at.followed.set(counted, lags);
    }
  }

  /**
   * People of an arm beside others, hour by hour and provider by provider. `others` holds them all, these among them,
   * where `isWithin`. Both at the same age: of an hour only such lags count as have passed for its last send, so that
   * who was sent it sooner does not seem worse off.
   *
   * @param now in seconds since 1970.
   */
  beside(
    arm: Arm,
    others: Compared,
    {
      counted,
      now,
      isWithin,
    }: { readonly counted: Counted; readonly now: number; readonly isWithin: boolean },
  ): Stratum[] {
    const strata: Stratum[] = [];
    for (const [key, here] of this.#arms[arm]) {
      const there = others.of.#arms[others.arm].get(key);
      if (there === undefined) continue;
      const age = (now - (Number.parseInt(key, 10) + 1) * HOUR_S) * 1000;
      const events = young(here, counted, age);
      const all = young(there, counted, age);
      strata.push({
        sends: here.exposed,
        events,
        otherSends: there.exposed - (isWithin ? here.exposed : 0),
        otherEvents: all - (isWithin ? events : 0),
      });
    }
    return strata;
  }

  /** People of an arm by the hour in which they were exposed, with what followed by its lag. */
  *cohorts(arm: Arm, counted: Counted): Generator<Cohort> {
    for (const [key, { exposed, followed }] of this.#arms[arm])
      yield { hour: Number.parseInt(key, 10), exposed, lags: followed.get(counted) ?? [] };
  }

  /** The days on which something was sent, in order. */
  byDay(counted: Counted): DayCounts[] {
    const days = new Map<string, { sends: number; events: number }>();
    for (const [key, { exposed, followed }] of this.#arms.sent) {
      const day = new Date(Number.parseInt(key, 10) * HOUR_S * 1000).toISOString().slice(0, 10);
      const at = days.get(day) ?? { sends: 0, events: 0 };
      at.sends += exposed;
      for (const count of followed.get(counted) ?? []) at.events += count ?? 0;
      days.set(day, at);
    }
    return [...days]
      .filter(([, { sends }]) => sends > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, counts]) => ({ day, ...counts }));
  }
}

/** How many followed within lags that are wholly over at this age. */
function young({ followed }: Exposed, counted: Counted, ageMs: number): number {
  let sum = 0;
  const lags = followed.get(counted) ?? [];
  for (const [lag, end] of LAG_ENDS_MS.entries()) {
    if (end > ageMs) break;
    sum += lags[lag] ?? 0;
  }
  return sum;
}
