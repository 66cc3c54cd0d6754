import type { Expression } from './tree.ts';

export const conjuncts = (of: Expression): readonly Expression[] =>
  of.kind === 'logic' && of.operator === 'and' ? of.operands.flatMap(conjuncts) : [of];

/** The one column that an expression is a form of, as in `lower(o.id)` or `o.traits->>'x'`. */
export function columnIn(of: Expression): Extract<Expression, { kind: 'column' }> | null {
  if (of.kind === 'column') return of;
  if (of.kind === 'path') return columnIn(of.of);
  if (of.kind === 'call' && of.arguments.length === 1) return columnIn(of.arguments[0]!);
  return null;
}

export function childrenOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case 'path':
      return [of.of, ...of.computed];
    case 'logic':
      return of.operands;
    case 'not':
    case 'null-test':
    case 'truth-test':
      return [of.of];
    case 'compare':
      return [of.left, ...of.right];
    case 'in':
      return [of.of, ...of.list];
    case 'call':
      return of.arguments;
    case 'window':
      return [of.call, ...of.partition, ...of.order.map((order) => order.of)];
    case 'case':
      return [
        ...(of.operand === null ? [] : [of.operand]),
        ...of.branches.flatMap(({ when, gives }) => [when, gives]),
        ...(of.otherwise === null ? [] : [of.otherwise]),
      ];
    case 'other':
      return of.parts;
    default:
      return [];
  }
}

export const aggregates = (of: Expression): boolean =>
  (of.kind === 'call' && of.aggregate) || childrenOf(of).some(aggregates);

/** The members of a row value, as in `(a, b)`; the expression alone where it is none. */
export function membersOf(of: Expression): readonly Expression[] {
  if (of.kind === 'other' && of.parts.length > 1) return of.parts;
  return of.kind === 'call' && /^(tuple|row|struct)$/.test(of.name) ? of.arguments : [of];
}

/** Whether an expression reads a column, itself or through a subquery. */
export const readsColumn = (of: Expression): boolean =>
  of.kind === 'column' ||
  of.kind === 'star' ||
  of.kind === 'subquery' ||
  of.kind === 'exists' ||
  (of.kind === 'in' && of.query !== null) ||
  childrenOf(of).some(readsColumn);
