import { MAXIMUM_DEPTH, NestsTooDeep } from './draft.ts';
import { MappedText, type Range } from './mapped-text.ts';

/** A string of a JSON text with the names and indices that lead to it. */
export interface JsonString {
  readonly path: readonly string[];
  readonly value: MappedText;
}

export interface JsonReading {
  readonly strings: readonly JsonString[];
  /** `true` and `false` members by their path joined with `/`. */
  readonly flags: ReadonlyMap<string, boolean>;
}

export interface JsonMistake {
  readonly message: string;
  readonly range: Range;
}

/** Every string value of a JSON text with its place, escapes included. Throws `NestsTooDeep`. */
export function readJsonStrings(text: string): JsonReading | JsonMistake {
  const reader = new JsonReader(text);
  return reader.read();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const PLAIN_VALUE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

class Stop extends Error {}

class JsonReader {
  readonly #text: string;
  readonly #strings: JsonString[] = [];
  readonly #flags = new Map<string, boolean>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonReading | JsonMistake {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    try {
      this.#value([]);
      this.#blank();
      if (this.#at < this.#text.length) this.#fail('something follows the JSON value');
      return { strings: this.#strings, flags: this.#flags };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return {
        message: error.message,
        range: { start: this.#at, end: Math.min(this.#at + 1, this.#text.length) },
      };
    }
  }

  #value(path: readonly string[]): void {
    if (path.length > MAXIMUM_DEPTH) throw new NestsTooDeep(this.#at);
    this.#blank();
    const first = this.#text[this.#at];
    if (first === '{') this.#members(path);
    else if (first === '[') this.#items(path);
    else if (first === '"') this.#strings.push({ path, value: this.#string() });
    else {
      PLAIN_VALUE.lastIndex = this.#at;
      const found = PLAIN_VALUE.exec(this.#text);
      if (found === null)
        this.#fail(first === undefined ? 'the JSON text ends too early' : 'a JSON value is expected');
      if (found[0] === 'true' || found[0] === 'false') this.#flags.set(path.join('/'), found[0] === 'true');
      this.#at += found[0].length;
    }
  }

  #members(path: readonly string[]): void {
    this.#at += 1;
    this.#blank();
    if (this.#take('}')) return;
    do {
      this.#blank();
      if (this.#text[this.#at] !== '"') this.#fail('a member name in double quotes is expected');
      const name = this.#string().text;
      this.#blank();
      if (!this.#take(':')) this.#fail('a colon is expected after the member name');
      this.#value([...path, name]);
      this.#blank();
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('a comma or `}` is expected');
  }

  #items(path: readonly string[]): void {
    this.#at += 1;
    this.#blank();
    if (this.#take(']')) return;
    let index = 0;
    do {
      this.#value([...path, String(index)]);
      index += 1;
      this.#blank();
    } while (this.#take(','));
    if (!this.#take(']')) this.#fail('a comma or `]` is expected');
  }

  #string(): MappedText {
    const text = this.#text;
    const units: string[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let at = this.#at + 1;
    while (text[at] !== '"') {
      const unit = text[at];
      if (unit === undefined || unit === '\n') this.#fail('a string is never closed');
      let end = at + 1;
      let value: string = unit;
      if (unit === '\\') {
        const code = text[at + 1] ?? '';
        const hex = code === 'u' ? /^[\da-fA-F]{4}$/.exec(text.slice(at + 2, at + 6)) : null;
        if (hex === null && !Object.hasOwn(ESCAPES, code)) {
          this.#at = at;
          this.#fail('an escape in a string is not understood');
        }
        value = hex === null ? ESCAPES[code]! : String.fromCharCode(Number.parseInt(hex[0], 16));
        end = at + (hex === null ? 2 : 6);
      }
      units.push(value);
      starts.push(at);
      ends.push(end);
      at = end;
    }
    this.#at = at + 1;
    return new MappedText(units.join(''), starts, ends);
  }

  #blank(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #take(unit: string): boolean {
    if (this.#text[this.#at] !== unit) return false;
    this.#at += 1;
    return true;
  }

  #fail(message: string): never {
    throw new Stop(message);
  }
}
