import type { SourceText } from '../../../kernel/source-text.ts';

/** The text of one Cedar policy and its place in its file. */
export interface PolicyText {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same without comments and with single spaces: what is hashed, so that layout changes nothing. */
  readonly canonical: string;
  readonly tokens: readonly CedarToken[];
  /** How deep brackets nest. */
  readonly depth: number;
}

/** A token, with its place in the file. Comments are none. */
export interface CedarToken {
  readonly type: 'word' | 'string' | 'sign';
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\/\/[^\n]*|"(?:[^"\\]|\\[\s\S])*"?|[\p{L}\p{N}_]+|[^\s]/gu;
const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/**
 * Splits a file of Cedar policies at the semicolons that end them. Cedar's own splitter sorts and renumbers policies and
 * its errors count in bytes from the first; one policy at a time keeps every place exact. Text behind the last semicolon
 * is given as a policy too, so that a parser can say what it lacks.
 */
export function splitPolicies(source: SourceText): readonly PolicyText[] {
  const policies: PolicyText[] = [];
  let tokens: CedarToken[] = [];
  let depth = 0;
  let deepest = 0;

  const finish = (): void => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first !== undefined && last !== undefined) {
      policies.push({
        source,
        start: first.start,
        end: last.end,
        text: source.text.slice(first.start, last.end),
        canonical: tokens.map(({ start, end }) => source.text.slice(start, end)).join(' '),
        tokens,
        depth: deepest,
      });
    }
    tokens = [];
    depth = 0;
    deepest = 0;
  };

  for (const match of source.text.matchAll(TOKEN)) {
    const [text] = match;
    if (text.startsWith('//')) continue;
    const type = text.startsWith('"') ? 'string' : /^[\p{L}\p{N}_]/u.test(text) ? 'word' : 'sign';
    tokens.push({ type, start: match.index, end: match.index + text.length });
    if (OPENING.has(text)) depth += 1;
    else if (CLOSING.has(text)) depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
    if (text === ';') finish();
  }
  finish();
  return policies;
}
