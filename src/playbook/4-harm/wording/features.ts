import { CUES } from './cues.ts';
import { cuesIn } from './cues-in.ts';
import type { RuleMatch } from './match-rules.ts';
import { WORDING_RULES } from './rules/index.ts';
import { wordsOf } from './text-words.ts';

/** Number of hash buckets; each has one weight of the model. */
export const BUCKETS = 1 << 17;

/** Hashed n-grams of a text: each bucket once, words first, then runs of characters. */
export interface Grams {
  readonly buckets: Int32Array;
  /** How many of `buckets` are filled, and how many of those are words. */
  readonly count: number;
  readonly words: number;
}

const LONGEST = 1_200;
const LONGEST_GRAM = 5;
const buckets = new Int32Array(LONGEST * 8);
// One byte a bucket stays in the processor's cache; it is wiped whenever the round number starts anew.
const seen = new Uint8Array(BUCKETS);
let round = 0;
let count = 0;

const FNV = 0x01000193;
const bucketOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 15;

type Visit = (bucket: number, start: number, end: number, isWord: boolean) => void;
let visit: Visit | null = null;

function add(hash: number, start: number, end: number, isWord: boolean): void {
  const bucket = bucketOf(hash);
  if (seen[bucket] === round) return;
  seen[bucket] = round;
  buckets[count++] = bucket;
  if (visit !== null) visit(bucket, start, end, isWord);
}

/** Visits each n-gram of `gramsOf` once, with the range `[start, end)` of the text that it was first read from. */
export function eachGram(text: string, visitor: Visit): void {
  visit = visitor;
  try {
    gramsOf(text);
  } finally {
    visit = null;
  }
}

const codes = new Uint16Array(LONGEST + 2);
const SPACE = 32;

/**
 * Hashed word 1–2-grams and character 2–5-grams of a normalised text; digits are one class. The result is overwritten by
 * the next call.
 */
export function gramsOf(text: string): Grams {
  round = (round % 255) + 1;
  if (round === 1) seen.fill(0);
  count = 0;
  const length = Math.min(text.length, LONGEST);
  codes[0] = SPACE;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    codes[at + 1] = code >= 48 && code <= 57 ? 48 : code;
  }
  codes[length + 1] = SPACE;
  addWords(length + 2);
  const words = count;
  for (let start = 0; start < length + 1; start++) {
    let hash = 0x811c9dc5;
    const end = Math.min(length + 2, start + LONGEST_GRAM);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ codes[at]!, FNV);
      if (at > start) add(hash, start - 1, at, false);
    }
  }
  return { buckets, count, words };
}

const WORD_SEED = 0x5bd1e995;

function addWords(length: number): void {
  let previous = 0;
  let previousStart = 0;
  let hash = 0;
  let start = 0;
  let inWord = false;
  for (let at = 0; at < length; at++) {
    const code = codes[at]!;
    if (isWordCode(code)) {
      if (!inWord) {
        hash = WORD_SEED;
        start = at - 1;
      }
      // A run of digits is one digit, so that 7 and 1,142 are the same word.
      if (!(code === 48 && codes[at - 1] === 48)) hash = Math.imul(hash ^ code, FNV);
      inWord = true;
    } else {
      if (inWord) {
        addWord(hash, previous, start, previousStart, at - 1);
        previous = hash;
        previousStart = start;
        inWord = false;
      }
      // Marks that end or raise the voice count as words.
      if (code === 33 || code === 63 || code === 37 || code === 36) {
        hash = Math.imul(WORD_SEED ^ code, FNV);
        addWord(hash, previous, at - 1, previousStart, at);
        previous = hash;
        previousStart = at - 1;
      }
    }
  }
  if (previous !== 0) add(Math.imul(previous ^ 0x9e3779b9, FNV), previousStart, length - 2, true);
}

/** The word, and the pair that it makes with the word before it. */
function addWord(hash: number, previous: number, start: number, previousStart: number, end: number): void {
  add(hash, start, end, true);
  add(Math.imul(previous ^ (hash + 0x9e3779b9), FNV), previousStart, end, true);
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || code === 48 || code === 39 || code > 127 || code === 0xa7;

const RULE_INDEX = new Map(WORDING_RULES.map((rule, index) => [rule, index]));

/** Signs of shape, then cues. Order is part of the model. */
const SHAPES = 16;
const SIGNS = SHAPES + CUES.length;
/** Signs, then one feature for each rule. */
export const SIGN_COUNT = SIGNS + WORDING_RULES.length;

/** Fills `into` with the signs of a text as it was written and normalised, and the rules that fired on it. */
export function signsOf(
  original: string,
  text: string,
  matches: readonly RuleMatch[],
  into: Float64Array,
): void {
  into.fill(0);
  let upper = 0;
  let letters = 0;
  let digits = 0;
  let exclamations = 0;
  let capitalWords = 0;
  let words = 0;
  let previous = SPACE;
  for (let at = 0; at < original.length && at < LONGEST; at++) {
    const code = original.charCodeAt(at);
    const isUpper = code >= 65 && code <= 90;
    const isLetter = isUpper || (code >= 97 && code <= 122);
    if (isLetter) {
      letters++;
      if (isUpper) upper++;
      if (!isLetterCode(previous)) {
        words++;
        if (isUpper) capitalWords++;
      }
    } else if (code >= 48 && code <= 57) digits++;
    else if (code === 33) exclamations++;
    previous = code;
  }
  const capitals = letters === 0 ? 0 : upper / letters;
  into[0] = capitals > 0.8 && letters > 3 ? 1 : 0;
  into[1] = words > 2 && capitalWords / words > 0.8 && capitals < 0.8 ? 1 : 0;
  into[2] = digits > 0 ? 1 : 0;
  into[3] = exclamations > 0 ? 1 : 0;
  into[4] = exclamations > 1 ? 1 : 0;
  into[5] = words <= 1 ? 1 : 0;
  into[6] = words === 2 ? 1 : 0;
  into[7] = words === 3 || words === 4 ? 1 : 0;
  into[8] = words >= 5 && words <= 9 ? 1 : 0;
  into[9] = words >= 10 && words <= 24 ? 1 : 0;
  into[10] = words >= 25 && words <= 59 ? 1 : 0;
  into[11] = words >= 60 ? 1 : 0;
  into[12] = /[$€£₹¥]/.test(original) ? 1 : 0;
  into[13] = text.includes('?') ? 1 : 0;
  into[14] = matches.some(({ rule }) => rule.kind === 'claim') ? 1 : 0;
  into[15] = matches.some(({ rule }) => rule.kind === 'pressure') ? 1 : 0;
  for (const cue of cuesIn(text, wordsOf(text).letters)) into[SHAPES + cue] = 1;
  for (const { rule } of matches) into[SIGNS + RULE_INDEX.get(rule)!] = 1;
}

const isLetterCode = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
