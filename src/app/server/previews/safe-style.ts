/** More of a style than any message needs; what is longer is left out whole, as half a rule may mean another. */
const LONGEST_ATTRIBUTE = 4000;
const LONGEST_SHEET = 200_000;

/** What loads, runs or reaches out of its place, in a value. */
const REACHES_OUT =
  /url\s*\(|image-set\s*\(|src\s*\(|expression\s*\(|javascript:|-moz-binding|behavior\s*:|@import/i;
/** Letters can be written as numbers in a style; no message needs it, and it hides words from us. */
const ESCAPED = /\\([0-9a-f]{1,6})\s?/gi;

/** An inline style without anything that loads, runs, or covers what is not its own. */
export function safeDeclarations(written: string): string {
  if (written.length > LONGEST_ATTRIBUTE) return '';
  return plain(written)
    .split(';')
    .filter((one) => !REACHES_OUT.test(one) && !isFixed(one))
    .join(';');
}

/** A style sheet without anything that loads or runs. Time is linear in its length. */
export function safeStyleSheet(written: string): string {
  if (written.length > LONGEST_SHEET) return '';
  return plain(written)
    .replace(/@(?:import|charset|namespace)[^;{}]*;?/gi, '')
    .replace(/@font-face\s*\{[^}]*\}?/gi, '')
    .replace(/[^;{}]+/g, (part) => (REACHES_OUT.test(part) || isFixed(part) ? '' : part));
}

const isFixed = (declaration: string): boolean => /^\s*position\s*:\s*(?:fixed|sticky)/i.test(declaration);

/** Without comments, escapes, and what could end the element that it stands in. */
const plain = (written: string): string =>
  withoutComments(written)
    .replace(ESCAPED, (_, code: string) => letterOf(Number.parseInt(code, 16)))
    .replace(/[<\uE000-\uE002]/g, '');

/** The letter itself, so that words are seen; what is no plain letter is left out. */
const letterOf = (code: number): string => (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '');

function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('/*'); start !== -1; start = text.indexOf('/*', from)) {
    parts.push(text.slice(from, start));
    const end = text.indexOf('*/', start + 2);
    if (end === -1) return parts.join('');
    from = end + 2;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
