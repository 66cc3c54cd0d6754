import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, ORIGIN, PASSWORD, type Somebody, TestServer } from '../api/harness.ts';

const signIn = (server: TestServer, email: string, password: string, headers: Record<string, string> = {}) =>
  server.ask('/auth/sign-in', { method: 'POST', body: { email, password }, headers });

describe('a session', () => {
  let server: TestServer;
  let ada: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
  }, 60_000);
  afterAll(() => server.stop());

  it('is a cookie that no script reads and no other site sends with a change', async () => {
    const answer = await signIn(server, 'ada@harbor.example', PASSWORD);
    const cookies = [answer.headers['set-cookie']].flat() as string[];
    expect(cookies).not.toEqual([]);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('is never one that was there before: what was planted is worth nothing after the sign-in', async () => {
    const planted = cookieOf(await signIn(server, 'ada@harbor.example', PASSWORD));
    expect((await server.by(planted).ask('/v1/me')).status).toBe(200);
    const fresh = cookieOf(
      await signIn(server, 'ada@harbor.example', PASSWORD, { cookie: planted, origin: ORIGIN }),
    );
    expect(fresh).not.toBe(planted);
    expect((await server.by(fresh).ask('/v1/me')).status).toBe(200);
    expect((await server.by(planted).ask('/v1/me')).status).toBe(401);
    const made = 'scruple.session_token=attackersattackersattackersattac.c2ln';
    const other = cookieOf(
      await signIn(server, 'ada@harbor.example', PASSWORD, { cookie: made, origin: ORIGIN }),
    );
    expect(other).not.toContain('attackers');
    expect((await server.by(made).ask('/v1/me')).status).toBe(401);
  });

  it('with one letter changed is none', async () => {
    const [name, value] = ada.cookie.split('=') as [string, string];
    for (const place of [0, 10, 31, 34, value.length - 5]) {
      const letter = value[place] === 'a' ? 'b' : 'a';
      const forged = `${name}=${value.slice(0, place)}${letter}${value.slice(place + 1)}`;
      expect((await server.by(forged).ask('/v1/me')).status).toBe(401);
    }
    expect((await server.by(`${name}=`).ask('/v1/me')).status).toBe(401);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://other.harbor.example' }],
    ['nowhere', { 'sec-fetch-site': '', origin: '' }],
  ])('is not taken for a change that %s asks for', async (_what, headers) => {
    for (const [method, path] of [
      ['POST', '/v1/people'],
      ['PATCH', '/v1/people/person:x'],
      ['DELETE', '/v1/people/person:x'],
      ['PUT', '/v1/settings/reviews'],
      ['POST', '/v1/uses/x/stops'],
    ] as const) {
      const answer = await ada.ask(path, { method, body: {}, headers });
      expect([answer.status, answer.body.code]).toEqual([403, 'request.cross-site']);
    }
  });

  it.each([
    ['sign-in', '/auth/sign-in', { email: 'ada@harbor.example', password: PASSWORD }],
    ['sign-out', '/auth/sign-out', {}],
  ])('is not begun or ended by another site (%s)', async (_what, path, body) => {
    const answer = await server.ask(path, {
      method: 'POST',
      body,
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', cookie: ada.cookie },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'request.cross-site']);
    expect((await ada.ask('/v1/me')).status).toBe(200);
  });

  it('tells nothing of which accounts there are', async () => {
    const answers = [
      await signIn(server, 'ada@harbor.example', 'wrong horse battery'),
      await signIn(server, 'nobody@harbor.example', 'wrong horse battery'),
      await signIn(server, 'ada@harbor.example', ''),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body: { id: _, ...told } }) => JSON.stringify(told))).size).toBe(1);
  });

  it('is given by no other path of the library', async () => {
    for (const path of [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/update-user',
      '/auth/change-password',
      '/auth/forget-password',
      '/auth/request-password-reset',
      '/auth/list-sessions',
      '/auth/get-session',
      '/auth/delete-user',
      '/auth/callback/other',
      '/api/auth/sign-up/email',
    ]) {
      const body = { email: 'eve@harbor.example', password: PASSWORD, name: 'Eve' };
      expect([path, (await server.ask(path, { method: 'POST', body })).status]).toEqual([path, 404]);
      expect([path, (await server.ask(path)).status]).toEqual([path, 404]);
    }
  });

  it('has a page for a link that holds nothing of an attacker', async () => {
    const answer = await server.ask(`/set-up/${encodeURIComponent(`x"><script>alert(1)</script>'`)}`);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('is begun by the form of a link, without a script', async () => {
    const invited = await ada.ask('/v1/people', {
      method: 'POST',
      body: { name: 'Fred', email: 'fred@harbor.example', roles: ['operator'] },
    });
    const link = new URL(invited.body.link).pathname;
    expect((await server.ask(link)).body).toContain(`action="/auth${link}"`);
    const send = () =>
      server.app.inject({
        method: 'POST',
        url: `/auth${link}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          origin: 'null',
        },
        payload: new URLSearchParams({ name: 'Fred', password: PASSWORD }).toString(),
      });
    const done = await send();
    expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
    expect((await send()).statusCode).toBe(422);
  });
});

describe('brute force', () => {
  it('of a password is cut off, by account and by address, and logged once', async () => {
    const server = await TestServer.start({ limits: { signInsPerMinute: 5 } });
    const ada = await server.administrator();
    const aud = await server.person(ada, 'Aud', ['auditor']);
    server.now = new Date('2026-11-20T09:02:00Z');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const answer = await server.app.inject({
        method: 'POST',
        url: '/auth/sign-in',
        // Each from another place: the account is what is guarded.
        remoteAddress: `203.0.113.${attempt}`,
        payload: {
          email: attempt % 2 === 0 ? 'ada@harbor.example' : 'ADA@harbor.example',
          password: `guess ${attempt} guess`,
        },
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect((await signIn(server, 'ada@harbor.example', PASSWORD)).status).toBe(429);
    server.now = new Date('2026-11-20T09:03:01Z');
    expect((await signIn(server, 'ada@harbor.example', PASSWORD)).status).toBe(200);
    const logged = (await aud.ask('/v1/evidence?type=sign-in.failed')).body.items;
    expect(logged).toMatchObject([{ body: { through: 'password', count: 5 } }]);

    const byAddress: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const answer = await server.app.inject({
        method: 'POST',
        url: '/auth/sign-in',
        remoteAddress: '198.51.100.7',
        payload: { email: `p${attempt}@harbor.example`, password: 'guess guess guess' },
      });
      byAddress.push(answer.statusCode);
    }
    expect(byAddress).toEqual([401, 401, 401, 401, 401, 429, 429]);
    await server.stop();
  }, 60_000);

  it('of keys is cut off by address, and hinders nobody else', async () => {
    const server = await TestServer.start({ limits: { wrongCredentialsPerMinute: 4 } });
    const ada = await server.administrator();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await server.withKey(`scruple_key_${'a'.repeat(42)}${attempt}`).ask('/v1/me');
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await ada.ask('/v1/me')).status).toBe(200);
    await server.stop();
  }, 60_000);
});

describe('the company’s own sign-in (OpenID Connect)', () => {
  let server: TestServer;
  let ada: Somebody;
  let provider: Server;
  let issuer: string;
  /** Who the provider says is at the door. */
  let claims: Record<string, unknown> = {};
  beforeAll(async () => {
    provider = createServer();
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: 'scruple',
          client_secret: 'a-secret-of-the-test',
          redirect_uris: [`${ORIGIN}/auth/callback/company`],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['a-key-of-the-test'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...claims }) as never }),
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    });
    const callback = oidc.callback();
    provider.on('request', async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return callback(request, response);
      // Whoever comes is signed in and agrees at once.
      const { prompt, params, session } = await oidc.interactionDetails(request, response);
      const sub = String(claims.sub ?? 'someone');
      if (prompt.name === 'login')
        return oidc.interactionFinished(request, response, { login: { accountId: sub } });
      const grant = new oidc.Grant({ accountId: session!.accountId, clientId: String(params.client_id) });
      grant.addOIDCScope('openid email profile');
      return oidc.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    });
    server = await TestServer.start({
      oidc: {
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId: 'scruple',
        clientSecret: 'a-secret-of-the-test',
      },
    });
    ada = await server.administrator();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await new Promise((resolve) => provider.close(resolve));
  });

  /** Goes to the provider and back, as a browser does; gives the answer of our callback. */
  async function roundTrip(tamper: (back: URL) => URL = (back) => back, keepState = true) {
    const start = await server.ask('/auth/company');
    expect(start.status).toBe(302);
    let at = String(start.headers.location);
    expect(at.startsWith(issuer)).toBe(true);
    const jar = new Map<string, string>();
    for (let hop = 0; hop < 10 && at.startsWith(issuer); hop += 1) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair] = cookie.split(';');
        const cut = pair!.indexOf('=');
        jar.set(pair!.slice(0, cut), pair!.slice(cut + 1));
      }
      at = new URL(answer.headers.get('location') ?? '/', at).href;
    }
    const back = tamper(new URL(at));
    return server.ask(`${back.pathname}${back.search}`, {
      headers: keepState ? { cookie: cookieOf(start), 'sec-fetch-site': 'cross-site' } : {},
    });
  }

  it('lets in whoever was invited under the address that the provider vouches for', async () => {
    await ada.ask('/v1/people', {
      method: 'POST',
      body: { name: 'Olga', email: 'olga@harbor.example', roles: ['operator'] },
    });
    claims = { sub: 'o-1', email: 'olga@harbor.example', email_verified: true, name: 'Olga O' };
    const back = await roundTrip();
    expect([back.status, back.headers.location]).toEqual([302, '/']);
    const olga = server.by(cookieOf(back));
    expect((await olga.ask('/v1/me')).body).toMatchObject({ roles: ['operator'] });
    expect((await roundTrip()).headers.location).toBe('/');
    const entries = await server.context.store.read((db) =>
      db.selectFrom('evidenceEntries').select('body').where('type', '=', 'sign-in').execute(),
    );
    expect(JSON.stringify(entries)).toContain('oidc');
    // What the provider gave beside that is not kept, not even sealed: signed in twice here.
    const { rows } = await sql<Record<string, unknown>>`select * from sign_in_accounts`.execute(
      server.context.store.plain,
    );
    expect(rows.filter(({ providerId }) => providerId === 'company')).toMatchObject([
      { accountId: 'o-1', accessToken: null, refreshToken: null, idToken: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('eyJ');
  });

  it.each<[string, Record<string, unknown>]>([
    ['nobody invited', { sub: 'e-1', email: 'eve@harbor.example', email_verified: true, name: 'Eve' }],
    [
      'the provider does not vouch for',
      { sub: 'e-2', email: 'una@harbor.example', email_verified: false, name: 'Una' },
    ],
  ])('lets in nobody whom %s', async (_what, who) => {
    await ada.ask('/v1/people', {
      method: 'POST',
      body: { name: 'Una', email: 'una@harbor.example', roles: ['reviewer'] },
    });
    claims = who;
    const back = await roundTrip();
    expect((await server.by(cookieOf(back)).ask('/v1/me')).status).toBe(401);
  });

  it('takes no answer that was not asked for, or was changed', async () => {
    claims = { sub: 'o-1', email: 'olga@harbor.example', email_verified: true, name: 'Olga O' };
    const changed = (change: (query: URLSearchParams) => void) => (back: URL) => {
      change(back.searchParams);
      return back;
    };
    const forms: Array<Parameters<typeof roundTrip>> = [
      [(back) => back, false],
      [changed((query) => query.set('state', 'x'.repeat(32)))],
      [changed((query) => query.set('code', 'x'.repeat(43)))],
      [changed((query) => query.delete('state'))],
    ];
    for (const form of forms) {
      const back = await roundTrip(...form);
      expect(back.status).toBe(302);
      expect((await server.by(cookieOf(back)).ask('/v1/me')).status).toBe(401);
      // Wherever it leads, it is a place of ours.
      expect(String(back.headers.location)).toMatch(/^\/[^/]/);
    }
  });
});
