import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessDocument, DescribedField } from './access-document.ts';
import { copyFiles } from './copy-files.ts';
import { onlyCategories } from './only-categories.ts';
import { originsOf, recipientsOf } from './passed-on.ts';
import { type ContactLead, keysFrom, type PersonKey, resolveKeys } from './person-keys.ts';
import { csv, portableFiles } from './portability.ts';
import { chooseColumns, plain, readRows } from './read-rows.ts';
import { isInQuery, rowsQuery } from './row-query.ts';
import { columnStaysOut, IN_PLACE_OF_ADDRESS, withoutAddresses } from './take-out.ts';

const email = (value: string): PersonKey => ({ kind: 'email', value, from: 'given' });
const customer = (value: string): PersonKey => ({ kind: 'customer', value, from: 'given' });

describe('the keys that rows are found by', () => {
  it('are the address as it reaches, and its hash', () => {
    expect(keysFrom([{ kind: 'email', value: ' Ann@Customer.example ' }])).toMatchObject([
      { kind: 'email', value: 'ann@customer.example', from: 'given' },
      { kind: 'email_sha256', from: 'derived', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(keysFrom([{ kind: 'email', value: 'nobody' }])).toEqual([]);
  });

  it.each([
    ['leads to one customer', [email('a')], { a: ['1'] }, ['email a', 'customer 1']],
    ['leads to nobody', [email('a')], { a: [] }, ['email a']],
    ['leads to two', [email('a')], { a: ['1', '2'] }, []],
    ['leads to the one who was named', [email('a'), customer('1')], { a: ['1'] }, ['email a', 'customer 1']],
    [
      'leads to another than the one who was named',
      [email('a'), customer('1')],
      { a: ['2'] },
      ['customer 1'],
    ],
    ['leads to two of whom one was named', [email('a'), customer('1')], { a: ['1', '2'] }, ['customer 1']],
    [
      'is shared, and another is not',
      [email('a'), email('b')],
      { a: ['1', '2'], b: ['1'] },
      ['email b', 'customer 1'],
    ],
  ])('where an address %s', (_, given, leads: Readonly<Record<string, readonly string[]>>, expected) => {
    const { keys } = resolveKeys(
      given,
      given.flatMap((key) => (key.value in leads ? [{ key, customers: leads[key.value]! }] : [])),
    );
    expect(keys.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([...expected].sort());
  });

  it('never come from an address that leads to somebody who was not meant', () => {
    const lead = fc.record({
      address: fc.constantFrom('a', 'b', 'c'),
      customers: fc.uniqueArray(fc.constantFrom('1', '2', '3')),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(lead, { selector: (one) => one.address }),
        fc.option(fc.constantFrom('1', '2', '3')),
        (all, named) => {
          const leads: ContactLead[] = all.map(({ address, customers }) => ({
            key: email(address),
            customers,
          }));
          const given = [...leads.map(({ key }) => key), ...(named === null ? [] : [customer(named)])];
          const { keys } = resolveKeys(given, leads);
          for (const { key, customers } of leads)
            if (keys.includes(key)) {
              expect(customers.length).toBeLessThanOrEqual(1);
              for (const one of customers)
                expect(keys.some(({ kind, value }) => kind === 'customer' && value === one)).toBe(true);
            }
          if (named !== null)
            expect(keys.filter(({ kind }) => kind === 'customer').map(({ value }) => value)).toEqual([named]);
        },
      ),
    );
  });

  it('takes the hash of a shared address for that address', () => {
    const [address, hash] = keysFrom([{ kind: 'email', value: 'home@customer.example' }]) as [
      PersonKey,
      PersonKey,
    ];
    expect(resolveKeys([address, hash], [{ key: address, customers: ['1', '2'] }])).toMatchObject({
      keys: [],
      shared: [address, hash],
    });
  });
});

describe('a question about one person', () => {
  it('holds no value in its text, whatever names and values are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (dataset, column, value) => {
        const { sql, parameters } = rowsQuery(`crm.${dataset}`, [column], column, [customer(value)]);
        expect(parameters).toEqual({ key0: value });
        const names = [...sql.matchAll(/"(?:[^"]|"")*"/g)].join('');
        expect(sql.replaceAll(/"(?:[^"]|"")*"/g, '')).toMatch(
          /^select {2}from \.+ where cast\( as varchar\) in \(\$key0\)$/,
        );
        expect(names.length).toBeGreaterThan(0);
      }),
    );
  });

  it('stands behind a definition that ends in a comment', () => {
    expect(isInQuery('select 1 -- one', 'id', [customer('7')]).sql).toContain('-- one\n) as audience where');
  });
});

