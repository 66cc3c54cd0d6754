import type { PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import { DATA_CATEGORIES, DATA_USES } from '../../../kernel/taxonomy/index.ts';
import type { DeclaredPurpose } from '../../../kernel/taxonomy/purpose-line.ts';
import type { PolicyText } from './split-policies.ts';
import { UNDECLARED, useAttribute } from './use-attributes.ts';

/**
 * Literals that an attribute can never hold, as `resource.kind == "campain"`. Cedar's types let them pass, and the
 * boundary would then be silent for ever. Problem: `boundary.invalid`.
 */
export function checkLiterals(
  policy: PolicyText,
  json: PolicyJson,
  purposes: readonly DeclaredPurpose[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { attribute, word } of comparisons(json)) {
    const words = wordsOf(attribute, purposes);
    if (words === null || words.includes(word) || seen.has(`${attribute}\n${word}`)) continue;
    seen.add(`${attribute}\n${word}`);
    const near = nearest(word, words);
    const message = `\`${attribute}\` is never \`${word}\`, so this boundary could not match`;
    const hint =
      near !== undefined
        ? `write \`${near}\``
        : words.length > 40
          ? 'use a word of the taxonomy'
          : `use one of ${words.join(', ')}`;
    problems.push(problem('boundary.invalid', message, hint, placeOf(policy, word)));
  }
  return problems;
}

function wordsOf(attribute: string, purposes: readonly DeclaredPurpose[]): readonly string[] | null {
  const known = useAttribute(attribute);
  if (known?.words !== undefined) return known.words;
  if (known?.taxonomy === 'purpose')
    return [...Object.keys(DATA_USES), ...purposes.map(({ key }) => key), UNDECLARED];
  if (known?.taxonomy === 'category') return Object.keys(DATA_CATEGORIES);
  return null;
}

const COMPARING = ['==', '!=', 'contains', 'containsAny', 'containsAll'];

/** Every comparison of an attribute of the use with a literal word. */
function* comparisons(node: unknown): Generator<{ attribute: string; word: string }> {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if (COMPARING.includes(key) && isBinary(value)) {
      for (const [one, other] of [
        [value.left, value.right],
        [value.right, value.left],
      ]) {
        const attribute = attributeOf(one);
        if (attribute !== null) for (const word of literalsOf(other)) yield { attribute, word };
      }
    }
    yield* comparisons(value);
  }
}

const isBinary = (value: unknown): value is { left: unknown; right: unknown } =>
  value !== null && typeof value === 'object' && 'left' in value && 'right' in value;

function attributeOf(node: unknown): string | null {
  const access = (node as { '.'?: { left?: { Var?: string }; attr?: string } } | null)?.['.'];
  return access?.left?.Var === 'resource' ? (access.attr ?? null) : null;
}

function literalsOf(node: unknown): string[] {
  const literal = node as { Value?: unknown; Set?: unknown[] } | null;
  if (typeof literal?.Value === 'string') return [literal.Value];
  if (Array.isArray(literal?.Value)) return literal.Value.filter((word) => typeof word === 'string');
  return (literal?.Set ?? []).flatMap(literalsOf);
}

function placeOf({ source, tokens, start, end }: PolicyText, word: string): Problem['at'] {
  const quoted = JSON.stringify(word);
  // Annotations come before the scope: the last place is the one in a condition.
  const token = tokens.findLast(
    (one) => one.type === 'string' && source.text.slice(one.start, one.end) === quoted,
  );
  return token === undefined ? source.location(start, end) : source.location(token.start, token.end);
}
