import { describe, expect, it } from 'vitest';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import { adviceOf, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (name: string, entry: Partial<DataMapField> | null, where: UsedField['where'] = 'declared') =>
  run(check, {
    usedFields: {
      used: [
        {
          name,
          entry: entry === null ? null : dataMapField(name, { origin: 'third-party', ...entry }),
          where,
          decides: false,
          at: somewhere(),
        },
      ],
    },
  });

describe('src-append-contact', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a bought number', judge('broker.people.mobile', {}), ['appended']],
    [
      'a bought address by its category',
      judge('broker.people.x', { category: 'user.contact.email' }),
      ['appended'],
    ],
    ['a guessed mail address', judge('broker.people.email', { origin: 'inferred' }), ['appended']],
    ['one found in public', judge('web.people.phone', { origin: 'public' }), ['appended']],
    [
      'one that a supplier brings and nobody knows',
      judge('broker.people.phone', null, 'supplier'),
      ['appended'],
    ],
    ['near miss: given by the person', judge('crm.customers.email', { origin: 'provided' }), []],
    ['near miss: bought, and the person agreed', judge('broker.people.mobile', { consent: 'C-7' }), []],
    ['near miss: a bought city', judge('broker.people.city', { category: 'user.contact.address.city' }), []],
    ['near miss: a bought flag about mails', judge('broker.people.email_opens', {}), []],
    ['near miss: a bought group', judge('broker.people.mosaic_group', { category: 'user.demographic' }), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('asks a person, and says where it comes from', () => {
    expect(judge('broker.people.mobile', { supplier: 'Broker (fictional)' }).found[0]).toMatchObject({
      gravity: 'review',
      what: 'The contact detail `broker.people.mobile` comes from Broker (fictional), and the person did not give it.',
    });
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));
});