describe('what stays out', () => {
  it.each([
    ['a column that nobody described', undefined, 'not-described'],
    ['whom the person knows', { category: 'user.social', origin: 'provided' }, 'about-others'],
    ['what colleagues wrote', { category: 'user.content.private', origin: 'observed' }, 'text-of-others'],
    ['text of nobody knows whom', { category: 'user.content', origin: null }, 'text-of-others'],
    ['what the person wrote', { category: 'user.content.private', origin: 'provided' }, null],
    ['a purchase', { category: 'user.behavior.purchase_history', origin: 'observed' }, null],
    ['what has no category', { category: null, origin: null }, null],
  ] as const)('%s: %s', (_, meaning, because) => expect(columnStaysOut(meaning)).toBe(because));

  it('is every address but the person’s own, in any case', () => {
    const own = new Set(['ann@customer.example']);
    expect(withoutAddresses('ANN@customer.example. and bo@else.example, <cy@else.example>', own)).toEqual({
      text: `ANN@customer.example. and ${IN_PLACE_OF_ADDRESS}, <${IN_PLACE_OF_ADDRESS}>`,
      count: 2,
    });
    expect(withoutAddresses("'ann@customer.example' o'brien@else.example", own).text).toBe(
      `'ann@customer.example' ${IN_PLACE_OF_ADDRESS}`,
    );
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        const { text } = withoutAddresses(`${before} ${address} ${after}`, own);
        expect(text).not.toContain(` ${address} `);
      }),
    );
  });
});

const field = (name: string, over: Partial<DescribedField> = {}): DescribedField => ({
  field: name,
  category: 'user.behavior',
  origin: 'provided',
  supplier: null,
  purposes: ['essential.service'],
  basis: 'contract',
  retention: 'P1Y',
  recipients: ['CRM'],
  notice: null,
  derivedFrom: [],
  acquiredAt: null,
  ...over,
});
const document = (over: Partial<AccessDocument> = {}): AccessDocument => ({
  schema: 'scruple.access/1',
  organisation: 'Harbor Outfitters (fictional)',
  madeAt: '2026-11-20T09:00:00.000Z',
  request: null,
  knownBy: [],
  own: [],
  datasets: [
    {
      source: 'crm',
      system: 'CRM',
      dataset: 'crm.customers',
      subjects: 'customer',
      foundBy: 'customer_id',
      fields: [field('name'), field('risk', { origin: 'inferred' }), field('seen', { origin: 'observed' })],
      rows: [{ name: 'Ann "A"\nLee', risk: 0.9, seen: null }],
    },
  ],
  audiences: [],
  inferences: [],
  recipients: [],
  origins: [],
  notAnswered: [],
  takenOut: [],
  ...over,
});

