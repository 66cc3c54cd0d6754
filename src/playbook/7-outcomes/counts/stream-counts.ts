import type { Contribution } from './contributions.ts';
import { ARMS, type Arm, COUNTED, type Counted } from './counted.ts';
import { LAGS } from './lag.ts';

const HOUR_S = 3600;

/** One hour of one stream as it is kept: for each stratum pairs of a cell's number and its count, in rising order. */
export type KeptHour = Readonly<Record<string, readonly number[]>>;

/** Something counted in one cell: the second of the send, at a mailbox provider. */
export interface Cell {
  readonly second: number;
  readonly counted: Counted;
  readonly lag: number;
  readonly arm: Arm;
  readonly provider: string;
  readonly count: number;
}

/**
 * The counts of one stream: everybody of a use, or one group of it. Whole numbers by the second of the send, the name of
 * what is counted, its lag, and the stratum (who, at which mailbox provider); cells that are 0 are not there, so the
 * same counts are the same object.
 */
export class StreamCounts {
  readonly #hours = new Map<number, Map<string, Map<number, number>>>();

  add({ second, counted, lag, arm, provider, count }: Contribution | Cell): void {
    const hour = Math.floor(second / HOUR_S);
    const strata = getOr(this.#hours, hour, () => new Map<string, Map<number, number>>());
    const stratum = `${arm} ${provider}`;
    const cells = getOr(strata, stratum, () => new Map<number, number>());
    const cell = (COUNTED.indexOf(counted) * LAGS + lag) * HOUR_S + (second - hour * HOUR_S);
    const sum = (cells.get(cell) ?? 0) + count;
    if (sum !== 0) cells.set(cell, sum);
    else {
      cells.delete(cell);
      if (cells.size === 0) strata.delete(stratum);
      if (strata.size === 0) this.#hours.delete(hour);
    }
  }

  /** Adds what another shard counted, or what another use of the same pool did. */
  merge(other: StreamCounts): void {
    for (const cell of other.cells()) this.add(cell);
  }

  /** Hours in which something was sent, in order, as hours since 1970. */
  hours(): readonly number[] {
    return [...this.#hours.keys()].sort((a, b) => a - b);
  }

  /** One hour as it is kept; `null` where nothing is counted in it. */
  keep(hour: number): KeptHour | null {
    const strata = this.#hours.get(hour);
    if (strata === undefined) return null;
    const sorted = [...strata].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      sorted.map(([stratum, cells]) => [stratum, [...cells].sort(([a], [b]) => a - b).flat()]),
    );
  }

  /** Adds an hour as it was kept. */
  recall(hour: number, kept: KeptHour): void {
    const strata = getOr(this.#hours, hour, () => new Map<string, Map<number, number>>());
    for (const [stratum, pairs] of Object.entries(kept)) {
      const cells = getOr(strata, stratum, () => new Map<number, number>());
      for (let place = 0; place < pairs.length; place += 2)
        cells.set(pairs[place]!, (cells.get(pairs[place]!) ?? 0) + pairs[place + 1]!);
    }
  }

  *cells(): Generator<Cell> {
    for (const hour of this.hours()) yield* this.cellsOf(hour);
  }

  /** What is counted in an hour, in no order. */
  *cellsOf(hour: number): Generator<Cell> {
    for (const [stratum, cells] of this.#hours.get(hour) ?? []) {
      const space = stratum.indexOf(' ');
      const arm = ARMS.find((one) => one === stratum.slice(0, space))!;
      const provider = stratum.slice(space + 1);
      for (const [cell, count] of cells) {
        const kind = Math.floor(cell / HOUR_S);
        yield {
          second: hour * HOUR_S + (cell % HOUR_S),
          counted: COUNTED[Math.floor(kind / LAGS)]!,
          lag: kind % LAGS,
          arm,
          provider,
          count,
        };
      }
    }
  }
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
