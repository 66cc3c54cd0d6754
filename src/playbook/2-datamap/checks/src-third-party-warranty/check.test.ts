import { describe, expect, it } from 'vitest';
import type { Supplier, UseCard } from '../../../../check/facts/card.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import {
  adviceOf,
  cardFact,
  dataMapField,
  run,
  settingsFact,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const whole: Supplier = {
  name: 'Broker (fictional)',
  fields: ['broker.people.group'],
  contract: 'C-9',
  consent_evidence: 'E-4',
  purposes: ['marketing'],
};
const judge = (
  suppliers: Supplier[] | undefined,
  card: Partial<UseCard> = {},
  entry: Partial<DataMapField> = {},
) => {
  const field = dataMapField('broker.people.group', { origin: 'third-party', ...entry });
  return run(check, {
    card: cardFact({
      purpose: 'marketing.communications.email',
      ...(suppliers === undefined ? {} : { suppliers }),
      ...card,
    }),
    settings: settingsFact({ purposes: [{ key: 'club', under: 'marketing' }] }),
    usedFields: {
      used: [{ name: field.name, entry: field, where: 'audience', decides: true, at: somewhere() }],
    },
  });
};

describe('src-third-party-warranty', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['everything shown', judge([whole]), []],
    ['no supplier', judge(undefined), ['no-supplier']],
    ['another supplier', judge([{ ...whole, name: 'Other', fields: [] }]), ['no-supplier']],
    [
      'the data map names the supplier',
      judge([{ ...whole, fields: [] }], {}, { supplier: 'Broker (fictional)' }),
      [],
    ],
    ['no evidence', judge([{ ...whole, consent_evidence: undefined! }]), ['nothing-shown']],
    [
      'neither contract nor purposes',
      judge([{ ...whole, contract: undefined!, purposes: undefined! }]),
      ['nothing-shown'],
    ],
    ['other purposes', judge([{ ...whole, purposes: ['essential.fraud_detection'] }]), ['other-purpose']],
    [
      'a narrower purpose than ours',
      judge([{ ...whole, purposes: ['marketing.communications.email'] }], {
        purpose: 'marketing.communications',
      }),
      ['other-purpose'],
    ],
    ['no purpose at all', judge([{ ...whole, purposes: [] }]), ['other-purpose']],
    ['a purpose of the organisation', judge([whole], { purpose: 'club' }), []],
    ['near miss: given by the person', judge(undefined, {}, { origin: 'provided' }), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('names what is lacking', () => {
    const [found] = judge([{ name: 'Broker (fictional)', fields: ['broker.people.group'] }]).found;
    expect(found?.what).toBe(
      'The card does not say `contract`, `consent_evidence`, `purposes` of Broker (fictional).',
    );
    expect(found?.gravity).toBe('review');
  });

  it('cannot tell without the fields', () => expect(run(check, {}).status).toBe('not-assessed'));
});
