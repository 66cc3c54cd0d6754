import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRequest } from '../../src/app/server/requests/open.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { Customer, setUpPages } from './customer-pages.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('the Data Rights Protocol on PostgreSQL');

const rawKey = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64');

describe.each(ENGINES)('the Data Rights Protocol, $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let cora: Somebody;
  let olga: Somebody;
  let aud: Somebody;

  /** An agent with its key pair, registered and, once paired, with its token. */
  interface Agent {
    readonly id: string;
    readonly key: KeyObject;
    token: string;
  }
  const agents: Agent[] = [];

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    await setUpPages(ada);
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    for (const id of ['AGENT_ONE', 'AGENT_TWO']) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const body = { id, name: `Agent ${id}`, business: 'harbor', verifyKey: rawKey(publicKey) };
      const made = await ada.ask('/v1/agents', { method: 'POST', body });
      expect([made.status, made.body.detail]).toEqual([201, undefined]);
      const agent = { id, key: privateKey, token: made.body.setUpToken as string };
      agents.push(agent);
      const paired = await send(agent, 'POST', `/v1/agent/${id}`, {});
      expect([paired.status, paired.body['agent-id']]).toEqual([200, id]);
      agent.token = paired.body.token;
    }
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const iso = (seconds: number): string => new Date(server.now.getTime() + seconds * 1000).toISOString();
  const claimsOf = ({ id }: Agent): object => ({
    'agent-id': id,
    'business-id': 'harbor',
    'issued-at': iso(-30),
    'expires-at': iso(570),
    'drp.version': '1.0',
  });
  const signed = (message: object, key: KeyObject): string => {
    const body = Buffer.from(JSON.stringify(message));
    return Buffer.concat([sign(null, body, key), body]).toString('base64');
  };
  const post = (
    token: string | null,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: string,
  ): Promise<Answer> =>
    server.ask(path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'text/plain' }),
      },
    });
  const send = (agent: Agent, method: 'POST' | 'DELETE', path: string, over: object): Promise<Answer> =>
    post(agent.token, method, path, signed({ ...claimsOf(agent), ...over }, agent.key));
  const exercise = (agent: Agent, over: object): Promise<Answer> =>
    send(agent, 'POST', '/v1/data-rights-request', over);
  let count = 0;
  const somebody = (): Customer => {
    count += 1;
    return new Customer(server, `agent-asks-${count}`);
  };
  const write = async <T>(work: (work: Work) => Promise<T>): Promise<T> =>
    must(await server.context.store.write(work));
  const requestsOf = (customer: Customer) =>
    write(({ db }) =>
      db.selectFrom('customerRequests').selectAll().where('subject', '=', customer.subject).execute(),
    );

  it('gives nobody an answer without a credential, not even who would set one up', async () => {
    const [one] = agents as [Agent];
    const body = signed(claimsOf(one), one.key);
    for (const [method, path] of [
      ['POST', `/v1/agent/${one.id}`],
      ['GET', `/v1/agent/${one.id}`],
      ['POST', '/v1/data-rights-request'],
      ['GET', '/v1/data-rights-request/0'],
      ['DELETE', '/v1/data-rights-request/0'],
    ] as const)
      expect([path, (await post(null, method, path, method === 'GET' ? undefined : body)).status]).toEqual([
        path,
        401,
      ]);
    for (const by of [olga, cora, aud]) expect((await by.ask(`/v1/agent/${one.id}`)).status).toBe(403);
  });

  it('sets a token up once for each signed message, and the one before ends', async () => {
    const [, two] = agents as [Agent, Agent];
    const before = two.token;
    const paired = await send(two, 'POST', `/v1/agent/${two.id}`, {});
    two.token = paired.body.token;
    expect(two.token).not.toBe(before);
    expect((await post(before, 'GET', `/v1/agent/${two.id}`)).status).toBe(401);
    const now = await post(two.token, 'GET', `/v1/agent/${two.id}`);
    expect([now.status, now.body]).toEqual([200, {}]);
    expect((await post(two.token, 'GET', `/v1/agent/${agents[0]!.id}`)).status).toBe(403);
  });

  it('answers 403 and nothing else to a message for a token that does not hold', async () => {
    const [one, two] = agents as [Agent, Agent];
    for (const [over, key] of [
      [{ 'agent-id': two.id }, one.key],
      [{ 'business-id': 'somebody-else' }, one.key],
      [{ 'issued-at': iso(60) }, one.key],
      [{ 'expires-at': iso(-1) }, one.key],
      [{}, two.key],
    ] as const) {
      const answer = await post(
        one.token,
        'POST',
        `/v1/agent/${one.id}`,
        signed({ ...claimsOf(one), ...over }, key),
      );
      expect([over, answer.status, answer.body]).toEqual([over, 403, '']);
    }
    expect((await post(one.token, 'GET', `/v1/agent/${one.id}`)).status).toBe(200);
  });

  it('opens a request with what the agent verified as proof, and answers its status', async () => {
    const [one] = agents as [Agent];
    const customer = somebody();
    const asked = await exercise(one, {
      exercise: 'access:categories',
      regime: 'ccpa',
      'agent-request-id': 'mine-7',
      email: customer.address,
      email_verified: true,
    });
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({ agent_request_id: 'mine-7', status: 'in_progress' });
    expect(asked.body.reason).toBeUndefined();
    expect(Date.parse(asked.body.expected_by)).toBeGreaterThan(server.now.getTime());
    const [row] = await requestsOf(customer);
    expect(row).toMatchObject({
      kind: 'access',
      detail: 'categories',
      jurisdiction: 'us-ca',
      through: 'data-rights-protocol',
    });
    const seen = await post(one.token, 'GET', `/v1/data-rights-request/${asked.body.request_id}`);
    expect(seen.body).toEqual(asked.body);
    expect(JSON.stringify(seen.body)).not.toContain(customer.address);
    expect(
      (await post(agents[1]!.token, 'GET', `/v1/data-rights-request/${asked.body.request_id}`)).status,
    ).toBe(403);
    const { headers } = await cora.ask(`/v1/requests/${row!.id}`);
    const answered = await cora.ask(`/v1/requests/${row!.id}/actions`, {
      method: 'POST',
      headers: { 'if-match': String(headers.etag) },
      body: { do: 'refuse', reason: 'no-match', words: 'We know nobody at this address.' },
    });
    expect(answered.body).toMatchObject({ state: 'refused' });
    expect(
      (await post(one.token, 'GET', `/v1/data-rights-request/${asked.body.request_id}`)).body,
    ).toMatchObject({
      status: 'denied',
      reason: 'no_match',
    });
  });

  it.each([
    ['an unverified address, for the data', { exercise: 'access:specific' }, 'need_user_verification'],
    [
      'one verified thing, for the data',
      { exercise: 'access:specific', email_verified: true },
      'need_user_verification',
    ],
    [
      'two verified things, for the data',
      {
        exercise: 'access',
        email_verified: true,
        phone_number: '+49 30 901820',
        phone_number_verified: true,
      },
      undefined,
    ],
    [
      'one verified thing, to erase',
      { exercise: 'deletion', email_verified: true },
      'need_user_verification',
    ],
  ])('asks for proof in proportion: %s', async (_, over, reason) => {
    const { body } = await exercise(agents[0]!, { ...over, email: somebody().address });
    expect(body).toMatchObject({ status: 'in_progress' });
    expect(body.reason).toBe(reason);
    expect(typeof body.user_verification_url).toBe(reason === undefined ? 'undefined' : 'string');
  });

  it('heeds a no to sale at once, for a stranger too, and takes no yes from an agent', async () => {
    const customer = somebody();
    const asked = await exercise(agents[0]!, {
      exercise: 'sale:opt-out',
      regime: 'ccpa',
      email: customer.address,
    });
    expect([asked.body.code, asked.body.detail, asked.body.status]).toEqual([
      undefined,
      undefined,
      'in_progress',
    ]);
    for (const purpose of [
      'third_party_sharing',
      'marketing.advertising.third_party',
      'marketing.advertising.profiling',
    ])
      expect([purpose, (await customer.answer({ purpose, needsConsent: false })).permitted]).toEqual([
        purpose,
        false,
      ]);
    const yes = await exercise(agents[0]!, {
      exercise: 'sale:opt-in',
      email: customer.address,
      email_verified: true,
    });
    expect(yes.body).toMatchObject({ status: 'denied', reason: 'claim_not_covered' });
    expect((await customer.answer({ purpose: 'third_party_sharing', needsConsent: false })).permitted).toBe(
      false,
    );
  });

  it('knows ours: objection, profiling, explanation, contest and inferences', async () => {
    for (const [right, kind, more] of [
      ['marketing:object', 'object', {}],
      ['profiling:opt-out', 'opt-out-profiling', {}],
      ['explain', 'access', {}],
      ['inference:access', 'access', {}],
      [
        'inference:correct',
        'correct',
        { 'scruple:wrong': 'I am no runner', 'scruple:right': 'I ride a bicycle' },
      ],
      ['contest', 'contest', { 'scruple:use': 'winback-spring' }],
    ] as const) {
      const customer = somebody();
      const { status, body } = await exercise(agents[0]!, {
        exercise: right,
        email: customer.address,
        email_verified: true,
        ...more,
      });
      expect([right, status, body.detail]).toEqual([right, 200, undefined]);
      expect([right, (await requestsOf(customer)).map((one) => one.kind)]).toEqual([right, [kind]]);
    }
    for (const right of ['contest', 'inference:correct'])
      expect((await exercise(agents[0]!, { exercise: right, email: somebody().address })).body.status).toBe(
        'denied',
      );
    expect((await exercise(agents[0]!, { exercise: 'deletion' })).body).toMatchObject({
      status: 'denied',
      reason: 'no_match',
    });
  });

  it('takes an objection of somebody who objects already, and never asked', async () => {
    const customer = somebody();
    const left = await cora.ask('/v1/ledger/choices', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: customer.address },
        choices: [
          {
            id: 'by-phone',
            kind: 'objected',
            scope: { purpose: null, channel: null, topic: null },
            at: iso(-60),
            proof: {
              notice: null,
              uiHash: null,
              language: 'en',
              method: 'phone',
              actor: 'person',
              jurisdiction: null,
              sourceSystem: 'desk',
            },
          },
        ],
      },
    });
    expect([left.status, left.body.detail]).toEqual([201, undefined]);
    const { body } = await exercise(agents[0]!, { exercise: 'marketing:object', email: customer.address });
    expect([body.detail, body.status]).toEqual([undefined, 'fulfilled']);
    const sale = await exercise(agents[0]!, { exercise: 'sale:opt-out', email: customer.address });
    expect([sale.body.detail, sale.body.status]).toEqual([undefined, 'in_progress']);
  });

  it('keeps a message that comes twice as one, and refuses every other that is not whole', async () => {
    const [one, two] = agents as [Agent, Agent];
    const customer = somebody();
    const message = { ...claimsOf(one), exercise: 'deletion', email: customer.address };
    const text = signed(message, one.key);
    const first = await post(one.token, 'POST', '/v1/data-rights-request', text);
    const again = await post(one.token, 'POST', '/v1/data-rights-request', text);
    expect(again.body).toEqual(first.body);
    expect(await requestsOf(customer)).toHaveLength(1);
    let [stranger, bytes] = [somebody(), Buffer.alloc(0)];
    // Some messages read the same in both alphabets of base64: one that does not shows which is taken.
    do {
      stranger = somebody();
      bytes = Buffer.from(signed({ ...message, email: stranger.address }, one.key), 'base64');
    } while (bytes.toString('base64') === bytes.toString('base64url'));
    const theirs = { ...message, email: stranger.address };
    const bad: Array<readonly [string, string]> = [
      [two.token, signed(theirs, one.key)],
      [one.token, signed({ ...theirs, 'agent-id': two.id }, one.key)],
      [one.token, signed({ ...theirs, 'business-id': 'x' }, one.key)],
      [one.token, signed({ ...theirs, 'issued-at': iso(1) }, one.key)],
      [one.token, signed({ ...theirs, 'expires-at': iso(0) }, one.key)],
      [one.token, signed({ ...theirs, 'expires-at': iso(3600) }, one.key)],
      [one.token, bytes.subarray(64).toString('base64')],
      [one.token, bytes.toString('base64url')],
      [one.token, JSON.stringify(theirs)],
      ...Array.from({ length: 24 }, (_, index) => {
        const changed = Buffer.from(bytes);
        changed[Math.floor((index * (bytes.length - 1)) / 23)]! ^= 1 << (index % 8);
        return [one.token, changed.toString('base64')] as const;
      }),
    ];
    for (const [token, body] of bad)
      expect([
        body.slice(0, 30),
        (await post(token, 'POST', '/v1/data-rights-request', body)).body.code,
      ]).toEqual([body.slice(0, 30), 'agent.message-refused']);
    expect(await requestsOf(stranger)).toEqual([]);
    const json = await server.ask('/v1/data-rights-request', {
      method: 'POST',
      body: theirs,
      headers: { authorization: `Bearer ${one.token}` },
    });
    expect(json.status).toBe(400);
  });

  it('lets an agent take back what it asked, and not what the person or another asked, too', async () => {
    const [one, two] = agents as [Agent, Agent];
    const customer = somebody();
    const asked = (await exercise(one, { exercise: 'deletion', email: customer.address })).body.request_id;
    expect((await send(two, 'DELETE', `/v1/data-rights-request/${asked}`, { reason: 'x' })).status).toBe(403);
    // The protocol has a reason in this message, and no claims.
    const back = await post(
      one.token,
      'DELETE',
      `/v1/data-rights-request/${asked}`,
      signed({ reason: 'no' }, one.key),
    );
    expect(back.body.status).toBe('revoked');
    expect((await requestsOf(customer))[0]!.state).toBe('withdrawn');
    expect(
      (await post(one.token, 'DELETE', `/v1/data-rights-request/${asked}`, signed({}, one.key))).body.status,
    ).toBe('revoked');
    expect(
      (
        await post(
          one.token,
          'DELETE',
          `/v1/data-rights-request/${asked}`,
          signed({ 'agent-id': two.id }, one.key),
        )
      ).status,
    ).toBe(403);
    const own = somebody();
    await write((work) =>
      openRequest(work, server.context, {
        kind: 'erase',
        subject: own.subject,
        identifiers: [{ kind: 'email', value: own.address }],
        jurisdiction: null,
        proofs: ['address', 'person-checked'],
        through: 'preferences',
        actor: 'person',
      }),
    );
    const joined = (await exercise(one, { exercise: 'deletion', email: own.address })).body.request_id;
    expect(
      (
        await post(
          one.token,
          'DELETE',
          `/v1/data-rights-request/${joined}`,
          signed({ reason: 'no' }, one.key),
        )
      ).body.status,
    ).toBe('revoked');
    expect((await requestsOf(own))[0]!.state).not.toBe('withdrawn');
  });

  it('is looked after by administrators, and ends with the agent', async () => {
    const key = rawKey(generateKeyPairSync('ed25519').publicKey);
    const body = { id: 'AGENT_GONE', name: 'Gone', business: 'harbor', verifyKey: key };
    for (const by of [olga, cora, aud])
      expect((await by.ask('/v1/agents', { method: 'POST', body })).status).toBe(403);
    expect(
      (await ada.ask('/v1/agents', { method: 'POST', body: { ...body, verifyKey: 'AAAA' } })).body.code,
    ).toBe('agent.invalid-key');
    const made = await ada.ask('/v1/agents', { method: 'POST', body });
    expect((await ada.ask('/v1/agents', { method: 'POST', body })).body.code).toBe('store.exists');
    expect((await post(made.body.setUpToken, 'GET', '/v1/agent/AGENT_GONE')).status).toBe(200);
    expect((await cora.ask('/v1/agents')).body.items.map(({ id }: { id: string }) => id)).toContain(
      'AGENT_GONE',
    );
    expect((await ada.ask('/v1/agents/AGENT_GONE', { method: 'DELETE' })).status).toBe(204);
    expect((await post(made.body.setUpToken, 'GET', '/v1/agent/AGENT_GONE')).status).toBe(401);
    const log = JSON.stringify((await aud.ask('/v1/evidence?subject=agents&limit=500')).body.items);
    expect(log).toContain('agent.paired');
    expect(log).not.toContain('customer.example');
  });
});
