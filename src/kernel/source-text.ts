/** A place in a file: 1-based lines and columns in UTF-16 units, end exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a reader counts in: UTF-8 bytes (Cedar, PostgreSQL), code points, or UTF-16 units (JavaScript). */
export type OffsetUnit = 'utf8' | 'codepoint' | 'utf16';

/**
 * The text of one file, and the only maker of locations: every reader hands over its own offsets and the unit it
 * counts in, so that a quote is always `text.slice(start, end)`.
 */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      this.#lineStarts.push(at + 1);
  }

  /** The location of `[start, end)`; offsets beyond the text are clamped to its end. */
  location(start: number, end: number = start, unit: OffsetUnit = 'utf16'): Location {
    const [from, to] = unit === 'utf16' ? [start, end] : this.#toUtf16([start, end], unit);
    const first = this.#position(from);
    const last = this.#position(Math.max(from, to));
    return {
      file: this.file,
      line: first.line,
      column: first.column,
      endLine: last.line,
      endColumn: last.column,
    };
  }

  /** The UTF-16 range of a location made by this text. */
  range(at: Location): { start: number; end: number } {
    const offset = (line: number, column: number): number =>
      Math.min((this.#lineStarts[line - 1] ?? this.text.length) + column - 1, this.text.length);
    return { start: offset(at.line, at.column), end: offset(at.endLine, at.endColumn) };
  }

  quote(at: Location): string {
    const { start, end } = this.range(at);
    return this.text.slice(start, end);
  }

  /** The whole text of a 1-based line, without its line break. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return '';
    const end = this.#lineStarts[number] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, '');
  }

  /** The whole file as one location, for findings that speak of all of it. */
  whole(): Location {
    return this.location(0, this.text.length);
  }

  #position(offset: number): { line: number; column: number } {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.#lineStarts[low]! + 1 };
  }

  #toUtf16(offsets: [number, number], unit: 'utf8' | 'codepoint'): [number, number] {
    const found: [number, number] = [this.text.length, this.text.length];
    let counted = 0;
    let index = 0;
    for (const character of this.text) {
      if (counted === offsets[0]) found[0] = index;
      if (counted === offsets[1]) found[1] = index;
      if (counted > offsets[0] && counted > offsets[1]) break;
      counted += unit === 'codepoint' ? 1 : utf8Length(character.codePointAt(0)!);
      index += character.length;
    }
    return found;
  }
}

const utf8Length = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
