import { describe, expect, it } from 'vitest';
import {
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapFact,
  dataMapField,
  fieldUse,
  message,
  somewhere,
} from '../../../check/testing/builders.ts';
import { fieldResolver } from './resolve-field.ts';
import { usedFields } from './used-fields.ts';

const dataMap = dataMapFact(
  [
    'crm.customers.email',
    'crm.customers.first_name',
    'crm.customers.traits',
    'crm.customers.traits.religion',
    'shop.orders.id',
    'shop.orders.total',
    'shop.refunds.id',
    'shop.refunds.total',
  ].map((name) => dataMapField(name)),
);

describe('a name as a column', () => {
  it.each([
    ['crm.customers.email', null, 'crm.customers.email'],
    ['CRM.Customers.EMAIL', null, 'crm.customers.email'],
    ['warehouse.crm.customers.email', null, 'crm.customers.email'],
    ['"crm"."customers"."email"', null, 'crm.customers.email'],
    ['customers.email', null, 'crm.customers.email'],
    ['email', null, 'crm.customers.email'],
    ['total', null, null],
    ['orders.total', null, 'shop.orders.total'],
    ['crm.customers.traits', '$.religion', 'crm.customers.traits.religion'],
    ['crm.customers.traits', '$.shoe_size', 'crm.customers.traits'],
    ['crm.customers.emails', null, null],
    ['other.customers.email', null, null],
    ['', null, null],
  ])('%s %s is %s', (name, jsonPath, expected) => {
    expect(fieldResolver(dataMap).column(name, jsonPath)?.name ?? null).toBe(expected);
  });
});

describe('a name from elsewhere', () => {
  it.each([
    ['customer.first_name', 'crm.customers.first_name'],
    ['first_name', 'crm.customers.first_name'],
    ['traits.religion', 'crm.customers.traits.religion'],
    ['order.total', 'shop.orders.total'],
    ['total', null],
    ['basket.total', null],
    ['unsubscribe_url', null],
  ])('%s is %s', (path, expected) => {
    expect(fieldResolver(dataMap).foreign(path)?.name ?? null).toBe(expected);
  });
});

describe('the fields of a use', () => {
  const short = (fact: ReturnType<typeof usedFields>) =>
    fact.used.map(({ name, where, decides, entry }) => [name, where, decides, entry !== null]);

  it('come from the card, the audience, the messages and the scores', () => {
    const tag = (path: string | null) => ({
      source: `{{ ${path} }}`,
      path,
      at: somewhere('uses/test/message.txt'),
    });
    const fact = usedFields(
      cardFact({
        fields: ['crm.customers.email'],
        suppliers: [{ name: 'Broker', fields: ['broker.group'] }],
      }),
      audienceFact(
        audiencePart([
          fieldUse('crm.customers.traits', { jsonPath: '$.religion' }),
          fieldUse('email', { role: 'output', at: somewhere('uses/test/other.sql') }),
        ]),
      ),
      { messages: [message([], { mergeTags: [tag('customer.first_name'), tag('shop_url'), tag(null)] })] },
      {
        models: [
          {
            score: { name: 'propensity' },
            pointer: '/scores/0',
            type: 'linear',
            features: [
              {
                name: 'orders.total',
                field: null,
                sensitive: [],
                proxyFor: [],
                at: somewhere('uses/test/model.json'),
              },
            ],
          },
        ],
      },
      dataMap,
    );
    expect(short(fact)).toEqual([
      ['crm.customers.email', 'declared', false, true],
      ['broker.group', 'supplier', false, false],
      ['crm.customers.traits.religion', 'audience', true, true],
      ['crm.customers.email', 'audience', false, true],
      ['crm.customers.first_name', 'message', false, true],
      ['shop_url', 'message', false, false],
      ['shop.orders.total', 'score', true, true],
    ]);
  });

  it('of a vendor format are traits, not consents or other segments', () => {
    const reading = audienceReading(
      [fieldUse('traits.religion'), fieldUse('consent.email'), fieldUse('segments.email')],
      {
        format: 'klaviyo',
        dialect: null,
      },
    );
    const fact = usedFields(cardFact(), audienceFact(audiencePart([], { reading })), null, null, dataMap);
    expect(short(fact)).toEqual([
      ['crm.customers.traits.religion', 'audience', true, true],
      ['consent.email', 'audience', true, false],
      ['segments.email', 'audience', true, false],
    ]);
  });
});
