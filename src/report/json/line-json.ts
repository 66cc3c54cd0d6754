/**
 * One object on one line, for streams: U+0085, U+2028 and U+2029, which some readers take for the end of a line, are
 * written as escapes. JSON itself escapes every other line break.
 */
export const lineJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
