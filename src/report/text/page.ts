import { displayWidth, graphemesOf, graphemeWidth, visible } from '../display-width.ts';
import { type Mark, SHAPES } from '../words.ts';

/** Styles that a terminal may give to words; without a terminal they give nothing. */
export type Style = Mark | 'strong' | 'quiet' | 'law' | 'policy' | 'span';
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

export interface PageOptions {
  readonly width: number;
  readonly paint: Paint;
  readonly showValues: boolean;
}

/** A page of text that is built line by line. Everything that comes from a workspace goes through it and is made safe. */
export class Page {
  readonly lines: string[] = [];
  readonly options: PageOptions;

  constructor(options: PageOptions) {
    this.options = options;
  }

  paint(style: Style, text: string): string {
    return this.options.paint(style, visible(text));
  }

  /** The shape and the word of a mark, in its colour. */
  mark(mark: Mark): string {
    return this.options.paint(mark, `${SHAPES[mark]} ${mark}`);
  }

  /** A line that is already painted and fits. */
  line(text = ''): void {
    this.lines.push(text.trimEnd());
  }

  /** One blank line, never two. */
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** A heading, then a paragraph wrapped and hanging beside it. */
  labelled(label: string, text: string, indent: number, labelWidth: number, style?: Style): void {
    const hang = ' '.repeat(indent + labelWidth);
    const rows = wrap(visible(text), Math.max(20, this.options.width - indent - labelWidth));
    rows.forEach((row, index) => {
      const head =
        index === 0
          ? ' '.repeat(indent) +
            this.options.paint('quiet', label) +
            ' '.repeat(Math.max(1, labelWidth - displayWidth(label)))
          : hang;
      this.line(head + (style === undefined ? row : this.options.paint(style, row)));
    });
  }

  /** A wrapped paragraph; `first` stands before it, painted, and takes `firstWidth` columns. */
  paragraph(text: string, indent = 0, first = '', firstWidth = 0): void {
    const rows = wrap(visible(text), Math.max(20, this.options.width - indent - firstWidth));
    rows.forEach((row, index) => {
      this.line(' '.repeat(indent) + (index === 0 ? first : ' '.repeat(firstWidth)) + row);
    });
  }

  toString(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }
}

/** Breaks a text into rows of at most `width` columns at white space; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const paragraph of text.split('\n')) {
    let row = '';
    let columns = 0;
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      for (const piece of displayWidth(word) > width ? pieces(word, width) : [word]) {
        const wide = displayWidth(piece);
        if (columns > 0 && columns + 1 + wide > width) {
          rows.push(row);
          [row, columns] = ['', 0];
        }
        row += columns > 0 ? ` ${piece}` : piece;
        columns += wide + (columns > 0 ? 1 : 0);
      }
    }
    rows.push(row);
  }
  return rows;
}

function pieces(word: string, width: number): string[] {
  const cut: string[] = [];
  let piece = '';
  let columns = 0;
  for (const { text } of graphemesOf(word)) {
    const wide = graphemeWidth(text);
    if (columns + wide > width) {
      cut.push(piece);
      [piece, columns] = ['', 0];
    }
    piece += text;
    columns += wide;
  }
  return [...cut, piece];
}

/** A text filled with spaces to a number of columns. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));
