import { describe, expect, it } from 'vitest';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import { adviceOf, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const used = (
  name: string,
  entry: Partial<DataMapField> | null,
  where: UsedField['where'] = 'audience',
): UsedField => ({
  name,
  entry: entry === null ? null : dataMapField(name, { notice: 'privacy-2026-03', ...entry }),
  where,
  decides: where === 'audience',
  at: somewhere(),
});
const judge = (...fields: UsedField[]) => run(check, { usedFields: { used: fields } });

describe('src-origin', () => {
  it.each<[string, UsedField[], string[]]>([
    ['origin and notice', [used('crm.customers.email', {})], []],
    ['no origin', [used('crm.customers.email', { origin: null })], ['no-origin']],
    ['no notice', [used('crm.customers.email', { notice: null })], ['no-notice']],
    ['neither', [used('crm.customers.email', { origin: null, notice: null })], ['no-notice', 'no-origin']],
    [
      'two fields of one source',
      [used('crm.a.x', { notice: null }), used('crm.a.y', { notice: null })],
      ['no-notice'],
    ],
    [
      'fields of two sources',
      [used('crm.a.x', { notice: null }), used('web.a.y', { notice: null })],
      ['no-notice', 'no-notice'],
    ],
    [
      'one field used twice',
      [used('crm.a.x', { notice: null }), used('crm.a.x', { notice: null }, 'message')],
      ['no-notice'],
    ],
    ['a column that the map does not know', [used('crm.customers.mood', null)], ['not-in-the-map']],
    ['a merge tag of a person', [used('customer.mood', null, 'message')], ['not-in-the-map']],
    ['near miss: a merge tag of the shop', [used('shop.url', null, 'message')], []],
    ['near miss: a key', [used('crm.customers.customer_id', null)], []],
    ['near miss: a consent in a vendor format', [used('consent.email', null)], []],
    ['near miss: a name on the card, which is a problem', [used('crm.customers.mood', null, 'declared')], []],
    ['nothing used', [], []],
  ])('%s', (_, fields, expected) => expect(adviceOf(judge(...fields))).toEqual(expected));

  it('lists what it speaks of', () => {
    const many = 'abcdefg'.split('').map((name) => used(`crm.a.${name}`, { notice: null }));
    expect(judge(...many).found[0]?.what).toContain(
      '`crm.a.a`, `crm.a.b`, `crm.a.c`, `crm.a.d`, `crm.a.e` and 2 more',
    );
    expect(judge(...many).found[0]?.quote).toBe('crm.a.a');
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));
});
