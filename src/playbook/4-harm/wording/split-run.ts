import { ENGLISH_WORDS } from './english-words.ts';

const LONGEST_WORD = 15;
const LONGEST_RUN = 60;

/**
 * Where the words of a run of letters begin, as `lastchance` → [0, 4]: the split into the fewest English words, each of
 * two letters or more (or `a`, `i`). A run that is no such row of words is one word.
 */
export function wordStartsIn(letters: string): readonly number[] {
  if (letters.length > LONGEST_RUN || ENGLISH_WORDS.has(letters)) return [0];
  // fewest[end] is the least number of words that the first `end` letters make; from[end] is where the last one begins.
  const fewest: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= letters.length; end++) {
    fewest[end] = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
      const words = fewest[start]! + 1;
      if (words < fewest[end]! && isWord(letters.slice(start, end))) {
        fewest[end] = words;
        from[end] = start;
      }
    }
  }
  if (!Number.isFinite(fewest[letters.length]!)) return [0];
  const starts: number[] = [];
  for (let end = letters.length; end > 0; end = from[end]!) starts.unshift(from[end]!);
  return starts;
}

const isWord = (word: string): boolean =>
  word.length > 1 ? ENGLISH_WORDS.has(word) : word === 'a' || word === 'i';
