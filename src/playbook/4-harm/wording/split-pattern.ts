import { alternativesOf, neededWords, type WordSet } from './needed-words.ts';

interface Part {
  readonly source: string;
  /** Further sets of words of each of which one must stand in the text. */
  readonly needed: readonly WordSet[];
  pattern: RegExp | null;
}

/**
 * A pattern taken apart into its alternatives, each tried only where a word stands that it needs: most texts meet one or
 * two of twenty, and an alternative that is never met is never compiled. It finds what the whole pattern finds.
 */
export class SplitPattern {
  readonly #parts: readonly Part[];
  readonly #always: readonly number[];
  readonly #byWord = new Map<string, number[]>();

  /** The pattern has no flags but, maybe, `g`. */
  constructor(pattern: RegExp) {
    const always: number[] = [];
    this.#parts = alternativesOf(pattern.source).map((source, index) => {
      const [first, ...needed] = neededWords(source);
      if (first === undefined) always.push(index);
      for (const word of first ?? []) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), index]);
      return { source, needed, pattern: null };
    });
    this.#always = always;
  }

  /** Calls `found` with each match of the pattern in a text, first to last; `words` are the runs of a to z in it, each once. */
  forEachMatch(text: string, words: readonly string[], found: (start: number, end: number) => void): void {
    const tried = this.#patternsFor(words);
    if (tried.length === 0) return;
    const nexts: Array<{ readonly start: number; readonly end: number } | null | undefined> = [];
    for (let from = 0; ; ) {
      let first: { readonly start: number; readonly end: number } | null = null;
      for (let index = 0; index < tried.length; index++) {
        let next = nexts[index];
        if (next === null) continue;
        if (next === undefined || next.start < from) {
          next = nexts[index] = nextMatch(tried[index]!, text, from);
          if (next === null) continue;
        }
        // Where two start together, the one that is written first is meant.
        if (first === null || next.start < first.start) first = next;
      }
      if (first === null) return;
      found(first.start, first.end);
      from = first.end > first.start ? first.end : first.end + 1;
      if (from > text.length) return;
    }
  }

  #patternsFor(words: readonly string[]): readonly RegExp[] {
    let tried: number[] | null = null;
    for (const word of words) {
      const parts = this.#byWord.get(word);
      if (parts === undefined) continue;
      for (const part of parts)
        if (!tried?.includes(part) && holdsOneOfEach(words, this.#parts[part]!.needed)) {
          tried ??= [...this.#always];
          tried.push(part);
        }
    }
    if (tried !== null) return tried.sort((a, b) => a - b).map((part) => patternOf(this.#parts[part]!));
    return this.#always.length === 0 ? NONE : this.#always.map((part) => patternOf(this.#parts[part]!));
  }
}

const NONE: readonly RegExp[] = [];

function holdsOneOfEach(words: readonly string[], sets: readonly WordSet[]): boolean {
  for (const set of sets) if (!holdsOne(words, set)) return false;
  return true;
}

function holdsOne(words: readonly string[], set: WordSet): boolean {
  for (const word of words) if (set.has(word)) return true;
  return false;
}

function patternOf(part: Part): RegExp {
  part.pattern ??= new RegExp(part.source, 'g');
  return part.pattern;
}

function nextMatch(pattern: RegExp, text: string, from: number): { start: number; end: number } | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
