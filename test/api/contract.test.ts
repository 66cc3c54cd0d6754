import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { type Asking, cookieOf, PASSWORD } from './harness.ts';
import { askServer, type Running, setUp, startServer } from './running-server.ts';

// What the contract promises to programs outside, tried from outside: a process of its own, and nothing of ours in it.

sayWithoutPostgres('the contract of the server on PostgreSQL');

type Headers = Readonly<Record<string, string>>;
const PEOPLE = {
  operator: ['operator'],
  analyst: ['analyst'],
  reviewer: ['reviewer'],
  advocate: ['customer-advocate'],
  auditor: ['auditor'],
  both: ['operator', 'reviewer'],
} as const;
const USES = ['winback-spring', 'winback-spring-repaired', 'trail-ad-repaired'];
const [USE] = USES as [string];

describe.each(ENGINES)('the server, $name', (engine) => {
  let folder: string;
  let start: () => Promise<Running>;
  let server: Running;
  let files: readonly { readonly path: string; readonly text: string }[];
  const keys: Record<string, Headers> = {};
  /** All that went to stderr, over restarts. */
  let log = '';

  const ask = async (who: string | null, path: string, asking: Asking = {}) => {
    const headers = { ...(who === null ? {} : keys[who]), ...asking.headers };
    const answer = await askServer(server.url, path, { ...asking, headers });
    if (answer === null) throw new Error(`no answer to ${path}`);
    return answer;
  };
  const post = (who: string | null, path: string, body?: unknown, headers: Headers = {}) =>
    ask(who, path, { method: 'POST', ...(body === undefined ? {} : { body }), headers });
  const stop = async (use = USE, who = 'operator') => {
    const { status, body } = await post(who, `/v1/uses/${use}/stops`, { reason: 'a wrong price' });
    expect([status, body.detail]).toEqual([201, undefined]);
    return body as { readonly id: string; readonly version: number };
  };
  const lift = (who: string, { id, version }: { readonly id: string; readonly version: number }) =>
    post(who, `/v1/stops/${id}/lift`, { reason: 'mended' }, { 'if-match': `"${version}"` });
  const invitation = (name: string) => ({
    name,
    email: `${name.toLowerCase()}@harbor.example`,
    roles: ['analyst'],
  });

  beforeAll(async () => {
    await engine.start();
    folder = await mkdtemp(join(tmpdir(), 'scruple-contract-'));
    const place = await engine.place();
    const env: Record<string, string> = {
      DATABASE_URL: 'folder' in place ? '' : place.databaseUrl,
    };
    const data = 'folder' in place ? place.folder : folder;
    start = () => startServer(['--data', data], env);
    server = await start();
    const people = await setUp(server);
    keys.administrator = people.administrator;
    for (const [name, roles] of Object.entries(PEOPLE)) keys[name] = await people.person(name, roles);
    for (const machine of ['gate', 'intake']) {
      const made = await post('administrator', '/v1/keys', { name: machine, roles: [machine], days: 9 });
      keys[machine] = { authorization: `Bearer ${made.body.secret}` };
    }
    files = must(await definitionFiles('examples/harbor')).filter(
      ({ path }) => !path.startsWith('uses/') || USES.some((use) => path.startsWith(`uses/${use}/`)),
    );
    const pushed = await post('operator', '/v1/pushes', { workspace: 'harbor', files });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  }, 120_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Bytes as they are, so that no client tidies them up. Gives the status of the first answer, and all that came. */
  const raw = (text: string) =>
    new Promise<{ readonly status: number; readonly said: string }>((resolve, reject) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
      let said = '';
      socket.setEncoding('utf8').on('data', (piece) => {
        said += piece;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]), said }));
    });
  const END = 'connection: close\r\n\r\n';
  const headerLines = (headers: Headers): string =>
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');

  describe('without a credential', () => {
    it.each([
      ['a tunnel', 'CONNECT /v1/uses HTTP/1.1\r\nhost: x\r\n\r\n'],
      ['no host', `GET /v1/uses HTTP/1.1\r\n${END}`],
      ['HTTP/1.0', 'GET /v1/uses HTTP/1.0\r\n\r\n'],
      ['no version of HTTP', 'GET /v1/uses\r\n\r\n'],
      [
        'a strange expectation',
        `POST /v1/uses HTTP/1.1\r\nhost: x\r\nexpect: tea\r\ncontent-length: 9\r\n${END}`,
      ],
      [
        'the question whether to send the body',
        `POST /v1/uses HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 999999999\r\n${END}`,
      ],
      [
        'an upgrade',
        'GET /v1/no HTTP/1.0\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
      ],
      ['another server named', `GET https://evil.example/v1/uses HTTP/1.1\r\nhost: x\r\n${END}`],
      ['a long query', `GET /v1/uses?${'a'.repeat(12_000)} HTTP/1.1\r\nhost: x\r\n${END}`],
      ['another method by header', `POST /v1/x HTTP/1.1\r\nhost: x\r\nx-http-method-override: GET\r\n${END}`],
      [
        'an encoded body',
        `POST /v1/x HTTP/1.1\r\nhost: x\r\ncontent-encoding: br\r\ncontent-length: 2\r\n${END}{}`,
      ],
    ])('%s is 401 for a path under /v1/', async (_what, request) => {
      const { status, said } = await raw(request);
      expect(status, said).toBe(401);
      expect(said).toContain('content-type: application/problem+json');
      expect(said.toLowerCase()).toContain('www-authenticate: bearer');
    });

    it.each([
      ['a head that is too long', `GET /v1/uses HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n${END}`, 413],
      ['what is no HTTP', `\u0016\u0003\u0001\r\n\r\n`, 400],
      [
        'two lengths',
        `POST /v1/x HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n${END}a`,
        400,
      ],
      ['a public path without a host', `GET /healthz HTTP/1.1\r\n${END}`, 400],
      ['a tunnel elsewhere', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ])('%s is told as everything is', async (_what, request, expected) => {
      const { status, said } = await raw(request);
      expect(status, said).toBe(expected);
      const { id, code, detail, hint } = JSON.parse(said.split('\r\n\r\n')[1]!);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      for (const text of [code, detail, hint]) expect(text).toMatch(/^[a-z]/);
    });

    it.each(['/', '/healthz', '/readyz', '/openapi.json', '/metrics'])('%s answers', async (path) => {
      expect((await ask(null, path)).status).toBe(200);
    });

    it.each<[Asking['method'], string]>([
      ['GET', '/u/token'],
      ['POST', '/u/token'],
      ['GET', '/preferences/token'],
      ['POST', '/preferences/token'],
      ['GET', '/why/token'],
      ['GET', '/.well-known/gpc.json'],
    ])(
      '%s %s is public: what it is or that it is not there, never a question for a credential',
      async (method, path) => {
        const { status, body } = await ask(null, path, { method: method! });
        expect([401, 403]).not.toContain(status);
        expect(status).toBeLessThan(502);
        // People read these pages, so that a link which opens nothing says so on a page.
        if (status >= 400) expect(body).toMatch(/^<!doctype html>/);
      },
    );

    it.each([
      'x-forwarded-for: 1.2.3.4',
      'x-forwarded-proto: https',
      'forwarded: for=1.2.3.4',
      'via: 1.1 proxy',
    ])('/metrics through a proxy that says %s is 401', async (header) => {
      expect((await raw(`GET /metrics HTTP/1.1\r\nhost: x\r\n${header}\r\n${END}`)).status).toBe(401);
    });

    it('takes the type of a body for no body where none comes', async () => {
      const asked = await raw(
        `POST /v1/uses/no-such-use/reviews HTTP/1.1\r\nhost: x\r\n${headerLines(keys.operator!)}content-type: application/json\r\ncontent-length: 0\r\n${END}`,
      );
      expect([asked.status, asked.said]).toEqual([404, expect.stringContaining('store.not-found')]);
    });

    it('lets a body come once somebody may send it', async () => {
      const body = JSON.stringify(invitation('Continued'));
      const { said } = await raw(
        `POST /v1/people HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-type: application/json\r\n${headerLines(keys.administrator!)}content-length: ${body.length}\r\n${END}${body}`,
      );
      expect(said).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
    });
  });

  describe('an Idempotency-Key', () => {
    it('gives the first answer, whatever it was, to who asked first, and also after a restart', async () => {
      const once = (name: string, key: string, who = 'administrator') =>
        post(who, '/v1/people', invitation(name), { 'idempotency-key': key });
      const first = await once('Ivo', 'k');
      expect(first.status).toBe(201);
      expect((await once('Ivo', 'k')).body).toEqual(first.body);
      const refused = await once('Ivo', 'another');
      expect(refused).toMatchObject({ status: 409, body: { code: 'store.exists' } });
      expect((await once('Ivo', 'another')).body).toEqual(refused.body);
      expect(await once('Ivan', 'k')).toMatchObject({ status: 422, body: { code: 'store.key-reused' } });
      expect(
        await post(
          'administrator',
          '/v1/keys',
          { name: 'x', roles: ['gate'], days: 1 },
          { 'idempotency-key': 'k' },
        ),
      ).toMatchObject({ status: 422, body: { code: 'store.key-reused' } });
      // Of somebody else it is another key.
      expect(
        (await post('operator', `/v1/uses/${USE}/stops`, { reason: 'x' }, { 'idempotency-key': 'k' })).status,
      ).toBe(201);

      log += server.said();
      expect(await server.end('SIGTERM')).toBe(0);
      server = await start();
      keys.administrator = { ...keys.administrator, origin: server.url };
      expect((await once('Ivo', 'k')).body).toEqual(first.body);
      expect((await once('Ivo', 'another')).body).toEqual(refused.body);
    });

    it('of many requests at once does the work once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          post('administrator', '/v1/people', invitation('Twelve'), { 'idempotency-key': 'x'.repeat(255) }),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body }) => body.person.key)).size).toBe(1);
    });

    it.each(['', 'x'.repeat(256), 'a b'])('that is none (%j) is told', async (key) => {
      const answer = await post('administrator', '/v1/people', invitation('None'), {
        'idempotency-key': key,
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    });
  });

  describe('a role', () => {
    it('operator: drafts and pushes own uses, asks for reviews, and neither judges, lifts nor invites', async () => {
      const { status, body } = await ask('operator', `/v1/uses/${USE}`);
      expect([status, body.id, body.verdict]).toEqual([
        200,
        USE,
        expect.stringMatching(/^(?:review|block)$/),
      ]);
      expect((await post('operator', `/v1/uses/${USES[1]}/reviews`)).status).toBe(201);
      const other = await post('both', `/v1/uses/${USE}/versions`, { workspace: 'harbor', files });
      expect(other.status).toBe(403);
      expect((await lift('operator', await stop())).status).toBe(403);
      expect((await post('operator', '/v1/people', invitation('No'))).status).toBe(403);
      expect((await ask('operator', '/v1/evidence')).status).toBe(403);
    });

    it('reviewer and customer advocate: judge and lift, never of what they own, and push nothing', async () => {
      const { items } = (await ask('reviewer', '/v1/reviews')).body;
      const join = { type: 'joined', conflict: null };
      for (const who of ['reviewer', 'advocate']) {
        expect((await post(who, `/v1/reviews/${items[0].id}/steps`, join)).status).toBe(201);
        expect((await lift(who, await stop(USES[2]))).status).toBe(200);
        expect((await post(who, '/v1/pushes', { workspace: 'harbor', files })).status).toBe(403);
        expect((await post(who, '/v1/keys', { name: 'x', roles: ['gate'], days: 1 })).status).toBe(403);
      }
      const made = await post('both', '/v1/uses', {
        title: 'Two hats',
        message: { type: 'text', text: 'Hello, the new boots are in the shop.', subject: 'New boots' },
        answers: { aim: 'news', channels: ['email'], ground: 'asked', until: '2027-02-01' },
      });
      expect([made.status, made.body.detail]).toEqual([201, undefined]);
      const own = await stop(made.body.use, 'reviewer');
      expect(await lift('both', own)).toMatchObject({
        status: 403,
        body: { code: expect.stringMatching(/^people\./) },
      });
      const asked = await post('both', `/v1/uses/${made.body.use}/reviews`);
      expect(asked.status).toBe(201);
      expect((await post('both', `/v1/reviews/${asked.body.id}/steps`, join)).status).toBe(403);
    });

    it('analyst: sees uses, and changes nothing', async () => {
      expect((await ask('analyst', '/v1/uses')).status).toBe(200);
      for (const [path, body] of [
        ['/v1/pushes', { workspace: 'harbor', files }],
        [`/v1/uses/${USE}/reviews`, undefined],
        ['/v1/people', invitation('No')],
      ] as const)
        expect([path, (await post('analyst', path, body)).status]).toEqual([path, 403]);
    });

    it('auditor: reads, verifies and exports, and changes nothing', async () => {
      for (const path of [
        '/v1/uses',
        '/v1/reviews',
        '/v1/clearances',
        '/v1/stops',
        '/v1/waivers',
        '/v1/people',
        '/v1/automations',
        '/v1/evidence',
        '/v1/settings/reviews',
        '/v1/settings/retention',
        '/v1/trust',
        `/v1/uses/${USE}/records`,
        `/v1/uses/${USE}/findings`,
        '/v1/evidence/log',
      ])
        expect([path, (await ask('auditor', path)).status]).toEqual([path, 200]);
      expect((await ask('auditor', '/v1/evidence/verification')).body).toMatchObject({
        intact: true,
        damages: [],
      });
      expect((await post('auditor', `/v1/uses/${USE}/evidence`)).status).toBe(200);
      for (const path of [
        '/v1/pushes',
        '/v1/people',
        '/v1/keys',
        `/v1/uses/${USE}/reviews`,
        '/v1/gate/decisions',
      ])
        expect([path, (await post('auditor', path, {})).status]).toEqual([path, 403]);
    });

    it('administrator: people, keys and thresholds, and no clearing', async () => {
      for (const path of ['/v1/people', '/v1/keys', '/v1/settings/reviews', '/v1/settings/retention'])
        expect([path, (await ask('administrator', path)).status]).toEqual([path, 200]);
      const { items } = (await ask('reviewer', '/v1/reviews')).body;
      expect(
        (await post('administrator', `/v1/reviews/${items[0].id}/steps`, { type: 'joined', conflict: null }))
          .status,
      ).toBe(403);
      expect((await lift('administrator', await stop())).status).toBe(403);
      expect((await post('administrator', '/v1/pushes', { workspace: 'harbor', files })).status).toBe(403);
    });

    it('gate and intake: one thing each', async () => {
      for (const [who, other] of [
        ['gate', 'intake'],
        ['intake', 'gate'],
      ] as const)
        for (const path of ['/v1/uses', '/v1/people', '/v1/evidence', '/v1/stops'])
          expect([who, other, path, (await ask(who, path)).status]).toEqual([who, other, path, 403]);
      expect((await post('intake', '/v1/gate/decisions', {})).status).toBe(403);
      expect((await post('intake', '/v1/outcomes', {})).body).toMatchObject({
        accepted: 0,
        refused: [{ index: 0 }],
      });
      // Its signature stands in place of a credential: a key is none there.
      expect((await post('intake', '/v1/intake/sendgrid', {})).status).toBe(401);
    });

    it('whichever it is may stop a use', async () => {
      for (const who of ['operator', 'analyst', 'reviewer', 'advocate', 'auditor', 'administrator', 'both'])
        expect((await stop(USES[2], who)).id).toEqual(expect.any(String));
      const guest = await post('administrator', '/v1/people', {
        ...invitation('Gus'),
        roles: ['guest'],
        until: new Date(Date.now() + 86_400_000).toISOString(),
      });
      expect(guest.status).toBe(201);
      const taken = await post(null, `/auth${new URL(guest.body.link).pathname}`, {
        name: 'Gus',
        password: PASSWORD,
      });
      keys.guest = { cookie: cookieOf(taken), origin: server.url };
      expect((await stop(USES[2], 'guest')).id).toEqual(expect.any(String));
    });
  });

  describe('a list', () => {
    it('has pages that together are the whole, in both directions', async () => {
      for (const path of ['/v1/uses', '/v1/people', '/v1/stops', `/v1/uses/${USE}/findings`])
        for (const direction of ['asc', 'desc']) {
          const whole = (await ask('reviewer', `${path}?limit=500&direction=${direction}`)).body;
          expect([path, whole.next]).toEqual([path, null]);
          expect([path, whole.items.length > 1]).toEqual([path, true]);
          const paged: unknown[] = [];
          let next: string | null = '';
          while (next !== null) {
            const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
            const { status, body } = await ask('reviewer', `${path}?limit=1&direction=${direction}${after}`);
            expect([path, status]).toEqual([path, 200]);
            paged.push(...body.items);
            next = body.next;
          }
          expect(paged).toEqual(whole.items);
        }
    });

    it('filters and sorts', async () => {
      const names = async (query: string) =>
        (
          (await ask('auditor', `/v1/people?limit=500&${query}`)).body.items as { readonly name: string }[]
        ).map(({ name }) => name);
      expect(await names('role=gate')).toEqual([]);
      expect(await names('role=reviewer')).toEqual(expect.arrayContaining(['both', 'reviewer']));
      const ascending = await names('sort=name&direction=asc');
      expect(await names('sort=name&direction=desc')).toEqual(ascending.toReversed());
      const { verdict } = (await ask('auditor', `/v1/uses/${USE}`)).body;
      const alike = (await ask('auditor', `/v1/uses?verdict=${verdict}`)).body.items as {
        readonly id: string;
        readonly verdict: string;
      }[];
      expect(alike.map(({ id }) => id)).toContain(USE);
      expect(new Set(alike.map((one) => one.verdict))).toEqual(new Set([verdict]));
      await stop(USES[1]);
      const stops = (await ask('auditor', `/v1/stops?use=${USES[1]}`)).body.items as {
        readonly use: string;
      }[];
      expect(new Set(stops.map(({ use }) => use))).toEqual(new Set([USES[1]]));
    });

    it('refuses what it does not understand', async () => {
      for (const path of [
        '/v1/uses',
        '/v1/people',
        '/v1/stops',
        '/v1/reviews',
        '/v1/clearances',
        '/v1/waivers',
        '/v1/automations',
      ])
        for (const query of ['limit=0', 'limit=501', 'limit=x', 'after=x', 'direction=up', 'colour=red']) {
          const { status, body } = await ask('reviewer', `${path}?${query}`);
          expect([path, query, status]).toEqual([path, query, 400]);
          expect(body.detail).not.toMatch(/\.`/);
        }
    });
  });

  describe('an edit', () => {
    it('names what it edits: 428 without, 412 for what was changed meanwhile, 200 with a new tag', async () => {
      const { version, ...policy } = (await ask('administrator', '/v1/settings/reviews')).body;
      const edit = (headers: Headers) =>
        ask('administrator', '/v1/settings/reviews', { method: 'PUT', headers, body: policy });
      expect(await edit({})).toMatchObject({ status: 428, body: { code: 'request.precondition-missing' } });
      const edited = await edit({ 'if-match': `"${version}"` });
      expect([edited.status, edited.body.version > version]).toEqual([200, true]);
      expect(await edit({ 'if-match': `"${version}"` })).toMatchObject({
        status: 412,
        body: { code: 'store.changed' },
      });
      expect((await lift('reviewer', { id: (await stop()).id, version: 99 })).status).toBe(412);
      const open = await stop();
      expect((await post('reviewer', `/v1/stops/${open.id}/lift`, { reason: 'x' })).status).toBe(428);
    });
  });

  describe('the gate', () => {
    const QUESTION = { use: USE, subject: 'c-1', channel: 'email', contentHash: `sha256:${'0'.repeat(64)}` };

    it('answers with every key, and permits nothing that was not cleared', async () => {
      for (const question of [QUESTION, { ...QUESTION, dispatch: 'd-1', facts: { stock: 3 } }]) {
        const { status, body } = await post('gate', '/v1/gate/decisions', question);
        expect(status).toBe(200);
        expect(Object.keys(body)).toEqual(
          expect.arrayContaining(['decision', 'reasons', 'clearance', 'expiresAt']),
        );
        expect(body.decision).toBe('deny');
        for (const reason of body.reasons)
          expect(reason).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
        expect(body.reasons.length).toBeGreaterThan(0);
      }
      const many = await post('gate', '/v1/gate/decisions:batch', { decisions: [QUESTION, QUESTION] });
      expect(many.body.decisions.map((one: { decision: string }) => one.decision)).toEqual(['deny', 'deny']);
    });
  });

  describe('the description', () => {
    interface Operation {
      readonly parameters?: ReadonlyArray<{
        readonly name: string;
        readonly in: string;
        readonly required?: boolean;
      }>;
    }
    const operations = async () => {
      const { paths } = (await ask(null, '/openapi.json')).body as {
        readonly paths: Record<string, Record<string, Operation>>;
      };
      return Object.entries(paths).flatMap(([path, all]) =>
        Object.entries(all).map(([method, operation]) => ({
          name: `${method.toUpperCase()} ${path}`,
          headers: (operation.parameters ?? []).filter((one) => one.in === 'header'),
        })),
      );
    };

    it('is OpenAPI 3.1 by the schema of that standard, and its own schemas are schemas', async () => {
      // Comes with what makes the client of the console, and is named by its place: nothing of ours rests on it.
      const place = new URL(
        '../../node_modules/@scalar/openapi-validator/dist/schemas/v3.1/schema.js',
        import.meta.url,
      );
      const [standard] = Object.values((await import(place.href)) as Record<string, { $id: string }>);
      expect(standard!.$id).toBe('https://spec.openapis.org/oas/3.1/schema/2022-10-07');
      const { body } = await ask(null, '/openapi.json');
      const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'media-range': true } });
      addFormats.default(ajv);
      const fits = ajv.compile(standard!);
      expect([fits(body), fits.errors]).toEqual([true, null]);
      ajv.addSchema(body, 'api');
      for (const name of Object.keys(body.components.schemas))
        expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` }), name).not.toThrow();
    });

    it('names the headers that writes take', async () => {
      const all = await operations();
      const without = all
        .filter(({ name }) => /^(?:POST|PUT|PATCH|DELETE) \/v1\//.test(name))
        .filter(({ headers }) => !headers.some(({ name }) => name === 'Idempotency-Key'));
      // An export is made anew each time, a copy is taken by a way that ends, and a delivery is known by its own ids.
      expect(without.map(({ name }) => name).sort()).toEqual([
        'POST /v1/access/exports/{id}/download',
        'POST /v1/intake/{system}',
        'POST /v1/uses/{id}/evidence',
      ]);
      const edits = all.filter(({ headers }) =>
        headers.some((one) => one.name === 'If-Match' && one.required),
      );
      expect(edits.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'PATCH /v1/people/{key}',
          'PATCH /v1/records/{id}',
          'POST /v1/practice-cases/{id}/announcement',
          'POST /v1/records/{id}/approval',
          'POST /v1/stops/{id}/lift',
          'PUT /v1/records/{id}/reference',
          'PUT /v1/settings/retention',
          'PUT /v1/settings/reviews',
        ]),
      );
    });

    it('holds every method that a path of it answers', async () => {
      const named = new Set((await operations()).map(({ name }) => name));
      const paths = [...new Set([...named].map((name) => name.split(' ')[1]!))].filter(
        (path) => !path.includes('{'),
      );
      const more: string[] = [];
      for (const path of paths)
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
          if (named.has(`${method} ${path}`)) continue;
          const { status } = await ask(path.startsWith('/v1/') ? 'auditor' : null, path, { method });
          if (status !== 404) more.push(`${status} ${method} ${path}`);
        }
      expect(more).toEqual([]);
    });
  });

  it('says nothing of anybody in its log, and ends in order', async () => {
    log += server.said();
    expect(await server.end('SIGTERM')).toBe(0);
    log += server.said();
    expect(log).toContain('"route":"/v1/people"');
    const texts = files
      .filter(({ path }) => /\.(?:txt|md|html|mjml)$/.test(path))
      .flatMap(({ text }) => text.split('\n'));
    const sent = [
      ...texts.map((text) => text.trim()).filter((text) => text.length > 25),
      ...Object.values(keys).flatMap((headers) =>
        Object.values(headers).map((value) => value.split(' ').at(-1)!),
      ),
      'harbor.example',
      'a wrong price',
      'Two hats',
      '127.0.0.1:',
      USE,
    ].filter((text) => text !== server.url);
    expect(texts.length).toBeGreaterThan(5);
    // Where it listens is its own address.
    const said = log.replaceAll(/"msg":"Server listening at [^"]*"/g, '');
    expect(sent.filter((text) => said.includes(text))).toEqual([]);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
