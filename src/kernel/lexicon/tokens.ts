/** A word of a text: folded for comparing, with its place in the text as it was given (UTF-16 units). */
export interface Token {
  readonly folded: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`´][\p{L}\p{M}\p{N}]+)*(?:\+(?![\p{L}\p{N}]))?/gu;
const ELISION = /^(?:l|d|j|n|s|m|t|c|qu|jusqu|lorsqu)$/;
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Lower case, without accents, so that `Süleymaniye` and `SULEYMANIYE` are one word. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => UNDECOMPOSED[letter]!);

/** The words of a text in order. `Crohn's` is one word, the French `l'islam` is two. Linear in the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const parts = match[0].split(/['’ʼ`´]/);
    if (parts.length === 2 && ELISION.test(parts[0]!.toLowerCase())) {
      const second = start + parts[0]!.length + 1;
      tokens.push(token(parts[0]!, start), token(parts[1]!, second));
    } else {
      tokens.push({ folded: fold(parts.join('')), written: match[0], start, end: start + match[0].length });
    }
  }
  return tokens;
}

const token = (written: string, start: number): Token => ({
  folded: fold(written),
  written,
  start,
  end: start + written.length,
});

/** The words of a name as programs write it: `lastMissed_payment2` is `last missed payment 2`. */
export const nameTokens = (name: string): string[] =>
  (
    name
      .slice(0, 2_000)
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\p{N})/gu, '$1 $2')
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
  ).map(fold);
