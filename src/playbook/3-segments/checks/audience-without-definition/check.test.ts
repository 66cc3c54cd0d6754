import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapFact,
  dataMapField,
  fieldUse,
  run,
} from '../../../../check/testing/builders.ts';
import { problem } from '../../../../kernel/problem.ts';
import check from './check.ts';

const unread = audienceFact(
  audiencePart([], {
    reading: audienceReading([], {
      assessed: false,
      problem: problem('segment.invalid', 'it cannot be parsed', 'Mend it'),
    }),
  }),
);

const flag = fieldUse('crm.people.segment_id');
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, { card: cardFact(card), audience: segment(flag), ...facts });
const known = (rest: Parameters<typeof dataMapField>[1]) => ({
  dataMap: dataMapFact([dataMapField('crm.people.segment_id', rest)]),
});

describe('audience-without-definition', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['a flag that nothing explains', {}, {}, ['flag']],
    ['inferred from nobody knows what', {}, known({ origin: 'inferred' }), ['flag']],
    ['derived from known fields', {}, known({ origin: 'inferred', derivedFrom: ['shop.orders.sku'] }), []],
    ['defined by a query', { audience: { defined_by: 'models/segment.sql' } }, {}, []],
    [
      'a score of the card',
      { scores: [{ name: 'propensity' }] },
      { audience: segment(fieldUse('crm.scores.propensity')) },
      [],
    ],
    ['a vendor segment', {}, { audience: segment(fieldUse('broker.mosaic_group')) }, ['vendor']],
    ['a segment of another system', {}, { audience: segment(fieldUse('segments.vip')) }, ['vendor']],
    ['a lookalike', { audience: { expansion: 'on' } }, { audience: audienceFact() }, ['expanded']],
    ['maybe a lookalike', { audience: { expansion: 'unknown' } }, { audience: audienceFact() }, ['expanded']],
    ['a list', { audience: { segment: 'vip.csv' } }, { audience: audienceFact() }, ['list']],
    [
      'a list with an origin',
      { audience: { segment: 'vip.csv', origin: 'trade fair 2026' } },
      { audience: audienceFact() },
      [],
    ],
    ['a plain field', {}, { audience: segment(fieldUse('shop.orders.last_order_at')) }, []],
    ['consent', {}, { audience: segment(fieldUse('crm.people.newsletter_opt_in')) }, []],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('names an unknown table beside known fields, and does not require it', () => {
    const fields = [fieldUse('shop.orders.sku')];
    const reading = audienceReading(fields, { unresolved: ['crm.vip'] });
    expect(
      judge({}, { audience: audienceFact(audiencePart(fields, { reading })) }).notAssessed,
    ).toMatchObject([{ required: false, missing: ['/audience/segment: `crm.vip` is not at hand'] }]);
  });

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({}, { audience: unread }).status).toBe('not-assessed');
  });
});
