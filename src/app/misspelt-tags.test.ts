import { describe, expect, it } from 'vitest';
import { dataMapFact, dataMapField, somewhere } from '../check/testing/builders.ts';
import { misspeltTags } from './misspelt-tags.ts';

const dataMap = dataMapFact(
  ['crm.customers.first_name', 'shop.orders.product_name', 'shop.orders.line_1', 'crm.customers.city'].map(
    (name) => dataMapField(name),
  ),
);
const judge = (name: string) =>
  misspeltTags(dataMap, {
    used: [{ name, entry: null, where: 'message', decides: false, at: somewhere() }],
  }).map(({ problem }) => `${problem.code}: ${problem.hint}`);

describe('misspelt merge tags', () => {
  it.each([['frist_name'], ['customer.first_nam'], ['FIRST_NAMME'], ['first-name'], ['fist_name']])(
    '%s',
    (name) => expect(judge(name)).toEqual(['card.unknown-field: write `first_name`']),
  );

  it.each([
    ['a field of the data map', 'first_name'],
    ['the same field of something else', 'friend.first_name'],
    ['a list', 'product_names'],
    ['another number', 'line_2'],
    ['a short word', 'cite'],
    ['what belongs to the mail system', 'unsubscribe_url'],
    ['a word that is only alike', 'last_name'],
  ])('near miss: %s', (_, name) => expect(judge(name)).toEqual([]));
});
