import { type NormalText, normalise } from '../wording/normalise.ts';
import { MONEY, NUMBER, NUMBER_WORD } from './amounts.ts';

/** Where a text says what an entry of the card's `claims` says. */
export interface Said {
  /** Range in the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** What stands in each hole, normalised, as `n` → `3`; a merge tag reads as `§`. */
  readonly holes: Readonly<Record<string, string>>;
}

const MAXIMUM_LENGTH = 300;
const HOLE = /\{([a-z][a-z_]{0,30})\}/gi;
/** What a hole takes: `{n}` a number, `{p}` an amount of money, any other a few words. */
const TAKES: Readonly<Record<string, string>> = {
  n: `(?:${NUMBER}\\+?|${NUMBER_WORD}|§)`,
  p: `(?:${MONEY}|${NUMBER}|§)`,
};
const FEW_WORDS = '[^.!?\\n]{1,60}?';
/** More holes would make a search take time that grows with their power; such a pattern finds nothing. */
const MAXIMUM_HOLES = 3;
const MAXIMUM_FREE_HOLES = 1;

/**
 * Makes a finder of a `says` pattern. Case, white space, curly quotes, invisible letters and look-alikes do not matter;
 * words and their order do. `normal` spares reading a text again that was read for another pattern.
 */
export function sayPattern(says: string): (text: string, normal?: NormalText) => readonly Said[] {
  const expression = compile(says.slice(0, MAXIMUM_LENGTH));
  if (expression === null) return () => [];
  return (text, normal = normalise(text)) =>
    [...normal.text.matchAll(expression)].map((match) => ({
      ...normal.map(match.index, match.index + match[0].length),
      holes: { ...match.groups },
    }));
}

function compile(says: string): RegExp | null {
  const holes = [...says.matchAll(HOLE)].map((hole) => hole[1]!.toLowerCase());
  const free = holes.filter((name) => !Object.hasOwn(TAKES, name));
  if (holes.length > MAXIMUM_HOLES || free.length > MAXIMUM_FREE_HOLES) return null;
  const parts: string[] = [];
  const seen = new Set<string>();
  let at = 0;
  const literal = (text: string): void => {
    for (const word of normalise(text).text.split(/[\s]+/)) if (word !== '') parts.push(escaped(word));
  };
  for (const hole of says.matchAll(HOLE)) {
    literal(says.slice(at, hole.index));
    const name = hole[1]!.toLowerCase();
    // A name may stand twice in a pattern; the first holds the value.
    parts.push(seen.has(name) ? (TAKES[name] ?? FEW_WORDS) : `(?<${name}>${TAKES[name] ?? FEW_WORDS})`);
    seen.add(name);
    at = hole.index + hole[0].length;
  }
  literal(says.slice(at));
  if (parts.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[\\s,:;-]{0,3}')}(?![\\p{L}\\p{N}])`, 'giu');
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
