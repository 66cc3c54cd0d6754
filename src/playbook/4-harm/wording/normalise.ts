import { CAPITAL_LOOK_ALIKES, enclosedLetter, LOOK_ALIKES } from './look-alikes.ts';
import { wordStartsIn } from './split-run.ts';

/** A text as rules and the classifier read it, with the way back to the text as it was written. */
export interface NormalText {
  /** Lower case, without invisible characters, look-alikes, spaced letters and repeated punctuation. */
  readonly text: string;
  /** The range of the original that `[start, end)` of `text` was read from. */
  map(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Stands for a merge tag: a value nobody knows before the send. */
export const MERGE_TAG = '§';

/** Everything that can be read without looking closer: printable ASCII without doubled spaces, doubled marks or braces. */
const PLAIN = /^[!-z|](?: ?[!-z|])*$/;
const DOUBLED = /([!?.,*_=~'`"-])\1|[*[%]\||%%|(?:^|[^a-z])[a-z](?:[^a-z0-9][a-z](?![a-z])){3}/i;

const TAG =
  /\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\*\|[^|]{1,80}\|\*|%%[^%\s]{1,60}%%|\$\{[^{}]{0,100}\}|\[(?:[A-Z][A-Z_ ]{1,30}|[A-Z][a-z]{1,15} [A-Z][a-z]{1,15}|x|X)\]/y;

/**
 * Reads `text` the way a person does: compatibility forms, look-alike letters, zero-width and soft hyphens, curly
 * quotes, spaced letters ("H U R R Y"), repeated marks and merge tags are undone, and letters are lower case.
 */
export function normalise(text: string): NormalText {
  const lead = text.length - text.trimStart().length;
  const core = text.trim();
  if (PLAIN.test(core) && !DOUBLED.test(core))
    return { text: core.toLowerCase(), map: (start, end) => ({ start: start + lead, end: end + lead }) };
  const pen = new Pen();
  readInto(pen, text);
  joinSpacedLetters(pen);
  undoLookAlikes(pen, text);
  return pen.finish(text.length);
}

/** Characters with the range that each was read from. */
class Pen {
  readonly characters: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  write(character: string, start: number, end: number): void {
    const previous = this.characters.length - 1;
    if (previous >= 0 && this.characters[previous] === character && COLLAPSED.has(character)) {
      this.ends[previous] = end;
      return;
    }
    if (character === ' ' && previous < 0) return;
    this.characters.push(character);
    this.starts.push(start);
    this.ends.push(end);
  }

  remove(index: number): void {
    this.characters[index] = '';
  }

  finish(length: number): NormalText {
    const { characters, starts, ends } = this;
    let text = '';
    const first: number[] = [];
    const last: number[] = [];
    characters.forEach((character, index) => {
      for (let unit = 0; unit < character.length; unit++) {
        first.push(starts[index]!);
        last.push(ends[index]!);
      }
      text += character;
    });
    if (text.endsWith(' ')) text = text.slice(0, -1);
    return {
      text,
      map: (start, end) =>
        end <= start
          ? { start: first[start] ?? length, end: first[start] ?? length }
          : { start: first[start] ?? length, end: last[end - 1] ?? length },
    };
  }
}

const COLLAPSED = new Set([' ', '!', '?', '.', ',', '*', '_', '=', '~', "'", '"', '`', '-', MERGE_TAG]);

const SPACE = /^[\s\u2800\u3164\u115f\u1160]$/;
// Format characters (zero-width, direction, soft hyphen, tags), variation selectors and blank fillers.
const INVISIBLE = /^(?:\p{Cf}|\p{Variation_Selector}|\u034f|\u17b4|\u17b5)$/u;
const MARK = /^\p{M}$/u;
const PICTURE =
  /^[\p{Extended_Pictographic}\u2580-\u27bf\u2b00-\u2bff\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]$/u;

const FOLDED: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00b7': '.',
  '\u2022': '*',
};

function readInto(pen: Pen, text: string): void {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x2a || code === 0x25 || code === 0x24 || code === 0x5b) {
      TAG.lastIndex = at;
      const tag = TAG.exec(text);
      if (tag !== null) {
        pen.write(MERGE_TAG, at, at + tag[0].length);
        at += tag[0].length;
        continue;
      }
    }
    if (code > 0x20 && code < 0x7f && code !== 0x60) {
      // A combining mark after it would make another letter; look before taking it as it is.
      if (!(text.charCodeAt(at + 1) >= 0x300)) {
        pen.write(String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code), at, at + 1);
        at += 1;
        continue;
      }
    }
    const point = text.codePointAt(at)!;
    const character = String.fromCodePoint(point);
    let end = at + character.length;
    if (INVISIBLE.test(character)) {
      at = end;
      continue;
    }
    while (end < text.length && isMark(text, end)) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
    writeCluster(pen, character, text.slice(at, end), at, end);
    at = end;
  }
}

