const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One thing that a reader sees, with its UTF-16 range in the text it comes from. */
export interface Grapheme {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function* graphemesOf(text: string): Generator<Grapheme> {
  // Segmentation is slow, and nearly every line is ASCII, where each unit stands for itself.
  if (/^[\x00-\x7f]*$/.test(text)) {
    for (let index = 0; index < text.length; index += 1)
      yield { text: text[index]!, start: index, end: index + 1 };
    return;
  }
  for (const { segment, index } of graphemes.segment(text))
    yield { text: segment, start: index, end: index + segment.length };
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** Columns that a grapheme takes in a terminal: 0, 1 or 2 (East Asian wide and fullwidth, emoji). */
export function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return isWide(code) || EMOJI.test(grapheme) ? 2 : 1;
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { text: grapheme } of graphemesOf(text)) width += graphemeWidth(grapheme);
  return width;
}

/** Ranges of East_Asian_Width W and F (Unicode 16, UAX #11), joined where nothing narrow is assigned between them. */
const WIDE: ReadonlyArray<readonly [number, number]> = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

const isWide = (code: number): boolean => WIDE.some(([first, last]) => code >= first && code <= last);

/**
 * Makes a text from a workspace safe to show: control characters, which could steer a terminal, and characters that turn
 * the reading direction, which could hide words, are shown as signs instead of obeyed.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]|[\u{e0000}-\u{e007f}]/gu,
    (character) => {
      const code = character.codePointAt(0)!;
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    },
  );
