import { capsOn, RHYTHM_CAPS } from '../caps/caps-on.ts';
import { windowMs } from '../caps/window.ts';
import type { GatePolicy } from '../policy.ts';
import type { Sending } from '../question.ts';
import type { UseState } from '../use-state.ts';
import type { ContactKind } from './people-rows.ts';

/** Contacts that no cap tells apart: those of one sort between two edges of windows. */
export interface ContactCounter {
  readonly sort: number;
  /** In milliseconds since 1970, exclusive; `until` is inclusive, and `null` for everything later. */
  readonly after: number;
  readonly until: number | null;
}

export interface ContactCounters {
  readonly counters: readonly ContactCounter[];
  /** By the number of the kind; -1 where no cap counts it. */
  readonly sortOfKind: readonly number[];
  /** What no window reaches back to. */
  readonly after: number;
}

/**
 * Several counts in one number, which one sum fills at once: four of thirteen bits each are less than the 53 bits that a
 * DOUBLE PRECISION counts exactly. Engines add those quicker than whole numbers that may not overflow.
 */
export const COUNTS_IN_A_WORD = 4;
export const BITS_OF_A_COUNT = 13;
/** With more contacts than this a count could run over into the next: such a person cannot be counted. */
export const MOST_CONTACTS = 2 ** BITS_OF_A_COUNT - 1;

/** A contact of the use or of another one, on the channel or on another one: nothing more of it decides. */
const SORTS = [0, 1, 2, 3] as const;

/**
 * How contacts are counted for the caps that hold for a sending: with these counts, `freeFrom` says of one and the same
 * person what it says with every single contact.
 */
export function contactCounters(
  use: UseState,
  policy: GatePolicy,
  sending: Sending,
  kinds: readonly ContactKind[],
  now: Date,
): ContactCounters {
  const windows = [...capsOn(use, policy, sending.channel), ...Object.values(RHYTHM_CAPS)].flatMap((cap) =>
    cap !== null && cap.days > 0 && cap.count >= 1 ? [windowMs(cap)] : [],
  );
  const edges = [...new Set(windows.map((window) => now.getTime() - window))].sort((a, b) => a - b);
  const sortOfKind = kinds.map(({ use: name, channel, dispatch }) =>
    sending.dispatch !== null && dispatch === sending.dispatch && name === sending.use
      ? -1
      : (name === use.use ? 2 : 0) + (channel === sending.channel ? 1 : 0),
  );
  return {
    counters: SORTS.filter((sort) => sortOfKind.includes(sort)).flatMap((sort) =>
      edges.map((after, index) => ({ sort, after, until: edges[index + 1] ?? null })),
    ),
    sortOfKind,
    after: edges[0] ?? now.getTime(),
  };
}
