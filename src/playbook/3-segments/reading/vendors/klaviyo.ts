import { all, any, type Condition, leaf } from '../condition.ts';
import { child, itemsOf, type JsonNode, numberOf, textOf } from '../json/json-node.ts';
import { type Definition, dotted, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** Keys are written `condition_groups` by the API and `conditionGroups` by its SDK. */
const under = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  child(node, key) ??
  child(
    node,
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );

/** Klaviyo segments: groups that must all hold, each of conditions of which one must. */
export const readKlaviyo: VendorReader = (root, definition) => {
  const attributes = child(child(root, 'data'), 'attributes') ?? child(root, 'attributes') ?? root;
  const body = child(attributes, 'definition') ?? child(attributes, 'profile_filter') ?? attributes;
  const groups = under(body, 'condition_groups');
  if (groups?.kind !== 'array') throw new NotUnderstood('`condition_groups` is missing', body);
  return all(
    groups.items.map((group) =>
      any(itemsOf(child(group, 'conditions')).map((condition) => conditionOf(condition, definition))),
    ),
  );
};

function conditionOf(condition: JsonNode, definition: Definition): Condition {
  const type = definition.text(condition, 'type');
  const filter = child(condition, 'filter');
  switch (type.text) {
    case 'profile-property': {
      const property = definition.text(condition, 'property');
      return leaf(
        'trait',
        `traits.${dotted(property.text.replace(/^properties(?=\[|\.)/, ''))}`,
        property.at,
        filterOf(filter, definition),
      );
    }
    case 'profile-metric':
    case 'profile-not-metric':
      return metric(condition, type.text === 'profile-not-metric', definition);
    case 'profile-metric-funnel':
      return all(
        [...itemsOf(under(condition, 'steps')), ...itemsOf(under(condition, 'metrics'))].map((step) =>
          metric(step, false, definition),
        ),
      );
    case 'profile-group-membership':
    case 'profile-no-group-membership': {
      const member = under(condition, 'is_member');
      const negated =
        (member?.kind === 'boolean' && !member.value) || type.text === 'profile-no-group-membership';
      const ids = itemsOf(under(condition, 'group_ids'));
      const window = windowOf(under(condition, 'timeframe_filter'), definition);
      if (ids.length === 0) return leaf('segment', 'segments.any', type.at, { negated, window });
      return any(
        ids.map((id) =>
          leaf('segment', definition.segment(textOf(id) ?? ''), definition.at(id), {
            operator: type.text,
            negated,
            window,
          }),
        ),
      );
    }
    case 'profile-marketing-consent':
      return consent(child(condition, 'consent') ?? condition, definition);
    case 'profile-permissions': {
      const permission =
        under(condition, 'permission') ?? under(condition, 'permissions') ?? under(condition, 'channel');
      return leaf(
        'consent',
        `consent.${textOf(permission) ?? 'permissions'}`,
        definition.at(permission ?? condition),
        { operator: type.text },
      );
    }
    case 'profile-predictive-analytics': {
      const dimension = definition.text(condition, 'dimension');
      return leaf('prediction', `predictions.${dimension.text}`, dimension.at, filterOf(filter, definition));
    }
    case 'profile-postal-code-distance':
    case 'profile-region': {
      const inside = under(condition, 'in_region');
      const values = ['country_code', 'postal_code', 'unit', 'region_id'].flatMap((key) =>
        definition.values(under(condition, key)),
      );
      const kind = type.text.replace('profile-', '');
      return leaf('place', `geo.${kind}`, type.at, {
        operator: kind,
        negated: inside?.kind === 'boolean' && !inside.value,
        values: [...values, ...filterOf(filter, definition).values],
      });
    }
    case 'profile-random-sample':
      return leaf('random', null, type.at, { values: definition.values(child(condition, 'percentage')) });
    case 'profile-has-custom-object':
      return customObject(condition, definition);
    default:
      throw new NotUnderstood(
        `the condition type \`${type.text}\` is not understood`,
        child(condition, 'type')!,
      );
  }
}

function metric(condition: JsonNode, without: boolean, definition: Definition): Condition {
  const id = under(condition, 'metric_id');
  const name = textOf(id);
  if (id === undefined || name === null) throw new NotUnderstood('`metric_id` is missing', condition);
  const measured = under(condition, 'measurement_filter');
  const operator = textOf(child(measured, 'operator')) ?? 'at-least-once';
  const amount = numberOf(child(measured, 'value'));
  const never =
    without ||
    (amount === 0 && /^(equals|less-than-or-equal)/.test(operator)) ||
    (amount === 1 && operator === 'less-than');
  const window = windowOf(under(condition, 'timeframe_filter'), definition);
  const properties = itemsOf(under(condition, 'metric_filters')).map((one): Condition => {
    const property = definition.text(one, 'property');
    const asked = filterOf(child(one, 'filter'), definition);
    return leaf('event', `events.${name}.${dotted(property.text)}`, property.at, {
      ...asked,
      negated: asked.negated !== never,
    });
  });
  return all([
    leaf('event', `events.${name}`, definition.at(id), {
      operator,
      negated: never,
      values: definition.values(child(measured, 'value')),
      window,
    }),
    ...properties,
  ]);
}

function consent(node: JsonNode, definition: Definition): Condition {
  const channel = definition.text(node, 'channel');
  const may = under(node, 'can_receive_marketing');
  const status = under(node, 'consent_status');
  const subscription = child(status, 'subscription');
  const denied =
    (may?.kind === 'boolean' && !may.value) || /^(un|never|not)/i.test(textOf(subscription) ?? '');
  return leaf('consent', `consent.${channel.text}`, channel.at, {
    operator: 'can_receive_marketing',
    negated: denied,
    values: [...definition.values(may), ...definition.values(subscription)],
  });
}

function customObject(condition: JsonNode, definition: Definition): Condition {
  const object =
    under(condition, 'object_type_id') ??
    under(condition, 'custom_object_type_id') ??
    under(condition, 'object_type');
  const name = textOf(object);
  if (object === undefined || name === null)
    throw new NotUnderstood('the type of the custom object is missing', condition);
  const filters = [
    ...itemsOf(under(condition, 'object_filters')),
    ...itemsOf(under(condition, 'property_filters')),
    ...itemsOf(under(condition, 'filters')),
  ];
  if (filters.length === 0)
    return leaf('object', `objects.${name}`, definition.at(object), { operator: 'has' });
  return all(
    filters.map((one) => {
      const property = definition.text(one, 'property');
      return leaf(
        'object',
        `objects.${name}.${dotted(property.text)}`,
        property.at,
        filterOf(child(one, 'filter'), definition),
      );
    }),
  );
}

function filterOf(filter: JsonNode | undefined, definition: Definition) {
  const operator = textOf(child(filter, 'operator')) ?? textOf(child(filter, 'type')) ?? 'exists';
  const values = ['value', 'start', 'end', 'date', 'quantity'].flatMap((key) =>
    definition.values(child(filter, key)),
  );
  return {
    operator,
    negated: /(^|-)(not|doesnt|does-not|never)(-|$)|not-equal/.test(operator),
    values,
    window: null,
  };
}

const windowOf = (filter: JsonNode | undefined, definition: Definition): string | null =>
  filter === undefined
    ? null
    : (['quantity', 'date', 'start'].flatMap((key) => definition.values(child(filter, key)))[0] ?? null);
