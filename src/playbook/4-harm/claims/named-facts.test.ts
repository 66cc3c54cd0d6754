import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { durationMs, readNamedFacts } from './named-facts.ts';

const read = (text: string) => readNamedFacts(new SourceText('facts.yaml', text));
const OWNER = 'owner: shop@harbor.example';

describe('facts.yaml', () => {
  it('reads each type as contract.md shows it', () => {
    const { facts, problems } = read(`
spring-sale-end: { type: deadline, at: 2026-12-06T23:59:00Z, ${OWNER}, offer: SPRING26 }
k2-stock: { type: query, warehouse: main, sql: "select stock from shop.inventory where sku = 'K2'", fresh: PT15M, ${OWNER} }
k2-price: { type: price-history, warehouse: main, sql: "select at, price from shop.prices where sku = 'K2'", ${OWNER} }
rating: { type: http, url: https://shop.harbor.example/api/rating/K2, pointer: /average, fresh: P1D, ${OWNER} }
`);
    expect(problems).toEqual([]);
    expect([...facts.values()].map(({ type, place }) => [type, place.line])).toEqual([
      ['deadline', 2],
      ['query', 3],
      ['price-history', 4],
      ['http', 5],
    ]);
  });

  it.each([
    ['an unknown key', `a: { type: deadline, at: 2026-12-06, ofer: X, ${OWNER} }`, 'config.unknown-key', 38],
    ['no owner', 'a: { type: deadline, at: 2026-12-06 }', 'config.missing-key', 4],
    [
      'a time without a zone',
      `a: { type: deadline, at: 2026-12-06T23:59, ${OWNER} }`,
      'config.invalid-value',
      26,
    ],
    [
      'a day that does not exist',
      `a: { type: deadline, at: 2026-13-06, ${OWNER} }`,
      'config.invalid-value',
      26,
    ],
    [
      'a zone that does not exist',
      `a: { type: deadline, at: 2026-12-06, zone: Europe/Atlantis, ${OWNER} }`,
      'config.invalid-value',
      44,
    ],
    [
      'a freshness that is no duration',
      `a: { type: query, warehouse: main, sql: select 1, fresh: 15m, ${OWNER} }`,
      'config.invalid-value',
      58,
    ],
    [
      'an address of another kind',
      `a: { type: http, url: "file:///etc/passwd", pointer: /a, ${OWNER} }`,
      'config.invalid-value',
      23,
    ],
    [
      'a pointer without a slash',
      `a: { type: http, url: https://a.example/, pointer: a, ${OWNER} }`,
      'config.invalid-value',
      52,
    ],
    ['a type that does not exist', `a: { type: guess, ${OWNER} }`, 'config.invalid-value', 12],
  ])('names the place of %s', (_, text, code, column) => {
    const { facts, problems } = read(`${text}\nb: { type: deadline, at: 2026-12-06, ${OWNER} }\n`);
    expect(problems).toMatchObject([{ code, at: { file: 'facts.yaml', line: 1, column } }]);
    expect([...facts].map(([name, { type }]) => [name, type])).toEqual([
      ['a', 'invalid'],
      ['b', 'deadline'],
    ]);
  });

  it('is empty where the file is, and reports what is no YAML', () => {
    expect(read('')).toMatchObject({ problems: [], facts: new Map() });
    expect(read('a: [').problems).toMatchObject([{ code: 'yaml.invalid' }]);
    expect(read('- a').problems).toHaveLength(1);
  });

  it.each([
    ['PT15M', 900_000],
    ['P1D', 86_400_000],
    ['P1W', 604_800_000],
    ['P1DT2H30M', 95_400_000],
    ['PT1S', 1000],
  ])('counts %s', (text, ms) => expect(durationMs(text)).toBe(ms));
});
