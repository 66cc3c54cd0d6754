import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { checkWorkspace } from '../../src/app/check-workspace.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import type { UseReport } from '../../src/report/model.ts';
import { duckDbFolder } from '../contract/duckdb-file.ts';
import { makeWorkspace, SETTINGS, useFiles } from '../harness/workspace.ts';

/** A shop as its own systems keep it; a time in the text stands for a moment before `NOW`. */
const SHOP = [
  'CREATE SCHEMA shop',
  "CREATE TABLE shop.inventory AS SELECT 'K2' AS sku, 3 AS stock, TIMESTAMP '2026-11-20 08:55:00' AS counted_at",
  "CREATE TABLE shop.slow_feed AS SELECT 'K2' AS sku, 3 AS stock, TIMESTAMP '2026-11-20 06:00:00' AS counted_at",
  "CREATE TABLE shop.sales AS SELECT range AS id, 'K2' AS sku FROM range(2150)",
  'CREATE TABLE shop.prices (sku VARCHAR, "at" TIMESTAMP, price DECIMAL(8, 2))',
  "INSERT INTO shop.prices VALUES ('K2', '2026-08-01', 99.00), ('K2', '2026-10-01', 89.00), ('K2', '2026-11-15', 59.00)",
  "INSERT INTO shop.prices VALUES ('K3', '2026-08-01', 59.00), ('K3', '2026-11-12', 89.00), ('K3', '2026-11-19', 59.00)",
];

const NAMED = {
  end: {
    type: 'deadline',
    at: '2026-12-06T23:59:00Z',
    owner: 'merchandising@harbor.example',
    offer: 'SPRING26',
  },
  stock: query("select stock from shop.inventory where sku = 'K2'"),
  'timed-stock': query("select stock, counted_at from shop.inventory where sku = 'K2'"),
  'stale-stock': query("select stock, counted_at from shop.slow_feed where sku = 'K2'"),
  sold: query("select count(*) from shop.sales where sku = 'K2'"),
  price: history("select at, price from shop.prices where sku = 'K2'"),
  'raised-price': history("select at, price from shop.prices where sku = 'K3'"),
  constant: query('select 3'),
  endless: query(
    'select count(*) from shop.sales a, shop.sales b, shop.sales c, shop.sales d where a.id + b.id = c.id * d.id + 7',
  ),
  many: query('select id from shop.sales'),
  none: query("select stock from shop.inventory where sku = 'none'"),
  word: query('select sku from shop.inventory'),
  typo: query('select stok from shop.inventory'),
  files: query("select content from read_text('scruple.yaml')"),
  passwords: query("select * from read_csv('/etc/passwd')"),
  written: query("copy (select 3) to 'written.csv'"),
  elsewhere: query('select 3 from shop.inventory', 'archive'),
  web: {
    type: 'http',
    url: 'https://shop.harbor.example/rating',
    pointer: '/average',
    owner: 'shop@harbor.example',
  },
};
function query(sql: string, warehouse = 'main') {
  return { type: 'query', warehouse, sql, fresh: 'PT15M', owner: 'warehouse@harbor.example' };
}
function history(sql: string) {
  return { type: 'price-history', warehouse: 'main', sql, owner: 'pricing@harbor.example' };
}

let shop: Awaited<ReturnType<typeof duckDbFolder>>;
beforeAll(async () => {
  shop = await duckDbFolder(SHOP);
});
afterAll(() => shop.remove());

interface Case {
  readonly message: string;
  readonly claims?: ReadonlyArray<Record<string, unknown>>;
  readonly facts?: Record<string, unknown>;
  readonly allowHosts?: readonly string[];
  readonly allowPaths?: readonly string[];
  readonly database?: 'shop' | 'broken' | 'absent';
  readonly noFacts?: boolean;
}

async function workspace({ message, claims = [], facts = NAMED, database = 'shop' }: Case): Promise<string> {
  const folder = await makeWorkspace({
    'scruple.yaml': `${SETTINGS}warehouses: { main: { duckdb: shop.duckdb } }\nlimits: { query: PT1S }\nfacts: { hosts: [shop.harbor.example] }\n`,
    ...useFiles({
      'message.txt': message,
      'use.yaml': stringify({ claims }),
      'facts.yaml': stringify(facts),
    }),
    ...(database === 'broken' ? { 'shop.duckdb': 'this is no database' } : {}),
  });
  if (database === 'shop') await copyFile(shop.database, join(folder, 'shop.duckdb'));
  return folder;
}

