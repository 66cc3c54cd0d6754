import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../api/harness.ts';
import { ADDRESSES, CONSOLE_IS_BUILT } from './console.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml' };

describe('what the server hands out', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('tells programs at / what it is, and browsers something they can read', async () => {
    expect((await server.ask('/')).body).toMatchObject({ name: 'scruple', api: '/openapi.json' });
    const page = await server.ask('/', { headers: BROWSER });
    expect(page.status).toBe(CONSOLE_IS_BUILT ? 200 : 503);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers.vary).toContain('accept');
  });

  it.skipIf(!CONSOLE_IS_BUILT).each(ADDRESSES.map((address) => address.replaceAll(/:\w+/g, 'something')))(
    'answers the console at %s, under a policy of its own',
    async (address) => {
      const page = await server.ask(address, { headers: BROWSER });
      expect(page.status).toBe(200);
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self'");
      const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1];
      expect(page.body).toContain(`content="${nonce}"`);
      expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|https?:\/\/(?!www\.w3\.org)/i);
      const again = await server.ask(address, { headers: BROWSER });
      expect(again.headers['content-security-policy']).not.toBe(policy);
    },
  );

  it.skipIf(!CONSOLE_IS_BUILT)('keeps files for ever and sends them small', async () => {
    const page = await server.ask('/', { headers: BROWSER });
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1];
    const answer = await server.ask(script!, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    '/nothing-here',
    '/uses/a/b/c/d',
    '/assets/nothing.js',
    '/assets/../index.html',
    '/assets/%2e%2e/addresses.json',
  ])('answers %s with a problem, in a browser too', async (path) => {
    const answer = await server.ask(path, { headers: BROWSER });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'request.not-found' });
  });

  it('says which ways in there are, and of oneself what one may', async () => {
    expect((await server.ask('/auth/ways')).body).toEqual({ company: false, isSetUp: false });
    const ada = await server.administrator();
    expect((await server.ask('/auth/ways')).body).toEqual({ company: false, isSetUp: true });
    const me = await ada.ask('/v1/me');
    expect(me.body).toMatchObject({ name: 'Ada', roles: ['administrator'] });
    expect(me.body.may).toContain('people.write');
    expect(me.body.may).not.toContain('review.judge');
  });
});
