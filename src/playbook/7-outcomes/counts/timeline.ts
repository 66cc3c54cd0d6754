import { Batches } from './batches.ts';
import { COUNTED, type Counted } from './counted.ts';
import type { StreamCounts } from './stream-counts.ts';

/** What was sent in a second, and how many of what followed it. */
export interface Second {
  readonly second: number;
  readonly sends: number;
  readonly events: Partial<Readonly<Record<Counted, number>>>;
}

/** What was sent, second by second, in the order of the times; people who were left out are no part of it. */
export function* timeline(counts: StreamCounts): Generator<Second> {
  for (const hour of counts.hours()) {
    const seconds = new Map<number, { sends: number; events: Partial<Record<Counted, number>> }>();
    for (const { second, counted, arm, count } of counts.cellsOf(hour)) {
      if (arm !== 'sent' || counted === 'unmatched') continue;
      let at = seconds.get(second);
      if (at === undefined) {
        at = { sends: 0, events: {} };
        seconds.set(second, at);
      }
      if (counted === 'exposed') at.sends += count;
      else at.events[counted] = (at.events[counted] ?? 0) + count;
    }
    for (const [second, at] of [...seconds].sort(([a], [b]) => a - b)) yield { second, ...at };
  }
}

/** The batches of a timeline for what is counted under a name. */
export function batchesOf(seconds: Iterable<Second>, counted: Counted, size: number): Batches {
  const batches = new Batches(size);
  for (const { second, sends, events } of seconds) {
    if (sends > 0) batches.send(second, sends);
    const followed = events[counted] ?? 0;
    if (followed > 0) batches.follow(second, followed);
  }
  return batches;
}

/** How many of everything, over all time. */
export function totals(counts: StreamCounts): Readonly<Record<Counted, number>> {
  const sums = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Record<Counted, number>;
  for (const { counted, arm, count } of counts.cells()) if (arm === 'sent') sums[counted] += count;
  return sums;
}
