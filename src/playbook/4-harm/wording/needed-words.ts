/** Whole words, as runs of the letters a to z. */
export type WordSet = ReadonlySet<string>;

/**
 * What a pattern can match, as far as words go: strings in which letters stand for themselves, any other character for
 * "no letter here", and `ANYTHING` for what cannot be told. The set may be too large and never too small.
 */
interface Shape {
  readonly strings: ReadonlySet<string>;
  /** Sets of words of each of which a match holds one, from what was too varied to keep as strings. */
  readonly needed: readonly WordSet[];
}

const ANYTHING = '\u0000';
const NO_LETTER = ' ';
const MOST_STRINGS = 200;

/** Words that stand in most texts: needing one of them rules out little. */
const COMMON = new Set(
  'a and are at be but by can do for from get have i if in is it me my no not of on or our out so that the this to up we will with you your'.split(
    ' ',
  ),
);

/** The alternatives of the source of a pattern that stand side by side outside any group. */
export function alternativesOf(source: string): readonly string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(source, at);
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) {
      alternatives.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...alternatives, source.slice(start)];
}

/**
 * Sets of words that a text must hold for the source of a pattern without flags to match: at least one word of each set,
 * the most telling set first. A text without them need not be tried.
 */
export function neededWords(source: string): readonly WordSet[] {
  const { strings, needed } = new Reader(source).whole();
  return [...needed, ...wordsIn(strings)].sort((a, b) => cost(a) - cost(b));
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Shape {
    return this.#alternatives(true);
  }

  /** Up to the end of the source or of the group. */
  #alternatives(isOutermost: boolean): Shape {
    const sides = [this.#sequence(isOutermost)];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      sides.push(this.#sequence(isOutermost));
    }
    if (sides.length === 1) return sides[0]!;
    const strings = new Set(sides.flatMap((side) => [...side.strings]));
    if (strings.size <= MOST_STRINGS && sides.every(({ needed }) => needed.length === 0))
      return { strings, needed: [] };
    return { strings: new Set([ANYTHING]), needed: eitherOf(sides) };
  }

  #sequence(isOutermost: boolean): Shape {
    let strings: ReadonlySet<string> = new Set(['']);
    const needed: WordSet[] = [];
    while (
      this.#at < this.#source.length &&
      this.#source[this.#at] !== '|' &&
      this.#source[this.#at] !== ')'
    ) {
      const item = this.#quantified(this.#item());
      needed.push(...item.needed);
      if (strings.size * item.strings.size > MOST_STRINGS) {
        needed.push(...wordsIn(strings));
        strings = new Set([ANYTHING]);
      }
      const longer = new Set<string>();
      for (const start of strings) for (const end of item.strings) longer.add(start + end);
      strings = longer;
      // Between words nothing that comes can change what went before. Inside a group the word before it may go on.
      if (!isOutermost || !all(strings, ENDS_APART)) continue;
      needed.push(...wordsIn(strings));
      strings = APART;
    }
    return { strings, needed };
  }

  #item(): Shape {
    const character = this.#source[this.#at++]!;
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return shapeOf(escapeOf(this.#source[this.#at++] ?? ''));
      case '.':
        return shapeOf(ANYTHING);
      case '^':
      case '$':
        return shapeOf(NO_LETTER);
      default:
        return shapeOf(/[a-z]/.test(character) ? character : /[A-Z]/.test(character) ? ANYTHING : NO_LETTER);
    }
  }

  #group(): Shape {
    const kind = /^\?(?::|<?[=!])/.exec(this.#source.slice(this.#at, this.#at + 3))?.[0] ?? '';
    this.#at += kind.length;
    const inside = this.#alternatives(false);
    this.#at++;
    // What looks around takes no room, and what stands there is nothing that the match itself must hold.
    return kind === '' || kind === '?:' ? inside : shapeOf('');
  }

  #class(): Shape {
    const end = endOfClass(this.#source, this.#at - 1);
    const content = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    const holdsLetters = content.startsWith('^') || /[a-z]/i.test(content.replace(/\\[ds]|\\[^a-z]/gi, ''));
    return shapeOf(holdsLetters ? ANYTHING : NO_LETTER);
  }

  #quantified(item: Shape): Shape {
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (quantifier === null) return item;
    this.#at += quantifier[0].length;
    const isOptional = /^[?*]|^\{0/.test(quantifier[0]);
    if (quantifier[0].startsWith('?')) return { strings: new Set([...item.strings, '']), needed: [] };
    const again = all(item.strings, NO_LETTERS)
      ? NO_LETTER
      : (all(item.strings, STARTS_APART) ? NO_LETTER : '') +
        ANYTHING +
        (all(item.strings, ENDS_APART) ? NO_LETTER : '');
    if (isOptional) return { strings: new Set(['', again]), needed: [] };
    return {
      strings: new Set([...item.strings].flatMap((one) => [one, one + again])),
      needed: item.needed,
    };
  }
}

const APART: ReadonlySet<string> = new Set([NO_LETTER]);
const STARTS_APART = /^[^a-z\0]/;
const ENDS_APART = /[^a-z\0]$/;
const NO_LETTERS = /^[^a-z\0]+$/;

function all(strings: ReadonlySet<string>, pattern: RegExp): boolean {
  for (const one of strings) if (!pattern.test(one)) return false;
  return true;
}

const shapeOf = (string: string): Shape => ({ strings: new Set([string]), needed: [] });

const escapeOf = (character: string): string => (/[BwSDpPkux1-9]/.test(character) ? ANYTHING : NO_LETTER);

function endOfClass(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

/** One set for all sides, as a match is by one of them and nobody knows by which. */
function eitherOf(sides: readonly Shape[]): readonly WordSet[] {
  const either = new Set<string>();
  for (const { strings, needed } of sides) {
    const [best] = [...needed, ...wordsIn(strings)].sort((a, b) => cost(a) - cost(b));
    if (best === undefined) return [];
    for (const word of best) either.add(word);
  }
  return [either];
}

/** One whole word of each string, the one that says most; nothing where a string has none. */
function wordsIn(strings: ReadonlySet<string>): readonly WordSet[] {
  const chosen = new Set<string>();
  for (const string of strings) {
    let best: string | null = null;
    for (const word of `${ANYTHING}${string}${ANYTHING}`.match(/[a-z\0]+/g)!)
      if (!word.includes(ANYTHING) && (best === null || worth(word) > worth(best))) best = word;
    if (best === null) return [];
    chosen.add(best);
  }
  return [chosen];
}

const worth = (word: string): number => (COMMON.has(word) ? 0 : word.length);

const cost = (words: WordSet): number => {
  let sum = 0;
  for (const word of words) sum += COMMON.has(word) ? 20 : 1;
  return sum;
};
