import { fold, type Token, tokenize } from './tokens.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: T[];
  readonly prefixes: Map<string, T[]>;
}

const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 24;
const SHORTEST_WITH_SUFFIX = 7;
const SHORTEST_SUFFIX = 4;
const LONGEST_SUFFIX = 10;
const INNER_ENDINGS = ['', 's', 'e', 'es', 'n', 'en', 'a', 'as'];

/** Where a term stands in a list of tokens: `[from, to)`. */
export interface TermMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/**
 * A trie over words. Looking a text up costs the number of its words times the longest term, however many terms there
 * are, so it is linear in the text.
 */
export class TermMatcher<T> {
  readonly #root: Node<T> = node();
  readonly #suffixes = new Map<string, T[]>();

  /** Adds a term with its inflections; `endings` are put behind its last word. */
  add(term: string, value: T, endings: readonly string[] = []): void {
    if (term.startsWith('*')) {
      push(this.#suffixes, fold(term.slice(1)), value);
      return;
    }
    const open = term.endsWith('*');
    for (const spelling of spellings(open ? term.slice(0, -1) : term)) {
      const words = tokenize(spelling).map((word) => word.folded);
      const last = words.pop();
      if (last === undefined) continue;
      let at = this.#root;
      for (const word of words) at = child(at, word);
      if (open) push(at.prefixes, last, value);
      else for (const form of new Set(inflect(last, endings))) child(at, form).ends.push(value);
    }
  }

  /** Every match, by first word; overlapping ones too. */
  match(tokens: readonly Pick<Token, 'folded'>[]): TermMatch<T>[] {
    const found: TermMatch<T>[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      for (const value of this.#bySuffix(tokens[from]!.folded)) found.push({ from, to: from + 1, value });
      let at: Node<T> | undefined = this.#root;
      for (let to = from; at !== undefined && to < tokens.length; to += 1) {
        const word: string = tokens[to]!.folded;
        if (at.prefixes.size > 0)
          for (let length = SHORTEST_PREFIX; length <= Math.min(word.length, LONGEST_PREFIX); length += 1)
            for (const value of at.prefixes.get(word.slice(0, length)) ?? [])
              found.push({ from, to: to + 1, value });
        at = at.next.get(word);
        for (const value of at?.ends ?? []) found.push({ from, to: to + 1, value });
      }
    }
    return found;
  }

  #bySuffix(word: string): T[] {
    if (this.#suffixes.size === 0 || word.length < SHORTEST_WITH_SUFFIX) return [];
    const found: T[] = [];
    for (let length = SHORTEST_SUFFIX; length <= LONGEST_SUFFIX; length += 1)
      found.push(...(this.#suffixes.get(word.slice(-length)) ?? []));
    return found;
  }
}

const node = <T>(): Node<T> => ({ next: new Map(), ends: [], prefixes: new Map() });

function child<T>(at: Node<T>, word: string): Node<T> {
  const known = at.next.get(word);
  if (known !== undefined) return known;
  const made = node<T>();
  at.next.set(word, made);
  return made;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Inner words with their commonest endings (`veterano* de guerra`); umlauts also as `ae`, `oe`, `ue`. */
function spellings(term: string): string[] {
  const forms = /\*(?=\s)/.test(term)
    ? INNER_ENDINGS.map((ending) => term.replace(/\*(?=\s)/g, ending))
    : [term];
  return [
    ...new Set(forms.flatMap((form) => [form, form.replace(/[äöü]/g, (letter) => `${fold(letter)}e`)])),
  ];
}

function inflect(word: string, endings: readonly string[]): string[] {
  const forms = [word, ...endings.map((ending) => word + ending)];
  if (endings.includes('s') && word.length > 3 && /[^aeiou]y$/.test(word))
    forms.push(`${word.slice(0, -1)}ies`);
  return forms;
}
