import type { Location } from '../../../../kernel/source-text.ts';
import { all, any, type Condition, leaf, not } from '../condition.ts';
import { child, itemsOf, type JsonNode, textOf } from '../json/json-node.ts';
import { type Definition, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** GrowthBook targeting conditions: the Mongo-style language that its SDKs evaluate. */
export const readGrowthbook: VendorReader = (root, definition) => {
  const rules = itemsOf(child(root, 'rules'));
  if (rules.length > 0) return any(rules.map((rule) => bodyOf(rule, definition)));
  return child(root, 'condition') !== undefined || child(root, 'savedGroups') !== undefined
    ? bodyOf(root, definition)
    : group(root, definition, '');
};

function bodyOf(node: JsonNode, definition: Definition): Condition {
  const condition = child(node, 'condition');
  const parts = condition === undefined ? [] : [group(condition, definition, '')];
  const coverage = child(node, 'coverage');
  return all([
    ...parts,
    ...(coverage === undefined
      ? []
      : [leaf('random', null, definition.at(coverage), { values: definition.values(coverage) })]),
  ]);
}

/** `prefix` is the path of the attribute whose parts are asked about, as `tags.`. */
function group(node: JsonNode, definition: Definition, prefix: string): Condition {
  if (node.kind !== 'object') throw new NotUnderstood('expected a condition', node);
  return all(
    [...node.entries].map(([key, { value, key: place }]) => {
      switch (key) {
        case '$and':
          return all(itemsOf(value).map((inner) => group(inner, definition, prefix)));
        case '$or':
          return any(itemsOf(value).map((inner) => group(inner, definition, prefix)));
        case '$nor':
          return not(any(itemsOf(value).map((inner) => group(inner, definition, prefix))));
        case '$not':
          return not(group(value, definition, prefix));
        case '$savedGroups':
          return any(
            itemsOf(value).map((id) =>
              leaf('segment', definition.segment(textOf(id) ?? ''), definition.at(id)),
            ),
          );
        default:
          if (key.startsWith('$'))
            throw new NotUnderstood(`the operator \`${key}\` is not understood`, value);
          return attribute(
            `${prefix}${key}`,
            value,
            definition.source.location(place.start + 1, place.end - 1),
            definition,
          );
      }
    }),
  );
}

const NEGATED = new Set(['$ne', '$nin', '$nini', '$vne', '$notRegex', '$notRegexi', '$notInGroup']);
const PLAIN = new Set([
  '$eq',
  '$ne',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$in',
  '$nin',
  '$ini',
  '$nini',
  '$all',
  '$alli',
  '$regex',
  '$regexi',
  '$notRegex',
  '$notRegexi',
  '$exists',
  '$type',
  '$veq',
  '$vne',
  '$vgt',
  '$vgte',
  '$vlt',
  '$vlte',
  '$inGroup',
  '$notInGroup',
]);

function attribute(path: string, value: JsonNode, at: Location, definition: Definition): Condition {
  const field = `traits.${path}`;
  const operators = value.kind === 'object' ? [...value.entries].filter(([key]) => key.startsWith('$')) : [];
  if (operators.length === 0)
    return leaf('trait', field, at, { operator: '$eq', values: definition.values(value) });
  return all(
    operators.map(([operator, { value: operand, key }]) => {
      if (operator === '$not') return not(attribute(path, operand, at, definition));
      if (operator === '$elemMatch')
        return operand.kind === 'object' && [...operand.entries.keys()].some((name) => !name.startsWith('$'))
          ? group(operand, definition, `${path}.`)
          : attribute(path, operand, at, definition);
      if (operator === '$size')
        return operand.kind === 'object'
          ? attribute(path, operand, at, definition)
          : leaf('trait', field, at, { operator, values: definition.values(operand) });
      if (!PLAIN.has(operator))
        throw new NotUnderstood(`the operator \`${operator}\` is not understood`, {
          ...operand,
          start: key.start,
          end: key.end,
        });
      const own = leaf('trait', field, at, {
        operator,
        negated: NEGATED.has(operator) || (operator === '$exists' && textOf(operand) === 'false'),
        values: definition.values(operand),
      });
      if (operator !== '$inGroup' && operator !== '$notInGroup') return own;
      return all([
        { ...own, values: [] },
        leaf('segment', definition.segment(textOf(operand) ?? ''), definition.at(operand), {
          operator,
          negated: own.negated,
        }),
      ]);
    }),
  );
}
