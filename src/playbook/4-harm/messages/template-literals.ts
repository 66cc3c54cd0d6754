import { MappedText } from './mapped-text.ts';

const SAYING_TAG = /^(?:\{\{|\{%-?\s*(?:assign|set|echo)\b)/;
const LITERAL = /"([^"\n]{1,500})"|'([^'\n]{1,500})'/g;

/**
 * The words that a template tag between two offsets writes out itself, as `"Only " | append: "3 left"`: its literals in
 * one piece, as they end up in the message.
 */
export function literalsOf(text: string, tag: { readonly start: number; readonly end: number }): MappedText {
  const written = text.slice(tag.start, tag.end);
  let said = '';
  const starts: number[] = [];
  if (SAYING_TAG.test(written))
    for (const found of written.matchAll(LITERAL)) {
      const literal = found[1] ?? found[2]!;
      said += literal;
      for (let index = 0; index < literal.length; index += 1)
        starts.push(tag.start + found.index + 1 + index);
    }
  return new MappedText(
    said,
    starts,
    starts.map((start) => start + 1),
  );
}
