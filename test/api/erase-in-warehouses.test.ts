import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AskableWarehouses, askableWarehouses } from '../../src/app/server/access/askable-warehouses.ts';
import { fail, ok } from '../../src/kernel/result.ts';
import { unconfirmed } from '../../src/stores/warehouse/change-problems.ts';
import { fiveSources, PEOPLE, WORKSPACE } from '../access/five-sources.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { setUpPages } from './customer-pages.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('erasures in warehouses, on PostgreSQL');

/** The bill of an order is kept by a law, and so are all letters of the support. */
const FILES = WORKSPACE.map(({ path, text }) => ({
  path,
  text: path.endsWith('shop.yaml')
    ? text.replace(
        'paid_cents, category: user.financial',
        'paid_cents, category: user.financial, basis: legal-obligation',
      )
    : path.endsWith('support.yaml')
      ? text.replace('basis: contract', 'basis: legal-obligation')
      : text,
}));

interface Plan {
  readonly warehouse: string;
  readonly plan: string;
  readonly tables: readonly object[];
  readonly notAsked: ReadonlyArray<{ readonly dataset: string; readonly because: string }>;
}

describe.each(ENGINES)('an erasure in warehouses, $name', (engine) => {
  let server: TestServer;
  let cora: Somebody;
  let olga: Somebody;
  let sources: Awaited<ReturnType<typeof fiveSources>>;
  let fault: 'none' | 'unconfirmed' | 'dies' = 'none';

  beforeAll(async () => {
    await engine.start();
    sources = await fiveSources();
    for (const place of sources.places) {
      const [name, path] = place.split('=') as [string, string];
      process.env[`WRITE_${name.toUpperCase()}`] = path;
    }
    // All but the broker’s feed may be changed.
    const changeable = ['crm', 'shop', 'support', 'web'].map(
      (name) => `${name}=env:WRITE_${name.toUpperCase()}`,
    );
    const real = must(askableWarehouses(sources.places, changeable));
    const warehouses: AskableWarehouses = {
      ...real,
      async openToChange(name) {
        if (fault === 'dies') throw new Error('the process ends here');
        return fault === 'none'
          ? real.openToChange(name)
          : ok({ change: async () => fail(unconfirmed()), close: async () => {} });
      },
    };
    server = await TestServer.start({ location: await engine.place(), warehouses });
    const ada = await server.administrator();
    await setUpPages(ada);
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    const pushed = await olga.ask('/v1/uses/come-back/versions', {
      method: 'POST',
      body: { workspace: 'harbor', files: FILES },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
    await sources.remove();
  });
  beforeEach(() => {
    fault = 'none';
  });

  const rows = async (name: string, sql: string): Promise<readonly unknown[][]> => {
    const instance = await DuckDBInstance.create(
      sources.places.find((one) => one.startsWith(`${name}=`))!.split('=')[1]!,
    );
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(sql);
    connection.closeSync();
    instance.closeSync();
    return read.getRows() as unknown[][];
  };
  const asked = async (kind: string, email: string, over: object = {}): Promise<string> => {
    const { status, body } = await cora.ask('/v1/requests', {
      method: 'POST',
      body: {
        kind,
        identifiers: [{ kind: 'email', value: email }],
        proofs: ['address', 'person-checked'],
        ...over,
      },
    });
    expect([status, body.detail]).toEqual([201, undefined]);
    await post(body.id, 'actions', { do: 'carry-out' });
    return body.id;
  };
  const read = (id: string): Promise<Answer> => cora.ask(`/v1/requests/${id}`);
  const post = async (id: string, path: string, body: object, by = cora): Promise<Answer> => {
    const { headers } = await read(id);
    const match: Record<string, string> = path === 'dry-run' ? {} : { 'if-match': String(headers.etag) };
    return by.ask(`/v1/requests/${id}/${path}`, { method: 'POST', headers: match, body });
  };
  const plans = async (id: string, body = {}) => {
    const { status, body: answer } = await post(id, 'dry-run', body);
    expect([status, answer.detail]).toEqual([200, undefined]);
    return new Map((answer.warehouses as readonly Plan[]).map((one) => [one.warehouse, one]));
  };
  const confirm = async (id: string, warehouse: string, body = {}): Promise<Answer> =>
    post(id, 'changes', { warehouse, plan: (await plans(id, body)).get(warehouse)!.plan, ...body });
  const destination = async (id: string, warehouse: string) =>
    (await read(id)).body.destinations.find(
      ({ name }: { name: string }) => name === `warehouse ${warehouse}`,
    );

  it('counts first, changes one warehouse at a time when that is confirmed, and keeps what a law keeps', async () => {
    const id = await asked('erase', PEOPLE.ann.email);
    const names = (await read(id)).body.destinations.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['CRM', 'warehouse crm', 'warehouse shop', 'warehouse web']),
    );
    expect(names).not.toContain('warehouse broker');
    const before = await plans(id);
    expect(before.get('web')!.tables).toEqual([
      {
        dataset: 'web.sessions',
        does: 'delete',
        columns: [],
        foundBy: 'customer_id',
        left: [],
        rows: 30,
        kept: 0,
      },
    ]);
    expect(before.get('shop')!.tables).toMatchObject([
      {
        does: 'empty',
        columns: ['orders_last_year', 'days_since_order'],
        left: ['customer_id', 'paid_cents'],
        rows: 1,
        kept: 1,
      },
    ]);
    expect(before.get('support')!.tables).toMatchObject([{ does: 'keep', rows: 1, kept: 1 }]);
    expect(before.get('crm')!.notAsked).toEqual([
      { dataset: 'crm.archive', because: expect.stringContaining('by which field') },
    ]);
    expect(await rows('web', 'select count(*) from web.sessions')).toEqual([[60n]]);
    // The table that leads from the address to the customer goes first, and the others still know whose rows to take.
    for (const warehouse of ['crm', 'web', 'shop', 'support']) {
      const done = await confirm(id, warehouse);
      expect([warehouse, done.status, done.body.code]).toEqual([warehouse, 200, undefined]);
    }
    expect(await rows('crm', 'select customer_id from crm.customers order by 1')).toEqual([
      ['7'],
      ['8'],
      ['9'],
    ]);
    expect(await rows('web', 'select count(*), min(customer_id) from web.sessions')).toEqual([[30n, '8']]);
    expect(await rows('shop', "select * from shop.orders where customer_id = '007'")).toEqual([
      ['007', null, null, 900n],
    ]);
    expect(await rows('support', 'select count(*) from support.tickets')).toEqual([[2n]]);
    expect(await destination(id, 'web')).toMatchObject({
      outcome: 'done',
      begunAt: null,
      tables: [{ dataset: 'web.sessions', does: 'delete', rows: 30 }],
    });
    expect([(await destination(id, 'shop')).outcome, (await destination(id, 'support')).outcome]).toEqual([
      'kept',
      'kept',
    ]);
    // A dataset that nobody can look through is for a person to say.
    expect(await destination(id, 'crm')).toMatchObject({ outcome: null, tables: [{ rows: 1 }] });
    expect((await plans(id)).get('crm')!.tables).toMatchObject([{ rows: 0 }]);
    const { body } = await read(id);
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['change-begun', 'changed']),
    );
    expect(JSON.stringify(body)).not.toMatch(/ann@|007/i);
  });

  it('refuses what was not looked at, who may not, and the same plan a second time', async () => {
    const id = await asked('erase', PEOPLE.dee.email);
    const plan = (await plans(id)).get('crm')!;
    expect((await post(id, 'dry-run', {}, olga)).status).toBe(403);
    expect((await post(id, 'changes', { warehouse: 'crm', plan: plan.plan }, olga)).status).toBe(403);
    for (const body of [
      { warehouse: 'web', plan: plan.plan },
      { warehouse: 'broker', plan: plan.plan },
      { warehouse: 'crm', plan: 'sha256:0' },
    ])
      expect((await post(id, 'changes', body)).body.code).toBe('rights.plan-changed');
    expect((await post(id, 'changes', { warehouse: 'crm', plan: plan.plan })).status).toBe(200);
    expect((await post(id, 'changes', { warehouse: 'crm', plan: plan.plan })).body.code).toBe(
      'rights.plan-changed',
    );
    expect(await rows('crm', "select count(*) from crm.customers where customer_id = '7'")).toEqual([[0n]]);
  });

  it('finds nothing by an address that two people share', async () => {
    const id = await asked('erase', PEOPLE.bo.email);
    const { tables, notAsked } = (await plans(id)).get('crm')!;
    expect(tables).toEqual([]);
    expect(notAsked.map(({ because }) => because).join()).toContain('more than one person');
    expect((await confirm(id, 'crm')).status).toBe(200);
    expect(await destination(id, 'crm')).toMatchObject({ outcome: null });
    expect(await rows('crm', "select count(*) from crm.customers where email like 'home%'")).toEqual([[2n]]);
  });

  it('says that nobody knows where the engine went away, and is done by doing it again', async () => {
    const bo = { identifiers: [{ kind: 'customer', value: PEOPLE.bo.customer }] };
    const id = await asked('erase', '', bo);
    fault = 'unconfirmed';
    const lost = await confirm(id, 'web');
    expect([lost.status, lost.body.code]).toEqual([422, 'warehouse.unconfirmed']);
    expect(await destination(id, 'web')).toMatchObject({
      begunAt: expect.any(String),
      outcome: null,
      tables: null,
    });
    fault = 'dies';
    expect((await confirm(id, 'web')).status).toBe(500);
    expect(await destination(id, 'web')).toMatchObject({ begunAt: expect.any(String), outcome: null });
    fault = 'none';
    expect((await confirm(id, 'web')).status).toBe(200);
    expect(await destination(id, 'web')).toMatchObject({
      begunAt: null,
      outcome: 'done',
      tables: [{ rows: 30 }],
    });
  });

  it('corrects a field that is named, and says so where it may not', async () => {
    const cy = { identifiers: [{ kind: 'customer', value: PEOPLE.cy.customer }] };
    const id = await asked('correct', '', {
      ...cy,
      correction: { wrong: 'Cy', right: 'Cyra', system: 'CRM' },
    });
    const corrections = [{ field: 'crm.customers.first_name', value: 'Cyra' }];
    const plan = (await plans(id, { corrections })).get('crm')!;
    expect(plan.tables).toMatchObject([{ does: 'correct', columns: ['first_name'], rows: 1 }]);
    const byKey = await plans(id, { corrections: [{ field: 'crm.customers.customer_id', value: '10' }] });
    expect(byKey.get('crm')!.notAsked[0]!.because).toContain('is found by');
    // What was confirmed is this value and no other.
    const other = await post(id, 'changes', {
      warehouse: 'crm',
      plan: plan.plan,
      corrections: [{ field: 'crm.customers.first_name', value: 'Bo' }],
    });
    expect(other.body.code).toBe('rights.plan-changed');
    expect((await confirm(id, 'crm', { corrections })).status).toBe(200);
    expect(await rows('crm', "select first_name from crm.customers where customer_id = '9'")).toEqual([
      ['Cyra'],
    ]);
    expect(await destination(id, 'crm')).toMatchObject({ outcome: 'done' });
    expect(JSON.stringify((await read(id)).body.events)).not.toContain('Cyra');
  });
});
