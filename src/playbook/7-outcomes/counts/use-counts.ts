import type { OutcomeEvent } from '../outcome-event.ts';
import { contributions } from './contributions.ts';
import { type KeptHour, StreamCounts } from './stream-counts.ts';

/** The streams of a use by their groups; `EVERYBODY` is one of them. */
export type UseCounts = ReadonlyMap<string, StreamCounts>;

/** Counts everything anew from events: in any order, the same id any number of times. */
export function countUses(events: Iterable<OutcomeEvent>): ReadonlyMap<string, UseCounts> {
  const people = new Map<string, Map<string, OutcomeEvent>>();
  for (const event of events) {
    const person = `${event.use}\u0000${event.subject}`;
    const known = people.get(person);
    if (known === undefined) people.set(person, new Map([[event.id, event]]));
    else if (!known.has(event.id)) known.set(event.id, event);
  }
  const uses = new Map<string, Map<string, StreamCounts>>();
  for (const [person, known] of people) {
    const use = person.slice(0, person.indexOf('\u0000'));
    const streams = uses.get(use) ?? new Map<string, StreamCounts>();
    uses.set(use, streams);
    for (const contribution of contributions([...known.values()])) addTo(streams, contribution);
  }
  return uses;
}

/** Adds one number to the stream of its group. */
export function addTo(
  streams: Map<string, StreamCounts>,
  contribution: Parameters<StreamCounts['add']>[0] & { readonly group: string },
): void {
  let stream = streams.get(contribution.group);
  if (stream === undefined) {
    stream = new StreamCounts();
    streams.set(contribution.group, stream);
  }
  stream.add(contribution);
}

/** One hour of one stream of a use, as it is kept. */
export interface KeptStreamHour {
  readonly group: string;
  readonly hour: number;
  readonly counts: KeptHour;
}

/** The streams of a use as they are kept, in one order; what counts nothing is not there. */
export const keptUse = (streams: UseCounts): readonly KeptStreamHour[] =>
  [...streams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([group, stream]) =>
      stream.hours().map((hour) => ({ group, hour, counts: stream.keep(hour)! })),
    );

/** The streams of a use as they were kept. */
export function recallUse(hours: readonly KeptStreamHour[]): UseCounts {
  const streams = new Map<string, StreamCounts>();
  for (const { group, hour, counts } of hours) {
    const stream = streams.get(group) ?? new StreamCounts();
    streams.set(group, stream);
    stream.recall(hour, counts);
  }
  return streams;
}
