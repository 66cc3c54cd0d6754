import { all, any, type Condition, leaf, not } from '../condition.ts';
import { child, itemsOf, type JsonNode, textOf } from '../json/json-node.ts';
import { type Definition, NotUnderstood, type VendorReader } from '../json/vendor-reader.ts';

/** HubSpot lists, version 3: `filterBranch` with branches of filters. */
export const readHubspot: VendorReader = (root, definition) => {
  const branch =
    child(child(root, 'list'), 'filterBranch') ??
    child(child(root, 'updatedList'), 'filterBranch') ??
    child(root, 'filterBranch') ??
    root;
  return branchCondition(branch, definition, (property) => ({
    subject: 'trait',
    field: `traits.${property}`,
  }));
};

type Naming = (property: string) => {
  readonly subject: 'trait' | 'event' | 'object';
  readonly field: string;
};

function branchCondition(branch: JsonNode, definition: Definition, naming: Naming): Condition {
  const type = definition.text(branch, 'filterBranchType').text;
  const inside = (names: Naming): Condition[] => [
    ...itemsOf(child(branch, 'filters')).map((filter) => filterCondition(filter, definition, names)),
    ...itemsOf(child(branch, 'filterBranches')).map((inner) => branchCondition(inner, definition, names)),
  ];
  switch (type) {
    case 'AND':
    case 'RESTRICTED':
      return all(inside(naming));
    case 'OR':
      return any(inside(naming));
    case 'NOT_ALL':
      return not(all(inside(naming)));
    case 'NOT_ANY':
      return not(any(inside(naming)));
    case 'UNIFIED_EVENTS': {
      const event = definition.text(branch, 'eventTypeId');
      const name = `events.${event.text}`;
      const asked = all([
        leaf('event', name, event.at, {
          operator: textOf(child(branch, 'operator')) ?? 'HAS_COMPLETED',
          ...refined(branch, definition),
        }),
        ...inside((property) => ({ subject: 'event', field: `${name}.${property}` })),
      ]);
      return denies(branch) ? not(asked) : asked;
    }
    case 'ASSOCIATION':
    case 'PROPERTY_ASSOCIATION': {
      const object = definition.text(branch, 'objectTypeId');
      const asked = all(
        inside((property) => ({ subject: 'object', field: `objects.${object.text}.${property}` })),
      );
      const through = child(branch, 'propertyWithObjectId');
      const link =
        through === undefined
          ? []
          : [leaf('trait', `traits.${textOf(through)}`, definition.at(through), { operator: 'association' })];
      const both = all([...link, asked]);
      return denies(branch) ? not(both) : both;
    }
    default:
      throw new NotUnderstood(
        `the branch type \`${type}\` is not understood`,
        child(branch, 'filterBranchType')!,
      );
  }
}

const denies = (node: JsonNode): boolean =>
  /(?:^|_)NOT_|^HAS_NOT/.test(textOf(child(node, 'operator')) ?? '');

function refined(
  node: JsonNode,
  definition: Definition,
): { readonly values: readonly string[]; readonly window: string | null } {
  const occurrences = child(node, 'coalescingRefineBy');
  const values = ['minOccurrences', 'maxOccurrences'].flatMap((key) =>
    definition.values(child(occurrences, key)),
  );
  const period = child(node, 'pruningRefineBy');
  const window =
    period === undefined ? null : (definition.values(period).filter((value) => /\d/.test(value))[0] ?? null);
  return { values, window };
}

