import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSource, resolveIn } from '../../src/app/server/access/ask-sources.ts';
import { askableWarehouses } from '../../src/app/server/access/askable-warehouses.ts';
import type { KnownSource } from '../../src/app/server/access/known-sources.ts';
import { openedWarehouses } from '../../src/app/server/access/opened-warehouses.ts';
import type { DescribedField } from '../../src/playbook/6-control/access/access-document.ts';
import { keysFrom } from '../../src/playbook/6-control/access/person-keys.ts';
import { must } from '../contract/store-engines.ts';
import {
  emptyDatabase,
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../harness/postgres.ts';

sayWithoutPostgres('rows of one person in PostgreSQL');

const field = (name: string, category = 'user.behavior'): DescribedField => ({
  field: name,
  category,
  origin: 'provided',
  supplier: null,
  purposes: [],
  basis: null,
  retention: null,
  recipients: [],
  notice: null,
  acquiredAt: null,
  derivedFrom: [],
});
const source = (
  dataset: string,
  keys: KnownSource['table']['keys'],
  fields: readonly DescribedField[],
): KnownSource => ({
  dataset,
  fields,
  table: { source: 'shop', system: 'Shop', dataset, subjects: 'customer', warehouse: 'shop', keys },
});
const CUSTOMERS = source('crm.customers', { customer: 'customer_id', email: 'Email', phone: 'phone' }, [
  field('customer_id', 'user.unique_id'),
  field('email', 'user.contact.email'),
  field('phone', 'user.contact.phone_number'),
]);
const ORDERS = source('crm.orders', { customer: 'customer_id' }, [
  field('customer_id'),
  field('paid'),
  field('at'),
]);

describe.skipIf(!hasPostgres)('the rows of one person in PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    const url = await emptyDatabase(server);
    process.env.ACCESS_TEST_URL = url;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      create schema crm;
      create table crm.customers (customer_id integer, "Email" text, phone text, secret text);
      insert into crm.customers values (7, ' Ann@Customer.example', '+49 (30) 90-1820', 's'), (8, 'home@customer.example', null, 's'), (9, 'HOME@customer.example', null, 's');
      create table crm.orders (customer_id integer, paid bigint, at timestamptz);
      insert into crm.orders values (7, 9007199254740993, '2026-11-01T10:00:00+02'), (8, 1, now());
    `);
    await client.end();
  }, 60_000);
  afterAll(async () => {
    delete process.env.ACCESS_TEST_URL;
    await server.stop();
  });

  const ask = async (kind: 'email' | 'phone' | 'customer', value: string) => {
    const warehouses = openedWarehouses(must(askableWarehouses(['shop=env:ACCESS_TEST_URL'])));
    try {
      const keys = await resolveIn([CUSTOMERS, ORDERS], warehouses, keysFrom([{ kind, value }]));
      return [
        await askSource(CUSTOMERS, warehouses, keys, new Set(['ann@customer.example'])),
        await askSource(ORDERS, warehouses, keys, new Set()),
      ] as const;
    } finally {
      await warehouses.close();
    }
  };

  it.each([
    ['email', 'ann@customer.example'],
    ['phone', '+49 30 901820'],
    ['customer', '7'],
  ] as const)('are found by %s, whatever the type of the column, in every table', async (kind, value) => {
    const [customers, orders] = await ask(kind, value);
    expect(customers.part?.rows).toEqual([
      { customer_id: 7, email: ' Ann@Customer.example', phone: '+49 (30) 90-1820' },
    ]);
    expect(customers.out).toContainEqual({
      where: 'crm.customers.secret',
      because: 'not-described',
      count: 1,
    });
    expect(orders.part?.rows).toEqual([
      { customer_id: 7, paid: '9007199254740993', at: '2026-11-01T08:00:00.000Z' },
    ]);
  });

  it.each(['07', "7'or'1'='1", '7.0', '70'])('are none for the customer %s', async (value) => {
    const [customers, orders] = await ask('customer', value);
    expect([customers.part?.rows, orders.part?.rows]).toEqual([[], []]);
  });

  it('are not asked for by an address that two share', async () => {
    const [customers, orders] = await ask('email', 'home@customer.example');
    expect([customers.part, orders.part]).toEqual([null, null]);
    expect(customers.because).toMatch(/more than one person/);
  });

  it('are said not to be there where the address of the database is not set, or it does not answer', async () => {
    for (const place of ['shop=env:ACCESS_TEST_NOTHING', 'shop=/nowhere/at-all.duckdb']) {
      const warehouses = openedWarehouses(must(askableWarehouses([place])));
      const keys = await resolveIn(
        [CUSTOMERS],
        warehouses,
        keysFrom([{ kind: 'email', value: 'ann@customer.example' }]),
      );
      expect(keys.untold.length).toBeGreaterThan(0);
      const answer = await askSource(CUSTOMERS, warehouses, keys, new Set());
      expect([answer.part, answer.because]).toEqual([
        null,
        expect.stringMatching(/could not be asked|not answer|cannot be read/),
      ]);
      await warehouses.close();
    }
  });
});

describe('the warehouses that may be asked', () => {
  it.each([['main'], ['=x'], ['Main=x'], ['main='], ['a=1', 'a=2']])(
    'are named as NAME=PLACE, each once: not %s',
    (...texts) => {
      expect(askableWarehouses(texts).ok).toBe(false);
    },
  );
});
