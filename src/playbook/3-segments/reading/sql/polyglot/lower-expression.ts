import { isAggregate, isComparing, keepsPlace } from '../functions.ts';
import type { Expression } from '../tree.ts';
import { callOf, functionOf, methodCall } from './lower-call.ts';
import {
  containment,
  JSON_KINDS,
  jsonPathTest,
  keyTest,
  lowerJson,
  pathOver,
  stepFrom,
} from './lower-json.ts';
import { existsOf, inOf, quantified } from './lower-membership.ts';
import { columnFrom, columnOf, dotOf, literalOf, nameOf } from './lower-name.ts';
import { childrenOf, type Lowering, ordersOf } from './lowering.ts';
import { isObject, isQueryNode, list, type Node, nodeOf, text } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

const TRANSPARENT = new Set([
  'paren',
  'annotated',
  'cast',
  'try_cast',
  'safe_cast',
  'collation',
  'prior',
  'variadic',
  'braced_wildcard',
]);
const COMPARISONS: Readonly<Record<string, { negated: boolean; equality: boolean }>> = {
  eq: { negated: false, equality: true },
  neq: { negated: true, equality: true },
  null_safe_eq: { negated: false, equality: true },
  null_safe_neq: { negated: true, equality: true },
  is: { negated: false, equality: true },
  lt: { negated: false, equality: false },
  lte: { negated: false, equality: false },
  gt: { negated: false, equality: false },
  gte: { negated: false, equality: false },
  like: { negated: false, equality: false },
  i_like: { negated: false, equality: false },
  glob: { negated: false, equality: false },
  match: { negated: false, equality: false },
  similar_to: { negated: false, equality: false },
  regexp_like: { negated: false, equality: false },
  regexp_i_like: { negated: false, equality: false },
  regexp_full_match: { negated: false, equality: false },
  array_contained_by: { negated: false, equality: false },
  array_overlaps: { negated: false, equality: false },
  member_of: { negated: false, equality: true },
  equal_null: { negated: false, equality: true },
};
export function lowerExpression(value: unknown, at: Lowering): Expression {
  const node = nodeOf(value);
  if (node === null) return other(value, at);
  const { kind, fields } = node;
  const lower = (child: unknown): Expression => lowerExpression(child, at);
  if (isQueryNode(node)) return { kind: 'subquery', query: at.query(value) };
  if (TRANSPARENT.has(kind)) return lower(fields.this);
  const comparison = COMPARISONS[kind];
  if (comparison !== undefined) {
    const left = lower(fields.left ?? fields.this);
    const right = [fields.right, fields.expression, fields.pattern]
      .filter((side) => isObject(side))
      .map(lower);
    return { kind: 'compare', ...comparison, left, right };
  }
  if (JSON_KINDS.has(kind)) return lowerJson(node, at);
  switch (kind) {
    case 'column':
      return columnOf(fields, at);
    case 'identifier':
      return at.bound.includes(String(fields.name).toLowerCase())
        ? { kind: 'other', parts: [] }
        : columnFrom([nameOf(fields, at)]);
    case 'dot':
      return dotOf(fields, at);
    case 'star':
      return {
        kind: 'star',
        qualifier: isObject(fields.table) ? [nameOf(fields.table, at)] : [],
        except: list(fields.except).map((name) => (isObject(name) ? String(name.name) : '')),
        replaced: list(fields.replace).map((item) =>
          isObject(item)
            ? { of: lower(item.this), alias: isObject(item.alias) ? nameOf(item.alias, at) : null }
            : { of: other(item, at), alias: null },
        ),
        span: at.span(fields.span),
      };
    case 'literal':
      return literalOf(fields, at);
    case 'boolean':
      return { kind: 'literal', written: String(fields.value), text: String(fields.value), type: 'boolean' };
    case 'null':
      return { kind: 'literal', written: 'null', text: 'null', type: 'null' };
    case 'neg': {
      const of = lower(fields.this);
      return of.kind === 'literal'
        ? { ...of, written: `-${of.written}`, text: `-${of.text}` }
        : { kind: 'other', parts: [of] };
    }
    case 'and':
    case 'or':
      return { kind: 'logic', operator: kind, operands: chainOf(value, kind).map(lower) };
    case 'booland':
    case 'boolor':
    case 'xor':
      return { kind: 'logic', operator: 'other', operands: childrenOf(fields, at) };
    case 'not':
      return { kind: 'not', of: lower(fields.this) };
    case 'between': {
      const compare: Expression = {
        kind: 'compare',
        negated: fields.not === true,
        equality: false,
        left: lower(fields.this),
        right: [lower(fields.low), lower(fields.high)],
      };
      return compare;
    }
    case 'is_null':
      return { kind: 'null-test', of: lower(fields.this), negated: fields.not === true };
    case 'is_true':
    case 'is_false':
      return { kind: 'truth-test', of: lower(fields.this), negated: fields.not === true };
    case 'in':
      return inOf(fields, at);
    case 'any':
    case 'all':
      return quantified(fields, at);
    case 'exists':
      return existsOf(fields, at);
    case 'subquery':
      return { kind: 'subquery', query: at.query(value) };
    case 'case':
      return {
        kind: 'case',
        operand: isObject(fields.operand) ? lower(fields.operand) : null,
        branches: list(fields.whens).map((pair) => ({
          when: lower(list(pair)[0]),
          gives: lower(list(pair)[1]),
        })),
        otherwise: isObject(fields.else_) ? lower(fields.else_) : null,
      };
    case 'if_func':
      return {
        kind: 'case',
        operand: null,
        branches: [{ when: lower(fields.condition), gives: lower(fields.true_value) }],
        otherwise: isObject(fields.false_value) ? lower(fields.false_value) : null,
      };
    case 'window_function': {
      const over = isObject(fields.over) ? fields.over : {};
      const keep = isObject(fields.keep) ? ordersOf(fields.keep.order_by, at) : [];
      return {
        kind: 'window',
        call: lower(fields.this),
        partition: list(over.partition_by).map(lower),
        order: [...ordersOf(over.order_by, at), ...keep],
        named: isObject(over.window_name) ? String(over.window_name.name) : null,
      };
    }
    case 'within_group': {
      // The values that an ordered-set aggregate measures stand in its ORDER BY, so they are arguments.
      const call = lower(fields.this);
      return {
        kind: 'call',
        name: kind,
        arguments: [call, ...ordersOf(fields.order_by, at).map(({ of }) => of)],
        aggregate: true,
        compares: false,
        filter: null,
        order: [],
      };
    }
    case 'filter': {
      const call = lower(fields.this);
      const condition = lower(fields.expression);
      return call.kind === 'call'
        ? { ...call, filter: condition }
        : { kind: 'other', parts: [call, condition] };
    }
    case 'subscript':
      return pathOver(lower(fields.this), stepFrom(fields.index, at), at);
    case 'lambda': {
      const names = list(fields.parameters).map((name) =>
        isObject(name) ? String(name.name).toLowerCase() : '',
      );
      at.bound.push(...names);
      const body = lower(fields.body);
      at.bound.length -= names.length;
      return body;
    }
    case 'ts_match':
      return jsonPathTest(lower(fields.left), lower(fields.right));
    case 'comprehension': {
      const loop = nodeOf(fields.expression);
      const name = loop !== null && isObject(loop.fields.name) ? String(loop.fields.name.name) : '';
      const over = lower(fields.iterator);
      at.bound.push(name.toLowerCase());
      const inside = [fields.expression, fields.this, fields.condition]
        .filter((part) => isObject(part))
        .map(lower);
      at.bound.pop();
      return {
        kind: 'call',
        name: kind,
        arguments: [over, ...inside],
        aggregate: false,
        compares: true,
        filter: null,
        order: [],
      };
    }
    case 'columns':
      throw new NotAQuery('columns(…)');
    case 'array_contains_all':
      return containment(fields, at);
    case 'j_s_o_n_b_contains':
    case 'j_s_o_n_b_contains_any_top_keys':
    case 'j_s_o_n_b_contains_all_top_keys':
      return keyTest(fields, at);
    case 'array_contains':
    case 'contains':
      return callOf(kind, [fields.this, fields.expression], fields, at);
    case 'function':
    case 'anonymous':
      return functionOf(fields, at);
    case 'aggregate_function':
    case 'anonymous_agg_func':
      return callOf(String(fields.name ?? ''), list(fields.args ?? fields.expressions), fields, at, true);
    case 'method_call':
      return methodCall(fields, at);
    case 'at_time_zone': {
      const [of, zone] = [lower(fields.this), lower(fields.zone)];
      return zone.kind === 'literal' ? of : { kind: 'other', parts: [of, zone] };
    }
    case 'named_argument':
      return lower(fields.value);
    case 'ordered':
    case 'alias':
      return lower(fields.this);
    case 'interval':
      return isObject(fields.this) ? lower(fields.this) : { kind: 'other', parts: [] };
    case 'var':
    case 'data_type':
    case 'placeholder':
    case 'parameter':
    case 'table_alias':
      return { kind: 'other', parts: [] };
    default:
      return generic(node, at);
  }
}

