import type { Cell } from '../../../kernel/ports/warehouse.ts';

/** From when a price held. */
export interface PricePoint {
  readonly at: Date;
  readonly price: number;
}

const DAY_MS = 86_400_000;

/** Rows of a time and a price as points in time order; `null` where a row is something else. */
export function pricePoints(rows: ReadonlyArray<readonly Cell[]>): PricePoint[] | null {
  const points: PricePoint[] = [];
  for (const row of rows) {
    const at = row[0] instanceof Date ? row[0] : typeof row[0] === 'string' ? new Date(row[0]) : null;
    const price =
      typeof row[1] === 'string' && row[1].trim() === '' ? Number.NaN : Number(row[1] ?? Number.NaN);
    if (row.length !== 2 || at === null || Number.isNaN(at.getTime()) || !Number.isFinite(price) || price < 0)
      return null;
    points.push({ at, price });
  }
  return points.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The lowest price before a reduction, or why it cannot be told. */
export type LowestPrice =
  | { readonly known: true; readonly price: number; readonly since: Date; readonly until: Date }
  | { readonly known: false; readonly because: string };

/**
 * The prior price of Directive 98/6/EC art. 6a(2): the lowest price in the `days` before the reduction that holds at
 * `now`; where the last change was no reduction, before `now`, when the reduction will be announced. A price holds from
 * its point until the next, so one set before the window and still held in it counts.
 */
export function lowestPriorPrice(points: readonly PricePoint[], days: number, now: Date): LowestPrice {
  const past = points.filter(({ at }) => at.getTime() <= now.getTime());
  const changes = past.filter(({ price }, index) => index === 0 || price !== past[index - 1]!.price);
  const last = changes.at(-1);
  if (last === undefined) return { known: false, because: 'the price history is empty' };
  const before = changes.at(-2);
  const isReduced = before !== undefined && last.price < before.price;
  const until = isReduced ? last.at : now;
  const since = new Date(until.getTime() - days * DAY_MS);
  const held = isReduced ? changes.slice(0, -1) : changes;
  const atStart = held.findLastIndex(({ at }) => at.getTime() <= since.getTime());
  if (atStart === -1)
    return {
      known: false,
      because: `the price history begins on ${dayOf(held[0]!.at)}, less than ${days} days before ${dayOf(until)}`,
    };
  return { known: true, price: Math.min(...held.slice(atStart).map(({ price }) => price)), since, until };
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
