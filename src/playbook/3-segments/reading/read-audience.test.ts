import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { readAudience } from './read-audience.ts';
import { readAudienceLine } from './read-audience-line.ts';

const read = (file: string, text: string, options: Parameters<typeof readAudience>[1] = {}) =>
  readAudience(new SourceText(file, text), options);
const brief = async (file: string, text: string) =>
  (await read(file, text)).fields.map(({ role, field, jsonPath }) =>
    [role, field, jsonPath].filter(Boolean).join(' '),
  );

describe('our own rules', () => {
  const rules = `name: lapsed climbers
all:
  - { field: crm.customers.churn_risk, above: 0.7 }
  - any:
      - { field: crm.customers.traits, path: $.religion, is: x }
      - { field: 'crm.customers.postcode', in: ['1010', '1020'] }
  - not: { segment: vip }
  - { event: purchase, count: 0, within_days: 30, where: [{ property: sku, is: K2 }] }
  - { field: crm.customers.email, exists: true, not_contains: '@test' }
  - { consent: email }
  - { prediction: spend, below: 3 }
  - { place: postal_code, is: '10' }
  - { random: 0.1 }
rank_by: { field: crm.customers.spend, order: highest }
limit: 100
`;

  it('come to fields, roles and places', async () => {
    const source = new SourceText('segment.yaml', rules);
    const reading = await readAudience(source);
    expect(reading).toMatchObject({
      id: 'segment',
      format: 'rules',
      assessed: true,
      problem: null,
      unresolved: ['segments.vip'],
      namedPeople: null,
      dialect: null,
    });
    expect(
      reading.fields.map(({ role, field, jsonPath, values }) =>
        [role, field, jsonPath, ...values].filter(Boolean).join(' '),
      ),
    ).toEqual([
      'include crm.customers.churn_risk 0.7',
      "include crm.customers.traits $.religion 'x'",
      "include crm.customers.postcode '1010' '1020'",
      'exclude segments.vip',
      'exclude events.purchase 0 30',
      "exclude events.purchase.sku 'K2'",
      "exclude crm.customers.email '@test'",
      'include crm.customers.email',
      'include consent.email',
      'include predictions.spend 3',
      "include geo.postal_code '10'",
      'rank crm.customers.spend',
    ]);
    expect(source.quote(reading.fields[2]!.at)).toBe('crm.customers.postcode');
  });

  it.each<[string, string, string]>([
    ['all:\n  - { feild: a, above: 1 }', 'card.unknown-key', 'write `field`'],
    ['al:\n  - { field: a, above: 1 }', 'card.unknown-key', 'write `all`'],
    ['field: a', 'segment.invalid', 'add one of'],
    ['field: a\nis: 1\nsegment: b', 'segment.invalid', 'of its own'],
    ['field: a\nis: 1\ncount: 3', 'segment.invalid', 'remove `count`'],
    ['all: []', 'card.invalid-value', ''],
    ['description: nothing', 'segment.invalid', 'give one of'],
    ['field: a\nis: 1\nrank_by: b', 'segment.invalid', 'limit'],
    ['all: [', 'yaml.invalid', ''],
    ['', 'card.invalid-value', ''],
  ])('%j is refused', async (text, code, hint) => {
    const reading = await read('segment.yaml', text);
    expect(reading).toMatchObject({ assessed: false, fields: [], problem: { code } });
    expect(reading.problem!.hint).toContain(hint);
    expect(reading.problem!.at).not.toBeNull();
  });

  it('count the people that a list of keys names', async () => {
    expect(
      (await read('a.yaml', 'field: crm.customers.email\nin: [a@x.example, b@x.example]')).namedPeople,
    ).toBe(2);
    expect(
      (
        await read(
          'a.yaml',
          'any:\n  - { field: crm.customers.email, in: [a@x.example] }\n  - { field: a, is: 1 }',
        )
      ).namedPeople,
    ).toBeNull();
  });
});

describe('lists and words', () => {
  it('a list names as many people as it has rows', async () => {
    const reading = await read(
      'list.csv',
      'first_name,email,segment\nAda,a@x.example,"a, b"\nBea,b@x.example,c\n',
    );
    expect(reading).toMatchObject({ format: 'list', assessed: true, namedPeople: 2 });
    expect(reading.fields.map(({ role, field, at }) => `${role} ${field} ${at.column}`)).toEqual([
      'output first_name 1',
      'include email 12',
      'output segment 18',
    ]);
  });

  it.each([[''], ['a,"b\nc'], ['a,,b\n1,2,3']])('%j is no list', async (text) => {
    expect(await read('list.csv', text)).toMatchObject({
      assessed: false,
      problem: { code: 'segment.invalid' },
    });
  });

  it('words are not assessed, and their sensitive terms stand where they are', async () => {
    const source = new SourceText('segment.txt', 'People 🦊 who are pregnant and in debt');
    const reading = await readAudience(source);
    expect(reading).toMatchObject({ format: 'prose', assessed: false, problem: { code: 'segment.invalid' } });
    expect(reading.fields.map(({ field, at }) => `${field} ${source.quote(at)}`)).toContain('prose pregnant');
  });

  it('a file of no known kind is not assessed', async () => {
    expect(await read('segment.bin', 'x')).toMatchObject({
      assessed: false,
      problem: { code: 'file.unknown-kind' },
    });
  });
});