function generic({ kind, fields }: Node, at: Lowering): Expression {
  const name = text(fields.original_name) ?? text(fields.name) ?? kind;
  const aggregate = isAggregate(kind) || isAggregate(name);
  const { filter, order_by, having_max, ...rest } = fields;
  const parts = childrenOf(rest, at);
  if (keepsPlace(kind) && parts.length > 0) return parts.length === 1 ? parts[0]! : { kind: 'other', parts };
  const extra = Array.isArray(having_max) ? [lowerExpression(having_max[0], at)] : [];
  return {
    kind: 'call',
    name: name.toLowerCase(),
    arguments: [...parts, ...extra],
    aggregate,
    compares: isComparing(kind) || isComparing(name),
    filter: isObject(filter) ? lowerExpression(filter, at) : null,
    order: ordersOf(order_by, at),
  };
}

const other = (value: unknown, at: Lowering): Expression => ({ kind: 'other', parts: childrenOf(value, at) });

/** The operands of a left-leaning chain, without recursion: generated filters run to thousands of terms. */
export function chainOf(value: unknown, kind: string): unknown[] {
  const operands: unknown[] = [];
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    const node = nodeOf(next);
    if (node?.kind === kind) pending.push(node.fields.right, node.fields.left);
    else operands.push(next);
  }
  return operands;
}
