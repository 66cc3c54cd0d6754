import { all, any, type Condition, leaf } from '../condition.ts';
import { child, itemsOf, type JsonNode, numberOf, textOf } from '../json/json-node.ts';
import { type Definition, dotted, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** Dittofeed: `entryNode` and the `nodes` that its And and Or nodes name by id. Nodes that nothing names decide nothing. */
export const readDittofeed: VendorReader = (root, definition) => {
  const body = child(root, 'definition') ?? root;
  const entry = child(body, 'entryNode');
  if (entry === undefined) throw new NotUnderstood('`entryNode` is missing', body);
  const byId = new Map(itemsOf(child(body, 'nodes')).map((node) => [textOf(child(node, 'id')) ?? '', node]));
  return nodeCondition(entry, { definition, byId, open: new Set() });
};

interface Reading {
  readonly definition: Definition;
  readonly byId: ReadonlyMap<string, JsonNode>;
  /** Nodes being read, so that one that contains itself ends. */
  readonly open: Set<JsonNode>;
}

function nodeCondition(node: JsonNode, reading: Reading): Condition {
  const { definition } = reading;
  const type = definition.text(node, 'type').text;
  switch (type) {
    case 'And':
      return all(childrenOf(node, reading));
    case 'Or':
      return any(childrenOf(node, reading));
    case 'Trait':
    case 'Includes':
    case 'NotIncludes': {
      const path = definition.text(node, 'path');
      const asked =
        type === 'Trait'
          ? operatorOf(child(node, 'operator') ?? node, definition)
          : {
              operator: type,
              negated: type === 'NotIncludes',
              values: definition.values(child(node, 'item')),
              window: null,
            };
      return leaf('trait', `traits.${dotted(path.text)}`, path.at, asked);
    }
    case 'Performed':
    case 'LastPerformed':
    case 'KeyedPerformed':
      return performed(node, definition);
    case 'Email':
    case 'Message': {
      const template = definition.text(node, 'templateId');
      const event = definition.text(node, 'event');
      return leaf('message', `messages.${template.text}.${event.text}`, template.at, {
        operator: event.text,
        negated: never(node),
      });
    }
    case 'SubscriptionGroup': {
      const group = definition.text(node, 'subscriptionGroupId');
      return leaf('consent', `consent.${group.text}`, group.at, { operator: 'subscribed' });
    }
    case 'Broadcast': {
      const broadcast = textOf(child(node, 'broadcastId')) ?? definition.text(node, 'id').text;
      return leaf(
        'segment',
        definition.segment(broadcast),
        definition.at(child(node, 'broadcastId') ?? child(node, 'id')!),
      );
    }
    case 'Manual':
      definition.unresolved.add('a list of people uploaded by hand');
      return all([]);
    case 'RandomBucket':
      return leaf('random', null, definition.at(child(node, 'percent') ?? node), {
        values: definition.values(child(node, 'percent')),
      });
    case 'Everyone':
      return all([]);
    default:
      throw new NotUnderstood(`the node type \`${type}\` is not understood`, child(node, 'type')!);
  }
}

function childrenOf(node: JsonNode, reading: Reading): Condition[] {
  if (reading.open.has(node))
    throw new NotUnderstood('the node contains itself', child(node, 'children') ?? node);
  reading.open.add(node);
  const conditions = itemsOf(child(node, 'children')).map((id) => {
    const named = reading.byId.get(textOf(id) ?? '');
    if (named === undefined) throw new NotUnderstood(`the node \`${textOf(id)}\` does not exist`, id);
    return nodeCondition(named, reading);
  });
  reading.open.delete(node);
  return conditions;
}

function performed(node: JsonNode, definition: Definition): Condition {
  const event = definition.text(node, 'event');
  const window = definition.values(child(node, 'withinSeconds'))[0] ?? null;
  const negated = never(node);
  const name = `events.${event.text}`;
  const key = child(node, 'key');
  const properties = ['properties', 'whereProperties', 'hasProperties'].flatMap((list) =>
    itemsOf(child(node, list)),
  );
  return all([
    leaf('event', name, event.at, {
      operator: textOf(child(node, 'timesOperator')) ?? 'performed',
      negated,
      values: definition.values(child(node, 'times')),
      window,
    }),
    ...(key === undefined
      ? []
      : [
          leaf('event', `${name}.${dotted(definition.text(node, 'key').text)}`, definition.at(key), {
            operator: 'key',
            negated,
          }),
        ]),
    ...properties.map((property): Condition => {
      const path = definition.text(property, 'path');
      const asked = operatorOf(child(property, 'operator') ?? property, definition);
      return leaf('event', `${name}.${dotted(path.text)}`, path.at, {
        ...asked,
        negated: asked.negated !== negated,
      });
    }),
  ]);
}

/** "Exactly 0 times" and "fewer than once" ask for those who never did. */
const never = (node: JsonNode): boolean => {
  const times = numberOf(child(node, 'times'));
  const operator = textOf(child(node, 'timesOperator')) ?? '=';
  return (times === 0 && (operator === '=' || operator === '<=')) || (times === 1 && operator === '<');
};

const KNOWN = new Set([
  'Equals',
  'NotEquals',
  'Exists',
  'NotExists',
  'Within',
  'HasBeen',
  'GreaterThanOrEqual',
  'GreaterThan',
  'LessThan',
  'LessThanOrEqual',
  'AbsoluteTimestamp',
  'Contains',
  'NotContains',
  'In',
  'NotIn',
]);

function operatorOf(operator: JsonNode, definition: Definition) {
  const type = definition.text(operator, 'type');
  if (!KNOWN.has(type.text))
    throw new NotUnderstood(`the operator \`${type.text}\` is not understood`, child(operator, 'type')!);
  const values = [
    ...definition.values(child(operator, 'value')),
    ...definition.values(child(operator, 'absoluteTimestamp')),
  ];
  return {
    operator: type.text,
    negated: type.text.startsWith('Not'),
    values,
    window: definition.values(child(operator, 'windowSeconds'))[0] ?? null,
  };
}
