import { describe, expect, it } from 'vitest';
import type { FieldUse } from '../../../../check/facts/audience.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapField,
  fieldUse,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (
  explanation: string | undefined,
  fields: readonly FieldUse[],
  entries: readonly DataMapField[] = [],
) =>
  run(check, {
    card: cardFact({ explanation }),
    audience: audienceFact(audiencePart(fields)),
    usedFields: {
      used: entries.map((entry) => ({
        name: entry.name,
        entry,
        where: 'audience',
        decides: true,
        at: somewhere(),
      })),
    },
  });
const orders = fieldUse('shop.orders.last_order_at');
const risk = fieldUse('crm.customers.churn_risk');

describe('ctl-why', () => {
  it.each<[string, string | undefined, FieldUse[], DataMapField[], string[]]>([
    ['no explanation', undefined, [orders], [], ['no-explanation']],
    ['the true reason', 'You bought boots from us in the last six months.', [orders], [], []],
    ['another reason', 'You subscribed to our newsletter.', [orders], [], ['tells-another-reason']],
    ['one true and one more', 'You bought boots and live in Hamburg.', [orders], [], []],
    [
      'an inferred field left out',
      'You bought boots.',
      [orders, risk],
      [dataMapField('crm.customers.churn_risk', { origin: 'inferred' })],
      ['leaves-out'],
    ],
    [
      'an inferred field told',
      'You bought boots, and we estimate that you may leave.',
      [orders, risk],
      [dataMapField('crm.customers.churn_risk', { origin: 'inferred' })],
      [],
    ],
    [
      'a sensitive field left out',
      'You bought boots.',
      [orders, fieldUse('crm.people.diagnosis', { sensitive: ['health'] })],
      [],
      ['leaves-out'],
    ],
    [
      'near miss: it is only shown',
      'You bought boots.',
      [orders, fieldUse('crm.people.diagnosis', { role: 'output', sensitive: ['health'] })],
      [],
      [],
    ],
    ['no segment to compare with', 'You bought boots.', [], [], []],
  ])('%s', (_, explanation, fields, entries, expected) =>
    expect(adviceOf(judge(explanation, fields, entries))).toEqual(expected),
  );

  it('cannot tell where the segment could not be read', () => {
    const ran = run(check, {
      card: cardFact({ explanation: 'You bought boots.' }),
      audience: audienceFact({ ...audiencePart([]), reading: audienceReading([], { assessed: false }) }),
      usedFields: { used: [] },
    });
    expect(ran.notAssessed[0]?.required).toBe(true);
  });
});
