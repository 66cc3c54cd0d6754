import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { adviceOf, cardFact, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (channels: UseCard['channels'], ...entries: DataMapField[]) =>
  run(check, {
    card: cardFact(channels === undefined ? {} : { channels }),
    usedFields: {
      used: entries.map((entry) => ({
        name: entry.name,
        entry,
        where: 'audience' as const,
        decides: entry.name.endsWith('decides'),
        at: somewhere(),
      })),
    },
  });
const total = (...systems: string[]) => dataMapField('shop.orders.total', { systems });

describe('src-activators', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a listed system', judge(['email'], total('mailer')), []],
    ['no system', judge(['email'], total()), ['nobody-listed']],
    [
      'two fields of one source',
      judge(['email'], total(), dataMapField('shop.orders.sku')),
      ['nobody-listed'],
    ],
    ['an upload to a platform that is not listed', judge(['ad'], total('mailer')), ['not-for-ads']],
    ['an upload to a listed platform', judge(['ad'], total('mailer', 'Meta Custom Audiences')), []],
    ['an upload of an unlisted field', judge(['ad'], total()), ['nobody-listed']],
    ['near miss: a word inside a word', judge(['ad'], total('metadata store')), ['not-for-ads']],
    [
      'an upload of a hashed address',
      judge(['ad'], dataMapField('crm.customers.email_sha256', { systems: ['mailer'] })),
      ['not-for-ads'],
    ],
    [
      'near miss: a field that only decides who is uploaded',
      judge(['ad'], dataMapField('crm.customers.decides', { systems: ['mailer'] })),
      [],
    ],
    [
      'near miss: a key that no system is listed for',
      judge(['email'], dataMapField('shop.orders.customer_id')),
      [],
    ],
    ['near miss: no advertisement', judge(undefined, total('mailer')), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('asks about uploads, and advises on what is not listed', () => {
    expect(judge(['ad'], total('mailer')).found[0]).toMatchObject({
      gravity: 'review',
      quote: 'shop.orders.total',
    });
    expect(judge(['email'], total()).found[0]?.gravity).toBe('advise');
  });

  it('cannot tell without the fields, and does not hold the verdict for it', () => {
    expect(run(check, {}).notAssessed).toEqual([
      { check: 'src-activators', missing: ['usedFields'], required: false },
    ]);
  });
});
