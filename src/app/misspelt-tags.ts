import type { DataMapFact } from '../check/facts/data-map.ts';
import type { UsedFieldsFact } from '../check/facts/field-use.ts';
import { type Problem, problem } from '../kernel/problem.ts';

export interface MisspeltTag {
  readonly name: string;
  readonly problem: Problem;
}

/** Tags of so few letters are near to too much. */
const SHORTEST = 5;

/**
 * Merge tags that the data map does not have and that are one slip from a field that it has: they print nothing, or what
 * nobody judged. Other unknown tags belong to the mail system. Problems: `card.unknown-field`.
 */
export function misspeltTags({ fields }: DataMapFact, { used }: UsedFieldsFact): readonly MisspeltTag[] {
  const columns = new Set(fields.map(({ name }) => lastWord(name)));
  return used.flatMap(({ name, entry, where, at }) => {
    const word = lastWord(name);
    if (where !== 'message' || entry !== null || word.length < SHORTEST || columns.has(word)) return [];
    const meant = [...columns].find((column) => isOneSlip(word, column));
    if (meant === undefined) return [];
    const message = `the data map has no field for the merge tag \`${name}\``;
    return [{ name, problem: problem('card.unknown-field', message, `write \`${meant}\``, at) }];
  });
}

const lastWord = (name: string): string => name.toLowerCase().split('.').at(-1)!;

/** One letter more, less, other, or two swapped. A plural or another number is another name. */
function isOneSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1) return false;
  if (word === `${meant}s` || meant === `${word}s`) return false;
  let at = 0;
  while (at < word.length && word[at] === meant[at]) at += 1;
  if (/\d/.test(word[at] ?? '') || /\d/.test(meant[at] ?? '')) return false;
  const rests = (own: number, other: number): boolean => word.slice(at + own) === meant.slice(at + other);
  const isSwapped = word[at] === meant[at + 1] && word[at + 1] === meant[at] && rests(2, 2);
  return isSwapped || rests(1, 1) || rests(1, 0) || rests(0, 1);
}
