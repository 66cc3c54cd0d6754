/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Text with the way back: where in the source each of its UTF-16 units came from. */
export class MappedText {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(text: string, starts: readonly number[], ends: readonly number[]) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** Text that stands in its source as it is, from `offset` on. */
  static verbatim(text: string, offset = 0): MappedText {
    const starts = Array.from(text, () => 0);
    starts.length = text.length;
    for (let index = 0; index < text.length; index += 1) starts[index] = offset + index;
    return new MappedText(
      text,
      starts,
      starts.map((start) => start + 1),
    );
  }

  /** The source range of `[start, end)`; an empty range lies before its character. Clamped to the text. */
  range(start: number, end: number): Range {
    const length = this.text.length;
    if (length === 0) return { start: 0, end: 0 };
    const from = Math.min(Math.max(start, 0), length);
    const to = Math.min(Math.max(end, from), length);
    if (from === to) {
      const at = from === length ? this.#ends[length - 1]! : this.#starts[from]!;
      return { start: at, end: at };
    }
    return { start: this.#starts[from]!, end: this.#ends[to - 1]! };
  }

  whole(): Range {
    return this.range(0, this.text.length);
  }

  slice(start: number, end: number): MappedText {
    return new MappedText(
      this.text.slice(start, end),
      this.#starts.slice(start, end),
      this.#ends.slice(start, end),
    );
  }

  /** Without what nobody sees at either end: white space, soft hyphens, zero-width and filler characters. */
  trimmed(): MappedText {
    let start = 0;
    let end = this.text.length;
    while (start < end && UNSEEN.test(this.text[start]!)) start += 1;
    while (end > start && UNSEEN.test(this.text[end - 1]!)) end -= 1;
    return start === 0 && end === this.text.length ? this : this.slice(start, end);
  }
}

const UNSEEN =
  /\u034F|[\s\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0]/;

/** Collects the text of a block from pieces of its source, folding white space into single spaces. */
export class TextCollector {
  #text = '';
  #starts: number[] = [];
  #ends: number[] = [];
  #endsInSpace = true;

  get length(): number {
    return this.#text.length;
  }

  /** Source text that stands for itself; runs of white space fold into one space. */
  fold(text: string, start: number): void {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text[index]!;
      if (WHITE.test(unit)) this.space(start + index, start + index + 1);
      else this.#push(unit, start + index, start + index + 1);
    }
  }

  /** Source text that stands for itself, white space and all. */
  verbatim(text: string, start: number): void {
    for (let index = 0; index < text.length; index += 1)
      this.#push(text[index]!, start + index, start + index + 1);
  }

  /** Text that the whole of `[start, end)` stands for, as an entity or an escape. */
  atom(text: string, start: number, end: number): void {
    for (let index = 0; index < text.length; index += 1) {
      if (WHITE.test(text[index]!)) this.space(start, end);
      else this.#push(text[index]!, start, end);
    }
  }

  space(start: number, end: number): void {
    if (this.#endsInSpace) {
      if (this.length > 0) this.#ends[this.length - 1] = end;
      return;
    }
    this.#push(' ', start, end);
    this.#endsInSpace = true;
  }

  /** Takes away and returns what was collected from `from` on, trimmed. */
  take(from = 0): MappedText {
    const taken = new MappedText(
      this.#text.slice(from),
      this.#starts.slice(from),
      this.#ends.slice(from),
    ).trimmed();
    this.#text = this.#text.slice(0, from);
    this.#starts.length = Math.min(from, this.#starts.length);
    this.#ends.length = this.#starts.length;
    this.#endsInSpace = this.#text === '' || this.#text.endsWith(' ');
    return taken;
  }

  /** What was collected from `from` on, trimmed, left where it is. */
  peek(from: number): MappedText {
    return new MappedText(this.#text.slice(from), this.#starts.slice(from), this.#ends.slice(from)).trimmed();
  }

  #push(unit: string, start: number, end: number): void {
    this.#text += unit;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#endsInSpace = false;
  }
}

const WHITE = /\s/;
