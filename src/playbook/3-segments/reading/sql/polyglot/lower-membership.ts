import type { Expression } from '../tree.ts';
import { childrenOf, type Lowering } from './lowering.ts';
import { type Fields, isObject, isQueryNode, list, nodeOf } from './node.ts';

export function inOf(fields: Fields, at: Lowering): Expression {
  const of = at.expression(fields.this);
  const negated = fields.not === true;
  const elements = list(fields.expressions);
  const only = elements.length === 1 ? elements[0] : null;
  if (isQueryNode(nodeOf(fields.query)) || nodeOf(fields.query)?.kind === 'subquery')
    return { kind: 'in', of, list: [], query: at.query(fields.query), negated };
  if (isQueryNode(nodeOf(only)) || nodeOf(only)?.kind === 'subquery')
    return { kind: 'in', of, list: [], query: at.query(only), negated };
  const members = [...elements, fields.unnest, fields.query].filter((member) => isObject(member));
  return { kind: 'in', of, list: members.map((member) => at.expression(member)), query: null, negated };
}

export function quantified(fields: Fields, at: Lowering): Expression {
  const negated = fields.op === 'Neq';
  const left = at.expression(fields.this);
  const inner = nodeOf(fields.subquery);
  if (isQueryNode(inner) || inner?.kind === 'subquery')
    return { kind: 'in', of: left, list: [], query: at.query(fields.subquery), negated };
  return { kind: 'in', of: left, list: [at.expression(fields.subquery)], query: null, negated };
}

export function existsOf(fields: Fields, at: Lowering): Expression {
  const inner = nodeOf(fields.this);
  const negated = fields.not === true;
  if (isQueryNode(inner) || inner?.kind === 'subquery')
    return { kind: 'exists', query: at.query(fields.this), negated };
  return {
    kind: 'call',
    name: 'exists',
    arguments: childrenOf(fields, at),
    aggregate: false,
    compares: true,
    filter: null,
    order: [],
  };
}
