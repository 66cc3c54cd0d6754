import type { TrustRoots } from '../signatures/trust-roots.ts';
import { digestOf, hashOf, isSealed, type ShownEntry } from './entry.ts';
import { isEntryType, wrongField } from './entry-types.ts';
import type { SignedHead } from './head.ts';
import { headsHeld } from './heads-held.ts';

/** One thing that is wrong with a log, at an entry. */
export interface Damage {
  readonly type:
    | 'edited'
    | 'missing'
    | 'repeated'
    | 'reordered'
    | 'truncated'
    | 'unlinked'
    | 'rewritten'
    | 'head'
    | 'view';
  readonly sequence: number;
  readonly says: string;
}

export interface ChainVerdict {
  /** True where nothing is wrong. What lies behind the last head may still have been cut off: see `unanchored`. */
  readonly intact: boolean;
  readonly entries: number;
  readonly sealed: number;
  readonly heads: number;
  /** The last entry that a head signed by a trusted key stands for; `null` where none does. */
  readonly anchoredThrough: number | null;
  /** Entries behind it: they are linked, and could have been replaced together. */
  readonly unanchored: number;
  readonly damages: readonly Damage[];
  /** Heads that count for nothing, since their key was revoked or not in force. */
  readonly disregarded: readonly string[];
}

/**
 * Checks a log against itself and against signed heads: finds every edit, deletion, repetition and reordering of
 * entries, and every truncation behind a head. `roots` of `null` leaves the signatures unchecked, and then nothing
 * counts as anchored. A part of a log is accepted where a trusted head stands for the entry before its first.
 * In the view of one subject every entry of that subject is open and all others are sealed.
 */
export function verifyChain(
  entries: readonly ShownEntry[],
  heads: readonly SignedHead[],
  roots: TrustRoots | null,
  log: string,
  view: string | null = null,
): ChainVerdict {
  const held = headsHeld(entries, heads, roots, log);
  const damages = [
    ...linkDamages(entries, held.standing),
    ...contentDamages(entries),
    ...viewDamages(entries, view),
  ];
  const all = [...damages, ...held.damages].sort((a, b) => a.sequence - b.sequence);
  const { anchoredThrough } = held;
  return {
    intact: all.length === 0,
    entries: entries.length,
    sealed: entries.filter(isSealed).length,
    heads: heads.length,
    anchoredThrough,
    unanchored: entries.filter(({ sequence }) => anchoredThrough === null || sequence > anchoredThrough)
      .length,
    damages: all,
    disregarded: held.disregarded,
  };
}

/** Order and links. After a gap the chain is taken up again, so that one deletion is one damage. */
function linkDamages(
  entries: readonly ShownEntry[],
  standing: ReadonlyMap<number, string>,
): readonly Damage[] {
  const damages: Damage[] = [];
  const present = entries.map(({ sequence }) => sequence).sort((a, b) => a - b);
  const seen = new Set<number>();
  const first = entries[0];
  if (first !== undefined && first.sequence !== 1 && standing.get(first.sequence - 1) !== first.previous)
    damages.push({
      type: 'missing',
      sequence: 1,
      says: `entries 1 to ${first.sequence - 1} are missing, and no trusted head stands for entry ${first.sequence - 1}`,
    });
  if (first?.sequence === 1 && first.previous !== null)
    damages.push({ type: 'unlinked', sequence: 1, says: 'the first entry names one before it' });

  let before: ShownEntry | null = null;
  for (const entry of entries) {
    const { sequence } = entry;
    if (seen.has(sequence))
      damages.push({ type: 'repeated', sequence, says: `entry ${sequence} stands twice` });
    else if (before !== null && sequence < before.sequence)
      damages.push({
        type: 'reordered',
        sequence,
        says: `entry ${sequence} stands after entry ${before.sequence}`,
      });
    else if (before !== null && sequence > before.sequence + 1) {
      const from = before.sequence + 1;
      const gone = firstFrom(present, from) === sequence;
      damages.push(
        gone
          ? { type: 'missing', sequence: from, says: `${named(from, sequence - 1)} missing` }
          : { type: 'reordered', sequence, says: `entry ${sequence} stands before entry ${from}` },
      );
    } else if (before !== null && entry.previous !== before.hash)
      damages.push({
        type: 'unlinked',
        sequence,
        says: `entry ${sequence} does not follow the entry ${before.sequence} that stands before it`,
      });
    seen.add(sequence);
    before = entry;
  }
  return damages;
}

function contentDamages(entries: readonly ShownEntry[]): readonly Damage[] {
  return entries.flatMap((entry): Damage[] => {
    const { sequence } = entry;
    const digest = isSealed(entry) ? entry.digest : digestOf(entry);
    if (hashOf({ ...entry, digest }) !== entry.hash)
      return [
        {
          type: 'edited',
          sequence,
          says: `entry ${sequence} was edited: its hash does not fit what it says`,
        },
      ];
    if (!isSealed(entry) && isEntryType(entry.type) && wrongField(entry.type, entry.body) !== null)
      return [{ type: 'edited', sequence, says: `entry ${sequence} holds what its type does not allow` }];
    return [];
  });
}

function viewDamages(entries: readonly ShownEntry[], view: string | null): readonly Damage[] {
  const wrong = entries.flatMap((entry): Damage[] => {
    const { sequence } = entry;
    const mustBeOpen = view === null || entry.subject === view;
    if (mustBeOpen && isSealed(entry))
      return [{ type: 'view', sequence, says: `entry ${sequence} is sealed, though the log is to show it` }];
    if (!mustBeOpen && !isSealed(entry))
      return [
        {
          type: 'view',
          sequence,
          says: `entry ${sequence} is not about \`${view}\`, which the log is to show`,
        },
      ];
    return [];
  });
  if (view !== null && !entries.some(({ subject }) => subject === view))
    return [
      ...wrong,
      { type: 'view', sequence: 0, says: `no entry is about \`${view}\`, which the log is to show` },
    ];
  return wrong;
}

/** The smallest number at or above `from` in a sorted list, by halving. */
function firstFrom(sorted: readonly number[], from: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

const named = (from: number, to: number): string =>
  from === to ? `entry ${from} is` : `entries ${from} to ${to} are`;
