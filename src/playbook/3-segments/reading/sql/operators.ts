import { leavesOfJson } from './json-path.ts';
import type { Expression, Literal } from './tree.ts';

/** `traits @> '{"religion": "x"}'` asks for the keys of the document; over arrays it is a plain comparison. */
export function containmentOf(left: Expression, right: Expression): Expression {
  const leaves =
    right.kind === 'literal' && right.type === 'string'
      ? leavesOfJson(right.text).filter(({ steps }) => steps.length > 0)
      : [];
  if (leaves.length === 0) return { kind: 'compare', negated: false, equality: false, left, right: [right] };
  return {
    kind: 'logic',
    operator: 'and',
    operands: leaves.map(({ steps, value }) => ({
      kind: 'compare' as const,
      negated: false,
      equality: true,
      left: { kind: 'path' as const, of: left, steps, computed: [] },
      right: [{ kind: 'literal' as const, written: value, text: value, type: 'string' as const }],
    })),
  };
}

/** `traits ? 'religion'`: that a key is there is what decides. */
export function keyTestOf(of: Expression, keys: Expression): Expression {
  const names =
    keys.kind === 'literal'
      ? [keys]
      : keys.kind === 'call'
        ? keys.arguments
        : keys.kind === 'other'
          ? keys.parts
          : [];
  const literals = names.filter((name): name is Literal => name.kind === 'literal');
  if (literals.length === 0)
    return { kind: 'compare', negated: false, equality: false, left: of, right: [keys] };
  return {
    kind: 'logic',
    operator: 'and',
    operands: literals.map((name) => ({ kind: 'path' as const, of, steps: [name.text], computed: [] })),
  };
}
