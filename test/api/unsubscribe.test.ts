import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { Customer, press, setUpPages } from './customer-pages.ts';
import { TestServer } from './harness.ts';

const SHOES: Scope = { purpose: 'marketing.communications.email', channel: 'email', topic: 'shoes' };
const PAIR = { 'List-Unsubscribe': 'One-Click' };
const MULTIPART = [
  '--next',
  'Content-Disposition: form-data; name="List-Unsubscribe"',
  '',
  'One-Click',
  '--next--',
  '',
].join('\r\n');

describe.each(ENGINES)('one-click unsubscribe, $name', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    await setUpPages(await server.administrator());
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });
  const asked = { topics: ['shoes'], needsConsent: false } as const;

  it.each([
    ['as a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['in parts', 'multipart/form-data; boundary=next', MULTIPART],
    ['as nothing that is known', 'text/plain', 'List-Unsubscribe=One-Click'],
  ])('takes the wish %s, at once, without a redirect or a cookie', async (_, type, body) => {
    const ann = new Customer(server, `ann-${type.length}`);
    expect((await ann.answer(asked)).permitted).toBe(true);
    const left = await server.ask(`/u/${ann.token('one-click', 'winback', SHOES)}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(left.status).toBe(200);
    expect(left.headers.location).toBeUndefined();
    expect(left.headers['set-cookie']).toBeUndefined();
    expect(left.body).toContain('You are unsubscribed.');
    expect(await ann.answer(asked)).toMatchObject({ permitted: false, because: 'withdrawn' });
    // Another topic was not meant.
    expect((await ann.answer({ ...asked, topics: ['events'] })).permitted).toBe(true);
  });

  it('keeps one no however often it is asked for, for a year, and no longer', async () => {
    const bob = new Customer(server, 'bob');
    const path = `/u/${bob.token('one-click', 'winback', SHOES)}`;
    const start = server.now;
    const statuses: number[] = [];
    let kept = '';
    for (const days of [0, 1, 30, 364]) {
      server.now = new Date(start.getTime() + days * 86_400_000);
      statuses.push((await press(server, path, PAIR)).status);
      kept ||= await bob.kept();
    }
    server.now = new Date(start.getTime() + 366 * 86_400_000);
    statuses.push((await press(server, path, PAIR)).status);
    server.now = start;
    expect(statuses).toEqual([200, 200, 200, 200, 404]);
    expect(await bob.kept()).toBe(kept);
    expect(JSON.parse(kept)).toHaveLength(1);
  });

  it('counts again after a yes that came between', async () => {
    const eve = new Customer(server, 'eve');
    const path = `/u/${eve.token('one-click', 'winback', SHOES)}`;
    await press(server, path, PAIR);
    server.now = new Date(server.now.getTime() + 1000);
    await press(server, `/preferences/${eve.token('preferences')}`, { do: 'yes:email:shoes' });
    expect((await eve.answer({ topics: ['shoes'] })).permitted).toBe(true);
    server.now = new Date(server.now.getTime() + 1000);
    await press(server, path, PAIR);
    expect((await eve.answer({ topics: ['shoes'] })).permitted).toBe(false);
  });

  it('changes nothing by a visit, and shows one button that does', async () => {
    const cid = new Customer(server, 'cid');
    const path = `/u/${cid.token('one-click', 'winback', SHOES)}`;
    for (const method of ['GET', 'HEAD'] as const)
      expect((await server.app.inject({ method, url: path })).statusCode).toBe(200);
    const page = await server.ask<string>(path);
    expect(await cid.kept()).toBe('[]');
    expect([...page.body.matchAll(/<button/g)]).toHaveLength(1);
    expect(page.body).toContain('name="List-Unsubscribe" value="One-Click"');
    expect(page.body).not.toContain('<script');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it('gives everyone else’s, changed and expired links the same page, and changes nothing', async () => {
    const dan = new Customer(server, 'dan');
    const good = dan.token('one-click', 'winback', SHOES);
    const { body: expected } = await server.ask<string>('/u/x');
    const anonymous = (page: string, token: string): string => page.replaceAll(token, 'x');
    const refused = async (token: string): Promise<void> => {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await server.ask<string>(`/u/${token}`, {
          method,
          ...(method === 'POST'
            ? {
                body: 'List-Unsubscribe=One-Click',
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
              }
            : {}),
        });
        expect([400, 404], token).toContain(answer.status);
        if (answer.status === 404) expect(anonymous(answer.body, token)).toBe(expected);
      }
    };
    for (const purpose of ['preferences', 'why', 'facts', 'opt-in', 'rights'] as const)
      await refused(dan.token(purpose, 'winback', SHOES));
    for (const token of [
      `${good}=`,
      `${good}.`,
      good.slice(0, -1),
      good.toUpperCase(),
      `${good}%20`,
      `${good}/`,
      `x${good}`,
      'a'.repeat(1100),
    ])
      await refused(token);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.constantFrom(...'AZaz09-_.~'), async (at, letter) => {
        fc.pre(good[at] !== letter);
        await refused(`${good.slice(0, at)}${letter}${good.slice(at + 1)}`);
      }),
      { numRuns: 60 },
    );
    expect(await dan.kept()).toBe('[]');
  });
});

describe('the headers of a message', () => {
  let server: TestServer;
  let key: string;
  beforeAll(async () => {
    server = await TestServer.start({ origin: 'https://choices.harbor.example' });
    const ada = await server.administrator();
    const made = await server.app.inject({
      method: 'POST',
      url: '/v1/keys',
      headers: {
        cookie: ada.cookie,
        origin: 'https://choices.harbor.example',
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ name: 'sender', roles: ['gate'], days: 30 }),
    });
    key = made.json().secret;
  }, 60_000);
  afterAll(() => server.stop());

  it('are the two of RFC 8058, whose link works', async () => {
    const made = await server.withKey(key).ask('/v1/customer-links', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: 'Ann@Customer.example' },
        use: 'winback',
        ...SHOES,
        mailto: 'leave@harbor.example',
      },
    });
    expect(made.status).toBe(200);
    const { headers, unsubscribe } = made.body;
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(headers['List-Unsubscribe']).toBe(`<${unsubscribe}>, <mailto:leave@harbor.example>`);
    const left = await press(server, new URL(unsubscribe).pathname, PAIR);
    expect(left.status).toBe(200);
    expect(
      (await new Customer(server, 'ann').answer({ topics: ['shoes'], needsConsent: false })).permitted,
    ).toBe(false);
  });
});

describe('Global Privacy Control', () => {
  let server: TestServer;
  let port: number;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = server.app.server.address() as AddressInfo);
  }, 60_000);
  afterAll(() => server.stop());

  const visit = (path: string, signals: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const asking = request(
        { port, path, headers: { host: 'localhost', 'sec-gpc': [...signals] } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (piece: string) => {
            text += piece;
          });
          answer.on('end', () => resolve(text));
        },
      );
      asking.on('error', reject).end();
    });

  it.each([
    [['1'], true],
    [['0', '1'], true],
    [['1', '0'], true],
    [['0'], false],
    [['1, 1'], false],
    [['true'], false],
    [[], false],
  ] as const)('headers %j are heeded for whom the link is of: %s', async (signals, isHeeded) => {
    const ann = new Customer(server, `gpc-${signals.join('-').replaceAll(/\W/g, '_')}`);
    const page = await visit(`/preferences/${ann.token('preferences')}`, signals);
    expect(page.includes('Opt-out request honoured.')).toBe(isHeeded);
    expect(page.includes('Our own messages are not meant by it')).toBe(isHeeded);
    expect(page.includes('We have kept this for you')).toBe(isHeeded);
    expect((await visit('/rights', signals)).includes('This page does not know who you are')).toBe(isHeeded);
    const sharing = await ann.answer({ purpose: 'third_party_sharing', channel: null, needsConsent: false });
    expect(sharing).toMatchObject(isHeeded ? { permitted: false, because: 'gpc' } : { permitted: true });
    const kept = await ann.kept();
    await visit(`/preferences/${ann.token('preferences')}`, signals);
    expect(await ann.kept()).toBe(kept);
    expect((await ann.answer({ needsConsent: false })).permitted).toBe(true);
  });

  it('is announced at its well-known address', async () => {
    const { status, headers, body } = await server.ask('/.well-known/gpc.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });
});
