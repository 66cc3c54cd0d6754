import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardFact, UseCard } from '../../../../check/facts/card.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapField,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const line = (number: number) => ({ ...somewhere(), line: number });
/** Places as a real card has them: each field on a line of its own. */
const placed = (card: Partial<UseCard>): CardFact => ({
  ...cardFact(card),
  at: (pointer) => line(Number(/^\/fields\/(\d+)/.exec(pointer)?.[1] ?? 98) + 2),
});
const field = (
  name: string,
  where: UsedField['where'],
  index = 0,
  entry: Partial<DataMapField> = {},
): UsedField => ({
  name,
  entry: dataMapField(name, entry),
  where,
  decides: where === 'audience',
  at: where === 'declared' ? line(index + 2) : somewhere('uses/test/segment.sql'),
});
const judge = (
  card: Partial<UseCard>,
  used: UsedField[],
  rest: { assessed?: boolean; features?: null } = {},
) =>
  run(check, {
    card: placed(card),
    audience: audienceFact(
      audiencePart([], { reading: audienceReading([], { assessed: rest.assessed ?? true }) }),
    ),
    models: {
      models:
        rest.features === null
          ? [{ score: { name: 's' }, pointer: '/scores/0', type: null, features: null }]
          : [],
    },
    usedFields: { used },
  });
const total = 'shop.orders.total';
const declares = (...names: string[]) => ({ fields: names });

describe('src-min-fields', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['declared and used', judge(declares(total), [field(total, 'declared'), field(total, 'audience')]), []],
    [
      'declared by a short name',
      judge(declares('total'), [field(total, 'declared'), field(total, 'audience')]),
      [],
    ],
    ['used and not declared', judge(declares(), [field(total, 'audience')]), ['undeclared']],
    [
      'shown and not declared',
      judge(declares(), [field('crm.customers.first_name', 'message')]),
      ['undeclared'],
    ],
    [
      'used twice and not declared',
      judge(declares(), [field(total, 'audience'), field(total, 'message')]),
      ['undeclared'],
    ],
    ['declared and not used', judge(declares(total), [field(total, 'declared')]), ['unused']],
    [
      'near miss: an address to send to',
      judge(declares('crm.customers.email'), [
        field('crm.customers.email', 'declared', 0, { category: 'user.contact.email' }),
      ]),
      [],
    ],
    ['near miss: a key', judge(declares(), [field('crm.customers.customer_id', 'audience')]), []],
    [
      'near miss: a declared key',
      judge(declares('crm.customers.customer_id'), [field('crm.customers.customer_id', 'declared')]),
      [],
    ],
    [
      'near miss: a name that nobody knows',
      judge(declares(), [{ ...field('shop_url', 'message'), entry: null }]),
      [],
    ],
    [
      'near miss: an enrichment works on what it declares',
      judge({ kind: 'enrichment', fields: [total] }, [field(total, 'declared')]),
      [],
    ],
    [
      'the second of two',
      judge(declares(total, 'crm.customers.city'), [
        field(total, 'declared'),
        field('crm.customers.city', 'declared', 1),
        field(total, 'audience'),
      ]),
      ['unused'],
    ],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('cannot tell where nothing is declared, or something could not be read', () => {
    expect(judge({}, []).notAssessed[0]?.required).toBe(false);
    expect(judge({ kind: 'score' }, []).notAssessed[0]?.required).toBe(true);
    expect(judge(declares(total), [field(total, 'declared')], { assessed: false })).toMatchObject({
      found: [],
      status: 'not-assessed',
    });
    expect(judge(declares(total), [field(total, 'declared')], { features: null })).toMatchObject({
      found: [],
      status: 'not-assessed',
    });
  });

  it('is silent exactly where the declared fields are the used ones', () => {
    const names = ['a.b.c', 'a.b.d', 'a.b.e'];
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (declared, touched) => {
        const used = [
          ...declared.map((name, index) => field(name, 'declared', index)),
          ...touched.map((name) => field(name, 'audience')),
        ];
        const differs = [
          ...declared.filter((name) => !touched.includes(name)),
          ...touched.filter((name) => !declared.includes(name)),
        ];
        expect(judge({ fields: declared }, used).found).toHaveLength(differs.length);
      }),
    );
  });
});
