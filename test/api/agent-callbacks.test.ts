import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealCallback } from '../../src/app/server/access/protocol/callback.ts';
import { tellAgents } from '../../src/app/server/access/protocol/tell-agents.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';
import { PairedAgent } from './paired-agent.ts';
import { isSignedBy, Receiver } from './receiver.ts';

sayWithoutPostgres('callbacks of the Data Rights Protocol on PostgreSQL');

describe.each(ENGINES)('status callbacks of agents, $name', (engine) => {
  let server: TestServer;
  let cora: Somebody;
  let agent: PairedAgent;
  let receiver: Receiver;

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    await setUpPages(ada);
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    agent = await PairedAgent.pair(server, ada, 'AGENT_ONE');
    receiver = await Receiver.start();
  }, 120_000);
  afterAll(async () => {
    receiver.stop();
    await server.stop();
    await engine.stop();
  });
  beforeEach(() => {
    receiver.got = [];
    receiver.status = 200;
  });

  let count = 0;
  const asks = async (over: object = {}) => {
    count += 1;
    const { body } = await agent.exercise({
      exercise: 'access:categories',
      email: `called-back-${count}@people.example`,
      status_callback: `${receiver.address}/told?agent=${count}`,
      'agent-request-id': `mine-${count}`,
      ...over,
    });
    return body;
  };
  const requestOf = async (exercised: string): Promise<string> =>
    must(
      await server.context.store.read((db) =>
        db.selectFrom('agentRequests').selectAll().where('id', '=', exercised).executeTakeFirstOrThrow(),
      ),
    ).requestId!;
  const act = async (id: string, body: object) => {
    const { headers } = await cora.ask(`/v1/requests/${id}`);
    return cora.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': String(headers.etag) },
      body,
    });
  };
  const deadLetters = async () => must(await server.context.store.read((db) => outboxOf(db).deadLetters(50)));

  it('tell the status as the protocol shapes it, signed, when it changes, and once', async () => {
    const exercised = await asks();
    const id = await requestOf(exercised.request_id);
    expect(must(await tellAgents(server.context))).toBe(0);
    await act(id, { do: 'confirm-person' });
    // Whose work it is changes nothing for the agent.
    await act(id, { do: 'take' });
    await act(id, { do: 'refuse', reason: 'no-match', words: 'We know nobody at this address.' });
    expect(must(await tellAgents(server.context))).toBeGreaterThan(0);
    expect(must(await tellAgents(server.context))).toBe(0);
    const last = receiver.got.at(-1)!;
    expect([last.path, isSignedBy(last, agent.secret)]).toEqual([`/told?agent=${count}`, true]);
    expect(isSignedBy({ ...last, body: last.body.replace('denied', 'fulfilled') }, agent.secret)).toBe(false);
    expect(JSON.parse(last.body)).toEqual({
      request_id: exercised.request_id,
      agent_request_id: `mine-${count}`,
      received_at: exercised.received_at,
      status: 'denied',
      reason: 'no_match',
      processing_details: 'the person was told why',
    });
    expect(last.body).not.toContain('people.example');
  });

  it('are kept without an address in the outbox, tried for three days, and then kept as a dead letter', async () => {
    const id = await requestOf((await asks()).request_id);
    receiver.status = 500;
    await act(id, { do: 'refuse', reason: 'no-match', words: 'We know nobody at this address.' });
    const rows = must(await server.context.store.read((db) => db.selectFrom('outbox').selectAll().execute()));
    expect(JSON.stringify(rows)).not.toContain('/told');
    const now = server.now;
    for (let hours = 0; hours < 24 * 4; hours += 2) {
      server.now = new Date(now.getTime() + hours * 3_600_000);
      await tellAgents(server.context);
    }
    expect(receiver.got).toHaveLength(10);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deadLetters()).toMatchObject([{ attempts: 10, lastFailure: 'hook.not-delivered' }]);
    server.now = now;
  });

  it('go nowhere for what was taken back, and where none was asked for', async () => {
    const { request_id: exercised } = await asks();
    const id = await requestOf(exercised);
    await act(id, { do: 'extend', words: 'We ask four shops, and two are slow.' });
    await agent.send('DELETE', `/v1/data-rights-request/${exercised}`, { reason: 'no' });
    const silent = await requestOf((await asks({ status_callback: undefined })).request_id);
    await act(silent, { do: 'refuse', reason: 'no-match', words: 'We know nobody at this address.' });
    must(await tellAgents(server.context));
    expect(receiver.got).toEqual([]);
  });

  it('are refused to an address that is no public https one', async () => {
    for (const address of ['ftp://agent.example/x', 'https://a:b@agent.example/x', 'x'])
      expect((await asks({ status_callback: address })).code).toBe('hook.not-allowed');
    // This server is tried out on this machine; one that is reached from elsewhere tells no private address.
    const reached = { sealer: server.context.sealer, origin: () => 'https://scruple.harbor.example' };
    for (const address of ['http://agent.example/x', 'https://127.0.0.1/x', 'https://10.0.0.7/x'])
      expect([address, sealCallback(reached, 'a', address).ok]).toEqual([address, false]);
    expect(sealCallback(reached, 'a', 'https://agent.example/x').ok).toBe(true);
  });
});
