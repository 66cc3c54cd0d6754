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

/**
 * The sentence around a place, between markup and ends of lines: who takes two words out of a sentence leaves a broken
 * one. `null` where markup stands within, which is left to who wrote it.
 */
export function sentenceAround(text: string, at: Place): Range | null {
  const range = rangeOf(text, at);
  if (range === null || /[<>\n]/.test(text.slice(range.start, range.end))) return null;
  let { start, end } = range;
  while (start > 0 && range.start - start < LONGEST && !isBoundary(text, start - 1)) start -= 1;
  while (/\s/.test(text.charAt(start)) && start < range.start) start += 1;
  const isEnded = /[.!?…]/.test(text.charAt(end - 1));
  while (!isEnded && end < text.length && end - range.end < LONGEST && !isBoundary(text, end)) end += 1;
  while (/[.!?…]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

/** Letters on either side; a sentence that is longer is changed in the text itself. */
const LONGEST = 500;

/** Markup, the end of a line, or a sign that ends a sentence: a point within a number does not. */
const isBoundary = (text: string, at: number): boolean =>
  /[<>\n]/.test(text.charAt(at)) ||
  (/[.!?…]/.test(text.charAt(at)) && /[\s<.!?…]|^$/.test(text.charAt(at + 1)));

export const withWords = (text: string, { start, end }: Range, words: string): string =>
  `${text.slice(0, start)}${words}${text.slice(end)}`;

/** The text without a sentence, and without the space that it leaves. */
export const withoutSentence = (text: string, { start, end }: Range): string =>
  `${text.slice(0, start)}${text.slice(end).replace(/^[ \t]+/, '')}`.replace(/[ \t]+$/, '');

/** Words that an advice proposes in quotation marks, where it proposes any: “No thanks”. */
export function proposedWords({ instead, quote }: Pick<Finding, 'instead' | 'quote'>): string | null {
  const proposed = /\b(?:as|like|say|write)\b:?,? “([^“”]{2,120})”/i.exec(instead)?.[1];
  return proposed === undefined || proposed === quote ? null : proposed;
}
