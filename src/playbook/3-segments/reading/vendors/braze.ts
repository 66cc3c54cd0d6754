import { all, any, type Condition, leaf, not } from '../condition.ts';
import { child, itemsOf, type JsonNode, textOf } from '../json/json-node.ts';
import { type Definition, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** Braze connected audiences: AND, OR and NOT over filters of one key each. */
export const readBraze: VendorReader = (root, definition) =>
  filterCondition(child(root, 'audience') ?? child(root, 'connected_audience') ?? root, definition);

function filterCondition(node: JsonNode, definition: Definition): Condition {
  if (node.kind !== 'object' || node.entries.size === 0) throw new NotUnderstood('expected a filter', node);
  return all(
    [...node.entries].map(([key, { value, key: place }]) =>
      entryCondition(key, value, definition.source.location(place.start + 1, place.end - 1), definition),
    ),
  );
}

function entryCondition(
  key: string,
  value: JsonNode,
  at: Parameters<typeof leaf>[2],
  definition: Definition,
): Condition {
  const operator = textOf(child(value, 'comparison')) ?? 'equals';
  const asked = {
    operator,
    negated: /(^|_)not(_|$)/.test(operator),
    values: definition.values(child(value, 'value')),
  };
  switch (key) {
    case 'AND':
      return all(itemsOf(value).map((inner) => filterCondition(inner, definition)));
    case 'OR':
      return any(itemsOf(value).map((inner) => filterCondition(inner, definition)));
    case 'NOT':
      return not(
        value.kind === 'array'
          ? all(value.items.map((inner) => filterCondition(inner, definition)))
          : filterCondition(value, definition),
      );
    case 'custom_attribute': {
      const name = definition.text(value, 'custom_attribute_name');
      return leaf('trait', `traits.${name.text}`, name.at, { ...asked, negated: /not_/.test(operator) });
    }
    case 'nested_custom_attribute': {
      const name = definition.text(value, 'custom_attribute_name');
      const path = textOf(child(value, 'path')) ?? textOf(child(value, 'nested_path'));
      return leaf('trait', `traits.${name.text}${path === null ? '' : `.${path}`}`, name.at, asked);
    }
    case 'custom_event': {
      const name = definition.text(value, 'custom_event_name');
      return leaf('event', `events.${name.text}`, name.at, asked);
    }
    case 'email_subscription_status':
    case 'push_subscription_status':
    case 'sms_subscription_status':
      return leaf('consent', `consent.${key.split('_')[0]}`, at, {
        ...asked,
        negated: asked.negated !== /unsubscribed/.test(asked.values.join(' ')),
      });
    case 'subscription_group': {
      const id = definition.text(value, 'subscription_group_id');
      return leaf('consent', `consent.${id.text}`, id.at, asked);
    }
    case 'segment':
    case 'segment_membership': {
      const id = definition.text(value, 'segment_id');
      return leaf('segment', definition.segment(id.text), id.at, asked);
    }
    case 'last_used_app':
    case 'first_used_app':
    case 'country':
    case 'language':
    case 'gender':
    case 'age':
    case 'email_address':
    case 'external_user_id':
      return leaf('trait', `traits.${key}`, at, asked);
    default:
      throw new NotUnderstood(`the filter \`${key}\` is not understood`, value);
  }
}
