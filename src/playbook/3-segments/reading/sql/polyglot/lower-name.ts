import type { ColumnReference, Expression, Name } from '../tree.ts';
import type { Lowering } from './lowering.ts';
import { type Fields, isObject, nodeOf } from './node.ts';

export const nameOf = (fields: Fields, at: Lowering): Name => ({
  text: String(fields.name ?? ''),
  span: at.span(fields.span),
});

export const columnFrom = (parts: readonly Name[]): ColumnReference => {
  const spans = parts.map(({ span }) => span).filter((span) => span !== null);
  return {
    kind: 'column',
    parts,
    span: spans.length === 0 ? null : { start: spans[0]!.start, end: spans.at(-1)!.end },
  };
};

export function columnOf(fields: Fields, at: Lowering): Expression {
  at.seen(fields);
  const name = isObject(fields.name) ? nameOf(fields.name, at) : { text: '', span: null };
  const table = isObject(fields.table) ? nameOf(fields.table, at) : null;
  if (at.bound.includes((table ?? name).text.toLowerCase())) return { kind: 'other', parts: [] };
  // A parameter (`@since`, `:since`) or a session variable (`$since`) is no column.
  if (table === null && /^(?:[@:]|\$\D)/.test(name.text)) return { kind: 'other', parts: [] };
  return columnFrom(table === null ? [name] : [table, name]);
}

export function dotOf(fields: Fields, at: Lowering): Expression {
  const field = isObject(fields.field) ? nameOf(fields.field, at) : { text: '*', span: null };
  const of = at.expression(fields.this);
  if (of.kind === 'column' && nodeOf(fields.this)?.kind !== 'paren') return columnFrom([...of.parts, field]);
  return { kind: 'path', of, steps: [field.text], computed: [] };
}

export function literalOf(fields: Fields, at: Lowering): Expression {
  const value = String((Array.isArray(fields.value) ? fields.value[0] : fields.value) ?? '');
  const number = fields.literal_type === 'number';
  const type = number ? 'number' : 'string';
  const meaning = fields.literal_type === 'escape_string' ? value.replace(/^[A-Za-z]:/, '') : value;
  return { kind: 'literal', text: meaning, type, written: at.written({ text: meaning, type }) };
}
