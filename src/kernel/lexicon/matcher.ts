import { fold, type Token, tokenize } from './tokens.ts';

/** A place in the trie; its maps are made when first needed, for most places have one of them at most. */
interface Node<T> {
  /** To the places behind a word that is not the last. */
  next?: Map<string, Node<T>>;
  /** What ends with a word, with the endings that the word may take. */
  ends?: Map<string, Array<{ readonly value: T; readonly endings: readonly string[] }>>;
  /** What ends with a word that starts so. */
  prefixes?: Map<string, T[]>;
}

const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 24;
/** Every ending that a language of the lexicon may put behind a term. */
const ENDINGS = ['s', 'es', 'e', 'en', 'n', 'er', 'x'];
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
  readonly #root: Node<T> = {};
  readonly #suffixes = new Map<string, T[]>();

  /** Adds a term with its inflections; `endings` are put behind its last word. */
  add(term: string, value: T, endings: readonly string[] = []): void {
    if (term.startsWith('*')) {
      push(this.#suffixes, fold(term.slice(1)), value);
      return;
    }
    const open = term.endsWith('*');
    for (const spelling of spellings(open ? term.slice(0, -1) : term)) {
      const words = wordsOf(spelling);
      const last = words.pop();
      if (last === undefined) continue;
      let at = this.#root;
      for (const word of words) at = child(at, word);
      if (open) {
        at.prefixes ??= new Map();
        push(at.prefixes, last, value);
      } else {
        at.ends ??= new Map();
        push(at.ends, last, { value, endings });
      }
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
        if (at.prefixes !== undefined)
          for (let length = SHORTEST_PREFIX; length <= Math.min(word.length, LONGEST_PREFIX); length += 1)
            for (const value of at.prefixes.get(word.slice(0, length)) ?? [])
              found.push({ from, to: to + 1, value });
        if (at.ends !== undefined)
          for (const value of endingWith(at.ends, word)) found.push({ from, to: to + 1, value });
        at = at.next?.get(word);
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

function child<T>(at: Node<T>, word: string): Node<T> {
  at.next ??= new Map();
  const known = at.next.get(word);
  if (known !== undefined) return known;
  const made: Node<T> = {};
  at.next.set(word, made);
  return made;
}

/** What a word ends, as it is or without an ending that the term may take; `ladies` is `lady` and an `s`. */
function* endingWith<T>(ends: NonNullable<Node<T>['ends']>, word: string): Generator<T> {
  for (const { value } of ends.get(word) ?? []) yield value;
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    for (const end of ends.get(word.slice(0, -ending.length)) ?? [])
      if (end.endings.includes(ending)) yield end.value;
  }
  if (word.endsWith('ies'))
    for (const end of ends.get(`${word.slice(0, -3)}y`) ?? []) if (end.endings.includes('s')) yield end.value;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The folded words of a term; most terms are plain ASCII, and splitting those is ten times faster. */
const wordsOf = (term: string): string[] =>
  /^[a-zA-Z0-9 -]+$/.test(term)
    ? term
        .toLowerCase()
        .split(/[ -]+/)
        .filter((word) => word !== '')
    : tokenize(term).map((word) => word.folded);

/** Inner words with their commonest endings (`veterano* de guerra`); umlauts also as `ae`, `oe`, `ue`. */
function spellings(term: string): string[] {
  const forms = /\*(?=\s)/.test(term)
    ? INNER_ENDINGS.map((ending) => term.replace(/\*(?=\s)/g, ending))
    : [term];
  return /[äöü]/.test(term)
    ? forms.flatMap((form) => [form, form.replace(/[äöü]/g, (letter) => `${fold(letter)}e`)])
    : forms;
}