async function judge(folder: string, options: Pick<Case, 'allowHosts' | 'allowPaths' | 'noFacts'> = {}) {
  const report = await checkWorkspace(folder, {
    at: NOW,
    only: [],
    since: null,
    noFacts: options.noFacts ?? false,
    allowHosts: options.allowHosts ?? [],
    allowPaths: options.allowPaths ?? [],
  });
  if (!report.ok) throw new Error(report.problem.message);
  return { ...answerOf(report.value.uses[0]!), problems: report.value.problems.map(({ code }) => code) };
}

const CLAIM_CHECKS = ['msg-urgency-true', 'msg-scarcity-true', 'msg-social-true', 'msg-prior-price'];

/** What the claim checks said: `check advice`, and what they could not tell. */
const answerOf = ({ findings, notAssessed, verdict }: UseReport) => ({
  verdict,
  found: findings
    .filter(({ check }) => CLAIM_CHECKS.includes(check))
    .map(({ check, advice }) => `${check} ${advice}`),
  missing: notAssessed
    .filter(({ check, required }) => CLAIM_CHECKS.includes(check) && required)
    .flatMap(({ missing }) => missing),
});

const check = async (one: Case) => judge(await workspace(one), one);

describe('facts of a real database', () => {
  it.each<[string, Case, string[]]>([
    [
      'stock that is as said',
      {
        message: 'Only 3 left in stock.',
        claims: [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n', at_most: 20 } }],
      },
      [],
    ],
    [
      'stock that is not',
      {
        message: 'Only 2 left in stock.',
        claims: [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n' } }],
      },
      ['msg-scarcity-true contradicted'],
    ],
    [
      'stock counted minutes ago',
      { message: 'Only 3 left in stock.', claims: [{ says: 'only {n} left', fact: 'timed-stock' }] },
      [],
    ],
    [
      'fewer sold than said',
      { message: 'Bestseller: 3,000 sold.', claims: [{ says: '{n} sold', fact: 'sold' }] },
      ['msg-social-true contradicted'],
    ],
    [
      'more sold than said',
      { message: 'Bestseller: 2,000 sold.', claims: [{ says: '{n} sold', fact: 'sold' }] },
      [],
    ],
    [
      'a true former price',
      {
        message: 'Was 89 €, now 59 €.',
        claims: [{ says: 'was {p}', fact: 'price', expect: { lowest_in_days: 30 } }],
      },
      [],
    ],
    [
      'a former price of before the last 30 days',
      {
        message: 'Was 99 €, now 59 €.',
        claims: [{ says: 'was {p}', fact: 'price', expect: { lowest_in_days: 30 } }],
      },
      ['msg-prior-price contradicted'],
    ],
    [
      'a price that was raised to be cut',
      {
        message: 'Was 89 €, now 59 €.',
        claims: [{ says: 'was {p}', fact: 'raised-price', expect: { lowest_in_days: 30 } }],
      },
      ['msg-prior-price contradicted'],
    ],
    [
      'claims that nothing binds',
      { message: 'Only 3 left in stock. Was 89 €, now 59 €. The sale ends on 6 December.' },
      ['msg-prior-price unbound', 'msg-scarcity-true unbound', 'msg-urgency-true unbound'],
    ],
  ])('%s', async (_, one, expected) => {
    const answer = await check(one);
    expect(answer.found.sort()).toEqual(expected);
    expect(answer.missing).toEqual([]);
    expect(answer.problems).toEqual([]);
  });
});

describe('facts that do not answer', () => {
  it.each<[string, string, string, RegExp]>([
    ['a query that reads no table', 'constant', 'fact.invalid', /reads no table/],
    ['a query that does not end', 'endless', 'warehouse.unavailable', /ended after 1000 ms/],
    ['more than one row', 'many', 'fact.invalid', /more than 2 rows/],
    ['no row', 'none', 'fact.invalid', /no row/],
    ['a column that is not there', 'typo', 'fact.invalid', /cannot run/],
    ['a file of the workspace', 'files', 'fact.not-allowed', /read_text/],
    ['a file of the machine', 'passwords', 'fact.not-allowed', /does not name/],
    ['a query that writes', 'written', 'fact.not-allowed', /not a plain SELECT/],
    ['a warehouse that nobody declared', 'elsewhere', 'warehouse.unknown', /archive/],
  ])('%s is not assessed, and a problem', async (_, fact, code, because) => {
    const folder = await workspace({
      message: 'Only 3 left in stock.',
      claims: [{ says: 'only {n} left', fact }],
    });
    const answer = await judge(folder);
    expect(answer.problems).toEqual([code]);
    expect(answer.found).toEqual([]);
    expect(answer.missing).toEqual([expect.stringMatching(because)]);
    expect(answer.verdict).not.toBe('allow');
    expect(existsSync(join(folder, 'written.csv'))).toBe(false);
  });

  it.each<[string, (outside: string) => string]>([
    ['by its whole path', (outside) => outside],
    ['by a path that climbs', (outside) => `../${basename(dirname(outside))}/${basename(outside)}`],
  ])(
    'a database outside the workspace, named %s, is read where the command line allows it',
    async (_, named) => {
      const folder = await workspace({
        message: 'Only 3 left in stock.',
        claims: [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n' } }],
      });
      const outside = `${folder}-outside/shop.duckdb`;
      await mkdir(dirname(outside));
      onTestFinished(() => rm(dirname(outside), { recursive: true }));
      await rename(join(folder, 'shop.duckdb'), outside);
      const settings = join(folder, 'scruple.yaml');
      await writeFile(settings, (await readFile(settings, 'utf8')).replace('shop.duckdb', named(outside)));
      expect(await judge(folder)).toMatchObject({
        found: [],
        problems: ['file.outside'],
        missing: [expect.stringMatching(/outside the workspace/)],
      });
      expect(await judge(folder, { allowPaths: [dirname(outside)] })).toMatchObject({
        found: [],
        problems: [],
        missing: [],
      });
    },
  );

  it.each<[string, string, RegExp]>([
    ['an old count', 'stale-stock', /older than PT15M/],
    ['a word', 'word', /expects no text/],
  ])('%s is not assessed', async (_, fact, because) => {
    const answer = await check({
      message: 'Only 3 left in stock.',
      claims: [{ says: 'only {n} left', fact }],
    });
    expect(answer).toMatchObject({ found: [], problems: [], missing: [expect.stringMatching(because)] });
  });

  it.each<['broken' | 'absent', string]>([
    ['broken', 'warehouse.unavailable'],
    ['absent', 'file.missing'],
  ])('a database that is %s', async (database, code) => {
    const answer = await check({
      message: 'Only 3 left in stock.',
      claims: [{ says: 'only {n} left', fact: 'stock' }],
      database,
    });
    expect(answer).toMatchObject({
      found: [],
      problems: [code],
      missing: [expect.stringContaining('did not answer')],
    });
  });

  it('asks nothing under --no-facts', async () => {
    const answer = await check({
      message: 'Only 3 left in stock.',
      claims: [{ says: 'only {n} left', fact: 'endless' }],
      noFacts: true,
    });
    expect(answer).toMatchObject({
      found: [],
      problems: [],
      missing: [expect.stringContaining('facts were not asked')],
    });
  });
});

describe('facts over HTTP', () => {
  async function serve(listener: RequestListener): Promise<{ host: string; fact: Record<string, unknown> }> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      host,
      fact: {
        type: 'http',
        url: `http://${host}/rating`,
        pointer: '/average',
        fresh: 'P1D',
        owner: 'shop@harbor.example',
      },
    };
  }
  const json =
    (body: string, date = 'Fri, 20 Nov 2026 08:00:00 GMT'): RequestListener =>
    (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', date }).end(body);
  const rated = { message: 'Rated 4.6 by our customers.', claims: [{ says: 'rated {n}', fact: 'rating' }] };

  it.each<[string, RequestListener, string[], RegExp | null, string[]]>([
    ['a rating as said', json('{"average":4.61}'), [], null, []],
    ['a lower rating', json('{"average":4.2}'), ['msg-social-true contradicted'], null, []],
    [
      'an answer of last week',
      json('{"average":4.61}', 'Fri, 13 Nov 2026 08:00:00 GMT'),
      [],
      /older than P1D/,
      [],
    ],
    ['another shape', json('{"mean":4.61}'), [], /has nothing at/, ['fact.invalid']],
    ['a lie about the shape', json('{"average":{"value":4.61}}'), [], /neither a number/, ['fact.invalid']],
    [
      'no JSON',
      (_, response) => response.end('<p>4.6</p>'),
      [],
      /does not answer with JSON/,
      ['fact.invalid'],
    ],
    ['an error', (_, response) => response.writeHead(503).end(), [], /status 503/, ['fact.unreachable']],
    [
      'a redirect to elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      [],
      /redirects/,
      ['fact.not-allowed'],
    ],
  ])('%s', async (_, listener, found, because, problems) => {
    const { host, fact } = await serve(listener);
    const answer = await check({ ...rated, facts: { rating: fact }, allowHosts: [host] });
    expect(answer).toMatchObject({
      found,
      problems,
      missing: because === null ? [] : [expect.stringMatching(because)],
    });
  });

  it('a private host is asked only when the command line allows it, whatever scruple.yaml lists', async () => {
    let asked = 0;
    const { host, fact } = await serve((request, response) => {
      asked += 1;
      json('{"average":4.61}')(request, response);
    });
    const folder = await workspace({ ...rated, facts: { rating: fact } });
    await writeFile(join(folder, 'scruple.yaml'), `${SETTINGS}facts: { hosts: ["${host}"] }\n`);
    expect(await judge(folder)).toMatchObject({ found: [], problems: ['fact.not-allowed'] });
    expect(asked).toBe(0);
  });
});

describe('the history of a deadline', () => {
  const sale = {
    message: 'The sale ends on 6 December.',
    claims: [{ says: 'ends on 6 December', fact: 'end' }],
  };
  const facts = (at: string, offer = 'SPRING26') => stringify({ end: { ...NAMED.end, at, offer } });
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Alice', '-c', 'user.email=alice@harbor.example', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });

  async function committed(...versions: string[]): Promise<string> {
    const folder = await workspace(sale);
    git(folder, 'init', '-q');
    for (const version of versions) {
      await writeFile(join(folder, 'facts.yaml'), version);
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '--allow-empty', '-m', 'facts');
    }
    return folder;
  }

  it('blocks an end that was another one before, with both as evidence', async () => {
    const folder = await committed(facts('2026-11-29T23:59:00Z'), facts('2026-12-06T23:59:00Z'));
    expect(await judge(folder)).toMatchObject({ found: ['msg-urgency-true moved'], verdict: 'block' });
  });

  it('blocks an end that is changed in the working tree alone', async () => {
    const folder = await committed(facts('2026-11-29T23:59:00Z'));
    await writeFile(join(folder, 'facts.yaml'), facts('2026-12-06T23:59:00Z'));
    expect(await judge(folder)).toMatchObject({ found: ['msg-urgency-true moved'] });
  });

  it('is silent for one end, for another offer, and past versions that cannot be read', async () => {
    const folder = await committed(
      '::: [no yaml',
      facts('2026-11-29T23:59:00Z', 'AUTUMN26'),
      facts('2026-12-06T23:59:00+00:00'),
      facts('2026-12-06T23:59:00Z'),
    );
    expect(await judge(folder)).toMatchObject({ found: [], missing: [] });
  });

  it('is not assessed outside of git, and does not have to be', async () => {
    const report = await checkWorkspace(await workspace(sale), {
      at: NOW,
      only: [],
      since: null,
      noFacts: false,
      allowHosts: [],
      allowPaths: [],
    });
    const entries = report.ok
      ? report.value.uses[0]!.notAssessed.filter(({ check: id }) => id === 'msg-urgency-true')
      : [];
    expect(entries).toEqual([
      { check: 'msg-urgency-true', missing: ['history of deadlines'], required: false },
    ]);
  });
});