function filterCondition(filter: JsonNode, definition: Definition, naming: Naming): Condition {
  const kind = definition.text(filter, 'filterType');
  const operator = textOf(child(filter, 'operator')) ?? kind.text;
  const asked = { operator, negated: denies(filter), ...refined(filter, definition) };
  const event = (name: string, key: string): Condition => {
    const id = child(filter, key);
    return leaf('event', `events.${name}`, id === undefined ? kind.at : definition.at(id), {
      ...asked,
      values: [...definition.values(id), ...asked.values],
    });
  };
  switch (kind.text) {
    case 'PROPERTY':
    case 'ASSOCIATION_PROPERTY': {
      const property = definition.text(filter, 'property');
      return leaf(
        naming('').subject,
        naming(property.text).field,
        property.at,
        operationOf(child(filter, 'operation') ?? filter, definition),
      );
    }
    case 'IN_LIST':
    case 'LIST_MEMBERSHIP': {
      const list = definition.text(filter, 'listId');
      return leaf('segment', definition.segment(list.text), list.at, {
        operator,
        negated: /NOT/.test(operator),
      });
    }
    case 'FORM_SUBMISSION':
    case 'FORM_SUBMISSION_ON_PAGE':
      return event('form_submission', 'formId');
    case 'PAGE_VIEW':
      return all([
        leaf('event', 'events.page_view', kind.at, asked),
        leaf('event', 'events.page_view.url', definition.text(filter, 'pageUrl').at, {
          ...asked,
          values: definition.values(child(filter, 'pageUrl')),
        }),
      ]);
    case 'EMAIL_EVENT': {
      const email = definition.text(filter, 'emailId');
      return leaf('message', `messages.${email.text}.${operator}`, email.at, asked);
    }
    case 'EVENT':
    case 'CTA':
    case 'WORKFLOW':
    case 'AUTOMATION':
    case 'WEBINAR':
    case 'SURVEY_MONKEY':
    case 'SURVEY_MONKEY_VALUE':
    case 'CAMPAIGN_INFLUENCED':
    case 'ADS_TIME':
    case 'ADS_SEARCH':
      return eventById(filter, kind.text, asked, definition);
    case 'INTEGRATION_EVENT': {
      const type = definition.text(filter, 'eventTypeId');
      const lines = itemsOf(child(filter, 'filterLines')).map((line) => {
        const property = definition.text(line, 'property');
        return leaf(
          'event',
          `events.${type.text}.${property.text}`,
          property.at,
          operationOf(child(line, 'operation') ?? line, definition),
        );
      });
      return all([leaf('event', `events.${type.text}`, type.at, asked), ...lines]);
    }
    case 'EMAIL_SUBSCRIPTION':
    case 'COMMUNICATION_SUBSCRIPTION':
      return subscription(filter, kind.text, definition);
    case 'PRIVACY': {
      const name = definition.text(filter, 'privacyName');
      return leaf('consent', `consent.${name.text}`, name.at, asked);
    }
    case 'NUM_ASSOCIATIONS': {
      const type = child(filter, 'associationTypeId') ?? child(filter, 'objectTypeId');
      return leaf(
        'object',
        `objects.${textOf(type) ?? 'associated'}.count`,
        type === undefined ? kind.at : definition.at(type),
        asked,
      );
    }
    case 'CONSTANT':
      return all([]);
    default:
      throw new NotUnderstood(
        `the filter type \`${kind.text}\` is not understood`,
        child(filter, 'filterType')!,
      );
  }
}

const EVENT_IDS = [
  'eventId',
  'ctaName',
  'workflowId',
  'webinarId',
  'surveyId',
  'campaignId',
  'adId',
  'entityType',
];

function eventById(
  filter: JsonNode,
  type: string,
  asked: Partial<Parameters<typeof leaf>[3]>,
  definition: Definition,
): Condition {
  const id = EVENT_IDS.map((key) => child(filter, key)).find((node) => textOf(node) !== null);
  const name =
    type === 'EVENT' && id !== undefined
      ? textOf(id)!
      : `${type.toLowerCase()}${id === undefined ? '' : `.${textOf(id)}`}`;
  return leaf('event', `events.${name}`, definition.at(id ?? child(filter, 'filterType')!), asked);
}

function subscription(filter: JsonNode, type: string, definition: Definition): Condition {
  const ids = itemsOf(child(filter, 'subscriptionIds'));
  const accepted = [
    ...itemsOf(child(filter, 'acceptedStatuses')),
    ...itemsOf(child(filter, 'acceptedOptStates')),
  ];
  const negated =
    accepted.length > 0 && accepted.every((status) => /OUT|NOT|UNSUB/i.test(textOf(status) ?? ''));
  const asked = { operator: type, negated, values: accepted.flatMap((status) => definition.values(status)) };
  if (ids.length > 0)
    return any(ids.map((id) => leaf('consent', `consent.${textOf(id)}`, definition.at(id), asked)));
  const channel = child(filter, 'channel') ?? child(filter, 'subscriptionType');
  return leaf(
    'consent',
    `consent.${(textOf(channel) ?? 'email').toLowerCase()}`,
    definition.at(channel ?? child(filter, 'filterType')!),
    asked,
  );
}

function operationOf(operation: JsonNode, definition: Definition) {
  const operator =
    textOf(child(operation, 'operator')) ?? textOf(child(operation, 'operationType')) ?? 'IS_KNOWN';
  const keys = [
    'value',
    'values',
    'lowerBound',
    'upperBound',
    'timestamp',
    'lowerBoundTimestamp',
    'upperBoundTimestamp',
    'numberOfDays',
    'listIds',
  ];
  const values = keys.flatMap((key) => definition.values(child(operation, key)));
  const points = ['timePoint', 'lowerBoundTimePoint', 'upperBoundTimePoint']
    .flatMap((key) => definition.values(child(operation, key)))
    .filter((value) => /^-?\d/.test(value));
  return {
    operator,
    negated: /NOT|NEVER|NONE|UNKNOWN/.test(operator),
    values: [...values, ...points],
    window: null,
  };
}
