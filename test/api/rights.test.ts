import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, mayEnter, ROLES, type RouteRight } from '../../src/app/server/rights.ts';
import { type Somebody, TestServer } from './harness.ts';

interface Operation {
  readonly summary?: string;
  readonly 'x-right'?: RouteRight;
}

let server: TestServer;
let routes: ReadonlyArray<{
  readonly method: string;
  readonly path: string;
  readonly right: RouteRight | undefined;
}>;
const people = new Map<string, Somebody>();
beforeAll(async () => {
  server = await TestServer.start();
  const ada = await server.administrator();
  for (const role of ROLES)
    if (role === 'gate' || role === 'intake') {
      const made = await ada.ask('/v1/keys', {
        method: 'POST',
        body: { name: role, roles: [role], days: 9 },
      });
      people.set(role, server.withKey(made.body.secret));
    } else if (role === 'administrator') people.set(role, ada);
    else
      people.set(
        role,
        await server.person(ada, role, [role], role === 'guest' ? { until: '2027-01-01T00:00:00Z' } : {}),
      );
  const { paths } = (await server.ask('/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>;
  };
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      right: operation['x-right'],
    })),
  );
}, 90_000);
afterAll(() => server.stop());

/** A path with ids that fit and name nothing. */
const filled = (path: string): string =>
  path
    .replace('/clearances/{id}', '/clearances/clearance:aaaaaaaa')
    .replace('/signing-keys/{id}', `/signing-keys/ed25519:${'a'.repeat(43)}`)
    .replaceAll('{key}', 'person:nobody')
    .replaceAll(/\{[a-z]+\}/gi, 'nothing');

describe('the description', () => {
  it('holds every route, and each under /v1/ says whom it lets in', () => {
    const guarded = routes.filter(({ path }) => path.startsWith('/v1/'));
    expect(guarded.length).toBeGreaterThan(35);
    // A signature over the body stands in place of a credential there, and of nothing else.
    expect(guarded.filter(({ right }) => right === undefined).map(({ path }) => path)).toEqual([
      '/v1/intake/{system}',
    ]);
    const open = routes
      .filter(({ path, right }) => right === undefined && !path.startsWith('/v1/'))
      .map(({ path }) => path.split('/')[1]);
    expect([...new Set(open)].sort()).toEqual([
      '',
      '.well-known',
      'auth',
      'charter',
      'healthz',
      'invitation',
      'openapi.json',
      'opt-in',
      'preferences',
      'readyz',
      'rights',
      'set-up',
      'u',
      'why',
    ]);
  });

  it('is OpenAPI with schemas for bodies and answers', async () => {
    const { body } = await server.ask('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const push = body.paths['/v1/pushes'].post;
    expect(push.requestBody.content['application/json'].schema.properties.files.type).toBe('array');
    expect(push.security).toEqual([{ key: [] }, { session: [] }]);
    expect(Object.keys(push.responses)).toContain('201');
  });

  it('lets no route be without a right', async () => {
    const app = (await import('../../src/api/testing/face.ts')).faceAlone;
    const { app: face } = await app();
    expect(() => face.get('/v1/forgotten', async () => 'x')).toThrow();
    await face.close();
  });
});

describe('every route for every role', () => {
  it.each(ROLES)('%s', async (role) => {
    const wrong: string[] = [];
    for (const { method, path, right } of routes) {
      if (right === undefined) continue;
      const may = mayEnter([role], right);
      const answer = await people.get(role)!.ask(filled(path), {
        method: method as 'GET',
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
        headers: { 'if-match': '"1"' },
      });
      // Who may not enter gets 403 before anything is looked at; who may enter gets any other answer, but for rights
      // that depend on whose it is.
      const ownOnly = answer.body?.code === 'people.not-allowed' && may;
      if (answer.status >= 500) wrong.push(`${method} ${path}: ${answer.status}`);
      if (may !== (answer.status !== 403) && !ownOnly)
        wrong.push(`${method} ${path}: ${answer.status}, may ${may}`);
    }
    expect(wrong).toEqual([]);
  });

  it('only machines have the actions of machines', () => {
    for (const role of ROLES)
      for (const action of ['gate.decide', 'event.deliver'] satisfies Action[])
        expect(mayEnter([role], action)).toBe(role === (action === 'gate.decide' ? 'gate' : 'intake'));
  });
});