describe('a copy', () => {
  it('reads columns by what the data map says, in any case, and numbers without a loss', () => {
    const fields = new Map([
      ['name', field('name')],
      ['paid', field('paid')],
    ]);
    const { asked, out } = chooseColumns('crm.customers', ['NAME', 'paid', 'secret'], fields);
    expect(out).toEqual([{ where: 'crm.customers.secret', because: 'not-described', count: 0 }]);
    const read = readRows(
      'crm.customers',
      asked,
      { rows: [['to bo@else.example', 9007199254740993n]] },
      new Set(),
    );
    expect(read.rows).toEqual([{ name: `to ${IN_PLACE_OF_ADDRESS}`, paid: '9007199254740993' }]);
    expect(read.out).toEqual([{ where: 'crm.customers.name', because: 'address-of-others', count: 1 }]);
    expect([
      plain(7n),
      plain(Number.NaN),
      plain(new Date('2026-01-02T00:00:00Z')),
      plain(new Date('no')),
    ]).toEqual([7, 'NaN', '2026-01-02T00:00:00.000Z', null]);
  });

  it('takes along what the person gave and did, and nothing that was guessed', () => {
    const files = new Map(portableFiles(document()).map(({ path, content }) => [path, content]));
    expect([...files.keys()]).toEqual(['portability/crm-customers.json', 'portability/crm-customers.csv']);
    expect(JSON.parse(files.get('portability/crm-customers.json')!)).toEqual([
      { name: 'Ann "A"\nLee', seen: null },
    ]);
    expect(files.get('portability/crm-customers.csv')).toBe('"name","seen"\r\n"Ann ""A""\nLee",\r\n');
  });

  it('tells an empty text from nothing in CSV', () => {
    expect(csv(['a', 'b'], [{ a: '', b: null }])).toBe('"a","b"\r\n"",\r\n');
  });

  it('gives names to files that no system takes for one another', () => {
    const [one] = document().datasets;
    const paths = portableFiles(
      document({
        datasets: [one!, { ...one!, dataset: 'CRM.customers' }, { ...one!, dataset: '../../etc' }],
      }),
    ).map(({ path }) => path);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(6);
    for (const path of paths) expect(path).toMatch(/^portability\/[A-Za-z0-9_-]+\.(json|csv)$/);
  });

  it('lists its files with their hashes, each', () => {
    const files = copyFiles(document(), '<!doctype html>');
    const sums = files.find(({ path }) => path === 'SHA256SUMS')!.content;
    const manifest = JSON.parse(files.find(({ path }) => path === 'manifest.json')!.content);
    const named = files.map(({ path }) => path).filter((path) => path !== 'SHA256SUMS');
    expect(
      sums
        .trim()
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual([...named].sort());
    expect(manifest.files.map((one: { path: string }) => one.path)).toEqual(
      named.filter((path) => path !== 'manifest.json'),
    );
  });

  it('of categories alone holds no value', () => {
    const full = document({
      own: [{ part: 'choices', about: field('x'), data: [{ secret: 'canary' }] }],
      inferences: [
        {
          ...field('x'),
          name: 'risk',
          model: null,
          value: 'canary',
          uses: [],
          explanation: { headline: 'canary', reasons: [], notKnown: [] },
          unexplained: null,
        },
      ],
      audiences: [
        {
          use: 'canary',
          kind: 'campaign',
          purpose: null,
          basis: null,
          channels: [],
          isReached: true,
          isLeftOut: null,
          rules: [],
          fields: [],
        },
      ],
    });
    const kinds = JSON.stringify(onlyCategories(full));
    expect(kinds).not.toMatch(/canary|Ann/);
    expect(kinds).toContain('crm.customers');
  });

  it('says who gets what, and where it is from', () => {
    const described = [
      {
        dataset: 'crm.customers',
        fields: [field('name', { recipients: ['CRM', 'Mailer'] })],
      },
      {
        dataset: 'broker.profiles',
        fields: [
          {
            ...field('band', {
              category: 'user.financial',
              origin: 'third-party',
              supplier: 'Broker',
              recipients: ['CRM'],
            }),
            acquiredAt: '2026-10-02',
          },
        ],
      },
    ];
    expect(recipientsOf(described)).toEqual([
      {
        name: 'CRM',
        categories: ['user.behavior', 'user.financial'],
        through: ['broker.profiles', 'crm.customers'],
      },
      { name: 'Mailer', categories: ['user.behavior'], through: ['crm.customers'] },
    ]);
    expect(
      originsOf(described, [
        {
          use: 'come-back',
          suppliers: [{ name: 'Data shop', fields: ['broker.profiles.band'], acquiredAt: null }],
        },
      ]),
    ).toEqual([
      { origin: 'provided', from: null, categories: ['user.behavior'], acquiredAt: null },
      { origin: 'third-party', from: 'Broker', categories: ['user.financial'], acquiredAt: '2026-10-02' },
      { origin: 'third-party', from: 'Data shop', categories: ['user.financial'], acquiredAt: null },
    ]);
  });
});
