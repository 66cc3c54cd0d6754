import { Parser, type ParserOptions } from 'htmlparser2';
import { MappedText } from './mapped-text.ts';

/** An attribute value with the way back to its place. */
export type Attributes = ReadonlyMap<string, MappedText>;

/** What the parser tells: offsets are those of the text it was given, ends are exclusive. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes, start: number, end: number): void;
  close(name: string, isImplied: boolean, start: number, end: number): void;
  /** Text between `start` and `end`; where `isEntity`, the range holds the entity that `text` is decoded from. */
  text(text: string, isEntity: boolean, start: number, end: number): void;
  comment?(text: string, start: number): void;
  /** A closing tag as it stands, before it is known whether it closes anything. */
  closingTag?(name: string, start: number, end: number): void;
}

const ENTITY = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[\dA-Za-z]{1,40});?/y;

/** htmlparser2 with exact places also for entities and for the characters of attribute values. */
class PositionedParser extends Parser {
  readonly #source: string;
  #value: { text: string; starts: number[]; ends: number[] } = { text: '', starts: [], ends: [] };
  #cursor = 0;
  #name = '';
  attributes = new Map<string, MappedText>();
  tagStart = 0;
  onClosingTag: ((name: string, start: number, end: number) => void) | undefined;

  constructor(source: string, handler: ConstructorParameters<typeof Parser>[0], options: ParserOptions) {
    super(handler, options);
    this.#source = source;
  }

  override onopentagname(start: number, endIndex: number): void {
    this.attributes = new Map();
    this.tagStart = start - 1;
    super.onopentagname(start, endIndex);
  }

  override onattribname(start: number, endIndex: number): void {
    this.#name = this.#source.slice(start, endIndex).toLowerCase();
    this.#value = { text: '', starts: [], ends: [] };
    this.#cursor = endIndex;
    super.onattribname(start, endIndex);
  }

  override onattribdata(start: number, endIndex: number): void {
    for (let index = start; index < endIndex; index += 1) this.#add(this.#source[index]!, index, index + 1);
    this.#cursor = endIndex;
    super.onattribdata(start, endIndex);
  }

  override onattribentity(codePoint: number): void {
    // The tokenizer gives no place for an entity inside a value, but the next one begins where the last piece ended.
    const from = this.#value.text === '' ? this.#source.indexOf('&', this.#cursor) : this.#cursor;
    ENTITY.lastIndex = from;
    const found = ENTITY.exec(this.#source);
    const end = found === null ? from + 1 : from + found[0].length;
    for (const unit of String.fromCodePoint(codePoint).split('')) this.#add(unit, from, end);
    this.#cursor = end;
    super.onattribentity(codePoint);
  }

  override onattribend(quote: Parameters<Parser['onattribend']>[0], endIndex: number): void {
    if (!this.attributes.has(this.#name))
      this.attributes.set(this.#name, new MappedText(this.#value.text, this.#value.starts, this.#value.ends));
    super.onattribend(quote, endIndex);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.onClosingTag?.(this.#source.slice(start, endIndex).trim().toLowerCase(), start - 2, endIndex + 1);
    super.onclosetag(start, endIndex);
  }

  #add(unit: string, start: number, end: number): void {
    this.#value.text += unit;
    this.#value.starts.push(start);
    this.#value.ends.push(end);
  }
}

/** Runs the parser over the whole text. `xmlTags` lets `<x/>` close itself, as MJML does. */
export function parseMarkup(
  text: string,
  handler: MarkupHandler,
  options: { readonly xmlTags: boolean },
): void {
  const parser: PositionedParser = new PositionedParser(
    text,
    {
      onopentag: (name) => handler.open(name, parser.attributes, parser.tagStart, parser.endIndex + 1),
      onclosetag: (name, isImplied) => handler.close(name, isImplied, parser.startIndex, parser.endIndex + 1),
      ontext(data) {
        const start = parser.startIndex;
        const end = parser.endIndex + 1;
        handler.text(data, text.slice(start, end) !== data, start, end);
      },
      oncomment: (data) => handler.comment?.(data, parser.startIndex),
    },
    { decodeEntities: true, recognizeSelfClosing: options.xmlTags },
  );
  parser.onClosingTag = handler.closingTag?.bind(handler);
  parser.end(text);
}
