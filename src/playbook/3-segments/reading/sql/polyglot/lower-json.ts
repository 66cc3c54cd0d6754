import { stepsOfPath } from '../json-path.ts';
import { containmentOf, keyTestOf } from '../operators.ts';
import type { Expression, Step } from '../tree.ts';
import type { Lowering } from './lowering.ts';
import { type Fields, isObject, list, type Node, nodeOf, text } from './node.ts';

export const JSON_KINDS = new Set([
  'json_extract', 'json_extract_scalar', 'json_query', 'json_value', 'j_s_o_n_extract', 'j_s_o_n_extract_scalar',
  'j_s_o_n_b_extract', 'j_s_o_n_b_extract_scalar', 'j_s_o_n_extract_array', 'j_s_o_n_value', 'j_s_o_n_value_array',
  'json_extract_path', 'j_s_o_n_b_exists', 'j_s_o_n_exists', 'get_extract', 'struct_extract', 'element_at',
]); // biome-ignore format: a table reads better in rows

/** A step from an index expression: literals are read, anything else is computed. */
export function stepFrom(value: unknown, at: Lowering): { steps: Step[]; computed: Expression[] } {
  const of = at.expression(value);
  const literal =
    of.kind === 'literal'
      ? of
      : of.kind === 'call' && of.arguments.length === 1 && of.arguments[0]!.kind === 'literal'
        ? of.arguments[0]!
        : null;
  if (literal === null) return { steps: [null], computed: [of] };
  return { steps: [literal.type === 'number' ? Number(literal.text) : literal.text], computed: [] };
}

export function pathOver(
  of: Expression,
  { steps, computed }: { steps: readonly Step[]; computed: readonly Expression[] },
  _at: Lowering,
): Expression {
  return { kind: 'path', of, steps, computed };
}

export function lowerJson({ kind, fields }: Node, at: Lowering): Expression {
  const of = at.expression(fields.this);
  const raw = fields.path ?? fields.expression ?? fields.field ?? list(fields.paths)[0];
  const argument =
    isObject(fields.field) && !nodeOf(fields.field)
      ? { kind: 'literal' as const, text: String(fields.field.name), type: 'string' as const, written: '' }
      : at.expression(raw);
  if (argument.kind !== 'literal') return { kind: 'path', of, steps: [null], computed: [argument] };
  if (argument.type === 'number') return { kind: 'path', of, steps: [Number(argument.text)], computed: [] };
  const key =
    fields.arrow_syntax === true ||
    kind === 'element_at' ||
    kind === 'struct_extract' ||
    kind === 'j_s_o_n_b_extract' ||
    kind === 'j_s_o_n_b_extract_scalar';
  return { kind: 'path', of, steps: stepsOfPath(argument.text, key), computed: [] };
}

/** `traits @> '{"religion": "x"}'` asks for the keys of the document; over arrays it is a plain comparison. */
export function containment(fields: Fields, at: Lowering): Expression {
  const left = at.expression(fields.left);
  const right = at.expression(fields.right);
  return containmentOf(left, right);
}

/** `traits ? 'religion'`: that a key is there is what decides. */
export function keyTest(fields: Fields, at: Lowering): Expression {
  const of = at.expression(fields.this ?? fields.left);
  const keys = at.expression(fields.expression ?? fields.right);
  return text(fields.original_name)?.startsWith('@') === true ? jsonPathTest(of, keys) : keyTestOf(of, keys);
}

/** `traits @? '$.pets[*]'` and `traits @@ '$.age > 65'` ask along a path. */
export const jsonPathTest = (of: Expression, path: Expression): Expression =>
  path.kind === 'literal' && path.text.trimStart().startsWith('$')
    ? { kind: 'path', of, steps: stepsOfPath(path.text, false), computed: [] }
    : { kind: 'compare', negated: false, equality: false, left: of, right: [path] };
