import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Supplier } from '../../../../check/facts/card.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { adviceOf, cardFact, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (suppliers: Supplier[], entry: Partial<DataMapField> = {}) => {
  const field = dataMapField('broker.people.mosaic_group', { origin: 'third-party', ...entry });
  return run(check, {
    card: cardFact({ suppliers }),
    usedFields: {
      used: [{ name: field.name, entry: field, where: 'audience', decides: true, at: somewhere() }],
    },
  });
};
const broker = (rest: Partial<Supplier>): Supplier[] => [
  { name: 'Broker (fictional)', fields: ['broker.people.mosaic_group'], ...rest },
];

// Tests judge at 2026-11-20T09:00:00Z.
describe('src-third-party-notice', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['told in time', judge(broker({ acquired_at: '2026-09-10', notice_sent_at: '2026-10-02' })), []],
    ['told on the last day', judge(broker({ acquired_at: '2026-09-02', notice_sent_at: '2026-10-02' })), []],
    [
      'told a day late',
      judge(broker({ acquired_at: '2026-09-01', notice_sent_at: '2026-10-02' })),
      ['told-too-late'],
    ],
    ['not told', judge(broker({ acquired_at: '2026-09-10' })), ['not-told']],
    ['no supplier on the card', judge([]), ['not-told']],
    [
      'told tomorrow',
      judge(broker({ acquired_at: '2026-11-10', notice_sent_at: '2026-11-21' })),
      ['not-yet-told'],
    ],
    ['nobody knows when it came', judge(broker({ notice_sent_at: '2026-10-02' })), ['came-when']],
    [
      'the data map knows when it came',
      judge(broker({ notice_sent_at: '2026-10-02' }), { acquiredAt: '2026-09-20' }),
      [],
    ],
    [
      'the data map names the supplier',
      judge(broker({ fields: [], acquired_at: '2026-09-10', notice_sent_at: '2026-10-02' }), {
        supplier: 'broker (fictional)',
      }),
      [],
    ],
    [
      'listed by a short name',
      judge(broker({ fields: ['mosaic_group'], acquired_at: '2026-09-10', notice_sent_at: '2026-10-02' })),
      [],
    ],
    ['near miss: given by the person', judge([], { origin: 'provided' }), []],
    ['near miss: inferred by us', judge([], { origin: 'inferred' }), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('blocks, but for a date that is missing', () => {
    expect(judge([]).found[0]).toMatchObject({ gravity: 'block', quote: 'broker.people.mosaic_group' });
    expect(judge(broker({ notice_sent_at: '2026-10-02' })).found[0]?.gravity).toBe('review');
  });

  it('speaks once of what one supplier brought', () => {
    const entries = ['a', 'b'].map((name) =>
      dataMapField(`broker.people.${name}`, { origin: 'third-party' }),
    );
    const used = entries.map((entry) => ({
      name: entry.name,
      entry,
      where: 'audience' as const,
      decides: true,
      at: somewhere(),
    }));
    const ran = run(check, {
      card: cardFact({ suppliers: broker({ fields: ['broker.people.a'] }) }),
      usedFields: { used },
    });
    expect(ran.found.map(({ what }) => what)).toEqual([
      'People were not told that Broker (fictional) supplied `broker.people.a`, `broker.people.b` about them.',
    ]);
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));

  it('never minds an earlier notice', () => {
    const day = (number: number) => new Date(Date.UTC(2026, 8, number)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), (a, b) => {
        const late = (sent: number) =>
          judge(broker({ acquired_at: day(1), notice_sent_at: day(sent) })).found.length;
        expect(late(Math.min(a, b))).toBeLessThanOrEqual(late(Math.max(a, b)));
      }),
    );
  });
});
