import type { Expr, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { useAttribute } from '../../../playbook/1-boundaries/boundaries/use-attributes.ts';

/**
 * What a boundary forbids, as people say it; `null` where it holds something that has no words here, for half a sentence
 * would say something else. The words of attributes are those of the vocabulary of boundaries.
 */
export function inWords({ effect, conditions = [] }: PolicyJson): string | null {
  const said: string[] = [];
  for (const { kind, body } of conditions) {
    const words = wordsOf(body);
    if (words === null) return null;
    said.push(kind === 'when' ? `where ${words}` : `unless ${words}`);
  }
  const what = effect === 'forbid' ? 'Forbids every use' : 'Permits every use';
  return said.length === 0 ? `${what}.` : `${what} ${said.join(', ')}.`;
}

type Pair = { readonly left: Expr; readonly right: Expr };

function wordsOf(expression: Expr): string | null {
  const [operator, operand] = Object.entries(expression)[0] ?? [];
  if (operator === undefined) return null;
  if (operator === '.') return attributeIn(expression);
  if (operator === '!') {
    const inner = wordsOf((operand as { arg: Expr }).arg);
    return inner === null ? null : `it is not so that ${inner}`;
  }
  if (typeof operand !== 'object' || operand === null || !('left' in operand) || !('right' in operand))
    return null;
  const { left, right } = operand as Pair;
  if (operator === '&&' || operator === '||') {
    const [first, second] = [wordsOf(left), wordsOf(right)];
    if (first === null || second === null) return null;
    return operator === '&&' ? `${first}, and ${second}` : `either ${first}, or ${second}`;
  }
  // `containsAny` says the same from both sides.
  const [attribute, literal] =
    operator === 'containsAny' && attributeIn(left) === null ? [right, left] : [left, right];
  const name = attributeIn(attribute);
  const values = literalsIn(literal);
  const verb = VERBS[operator];
  if (name === null || values === null || verb === undefined) return null;
  return `the ${name} ${verb} ${listed(values, operator === 'containsAll' ? 'and' : 'or')}`;
}

const VERBS: Readonly<Record<string, string>> = {
  '==': 'is',
  '!=': 'is not',
  contains: 'include',
  containsAny: 'include',
  containsAll: 'include',
};

function attributeIn(expression: Expr): string | null {
  if (!('.' in expression)) return null;
  const { left, attr } = expression['.'] as { readonly left: Expr; readonly attr: string };
  if (!('Var' in left) || left.Var !== 'resource') return null;
  return useAttribute(attr)?.says ?? null;
}

function literalsIn(expression: Expr): readonly string[] | null {
  if ('Value' in expression)
    return typeof expression.Value === 'string' || typeof expression.Value === 'boolean'
      ? [String(expression.Value)]
      : Array.isArray(expression.Value)
        ? expression.Value.map(String)
        : null;
  if (!('Set' in expression)) return null;
  const all = (expression.Set as readonly Expr[]).map(literalsIn);
  return all.some((one) => one === null) ? null : all.flatMap((one) => one!);
}

const listed = (values: readonly string[], joint: 'and' | 'or'): string => {
  const quoted = values.map((value) => `“${value.replaceAll('_', ' ')}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
};
