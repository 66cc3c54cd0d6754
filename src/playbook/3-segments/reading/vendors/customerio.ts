import { all, any, type Condition, leaf, not } from '../condition.ts';
import { child, itemsOf, type JsonNode, textOf } from '../json/json-node.ts';
import { type Definition, dotted, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** Customer.io filters: `and`, `or`, `not` over segments, attributes, events and subscriptions. */
export const readCustomerio: VendorReader = (root, definition) =>
  condition(
    child(root, 'filter') ?? child(root, 'recipients') ?? child(root, 'conditions') ?? root,
    definition,
  );

function condition(node: JsonNode, definition: Definition): Condition {
  if (node.kind === 'array') return all(node.items.map((item) => condition(item, definition)));
  if (node.kind !== 'object' || node.entries.size === 0)
    throw new NotUnderstood('expected a condition', node);
  return all([...node.entries].map(([key, { value }]) => entry(key, value, definition)));
}

function entry(key: string, value: JsonNode, definition: Definition): Condition {
  switch (key) {
    case 'and':
      return all(itemsOf(value).map((inner) => condition(inner, definition)));
    case 'or':
      return any(itemsOf(value).map((inner) => condition(inner, definition)));
    case 'not':
      return not(
        value.kind === 'array'
          ? any(value.items.map((inner) => condition(inner, definition)))
          : condition(value, definition),
      );
    case 'segment': {
      const id = definition.text(value, 'id');
      return leaf('segment', definition.segment(id.text), id.at, asked(value, definition));
    }
    case 'attribute':
    case 'person': {
      const field = definition.text(value, child(value, 'field') === undefined ? 'name' : 'field');
      return leaf('trait', `traits.${dotted(field.text)}`, field.at, asked(value, definition));
    }
    case 'object_attribute':
    case 'object': {
      const type =
        textOf(child(value, 'type')) ??
        textOf(child(value, 'type_id')) ??
        textOf(child(value, 'object_type_id'));
      const field = definition.text(value, child(value, 'field') === undefined ? 'attribute' : 'field');
      if (type === null) throw new NotUnderstood('the type of the object is missing', value);
      return leaf('object', `objects.${type}.${dotted(field.text)}`, field.at, asked(value, definition));
    }
    case 'event':
    case 'page':
    case 'screen':
      return event(key, value, definition);
    case 'subscription':
    case 'topic': {
      const id = definition.text(
        value,
        ['id', 'topic', 'topic_id', 'channel'].find((name) => child(value, name) !== undefined) ?? 'id',
      );
      return leaf('consent', `consent.${id.text}`, id.at, asked(value, definition));
    }
    case 'message':
    case 'email': {
      const id = definition.text(
        value,
        ['id', 'template', 'campaign_id'].find((name) => child(value, name) !== undefined) ?? 'id',
      );
      const metric = textOf(child(value, 'event')) ?? textOf(child(value, 'metric')) ?? 'sent';
      return leaf('message', `messages.${id.text}.${metric}`, id.at, asked(value, definition));
    }
    default:
      throw new NotUnderstood(`the condition \`${key}\` is not understood`, value);
  }
}

function event(kind: string, value: JsonNode, definition: Definition): Condition {
  const name = definition.text(value, child(value, 'name') === undefined ? 'event' : 'name');
  const field = kind === 'event' ? `events.${name.text}` : `events.${kind}.${name.text}`;
  const properties = [
    ...itemsOf(child(value, 'properties')),
    ...itemsOf(child(value, 'attributes')),
    ...itemsOf(child(value, 'where')),
  ].map((property) => {
    const path = definition.text(property, child(property, 'field') === undefined ? 'name' : 'field');
    return leaf('event', `${field}.${dotted(path.text)}`, path.at, asked(property, definition));
  });
  const window =
    ['within', 'within_days', 'within_seconds'].flatMap((key) => definition.values(child(value, key)))[0] ??
    null;
  return all([leaf('event', field, name.at, { ...asked(value, definition), window }), ...properties]);
}

function asked(value: JsonNode, definition: Definition) {
  const operator = textOf(child(value, 'operator')) ?? 'is';
  return {
    operator,
    negated: /^(?:ne|neq|nin|n?ot_.*|not.*|does_not.*|doesn.*|is_not.*)$/i.test(operator),
    values: [...definition.values(child(value, 'value')), ...definition.values(child(value, 'values'))],
  };
}
