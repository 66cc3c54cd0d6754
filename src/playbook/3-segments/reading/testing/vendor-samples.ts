import type { VendorFormat } from '../json/read-json.ts';

/** A vendor's definition with what a person says decides membership in it: `role field`. */
export interface VendorSample {
  readonly name: string;
  readonly format: VendorFormat;
  readonly definition: unknown;
  readonly decides: readonly string[];
  /** False where the definition alone does not tell whose it is. */
  readonly detected?: false;
}

const trait = (id: string, path: string, operator: object): object => ({ type: 'Trait', id, path, operator });
const property = (name: string, operation: object): object => ({
  filterType: 'PROPERTY',
  property: name,
  operation,
});
const branch = (
  filterBranchType: string,
  filters: readonly object[],
  filterBranches: readonly object[] = [],
  rest: object = {},
): object => ({ filterBranchType, filters, filterBranches, ...rest });
const conditions = (...groups: ReadonlyArray<readonly object[]>): object => ({
  condition_groups: groups.map((group) => ({ conditions: group })),
});

export const VENDOR_SAMPLES: readonly VendorSample[] = [
  {
    name: 'traits under And and Or, and a node that nothing names',
    format: 'dittofeed',
    definition: {
      entryNode: { type: 'And', id: '1', children: ['2', '3'] },
      nodes: [
        { type: 'Or', id: '2', children: ['4', '5'] },
        trait('3', 'address.city', { type: 'NotEquals', value: 'Wien' }),
        trait('4', 'plan', { type: 'Equals', value: 'free' }),
        trait('5', 'lastSeen', { type: 'Within', windowSeconds: 86400 }),
        trait('9', 'religion', { type: 'Exists' }),
      ],
    },
    decides: ['include traits.plan', 'include traits.lastSeen', 'exclude traits.address.city'],
  },
  {
    name: 'events that happened, that never happened, and the last of them',
    format: 'dittofeed',
    definition: {
      entryNode: { type: 'And', id: '1', children: ['2', '3', '4', '5'] },
      nodes: [
        {
          type: 'Performed',
          id: '2',
          event: 'VISIT',
          times: 3,
          timesOperator: '>=',
          withinSeconds: 86400,
          properties: [{ path: 'page', operator: { type: 'Equals', value: '/debt' } }],
        },
        { type: 'Performed', id: '3', event: 'BUY', times: 0, timesOperator: '=' },
        {
          type: 'LastPerformed',
          id: '4',
          event: 'STATUS',
          whereProperties: [{ path: 'kind', operator: { type: 'Exists' } }],
          hasProperties: [{ path: 'to', operator: { type: 'NotEquals', value: 'x' } }],
        },
        {
          type: 'KeyedPerformed',
          id: '5',
          event: 'APPOINTMENT',
          key: 'appointmentId',
          properties: [{ path: 'operation', operator: { type: 'Equals', value: 'CANCELLED' } }],
        },
      ],
    },
    decides: [
      'include events.VISIT',
      'include events.VISIT.page',
      'exclude events.BUY',
      'include events.STATUS',
      'include events.STATUS.kind',
      'exclude events.STATUS.to',
      'include events.APPOINTMENT',
      'include events.APPOINTMENT.appointmentId',
      'include events.APPOINTMENT.operation',
    ],
  },
  {
    name: 'subscriptions, messages, a random share and everyone',
    format: 'dittofeed',
    definition: {
      entryNode: { type: 'And', id: '1', children: ['2', '3', '4', '5'] },
      nodes: [
        { type: 'SubscriptionGroup', id: '2', subscriptionGroupId: 'news' },
        { type: 'Email', id: '3', templateId: 'welcome', event: 'DFEmailOpened' },
        { type: 'RandomBucket', id: '4', percent: 0.1 },
        { type: 'Everyone', id: '5' },
      ],
    },
    decides: ['include consent.news', 'include messages.welcome.DFEmailOpened'],
  },
  {
    name: 'properties, lists and subscriptions',
    format: 'hubspot',
    definition: {
      filterBranch: branch(
        'OR',
        [],
        [
          branch('AND', [
            property('city', {
              operationType: 'MULTISTRING',
              operator: 'IS_NOT_EQUAL_TO',
              values: ['Wien', 'Graz'],
            }),
            property('hs_predictivecontactscore_v2', {
              operationType: 'NUMBER',
              operator: 'IS_GREATER_THAN_OR_EQUAL_TO',
              value: 12,
            }),
            { filterType: 'IN_LIST', listId: '12', operator: 'IN_LIST' },
            { filterType: 'IN_LIST', listId: '13', operator: 'NOT_IN_LIST' },
            { filterType: 'EMAIL_SUBSCRIPTION', acceptedStatuses: ['OPT_IN'], subscriptionIds: ['77', '78'] },
            { filterType: 'EMAIL_SUBSCRIPTION', acceptedStatuses: ['OPT_OUT'], subscriptionIds: ['79'] },
          ]),
        ],
      ),
    },
    decides: [
      'exclude traits.city',
      'include traits.hs_predictivecontactscore_v2',
      'include segments.12',
      'exclude segments.13',
      'include consent.77',
      'include consent.78',
      'exclude consent.79',
    ],
  },
  {
    name: 'events, associations and negated branches',
    format: 'hubspot',
    definition: {
      filterBranch: branch(
        'OR',
        [],
        [
          branch(
            'AND',
            [],
            [
              branch(
                'UNIFIED_EVENTS',
                [property('hs_asset', { operationType: 'STRING', operator: 'IS_EQUAL_TO', value: 'q' })],
                [],
                { eventTypeId: '4-1', operator: 'HAS_COMPLETED' },
              ),
              branch('UNIFIED_EVENTS', [], [], { eventTypeId: '4-2', operator: 'HAS_NOT_COMPLETED' }),
              branch(
                'ASSOCIATION',
                [property('amount', { operationType: 'NUMBER', operator: 'IS_GREATER_THAN', value: 5 })],
                [],
                { objectTypeId: '0-3', operator: 'IN_LIST', associationTypeId: 4 },
              ),
              branch('NOT_ANY', [
                property('industry', { operationType: 'ENUMERATION', operator: 'IS_ANY_OF', values: ['x'] }),
              ]),
            ],
          ),
        ],
      ),
    },
    decides: [
      'include events.4-1',
      'include events.4-1.hs_asset',
      'exclude events.4-2',
      'include objects.0-3.amount',
      'exclude traits.industry',
    ],
  },
  {
    name: 'forms, pages, mails and privacy',
    format: 'hubspot',
    definition: {
      filterBranch: branch('AND', [
        { filterType: 'FORM_SUBMISSION', formId: 'f-1', operator: 'NOT_FILLED_OUT' },
        { filterType: 'PAGE_VIEW', pageUrl: '/divorce', operator: 'HAS_PAGEVIEW_CONTAINS' },
        { filterType: 'EMAIL_EVENT', emailId: '55', operator: 'OPENED' },
        { filterType: 'PRIVACY', privacyName: 'marketing', operator: 'PRIVACY_CONSENT_COMPLETED' },
        {
          filterType: 'INTEGRATION_EVENT',
          eventTypeId: 9,
          filterLines: [
            { property: 'plan', operation: { operationType: 'STRING', operator: 'IS_EQUAL_TO', value: 'x' } },
          ],
        },
      ]),
    },
    decides: [
      'exclude events.form_submission',
      'include events.page_view',
      'include events.page_view.url',
      'include messages.55.OPENED',
      'include consent.marketing',
      'include events.9',
      'include events.9.plan',
    ],
  },
  {
    name: 'properties, metrics and groups',
    format: 'klaviyo',
    definition: {
      data: {
        type: 'segment',
        attributes: {
          name: 'x',
          definition: conditions(
            [
              {
                type: 'profile-property',
                property: "properties['favorite_color']",
                filter: { type: 'string', operator: 'not-equals', value: 'blue' },
              },
              {
                type: 'profile-property',
                property: "location['city']",
                filter: { type: 'string', operator: 'equals', value: 'Boston' },
              },
              {
                type: 'profile-property',
                property: 'email',
                filter: { type: 'existence', operator: 'is-set' },
              },
            ],
            [
              {
                type: 'profile-metric',
                metric_id: 'M1',
                measurement: 'count',
                measurement_filter: { type: 'numeric', operator: 'greater-than', value: 2 },
                timeframe_filter: { type: 'date', operator: 'in-the-last', unit: 'day', quantity: 30 },
                metric_filters: [
                  { property: 'brand', filter: { type: 'string', operator: 'contains', value: 'x' } },
                ],
              },
              {
                type: 'profile-metric',
                metric_id: 'M2',
                measurement: 'count',
                measurement_filter: { type: 'numeric', operator: 'equals', value: 0 },
                timeframe_filter: { type: 'date', operator: 'alltime' },
              },
              { type: 'profile-group-membership', is_member: true, group_ids: ['L1', 'L2'] },
              { type: 'profile-group-membership', is_member: false, group_ids: ['L3'] },
            ],
          ),
        },
      },
    },
    decides: [
      'exclude traits.favorite_color',
      'include traits.location.city',
      'include traits.email',
      'include events.M1',
      'include events.M1.brand',
      'exclude events.M2',
      'include segments.L1',
      'include segments.L2',
      'exclude segments.L3',
    ],
  },
  {
    name: 'consent, predictions, places and a random share',
    format: 'klaviyo',
    definition: conditions([
      {
        type: 'profile-marketing-consent',
        consent: {
          channel: 'email',
          can_receive_marketing: true,
          consent_status: { subscription: 'subscribed' },
        },
      },
      {
        type: 'profile-marketing-consent',
        consent: {
          channel: 'sms',
          can_receive_marketing: false,
          consent_status: { subscription: 'unsubscribed' },
        },
      },
      {
        type: 'profile-predictive-analytics',
        dimension: 'churn_probability',
        filter: { type: 'numeric', operator: 'greater-than', value: 0.5 },
      },
      {
        type: 'profile-postal-code-distance',
        country_code: 'US',
        postal_code: '02108',
        unit: 'miles',
        filter: { type: 'numeric', operator: 'less-than', value: 10 },
      },
      { type: 'profile-region', in_region: false, region_id: 'european_union' },
      { type: 'profile-random-sample', percentage: 10 },
    ]),
    decides: [
      'include consent.email',
      'exclude consent.sms',
      'include predictions.churn_probability',
      'include geo.postal-code-distance',
      'exclude geo.region',
    ],
  },
  {
    name: 'a connected audience',
    format: 'braze',
    definition: {
      AND: [
        { custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'not_equal', value: 'blue' } },
        {
          custom_attribute: {
            custom_attribute_name: 'last_purchase',
            comparison: 'less_than_x_days_ago',
            value: 2,
          },
        },
        {
          OR: [
            {
              custom_attribute: {
                custom_attribute_name: 'foods',
                comparison: 'does_not_include_value',
                value: 'pizza',
              },
            },
            { email_subscription_status: { comparison: 'is', value: 'opted_in' } },
          ],
        },
        { push_subscription_status: { comparison: 'is_not', value: 'subscribed' } },
        { last_used_app: { comparison: 'after', value: '2026-01-01T00:00:00' } },
      ],
    },
    decides: [
      'exclude traits.eye_color',
      'include traits.last_purchase',
      'exclude traits.foods',
      'include consent.email',
      'exclude consent.push',
      'include traits.last_used_app',
    ],
  },
  {
    name: 'one filter alone',
    format: 'braze',
    definition: { custom_attribute: { custom_attribute_name: 'vip', comparison: 'exists' } },
    decides: ['include traits.vip'],
  },
  {
    name: 'segments and attributes',
    format: 'customerio',
    definition: {
      filter: {
        and: [
          { segment: { id: 4 } },
          { not: { attribute: { field: 'plan', operator: 'eq', value: 'free' } } },
          {
            or: [{ attribute: { field: 'age', operator: 'gt', value: 65 } }, { not: { segment: { id: 7 } } }],
          },
        ],
      },
    },
    decides: ['include segments.4', 'exclude traits.plan', 'include traits.age', 'exclude segments.7'],
  },
  {
    name: 'events, objects and subscriptions',
    format: 'customerio',
    definition: {
      and: [
        {
          event: {
            name: 'purchase',
            within_days: 30,
            properties: [{ field: 'sku', operator: 'eq', value: 'K2' }],
          },
        },
        { object: { type: 'company', field: 'size', operator: 'gt', value: 10 } },
        { subscription: { id: 'news' } },
      ],
    },
    decides: [
      'include events.purchase',
      'include events.purchase.sku',
      'include objects.company.size',
      'include consent.news',
    ],
  },
  {
    name: 'operators of each kind',
    format: 'growthbook',
    definition: {
      country: { $in: ['US', 'CA'] },
      'company.id': { $ne: 3 },
      age: { $gte: 18, $lt: 65 },
      email: { $not: { $regex: '@test' } },
      tags: { $elemMatch: { $eq: 'x' } },
      pets: { $elemMatch: { kind: 'dog' } },
      optedOut: { $exists: false },
    },
    decides: [
      'include traits.country',
      'exclude traits.company.id',
      'include traits.age',
      'exclude traits.email',
      'include traits.tags',
      'include traits.pets.kind',
      'exclude traits.optedOut',
    ],
  },
  {
    name: 'logic and saved groups',
    format: 'growthbook',
    definition: {
      $or: [{ plan: 'pro' }, { $nor: [{ churned: true }] }],
      id: { $notInGroup: 'grp_1' },
      $and: [{ beta: true }],
    },
    decides: [
      'include traits.plan',
      'exclude traits.churned',
      'exclude traits.id',
      'exclude segments.grp_1',
      'include traits.beta',
    ],
  },
  {
    name: 'equality alone, which bears no marks',
    format: 'growthbook',
    definition: { country: 'US', vip: true },
    decides: ['include traits.country', 'include traits.vip'],
    detected: false,
  },
];
