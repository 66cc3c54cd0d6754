import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { cookieOf, PASSWORD, type Somebody, TestServer } from '../api/harness.ts';

// What data.test.ts tries in depth on some routes is tried here on every route that the description names, so that a
// new route is attacked from its first day.

interface Operation {
  readonly 'x-right'?: unknown;
  /** Known by a signature over its body: no cookie is looked at. */
  readonly 'x-signed'?: true;
  readonly parameters?: ReadonlyArray<{
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }>;
}
interface Route extends Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

const USE = 'winback-spring';
let server: TestServer;
let ada: Somebody;
let routes: readonly Route[];
let everyone: readonly Somebody[];
let guest: Somebody;

beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  const olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  const rita = await server.person(ada, 'Rita', ['reviewer', 'analyst'], { reportsTo: null });
  const aud = await server.person(ada, 'Aud', ['auditor']);
  guest = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
  const made = await ada.ask('/v1/keys', {
    method: 'POST',
    body: { name: 'mailer', roles: ['gate'], days: 9 },
  });
  everyone = [ada, olga, rita, aud, server.withKey(made.body.secret)];
  const read = await definitionFiles('examples/harbor');
  if (!read.ok) throw new Error(read.problem.message);
  const files = read.value.filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${USE}/`));
  const pushed = await olga.ask(`/v1/uses/${USE}/versions`, {
    method: 'POST',
    body: { workspace: 'harbor', files },
  });
  expect(pushed.status).toBe(201);
  await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
  await rita.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: { reason: 'to have one' } });
  const { paths } = (await server.ask('/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>;
  };
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase() as Route['method'],
    })),
  );
}, 90_000);
afterAll(() => server.stop());

const filled = (path: string, id: string): string => path.replaceAll(/\{[a-z]+\}/gi, encodeURIComponent(id));
const bodyOf = (method: Route['method']): object =>
  method === 'GET' || method === 'DELETE' ? {} : { body: {} };

describe('every route', () => {
  it('takes no change from another site, whoever is signed in (CSRF)', async () => {
    const changes = routes.filter(
      ({ method, path, 'x-signed': isSigned }) =>
        method !== 'GET' && path.startsWith('/v1/') && isSigned !== true,
    );
    expect(changes.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const { method, path } of changes)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': '', origin: '' },
      ]) {
        const { status, body } = await ada.ask(filled(path, USE), { method, ...bodyOf(method), headers });
        if (status !== 403 || body.code !== 'request.cross-site') wrong.push(`${status} ${method} ${path}`);
      }
    expect(wrong).toEqual([]);
  });

  it('asks for a credential before anything else', async () => {
    const wrong: string[] = [];
    for (const { method, path } of routes.filter((one) => one.path.startsWith('/v1/'))) {
      const { status } = await server.ask(filled(path, USE), { method, ...bodyOf(method) });
      if (status !== 401) wrong.push(`${status} ${method} ${path}`);
    }
    expect(wrong).toEqual([]);
  });

  it('with a filter finds nothing by SQL, and breaks nothing', async () => {
    const payloads = [
      "' or 1=1 --",
      "'; drop table people; --",
      "x') union select hash from api_keys --",
      '1;select pg_sleep(5)',
      '\\',
      '%',
      '\u0000',
    ];
    const filters = routes.flatMap(({ method, path, parameters = [] }) =>
      method === 'GET' && path.startsWith('/v1/')
        ? parameters.filter((one) => one.in === 'query').map(({ name }) => ({ path, name }))
        : [],
    );
    expect(filters.length).toBeGreaterThan(35);
    // Whoever may enter: of a route that nobody enters nothing would have been tried.
    const askers = new Map<string, Somebody>();
    for (const { path } of filters)
      for (const somebody of everyone)
        if (!askers.has(path) && (await somebody.ask(filled(path, USE))).status !== 403)
          askers.set(path, somebody);
    expect(filters.filter(({ path }) => !askers.has(path))).toEqual([]);
    const wrong: string[] = [];
    for (const { path, name } of filters)
      for (const payload of payloads) {
        const url = `${filled(path, USE)}?${name}=${encodeURIComponent(payload)}`;
        const started = performance.now();
        const { status, body } = await askers.get(path)!.ask(url);
        if (status >= 500 || performance.now() - started > 4_000) wrong.push(`${status} ${url}`);
        if (status === 200 && Array.isArray(body.items) && body.items.length > 0)
          wrong.push(`${body.items.length} rows ${url}`);
      }
    expect(wrong).toEqual([]);
    expect((await ada.ask('/v1/people')).body.items).toHaveLength(5);
  }, 120_000);

  it('with an id in its path finds nothing by SQL or by a way up', async () => {
    const wrong: string[] = [];
    for (const { method, path } of routes.filter((one) => /^\/v1\/.*\{/.test(one.path)))
      for (const payload of ["' or '1'='1", '../people', '..%2fpeople', '%00', "x'; drop table uses; --"]) {
        const { status } = await ada.ask(filled(path, payload), {
          method,
          ...bodyOf(method),
          headers: { 'if-match': '"1"' },
        });
        if (status < 400 || status >= 500) wrong.push(`${status} ${method} ${filled(path, payload)}`);
      }
    expect(wrong).toEqual([]);
    expect((await ada.ask('/v1/uses')).body.items).toHaveLength(1);
  }, 60_000);

  it('about a use that is somebody else’s is not there for a guest (IDOR)', async () => {
    const about = routes.filter(({ path }) => path.startsWith('/v1/uses/{'));
    expect(about.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { method, path } of about) {
      const { status, body } = await guest.ask(filled(path.replace(/\{[a-z]+\}/i, USE), 'nothing'), {
        method,
        ...bodyOf(method),
        headers: { 'if-match': '"1"' },
      });
      // A body that is no good, or a right that no guest has, is told before whose it is.
      if (![403, 404].includes(status) && body.code !== 'request.invalid')
        wrong.push(`${status} ${body.code} ${method} ${path}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives no page that runs a script, and nothing that a browser may keep', async () => {
    const wrong: string[] = [];
    for (const { method, path } of routes.filter(
      (one) => one.method === 'GET' && one.path.startsWith('/v1/'),
    )) {
      const { headers } = await ada.ask(filled(path, USE), { method });
      const type = String(headers['content-type']);
      if (!/^application\/(?:problem\+)?json|^application\/jsonl|^application\/zip/.test(type))
        wrong.push(`${type} ${path}`);
      if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`sniffed ${path}`);
      if (!String(headers['cache-control']).includes('no-store')) wrong.push(`kept ${path}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a session', () => {
  it('that was there before the sign-in is worth nothing after it', async () => {
    const planted = cookieOf(
      await server.ask('/auth/sign-in', {
        method: 'POST',
        body: { email: 'olga@harbor.example', password: PASSWORD },
      }),
    );
    const signedIn = await server.ask('/auth/sign-in', {
      method: 'POST',
      body: { email: 'ada@harbor.example', password: PASSWORD },
      headers: { cookie: planted, origin: 'http://127.0.0.1:4600', 'sec-fetch-site': 'same-origin' },
    });
    expect(signedIn.status).toBe(200);
    expect((await server.by(planted).ask('/v1/me')).status).toBe(401);
    expect(cookieOf(signedIn)).not.toBe(planted);
  });
});
