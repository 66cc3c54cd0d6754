/** A path that an expression names, with its place inside the expression. */
export interface NamedPath {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const WORD =
  /"[^"\n]*"|'[^'\n]*'|\$\{[\w.]+\}|@?[\p{L}_][\p{L}\p{N}_]*(?:[-:][\p{L}\p{N}_]+)*(?:\.\$?\{?[\p{L}\p{N}_-]+\}?|\[(?:"[^"\n]*"|'[^'\n]*'|\d+)\])*:?/gu;

const KEYWORDS = new Set(
  (
    'if unless elsif elseif else case when and or not in contains is true false nil null empty blank for endfor with as ' +
    'end then each this first last limit offset reversed cols do lookup by eq ne gt lt by_ref autoescape on off'
  ).split(' '),
);

/** `a["b c"].d` and `a.${b}` as `a.b c.d` and `a.b`; `this.` and `../` fall away. */
export const normalPath = (written: string): string =>
  written
    .replace(
      /\[(?:"([^"]*)"|'([^']*)'|(\d+))\]/g,
      (_, double, single, index) => `.${double ?? single ?? index}`,
    )
    .replace(/\$\{([\w. -]+)\}/g, '$1')
    .replace(/^(?:\.\.\/)+|^this\./, '')
    .replace(/^@/, '');

/** Every path named in a condition or a loop, without literals, keywords and filters. */
export function pathsIn(expression: string): NamedPath[] {
  const paths: NamedPath[] = [];
  const filters = expression.indexOf('|');
  const read = filters === -1 ? expression : expression.slice(0, filters);
  for (const found of read.matchAll(WORD)) {
    const word = found[0];
    if (
      word.startsWith('"') ||
      word.startsWith("'") ||
      word.endsWith(':') ||
      KEYWORDS.has(word.toLowerCase())
    )
      continue;
    paths.push({ path: normalPath(word), start: found.index, end: found.index + word.length });
  }
  return paths;
}

const SIMPLE =
  /^(?:\.\.\/|this\.)*@?\$?\{?[\p{L}_][\p{L}\p{N}_:-]*(?:\.\$?\{?[\p{L}\p{N}_ -]+\}?|\[(?:"[^"\n]*"|'[^'\n]*'|\d+)\])*\}?$/u;
const TOKEN_CALL = /^personalization_token\(\s*['"]([\w.]+)['"]/;

/** The path that a printed expression names, filters left aside; `null` where it is more than a path. */
export function printedPath(expression: string): string | null {
  const text = expression.trim();
  const token = TOKEN_CALL.exec(text);
  if (token) return token[1]!;
  const [head = '', ...filters] = text.split('|');
  const name = head.trim();
  if (SIMPLE.test(name)) {
    const looked = /^\s*lookup:\s*['"]([^'"]+)['"]/.exec(filters[0] ?? '');
    return looked ? `${normalPath(name)}.${looked[1]}` : normalPath(name);
  }
  // A helper with arguments: its one argument that is a path with a dot is what gets printed.
  const dotted = pathsIn(head).filter(({ path }) => path.includes('.'));
  return dotted.length === 1 ? dotted[0]!.path : null;
}
