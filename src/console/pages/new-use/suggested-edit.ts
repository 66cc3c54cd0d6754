import type { Finding } from '../../api/client.ts';

type Place = Finding['at'];
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a place of a report lies in a text; `null` where the text has no such place. */
export function rangeOf(text: string, at: Place): Range | null {
  const start = offsetOf(text, at.line, at.column);
  const end = offsetOf(text, at.endLine, at.endColumn);
  return start === null || end === null || end <= start ? null : { start, end };
}

function offsetOf(text: string, line: number, column: number): number | null {
  let from = 0;
  for (let passed = 1; passed < line; passed += 1) {
    from = text.indexOf('\n', from) + 1;
    if (from === 0) return null;
  }
  const at = from + column - 1;
  return at > text.length ? null : at;
}

/** Words that can be changed as words: markup between them is left to who wrote it. */
export function wordsAt(text: string, at: Place): string | null {
  const range = rangeOf(text, at);
  if (range === null) return null;
  const words = text.slice(range.start, range.end);
  return /[<>]|\{\{|\{%/.test(words) || words.length > 500 ? null : words;
}

export const withWords = (text: string, { start, end }: Range, words: string): string =>
  `${text.slice(0, start)}${words}${text.slice(end)}`;

/**
 * The text without these words, and without what they leave behind: a sentence's end that nothing comes before, a comma,
 * a space too many. The first letter of what begins the sentence now is a capital.
 */
export function withoutWords(text: string, { start, end }: Range): string {
  const before = text.slice(0, start).replace(/[ \t]+$/, '');
  const opens = before === '' || /[.!?…>\n]$/.test(before);
  const rest = text.slice(end);
  const after = opens
    ? rest.replace(/^[\s]*[.,;:!?…–—-]*[ \t]*/, '')
    : rest.replace(/^[ \t]+(?=[.,;:!?…])/, '');
  if (!opens && /[,;:–—-]$/.test(before) && /^[.,;:!?…]/.test(after))
    return `${before.replace(/\s*[,;:–—-]$/, '')}${after}`;
  if (!opens) return `${before}${gap(after)}${after}`;
  const space = /[.!?…]$/.test(before) && /^[^<\s]/.test(after) ? ' ' : '';
  return `${before}${space}${after.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}`;
}

/** Words keep one space between them; signs that end a sentence have none before them. */
const gap = (after: string): string => (/^[\s.,;:!?…<]|^$/.test(after) ? '' : ' ');

/** Words that an advice proposes in quotation marks, where it proposes any: “No thanks”. */
export function proposedWords({ instead, quote }: Pick<Finding, 'instead' | 'quote'>): string | null {
  const proposed = /\b(?:as|like|say|write)\b:?,? “([^“”]{2,120})”/i.exec(instead)?.[1];
  return proposed === undefined || proposed === quote ? null : proposed;
}
