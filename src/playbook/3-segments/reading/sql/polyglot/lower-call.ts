import { isAggregate, isComparing, isJsonKeysFunction, jsonPathFunction, keepsPlace } from '../functions.ts';
import { stepsOfPath } from '../json-path.ts';
import type { Expression, Step } from '../tree.ts';
import { type Lowering, ordersOf } from './lowering.ts';
import { type Fields, isObject, list } from './node.ts';
import { NotAQuery } from './not-a-query.ts';

/** `udfs.is_vip(x)` calls a function of a schema; in DuckDB alone `name.lower()` calls one on a column. */
export function methodCall(fields: Fields, at: Lowering): Expression {
  const of = at.expression(fields.this);
  const name = isObject(fields.method) ? String(fields.method.name ?? '') : String(fields.method ?? '');
  const call = callOf(name, list(fields.args), fields, at);
  return of.kind === 'column' && at.dialect !== 'duckdb'
    ? call
    : { ...call, arguments: [of, ...call.arguments] };
}

export function functionOf(fields: Fields, at: Lowering): Expression {
  const name = String(fields.name ?? fields.this ?? '');
  // DuckDB's COLUMNS stands for columns that only the catalog can name.
  if (name.toLowerCase() === 'columns') throw new NotAQuery('columns(…)');
  const given = list(fields.args ?? fields.expressions);
  const path = jsonPathFunction(name);
  if (path !== null && given.length >= 2) {
    const argument = at.expression(given[1]);
    const of = at.expression(given[0]);
    const rest = given.slice(2).map((child) => at.expression(child));
    if (argument.kind !== 'literal')
      return { kind: 'path', of, steps: [null], computed: [argument, ...rest] };
    const steps = argument.type === 'number' ? [Number(argument.text)] : stepsOfPath(argument.text, path.key);
    return { kind: 'path', of, steps, computed: rest };
  }
  if (isJsonKeysFunction(name) && given.length >= 2) {
    const keys = given.slice(1).map((child) => at.expression(child));
    const steps = keys.flatMap((key): Step[] =>
      key.kind !== 'literal'
        ? [null]
        : keys.length === 1
          ? stepsOfPath(key.text, !/[.[]/.test(key.text))
          : [key.text],
    );
    return {
      kind: 'path',
      of: at.expression(given[0]),
      steps,
      computed: keys.filter((key) => key.kind !== 'literal'),
    };
  }
  if (keepsPlace(name) && given.length >= 1) return at.expression(given[0]);
  if (name.toLowerCase() === 'iff' && given.length === 3) {
    const [when, gives, otherwise] = given.map((child) => at.expression(child));
    return { kind: 'case', operand: null, branches: [{ when: when!, gives: gives! }], otherwise: otherwise! };
  }
  return callOf(name, given, fields, at);
}

export function callOf(
  name: string,
  given: readonly unknown[],
  fields: Fields,
  at: Lowering,
  aggregate = isAggregate(name),
): Extract<Expression, { kind: 'call' }> {
  return {
    kind: 'call',
    name: name.toLowerCase(),
    arguments: given.filter((child) => isObject(child)).map((child) => at.expression(child)),
    aggregate,
    compares: isComparing(name),
    filter: isObject(fields.filter) ? at.expression(fields.filter) : null,
    order: ordersOf(fields.order_by, at),
  };
}
