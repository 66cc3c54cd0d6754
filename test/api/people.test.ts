import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, PASSWORD, type Somebody, TestServer } from './harness.ts';

let server: TestServer;
let ada: Somebody;
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
}, 60_000);
afterAll(() => server.stop());

describe('the first administrator', () => {
  it('is made once, by a link that is then used up', async () => {
    expect((await ada.ask('/v1/me')).body).toMatchObject({ roles: ['administrator'], is: 'person' });
    expect(await server.firstSecret()).toBeNull();
    const again = await server.ask('/auth/set-up/scruple_link_x', {
      method: 'POST',
      body: { name: 'Eve', email: 'eve@harbor.example', password: PASSWORD },
    });
    expect(again).toMatchObject({ status: 422, body: { code: 'sign-in.invalid-link' } });
  });

  it('cannot take the last administrator away', async () => {
    const { body } = await ada.ask('/v1/people');
    const [{ key, version }] = body.items;
    const answer = await ada.ask(`/v1/people/${key}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${version}"` },
      body: { roles: ['operator'] },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'people.last-administrator' } });
  });
});

describe('an invitation', () => {
  it('gives an account with its roles, once', async () => {
    const olga = await server.person(ada, 'Olga', ['operator']);
    expect((await olga.ask('/v1/me')).body).toMatchObject({ key: olga.key, roles: ['operator'] });
    expect((await olga.ask('/v1/people')).status).toBe(403);
  });

  it('is refused for roles that do not go together, and for a guest without an end', async () => {
    const invite = (roles: string[], more = {}) =>
      ada.ask('/v1/people', {
        method: 'POST',
        body: { name: 'X', email: 'x@harbor.example', roles, ...more },
      });
    expect((await invite(['administrator', 'reviewer'])).body.code).toBe('people.incompatible-roles');
    expect((await invite(['guest'])).body.code).toBe('people.invalid');
    expect((await invite(['operator'], { email: 'ADA@harbor.example' })).status).toBe(409);
  });

  it('to a guest ends with the account', async () => {
    const gus = await server.person(ada, 'Gus', ['guest'], { until: '2026-11-21T00:00:00Z' });
    expect((await gus.ask('/v1/me')).status).toBe(200);
    server.now = new Date('2026-11-21T00:00:01Z');
    expect((await gus.ask('/v1/me')).status).toBe(401);
    server.now = new Date('2026-11-20T09:00:00Z');
  });
});

describe('an edit', () => {
  it('says what it edits, and fails where it was changed meanwhile', async () => {
    const rita = await server.person(ada, 'Rita', ['reviewer']);
    const edit = (headers: Record<string, string>, body: object = { name: 'Rita R' }) =>
      ada.ask(`/v1/people/${rita.key}`, { method: 'PATCH', headers, body });
    expect((await edit({})).status).toBe(428);
    expect((await edit({ 'if-match': 'W/"x"' })).status).toBe(400);
    const shown = await ada.ask(`/v1/people/${rita.key}`);
    const etag = String(shown.headers.etag);
    const first = await edit({ 'if-match': etag });
    expect(first).toMatchObject({ status: 200, body: { name: 'Rita R' } });
    expect((await edit({ 'if-match': etag })).status).toBe(412);
    const stopped = await edit({ 'if-match': String(first.headers.etag) }, { isActive: false });
    expect(stopped.body.isActive).toBe(false);
    expect((await rita.ask('/v1/me')).status).toBe(401);
  });

  it('with an idempotency key is done once', async () => {
    const headers = { 'idempotency-key': '3d1c7d9e-0b7c-4c8e-9f3a-1' };
    const body = { name: 'Ida', email: 'ida@harbor.example', roles: ['analyst'] };
    const first = await ada.ask('/v1/people', { method: 'POST', headers, body });
    const again = await ada.ask('/v1/people', { method: 'POST', headers, body });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await ada.ask('/v1/people', { method: 'POST', headers, body: { ...body, name: 'Iris' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'store.key-reused' } });
    const refused = { 'idempotency-key': '3d1c7d9e-0b7c-4c8e-9f3a-2' };
    const twice = [1, 2].map(() => ada.ask('/v1/people', { method: 'POST', headers: refused, body }));
    for (const { status, body: told } of await Promise.all(twice))
      expect([status, told.code]).toEqual([409, 'store.exists']);
  });

  it('erases somebody with name, address and account', async () => {
    const eric = await server.person(ada, 'Eric', ['operator']);
    expect((await ada.ask(`/v1/people/${eric.key}`, { method: 'DELETE' })).status).toBe(204);
    expect((await eric.ask('/v1/me')).status).toBe(401);
    expect((await ada.ask('/v1/people?query=eric')).body.items).toEqual([]);
    const signIn = await server.ask('/auth/sign-in', {
      method: 'POST',
      body: { email: 'eric@harbor.example', password: PASSWORD },
    });
    expect(signIn.status).toBe(401);
  });
});

describe('keys', () => {
  it('of a machine do their one thing, until they are revoked', async () => {
    const made = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'mailer', roles: ['gate'], days: 30 },
    });
    expect(made.status).toBe(201);
    const mailer = server.withKey(made.body.secret);
    expect((await mailer.ask('/v1/me')).body).toMatchObject({ is: 'machine', roles: ['gate'] });
    expect((await mailer.ask('/v1/people')).status).toBe(403);
    const listed = await ada.ask('/v1/keys');
    expect(JSON.stringify(listed.body)).not.toContain(made.body.secret);
    expect((await ada.ask(`/v1/keys/${made.body.key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await mailer.ask('/v1/me')).status).toBe(401);
    expect((await ada.ask(`/v1/keys/${made.body.key.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('of a person never do more than the person, and make no others', async () => {
    const otto = await server.person(ada, 'Otto', ['operator']);
    const ask = (roles: string[]) =>
      otto.ask('/v1/me/keys', { method: 'POST', body: { name: 'ci', roles, days: 90 } });
    expect((await ask(['reviewer'])).status).toBe(403);
    const made = await ask(['operator']);
    const ci = server.withKey(made.body.secret);
    expect((await ci.ask('/v1/me')).body).toMatchObject({ key: otto.key, roles: ['operator'], is: 'person' });
    expect(
      (await ci.ask('/v1/me/keys', { method: 'POST', body: { name: 'x', roles: ['operator'], days: 1 } }))
        .status,
    ).toBe(403);
    expect((await ada.ask(`/v1/me/keys/${made.body.key.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await otto.ask(`/v1/me/keys/${made.body.key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ci.ask('/v1/me')).status).toBe(401);
  });

  it('end', async () => {
    const made = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'old', roles: ['intake'], days: 1 },
    });
    server.now = new Date('2026-11-21T09:00:01Z');
    expect((await server.withKey(made.body.secret).ask('/v1/me')).status).toBe(401);
    server.now = new Date('2026-11-20T09:00:00Z');
  });
});

describe('a session', () => {
  it('ends with the sign-out', async () => {
    const sue = await server.person(ada, 'Sue', ['auditor']);
    const out = await sue.ask('/auth/sign-out', { method: 'POST' });
    expect(out.status).toBe(200);
    expect((await sue.ask('/v1/me')).status).toBe(401);
    expect(cookieOf(out)).toContain('scruple.session_token=');
  });
});
