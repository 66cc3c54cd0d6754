import type { Location } from './source-text.ts';

/** What was seen, and where. Every finding rests on at least one piece of it, and every piece has its place. */
export type Evidence =
  /** Words in a file; `quote` is exactly the text at `at`. */
  | { readonly type: 'text'; readonly at: Location; readonly quote: string }
  /** A value in a card, data map or settings file; `pointer` is its path there, as `/audience/segment`. */
  | { readonly type: 'field'; readonly at: Location; readonly pointer: string; readonly value: unknown }
  /** A number with its 95 % interval and the count behind it; `low` and `high` are `null` where none is defined. */
  | {
      readonly type: 'measure';
      readonly at: Location;
      readonly name: string;
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly n: number;
    }
  /** The way from a source field to the place where it decides. */
  | { readonly type: 'path'; readonly at: Location; readonly hops: readonly string[] };