const isMark = (text: string, at: number): boolean => {
  const point = text.codePointAt(at)!;
  return point >= 0x300 && MARK.test(String.fromCodePoint(point));
};

function writeCluster(pen: Pen, base: string, cluster: string, start: number, end: number): void {
  const whole =
    SPACE.test(base) || PICTURE.test(base) ? ' ' : (enclosedLetter(base.codePointAt(0)!) ?? FOLDED[base]);
  if (whole !== undefined) {
    pen.write(whole, start, end);
    return;
  }
  for (const part of cluster.normalize('NFKC').toLowerCase())
    if (SPACE.test(part)) pen.write(' ', start, end);
    else if (!MARK.test(part) && !INVISIBLE.test(part)) pen.write(FOLDED[part] ?? part, start, end);
}

const LETTER = /^\p{L}$/u;
const BETWEEN = new Set([' ', '.', '-', '*', '_', '~', '|', '/', '+']);

/** Whether nearly every word is a single letter, so that even two in a row are one word. */
function isSpacedThroughout(characters: readonly string[]): boolean {
  const words = characters.join('').split(' ');
  const single = words.filter((word) => word.length === 1 && LETTER.test(word)).length;
  return single >= 8 && single * 4 >= words.length * 3;
}

/** "h u r r y" and "h.u.r.r.y" become "hurry": four or more single letters with the same mark between them. */
function joinSpacedLetters(pen: Pen): void {
  const { characters, starts, ends } = pen;
  const shortest = isSpacedThroughout(characters) ? 2 : 6;
  const isLetter = (index: number): boolean =>
    index >= 0 && index < characters.length && LETTER.test(characters[index]!);
  for (let first = 0; first < characters.length; first++) {
    if (!isLetter(first) || isLetter(first - 1)) continue;
    const mark = characters[first + 1];
    if (mark === undefined || !BETWEEN.has(mark)) continue;
    let last = first;
    // A doubled space was folded into one; it still shows in the original and ends the word.
    while (
      characters[last + 1] === mark &&
      isLetter(last + 2) &&
      !isLetter(last + 3) &&
      !(mark === ' ' && ends[last + 1]! - starts[last + 1]! > 1)
    )
      last += 2;
    if (last - first >= shortest) {
      const letters = characters
        .slice(first, last + 1)
        .filter((_, index) => index % 2 === 0)
        .join('');
      const starts = new Set(wordStartsIn(letters));
      for (let index = first + 1; index < last; index += 2)
        if (!starts.has((index - first + 1) / 2)) pen.remove(index);
        else characters[index] = ' ';
    }
    first = last;
  }
}

const LATIN = /^\p{Script=Latin}$/u;

/** Look-alikes are undone in words that hold Latin letters, and everywhere in a text whose other letters are Latin. */
function undoLookAlikes(pen: Pen, text: string): void {
  const { characters, starts } = pen;
  if (!characters.some((character) => character > '\u007f' && LOOK_ALIKES.has(character))) return;
  let latin = 0;
  let foreign = 0;
  for (const character of characters)
    if (LATIN.test(character)) latin++;
    else if (LETTER.test(character)) foreign++;
  const mostlyLatin = latin > foreign;
  for (let first = 0; first < characters.length; first++) {
    if (!isWordPart(characters[first]!)) continue;
    let end = first;
    let hasLatin = false;
    let canAll = true;
    while (end < characters.length && isWordPart(characters[end]!)) {
      const character = characters[end]!;
      if (LATIN.test(character) && !LOOK_ALIKES.has(character)) hasLatin = true;
      else if (LETTER.test(character) && !LOOK_ALIKES.has(character)) canAll = false;
      end++;
    }
    if (hasLatin || (mostlyLatin && canAll))
      for (let index = first; index < end; index++)
        characters[index] =
          CAPITAL_LOOK_ALIKES.get(text[starts[index]!]!) ??
          LOOK_ALIKES.get(characters[index]!) ??
          characters[index]!;
    first = end;
  }
}

const isWordPart = (character: string): boolean => character === '' || LETTER.test(character);
