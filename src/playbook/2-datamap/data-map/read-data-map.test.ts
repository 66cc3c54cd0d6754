import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { readDataMap } from './read-data-map.ts';

const crm = `source: crm
system: HubSpot
origin: provided
notice: privacy-2026-03
datasets:
  - dataset: crm.customers
    subjects: customer
    collected_for: [essential.service]
    fields:
      - { field: email, category: user.contact.email, basis: contract, retention: P3Y, systems: [mailer] }
      - { field: faith, category: user.demographic.religious_belief, consent: C-7 }
      - { field: mood, sensitive: [emotion], collected_for: [essential.service.operations.support] }
      - { field: churn_risk, origin: inferred, derived_from: [shop.orders.last_order_at, group_7] }
      - { field: group_7, origin: inferred, derived_from: [faith] }
`;
const shop = `source: shop
origin: observed
datasets:
  - dataset: shop.orders
    fields: [{ field: last_order_at, category: user.behavior.purchase_history }]
`;
const read = (...texts: string[]) =>
  readDataMap(texts.map((text, index) => new SourceText(`datamap/${index}.yaml`, text)));

describe('the data map', () => {
  it('lets what a source and a dataset say flow down, unless the field says otherwise', () => {
    const { value, problems } = read(crm, shop);
    expect(problems).toEqual([]);
    expect(value.field('CRM.customers.EMAIL')).toMatchObject({
      name: 'crm.customers.email',
      source: 'crm',
      system: 'HubSpot',
      dataset: 'crm.customers',
      subjects: 'customer',
      category: 'user.contact.email',
      origin: 'provided',
      collectedFor: ['essential.service'],
      basis: 'contract',
      notice: 'privacy-2026-03',
      retention: 'P3Y',
      systems: ['mailer'],
      consent: null,
      at: { file: 'datamap/0.yaml', line: 10, column: 18 },
    });
    expect(value.field('crm.customers.churn_risk')).toMatchObject({
      origin: 'inferred',
      collectedFor: ['essential.service'],
    });
    expect(value.field('crm.customers.mood')?.collectedFor).toEqual(['essential.service.operations.support']);
    expect(value.field('crm.customers.phone')).toBeUndefined();
  });

  it('tells what is declared sensitive from what is seen', () => {
    const { value } = read(crm, shop);
    const of = (name: string) => [value.field(name)!.declaredSensitive, value.field(name)!.seenSensitive];
    expect(of('crm.customers.faith')).toEqual([['religion_belief'], ['religion_belief']]);
    expect(of('crm.customers.mood')).toEqual([['emotion'], ['emotion']]);
    expect(of('crm.customers.email')).toEqual([[], []]);
  });

  it('lets sensitivity flow through what a field is computed from', () => {
    const { value } = read(crm, shop);
    expect(value.field('crm.customers.group_7')).toMatchObject({
      seenSensitive: ['religion_belief'],
      declaredSensitive: [],
      derivedFrom: ['crm.customers.faith'],
    });
    expect(value.field('crm.customers.churn_risk')).toMatchObject({
      seenSensitive: ['religion_belief'],
      derivedFrom: ['shop.orders.last_order_at', 'crm.customers.group_7'],
    });
  });

  it('reads what a description betrays', () => {
    const { value } = read(
      'source: a\ndatasets: [{ dataset: a.b, fields: [{ field: flag_3, description: Told us about a pregnancy }, { field: flag_4, description: Bought shoes }] }]',
    );
    expect(value.fields.map(({ seenSensitive }) => seenSensitive)).toEqual([['reproductive'], []]);
  });

  it('knows declared proxies beside known ones', () => {
    const { value } = read(
      'source: a\ndatasets: [{ dataset: a.b, fields: [{ field: postcode, proxy_for: [political] }] }]',
    );
    expect(value.field('a.b.postcode')!.proxyFor).toEqual(
      expect.arrayContaining(['political', 'race_ethnicity']),
    );
  });

  it('is the same map whatever the order of the files', () => {
    const files = [new SourceText('datamap/a.yaml', crm), new SourceText('datamap/b.yaml', shop)];
    expect(readDataMap([...files].reverse()).value.fields).toEqual(readDataMap(files).value.fields);
  });

  const field = (entry: string) => `source: a\ndatasets:\n  - dataset: a.b\n    fields:\n      - ${entry}\n`;
  it.each([
    ['an unknown key', field('{ field: x, purpose: marketing }'), 'config.unknown-key', 5, null],
    [
      'a misspelt key',
      field('{ field: x, colected_for: [marketing] }'),
      'config.unknown-key',
      5,
      'write `collected_for`',
    ],
    [
      'a misspelt origin',
      field('{ field: x, origin: infered }'),
      'config.invalid-value',
      5,
      'write `inferred`',
    ],
    [
      'an unknown category',
      field('{ field: x, category: user.contact.emial }'),
      'datamap.unknown-category',
      5,
      'write `user.contact.email`',
    ],
    [
      'an unknown purpose',
      field('{ field: x, collected_for: [marketting] }'),
      'card.unknown-purpose',
      5,
      'write `marketing`',
    ],
    [
      'an unknown purpose with evidence',
      field('{ field: x, expected: [{ purpose: sale, evidence: survey }] }'),
      'card.unknown-purpose',
      5,
      'write `sales`',
    ],
    [
      'an unknown parent',
      field('{ field: x, derived_from: [a.b.y] }'),
      'datamap.unknown-field',
      5,
      'write `a.b.x`',
    ],
    [
      'a duration that is none',
      field('{ field: x, retention: 3 years }'),
      'config.invalid-value',
      5,
      'write a duration as P3Y or P90D',
    ],
    ['a missing source', 'datasets: []', 'config.missing-key', 1, 'add `source`'],
    [
      'a field twice',
      `${field('{ field: x }')}      - { field: X }\n`,
      'datamap.duplicate-field',
      6,
      'keep this entry or the one in datamap/0.yaml:5',
    ],
    ['no YAML', 'source: [', 'yaml.invalid', 1, null],
    ['an empty file', '', 'config.invalid-value', 1, null],
  ])('names the place of %s', (_, text, code, line, hint) => {
    const { problems } = read(text);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]!.at!.line).toBe(line);
    if (hint !== null) expect(problems[0]!.hint).toBe(hint);
  });

  it('takes a purpose that the organisation declares', () => {
    const source = new SourceText('datamap/a.yaml', field('{ field: x, collected_for: [club] }'));
    expect(readDataMap([source], [{ key: 'club', under: 'marketing' }]).problems).toEqual([]);
    expect(readDataMap([source]).problems).toHaveLength(1);
  });

  it('keeps the other files when one cannot be read', () => {
    const { value, problems } = read('source: [', shop);
    expect(problems).toHaveLength(1);
    expect(value.fields.map(({ name }) => name)).toEqual(['shop.orders.last_order_at']);
  });

  it('ends with circles, and lets every field of one carry what any carries', () => {
    const names = ['f0', 'f1', 'f2', 'f3', 'f4'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, fc.constantFrom(...names), (pairs, sensitive) => {
        const entries = names.map((name) => {
          const parents = pairs.filter(([child]) => child === name).map(([, parent]) => parent);
          return `{ field: ${name}, derived_from: [${parents.join(', ')}]${name === sensitive ? ', sensitive: [health]' : ''} }`;
        });
        const { value, problems } = read(
          `source: a\ndatasets: [{ dataset: a.b, fields: [${entries.join(', ')}] }]`,
        );
        expect(problems).toEqual([]);
        const carries = (name: string) => {
          const entry = value.field(`a.b.${name}`)!;
          return entry.declaredSensitive.length + entry.seenSensitive.length > 0;
        };
        for (const [child, parent] of pairs) expect(!carries(parent) || carries(child)).toBe(true);
        const reached = new Set([sensitive]);
        for (let round = 0; round < names.length; round += 1)
          for (const [child, parent] of pairs) if (reached.has(parent)) reached.add(child);
        expect(names.filter(carries).sort()).toEqual([...reached].sort());
      }),
    );
  });
});
