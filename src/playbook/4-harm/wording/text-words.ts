/** The words of a normalised text, each once. */
export interface TextWords {
  /** With an apostrophe inside, as `don't`; `:` stands for a clock. */
  readonly tokens: readonly string[];
  /** The runs of the letters a to z: `don` and `t`. */
  readonly letters: readonly string[];
}

const TOKEN = /[a-z]+(?:'[a-z]+)?|:/g;

let lastText = '';
let lastWords: TextWords = { tokens: [], letters: [] };

/** The words of a text; rules and signs ask for those of the same text one after the other. */
export function wordsOf(text: string): TextWords {
  if (text === lastText) return lastWords;
  const tokens = [...new Set(text.match(TOKEN))];
  const letters = new Set<string>();
  for (const token of tokens)
    if (token.includes("'")) for (const part of token.split("'")) letters.add(part);
    else if (token !== ':') letters.add(token);
  lastText = text;
  lastWords = { tokens, letters: [...letters] };
  return lastWords;
}
