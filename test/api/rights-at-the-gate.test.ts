import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeOldRequests } from '../../src/stores/sql/repositories/customer-requests.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { Customer, press } from './customer-pages.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const RIGHTS = ['restrict', 'opt-out-sale'] as const;

describe.each(ENGINES)('what was asked by right, at the gate, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let cora: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    await world.use('spring');
    await world.use('autumn');
    await world.use('shared', { purpose: 'third_party_sharing', basis: 'legitimate-interest' });
    await world.use('for-you', { purpose: 'personalize', basis: 'legitimate-interest' });
    await world.essential('receipt');
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const decided = async (subject: string, uses: readonly string[]) =>
    Promise.all(uses.map(async (use) => (await world.ask(use, subject)).body.decision));
  const answer = async (kind: string, body: object) => {
    const [{ id, version }] = (await cora.ask(`/v1/requests?kind=${kind}&sort=asked&direction=desc`)).body
      .items;
    const done = await cora.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body,
    });
    expect([done.status, done.body.code]).toEqual([200, undefined]);
  };
  it('keeps data unused from the press on, for as long as the restriction stands, and sends what is owed', async () => {
    const person = await world.person('ann');
    const ann = new Customer(server, 'ann');
    expect(await decided(person, ['spring', 'receipt'])).toEqual(['permit', 'permit']);
    await press(server, '/rights', { email: ann.address, do: 'restrict' });
    expect((await decided(person, ['autumn']))[0]).toBe('permit');
    const page = `/rights/${ann.token('rights', 'restrict')}`;
    expect((await press(server, page, { do: 'restrict', words: 'The date is wrong.' })).status).toBe(303);
    const after = { dispatch: 'tuesday' };
    expect(await world.codes('spring', person, after)).toEqual(['hold', 'protected']);
    expect(await world.codes('for-you', person, after)).toEqual(['hold', 'protected']);
    expect((await world.ask('receipt', person, after)).body.decision).toBe('permit');
    // Nobody may learn from an answer why somebody is left alone.
    expect(JSON.stringify((await world.ask('spring', person, after)).body)).not.toMatch(/restrict/);

    await answer('restrict', { do: 'answer', outcome: 'done', words: 'We keep it unused until May.' });
    const tomorrow = new Date(server.now.getTime() + 86_400_000);
    must(await server.context.store.write(({ db }) => removeOldRequests(db, tomorrow)));
    expect(await world.codes('spring', person, { dispatch: 'wednesday' })).toEqual(['hold', 'protected']);
    expect((await server.ask<string>(page)).body).toContain('We wrote to you: We keep it unused until May.');
  });

  it('neither sells nor shares from the answer on, without any proof, and takes no more than that', async () => {
    const person = await world.person('eli');
    const cid = new Customer(server, 'eli');
    const said = async (use: string, dispatch: string) =>
      (await world.codes(use, person, { dispatch })).filter((code) => /said-no|protected/.test(code));
    for (const use of ['shared', 'spring', 'for-you']) expect(await said(use, 'monday')).toEqual([]);
    const objected = await press(server, '/rights', { email: cid.address, do: 'opt-out-sale' });
    expect(objected.body).toContain('It counts from now on.');
    expect(await said('shared', 'tuesday')).toEqual(['said-no']);
    for (const use of ['spring', 'for-you']) expect(await said(use, 'tuesday')).toEqual([]);
    // A person tells those who have the data; until then it is not answered.
    const [request] = (await cora.ask('/v1/requests?kind=opt-out-sale')).body.items;
    expect(request).toMatchObject({ state: 'open', proof: { needed: 'none' } });
    await press(server, '/rights', { email: cid.address, do: 'opt-out-sale' });
    expect((await cora.ask('/v1/requests?kind=opt-out-sale')).body.items).toHaveLength(1);
  });

  it.each(RIGHTS)('%s stands on the page of one’s own, and can be taken back', async (kind) => {
    const dan = new Customer(server, `dan-${kind}`);
    const page = `/rights/${dan.token('rights', kind)}`;
    await press(server, page, { do: kind });
    const shown = (await server.ask<string>(page)).body;
    expect(shown).toContain('We have it.');
    expect(shown).toContain('value="withdraw"');
  });
});
