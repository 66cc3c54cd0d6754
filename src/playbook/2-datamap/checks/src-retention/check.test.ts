import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { adviceOf, dataMapFact, dataMapField, run, somewhere } from '../../../../check/testing/builders.ts';
import check from './check.ts';
import { daysIn } from './duration.ts';

const orders = (retention: string | null) => dataMapField('shop.orders.last_order_at', { retention });
const judge = (fields: DataMapField[], others: DataMapField[] = []) =>
  run(check, {
    dataMap: dataMapFact([...fields, ...others]),
    usedFields: {
      used: fields.map((entry) => ({
        name: entry.name,
        entry,
        where: 'audience' as const,
        decides: true,
        at: somewhere(),
      })),
    },
  });
const churn = (retention: string | null) =>
  dataMapField('crm.customers.churn_risk', {
    retention,
    origin: 'inferred',
    derivedFrom: ['shop.orders.last_order_at'],
  });

describe('src-retention', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a limit', judge([orders('P3Y')]), []],
    ['no limit', judge([orders(null)]), ['no-limit']],
    ['two fields of one source', judge([dataMapField('crm.a.x'), dataMapField('crm.a.y')]), ['no-limit']],
    ['two sources', judge([dataMapField('crm.a.x'), dataMapField('web.a.y')]), ['no-limit', 'no-limit']],
    ['an inference that outlives its source', judge([churn('P3Y')], [orders('P1Y')]), ['outlives-source']],
    ['near miss: as long as its source', judge([churn('P12M')], [orders('P1Y')]), []],
    ['near miss: shorter than its source', judge([churn('P90D')], [orders('P1Y')]), []],
    ['near miss: a source without limit', judge([churn('P3Y')], [orders(null)]), []],
    ['an inference without limit', judge([churn(null)], [orders('P1Y')]), ['no-limit']],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('names the limit', () => {
    expect(judge([churn('P3Y')], [orders('P1Y')]).found[0]).toMatchObject({
      gravity: 'review',
      instead: 'Keep it for P1Y at most.',
    });
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));

  it('reads durations, and longer ones as longer', () => {
    expect(['P1Y', 'P12M', 'P2W', 'P10D', 'PT5H', 'three years', ''].map(daysIn)).toEqual([
      365.25,
      365.25,
      14,
      10,
      0,
      null,
      null,
    ]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (years, days) => {
        expect(daysIn(`P${years}Y${days}D`)).toBe(daysIn(`P${years}Y`)! + daysIn(`P${days}D`)!);
      }),
    );
  });
});
