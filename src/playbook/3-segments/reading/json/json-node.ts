import { type Problem, problem } from '../../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Location, SourceText } from '../../../../kernel/source-text.ts';

interface Place {
  /** UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
}

/** A JSON value that remembers where it stands. */
export type JsonNode = Place &
  (
    | {
        readonly kind: 'object';
        readonly entries: ReadonlyMap<string, { readonly key: Place; readonly value: JsonNode }>;
      }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
  );

const MAXIMUM_DEPTH = 100;
const MAXIMUM_CHARACTERS = 1_000_000;
const TOKEN =
  /[\s]*([{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/y;

/** Parses JSON and keeps every place. Problems: `segment.invalid`, `file.too-large`. */
export function parseJson(source: SourceText): Result<JsonNode, Problem> {
  if (source.text.length > MAXIMUM_CHARACTERS)
    return fail(
      problem(
        'file.too-large',
        `the definition has more than ${MAXIMUM_CHARACTERS} characters`,
        'split it, or move long lists of values into a table',
        source.location(0, 0),
      ),
    );
  const parser = new Parser(source);
  try {
    return ok(parser.document());
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return fail(
      problem(
        'segment.invalid',
        error.message,
        'mend the JSON at this place',
        source.location(error.at, error.at + 1),
      ),
    );
  }
}

class NotJson extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Token extends Place {
  readonly text: string;
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(source: SourceText) {
    this.#text = source.text.replace(/^\ufeff/, ' ');
  }

  document(): JsonNode {
    const node = this.#value(this.#next(), 0);
    const rest = this.#next();
    if (rest.text !== '') throw new NotJson('there is something after the JSON value', rest.start);
    return node;
  }

  #next(): Token {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (match === null)
      throw new NotJson(
        'expected a JSON value here',
        this.#at + /^\s*/.exec(this.#text.slice(this.#at))![0].length,
      );
    this.#at = TOKEN.lastIndex;
    const text = match[1]!;
    return { text, start: this.#at - text.length, end: this.#at };
  }

  #value(token: Token, depth: number): JsonNode {
    const { text, start, end } = token;
    if (depth > MAXIMUM_DEPTH) throw new NotJson(`the JSON nests deeper than ${MAXIMUM_DEPTH} levels`, start);
    if (text === '{') return this.#object(start, depth);
    if (text === '[') return this.#array(start, depth);
    if (text.startsWith('"')) return { kind: 'string', value: this.#string(token), start, end };
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', start, end };
    if (text === 'null') return { kind: 'null', start, end };
    if (/^[-\d]/.test(text)) return { kind: 'number', value: Number(text), start, end };
    throw new NotJson(text === '' ? 'the JSON ends too early' : 'expected a JSON value here', start);
  }

  #string({ text, start }: Token): string {
    try {
      return JSON.parse(text) as string;
    } catch {
      throw new NotJson('the text has an escape that JSON does not know', start);
    }
  }

  #object(start: number, depth: number): JsonNode {
    const entries = new Map<string, { key: Place; value: JsonNode }>();
    for (let token = this.#next(); entries.size > 0 || token.text !== '}'; token = this.#next()) {
      if (!token.text.startsWith('"')) throw new NotJson('expected a key in double quotes', token.start);
      const name = this.#string(token);
      if (entries.has(name)) throw new NotJson(`the key \`${name}\` stands twice`, token.start);
      const colon = this.#next();
      if (colon.text !== ':') throw new NotJson('expected a colon after the key', colon.start);
      const value = this.#value(this.#next(), depth + 1);
      entries.set(name, { key: { start: token.start, end: token.end }, value });
      const separator = this.#next();
      if (separator.text === '}') break;
      if (separator.text !== ',')
        throw new NotJson('expected a comma or the end of the object', separator.start);
    }
    return { kind: 'object', entries, start, end: this.#at };
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    for (let token = this.#next(); items.length > 0 || token.text !== ']'; token = this.#next()) {
      items.push(this.#value(token, depth + 1));
      const separator = this.#next();
      if (separator.text === ']') break;
      if (separator.text !== ',')
        throw new NotJson('expected a comma or the end of the list', separator.start);
    }
    return { kind: 'array', items, start, end: this.#at };
  }
}

export const child = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.entries.get(key)?.value : undefined;

export const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : [];

/** A string, or a number or truth value as text: vendors write ids as either. */
export const textOf = (node: JsonNode | undefined): string | null =>
  node === undefined
    ? null
    : node.kind === 'string'
      ? node.value
      : node.kind === 'number' || node.kind === 'boolean'
        ? String(node.value)
        : null;

export const numberOf = (node: JsonNode | undefined): number | null =>
  node?.kind === 'number' ? node.value : null;

/** The values as they stand in the source; of a list, its elements. */
export function writtenOf(source: SourceText, node: JsonNode | undefined): string[] {
  if (node === undefined || node.kind === 'null') return [];
  if (node.kind === 'array') return node.items.flatMap((item) => writtenOf(source, item));
  if (node.kind === 'object')
    return [...node.entries.values()].flatMap(({ value }) => writtenOf(source, value));
  return [source.text.slice(node.start, node.end)];
}

/** Where a name stands, without its quotes. */
export function placeOf(source: SourceText, node: Place & { readonly kind?: string }): Location {
  const quoted =
    source.text[node.start] === '"' && source.text[node.end - 1] === '"' && node.end - node.start >= 2;
  return quoted ? source.location(node.start + 1, node.end - 1) : source.location(node.start, node.end);
}