describe('sensitivity', () => {
  it('is what the given classifier says of field, key and values', async () => {
    const seen: unknown[] = [];
    const reading = await read('a.sql', "SELECT id FROM c WHERE traits->>'religion' = 'x'", {
      classify: (...given) => {
        seen.push(given);
        return { sensitive: ['religion_belief'], proxyFor: [] };
      },
    });
    expect(seen).toContainEqual(['c.traits', '$.religion', ["'x'"]]);
    expect(reading.fields[0]).toMatchObject({ sensitive: ['religion_belief'], proxyFor: [] });
  });

  it('is empty without one', async () => {
    expect((await read('a.sql', 'SELECT id FROM c WHERE a = 1')).fields[0]).toMatchObject({
      sensitive: [],
      proxyFor: [],
    });
  });
});

describe('hostile text', () => {
  const piece = fc.constantFrom(
    'select ',
    'from t ',
    'where ',
    'a ',
    '= ',
    "'",
    '"',
    '(',
    ')',
    ',',
    '1 ',
    'in ',
    'not ',
    'exists ',
    '{{ ',
    ' }}',
    '{%',
    '{#',
    '[',
    ']',
    '{',
    '}',
    ':',
    '- ',
    '\n',
    '🦊',
    '\0',
    '*',
    ';',
    'union ',
    'with x as ',
    'all',
    'field: ',
    '$',
    '--',
    '/*',
  );

  it.each(['a.sql', 'a.yaml', 'a.json', 'a.txt', 'a.csv'])(
    'never throws, and is assessed or says why (%s)',
    async (file) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 25 }),
          fc.constantFrom(...(['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino'] as const)),
          async (pieces, dialect) => {
            const reading = await read(file, pieces.join(''), { dialect });
            expect(reading.assessed).toBe(reading.problem === null);
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

describe('one line of `segment --lines`', () => {
  const KEYS = ['id', 'file', 'dialect', 'assessed', 'fields', 'unresolved', 'findings'];

  it.each<[string, object]>([
    [
      '{"id":"a","dialect":"trino","sql":"select id from t where x = 1","schema":{"s.t":["id","x"]}}',
      { id: 'a', file: null, dialect: 'trino', assessed: true },
    ],
    [
      '{"id":"b","sql":"select id from t where x = 1","schema":{"s.t":{"id":"int","x":"int"}}}',
      { assessed: true, dialect: 'postgres' },
    ],
    [
      '{"id":3,"format":"braze","definition":{"custom_attribute":{"custom_attribute_name":"x","comparison":"exists"}}}',
      { id: 3, format: 'braze', assessed: true, dialect: null },
    ],
    ['{"id":4,"format":"growthbook","definition":"{\\"country\\":\\"US\\"}"}', { assessed: true }],
    ['{"id":5,"definition":{"condition_groups":[]}}', { assessed: true, format: 'klaviyo' }],
    ['{"id":6,"format":"rules","definition":{"field":"a.b","above":1}}', { assessed: true, format: 'rules' }],
    ['{"id":7,"dialect":"trino","sql":"select from where"}', { assessed: false, dialect: 'trino' }],
    ['', { id: null, assessed: false }],
    ['{', { id: null, assessed: false }],
    ['[]', { id: null, assessed: false }],
    ['null', { id: null, assessed: false }],
    ['{"id":8}', { id: 8, assessed: false }],
    ['{"id":9,"sql":7}', { id: 9, assessed: false }],
    ['{"id":10,"dialect":"oracle","sql":"select 1"}', { id: 10, assessed: false }],
    ['{"id":11,"sql":"select 1","schema":[]}', { id: 11, assessed: false }],
    ['{"id":12,"format":"abacus","definition":{}}', { id: 12, assessed: false }],
    ['{"id":13,"format":"hubspot","definition":{}}', { id: 13, assessed: false }],
  ])('%s', async (line, expected) => {
    const element = (await readAudienceLine(line)) as Record<string, unknown>;
    expect(Object.keys(element)).toEqual(expect.arrayContaining(KEYS));
    expect(element).toMatchObject(expected);
    expect('problem' in element).toBe(element.assessed === false);
    expect(element.findings).toEqual([]);
  });

  it('names fields as the schema does', async () => {
    const element = (await readAudienceLine(
      '{"id":1,"dialect":"duckdb","sql":"select id from t where X = 1","schema":{"s.t":["id","x"]}}',
    )) as { fields: Array<{ field: string }> };
    expect(element.fields.map(({ field }) => field)).toEqual(['s.t.x', 's.t.id']);
  });
});

const FOLDER = new URL('../../../../../shared/data/sql/customer360/', import.meta.url);
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.sql')) : [];

describe.skipIf(files.length === 0)('real SQL of dbt_customer360', () => {
  it.each(files)('%s is read in full, or named as not assessed', async (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const reading = await read(file, text, { dialect: 'bigquery' });
    if (reading.assessed)
      expect(reading.fields.filter(({ role }) => role !== 'output').length).toBeGreaterThan(5);
    else
      expect(reading.problem).toMatchObject({
        code: 'segment.invalid',
        hint: expect.stringContaining('compiled'),
      });
    expect(reading.assessed).toBe(!/\{%/.test(text));
  });

  it('finds what the campaign list filters on', async () => {
    const decides = await brief(
      'email_campaign_list_360.sql',
      readFileSync(new URL('email_campaign_list_360.sql', FOLDER), 'utf8'),
    );
    expect(decides).toEqual(
      expect.arrayContaining([
        'include zendesk__ticket_enriched.created_at',
        'include zendesk__ticket_enriched.ticket_id',
        'exclude customer360__email.email',
        'join customer360__mapping.customer360_id',
      ]),
    );
  });
});
if (files.length === 0) console.warn('skipped 8 tests: ../shared/data/sql/customer360 is absent');
