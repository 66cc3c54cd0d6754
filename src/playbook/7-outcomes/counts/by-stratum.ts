import type { Stratum } from '../monitors/relative.ts';
import type { Arm, Counted } from './counted.ts';
import { LAG_ENDS_MS, LAGS } from './lag.ts';
import type { Cell } from './stream-counts.ts';

const HOUR_S = 3600;

interface Exposed {
  /** Since 1970. */
  readonly hour: number;
  exposed: number;
  /** By what followed: how many up to each bucket of lags, which is asked for at every look. */
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
  /** How many of what followed, by buckets of lags; empty where nothing did. */
  readonly lags: readonly number[];
}

/** One arm of one stream: who, and under which name it is counted. */
export interface Compared {
  readonly of: ByStratum;
  readonly arm: Arm;
}

/** What two streams are compared in: whose arm, beside whose, and whether these are among those. */
export interface Comparison {
  readonly arm: Arm;
  /** They hold all, these among them, where `isWithin`. */
  readonly others: Compared;
  readonly isWithin: boolean;
}

/** The people of one arm. */
class People {
  exposed = 0;
  /** By hour and mailbox provider, as `491234 gmail`. */
  readonly strata = new Map<string, Exposed>();
  /** Under each name the strata in which anything followed, in their order: all others tell a comparison nothing. */
  readonly #followed = new Map<Counted, string[]>();

  add({ second, provider, counted, lag, count }: Cell): void {
    const hour = Math.floor(second / HOUR_S);
    const key = `${hour} ${provider}`;
    let at = this.strata.get(key);
    if (at === undefined) {
      at = { hour, exposed: 0, followed: new Map() };
      this.strata.set(key, at);
    }
    if (counted === 'exposed') {
      at.exposed += count;
      this.exposed += count;
      return;
    }
    let upTo = at.followed.get(counted);
    if (upTo === undefined) {
      upTo = new Array<number>(LAGS).fill(0);
      at.followed.set(counted, upTo);
      insertInOrder(this.followed(counted), key);
    }
    for (let later = lag; later < LAGS; later += 1) upTo[later] = upTo[later]! + count;
  }

  followed(counted: Counted): string[] {
    let keys = this.#followed.get(counted);
    if (keys === undefined) {
      keys = [];
      this.#followed.set(counted, keys);
    }
    return keys;
  }
}

/** Counts of a stream by hour of the send and mailbox provider: what two streams are compared in. */
export class ByStratum {
  readonly #arms: Readonly<Record<Arm, People>> = { sent: new People(), holdout: new People() };

  add(cell: Cell): void {
    if (cell.counted === 'unmatched' || cell.counted === 'send-after-opt-out') return;
    this.#arms[cell.arm].add(cell);
  }

  /** Whether there is anybody to compare with in some hour, at some provider. */
  hasOthers({ arm, others, isWithin }: Comparison): boolean {
    const [here, there] = [this.#arms[arm], others.of.#arms[others.arm]];
    if (here.exposed === 0 || there.exposed - (isWithin ? here.exposed : 0) === 0) return false;
    for (const [key, { exposed }] of here.strata) {
      const beside = (there.strata.get(key)?.exposed ?? 0) - (isWithin ? exposed : 0);
      if (exposed > 0 && beside > 0) return true;
    }
    return false;
  }

  /**
   * People of an arm beside others, hour by hour and provider by provider, where anything followed on either side. Both
   * at the same age: of an hour only such lags count as have passed for its last send, so that who was sent it sooner
   * does not seem worse off.
   *
   * @param now in seconds since 1970.
   */
  beside(
    { arm, others, isWithin }: Comparison,
    { counted, now }: { readonly counted: Counted; readonly now: number },
  ): Stratum[] {
    const strata: Stratum[] = [];
    const [these, those] = [this.#arms[arm], others.of.#arms[others.arm]];
    const keys = isWithin
      ? those.followed(counted)
      : [...new Set([...those.followed(counted), ...these.followed(counted)])].sort();
    for (const key of keys) {
      const [here, there] = [these.strata.get(key), those.strata.get(key)];
      if (here === undefined || there === undefined) continue;
      const over = lagsOver((now - (here.hour + 1) * HOUR_S) * 1000);
      const all = within(there, counted, over);
      const events = within(here, counted, over);
      if (all + events === 0) continue;
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
    for (const { hour, exposed, followed } of this.#arms[arm].strata.values())
      yield { hour, exposed, lags: eachOf(followed.get(counted) ?? []) };
  }

  /** The days on which something was sent, in order. */
  byDay(counted: Counted): DayCounts[] {
    const days = new Map<string, { sends: number; events: number }>();
    for (const stratum of this.#arms.sent.strata.values()) {
      const { hour, exposed } = stratum;
      const day = new Date(hour * HOUR_S * 1000).toISOString().slice(0, 10);
      const at = days.get(day) ?? { sends: 0, events: 0 };
      at.sends += exposed;
      at.events += within(stratum, counted, LAGS);
      days.set(day, at);
    }
    return [...days]
      .filter(([, { sends }]) => sends > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, counts]) => ({ day, ...counts }));
  }
}

/** How many of the buckets of lags are wholly over at this age. */
function lagsOver(ageMs: number): number {
  let over = 0;
  while (over < LAG_ENDS_MS.length && LAG_ENDS_MS[over]! <= ageMs) over += 1;
  return over;
}

/** How many followed within so many of the first buckets. */
const within = ({ followed }: Exposed, counted: Counted, buckets: number): number =>
  buckets === 0 ? 0 : (followed.get(counted)?.[buckets - 1] ?? 0);

/** The number of each bucket, from the numbers up to each. */
const eachOf = (upTo: readonly number[]): number[] => upTo.map((count, lag) => count - (upTo[lag - 1] ?? 0));

/** Adds a text to a sorted list, at its end in most cases. */
function insertInOrder(list: string[], text: string): void {
  let place = list.length;
  while (place > 0 && list[place - 1]! > text) place -= 1;
  list.splice(place, 0, text);
}
