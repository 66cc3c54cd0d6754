import { EVERY_ELEMENT, type Step } from './tree.ts';

/**
 * `$.a['b c'][0].d`: steps as a JSON path. Null when they name no key, as the elements of a plain array do; what follows
 * the last key but for an index says nothing about which key it is, and is left out.
 */
export function jsonPathOf(steps: readonly Step[]): string | null {
  const last = steps.findLastIndex((step) => step !== EVERY_ELEMENT);
  const kept = steps.slice(0, last + 1);
  if (!kept.some((step) => step === null || typeof step === 'string')) return null;
  return `$${kept.map(written).join('')}`;
}

function written(step: Step): string {
  if (step === null) return '.*';
  if (typeof step === 'number') return `[${step}]`;
  if (step === EVERY_ELEMENT) return '[*]';
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step) ? `.${step}` : `['${step.replaceAll("'", "\\'")}']`;
}

/**
 * Steps of a path as it is written: `$.a.b`, `a.b[0]`, `lax $.a`, `{a,b}`, `/a/b`, `$['a']`. Filters `?(…)` end the path.
 * `key` reads a plain word (no leading `$`, `/` or `{`) as one key, dots included.
 */
export function stepsOfPath(path: string, key: boolean): Step[] {
  const text = path.trim().replace(/^(lax|strict)\s+/i, '');
  if (text.startsWith('{') && text.endsWith('}'))
    return text
      .slice(1, -1)
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => stepOf(part.trim().replace(/^"(.*)"$/, '$1')));
  if (text.startsWith('/'))
    return text
      .slice(1)
      .split('/')
      .map((part) => stepOf(part.replaceAll('~1', '/').replaceAll('~0', '~')));
  if (key && !text.startsWith('$')) return [text];
  return walkPath(text.startsWith('$') ? text.slice(1) : text);
}

const stepOf = (part: string): Step => (/^\d+$/.test(part) ? Number(part) : part);

/** A step in brackets, or a word behind a dot; the first word needs none. What follows a filter or a comparison is no step. */
const PIECE =
  /\s*\[\s*(?:'([^']*)'|"([^"]*)"|(\d+)|(\*))\s*\]|(?:^\.{0,2}|\.{1,2})\s*(?:"([^"]*)"|([^.[\]\s"?(]+))/y;

function walkPath(text: string): Step[] {
  const steps: Step[] = [];
  PIECE.lastIndex = 0;
  for (let piece = PIECE.exec(text); piece !== null && steps.length < 32; piece = PIECE.exec(text)) {
    const [, single, double, index, every, quoted, word] = piece;
    if (index !== undefined) steps.push(Number(index));
    else if (every !== undefined || word === '*') steps.push(EVERY_ELEMENT);
    else steps.push(single ?? double ?? quoted ?? word ?? '');
  }
  return steps;
}

/** The keys that a JSON document names, leaf by leaf, with the leaf as written: what `@>` asks for. */
export function leavesOfJson(
  text: string,
): ReadonlyArray<{ readonly steps: readonly Step[]; readonly value: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const leaves: Array<{ steps: readonly Step[]; value: string }> = [];
  const walk = (node: unknown, steps: readonly Step[]): void => {
    if (steps.length > 16 || leaves.length > 200) return;
    if (Array.isArray(node)) for (const element of node) walk(element, [...steps, EVERY_ELEMENT]);
    else if (node !== null && typeof node === 'object')
      for (const [key, child] of Object.entries(node)) walk(child, [...steps, key]);
    else leaves.push({ steps, value: JSON.stringify(node) });
  };
  walk(value, []);
  return leaves;
}
