import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Face, faceAlone } from '../../src/api/testing/face.ts';

let face: Face;
let port: number;
beforeAll(async () => {
  face = await faceAlone({
    perMinute: 1e9,
    wrongCredentialsPerMinute: 1e9,
    requestMs: 800,
    bodyBytes: 64 * 1024,
  });
  await face.app.listen({ port: 0, host: '127.0.0.1' });
  port = (face.app.server.address() as AddressInfo).port;
});
afterAll(() => face.app.close());

/** One request as bytes, so that no client tidies it up. Gives the status line and the rest. */
function raw(text: string, end = false): Promise<{ status: number; text: string; milliseconds: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const socket = connect(port, '127.0.0.1', () => (end ? socket.end(text) : socket.write(text)));
    let answer = '';
    const done = () => {
      socket.destroy();
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]),
        text: answer,
        milliseconds: performance.now() - started,
      });
    };
    socket.setEncoding('utf8').on('data', (piece) => {
      answer += piece;
      const length = /content-length: (\d+)/i.exec(answer)?.[1];
      const [, body] = answer.split('\r\n\r\n');
      if (length !== undefined && body !== undefined && Buffer.byteLength(body) >= Number(length)) done();
    });
    socket.on('close', done).on('error', reject);
    setTimeout(done, 5_000).unref();
  });
}
const get = (target: string, more = '') =>
  raw(`GET ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\n${more}connection: close\r\n\r\n`);

const PATHS = [
  '/v1',
  '/v1/',
  '/v1/gate/decisions',
  '/v1/gate/decisions:batch',
  '/v1/no/such/thing',
  '/v1/uses/../people',
  '/u/../v1/people',
  '//v1/gate/decisions',
  '/./v1/people',
  '/V1/people',
  '/v1;x/people',
  '/v1;x',
  '/%76%31/gate/decisions',
  '/%2576%2531/gate/decisions',
  '/%2fv1/people',
  '/v1/%zz',
  '/%76%31/%zz',
  '/v1/%ff',
  `/v1/${'a'.repeat(4000)}`,
  '/v1/a?b=%zz',
  '/v1/%00',
  'http://127.0.0.1/v1/people',
];

describe('without a credential', () => {
  it.each(PATHS)('GET %s is 401', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(401);
    expect(text).toContain('application/problem+json');
    expect(text.toLowerCase()).toContain('www-authenticate: bearer');
  });

  it.each([
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'PURGE',
    'QUERY',
    'M-SEARCH',
  ])('%s is 401 on a path that exists and on one that does not', async (method) => {
    for (const path of ['/v1/gate/decisions', '/v1/nothing'])
      expect((await raw(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).status).toBe(
        401,
      );
  });

  it.each([
    ['a body that is no JSON', 'content-type: application/json\r\ncontent-length: 3\r\n\r\n{{{'],
    ['a body of another type', 'content-type: text/csv\r\ncontent-length: 3\r\n\r\na,b'],
    ['no type', 'content-length: 3\r\n\r\na,b'],
    [
      'a body that is said to be huge',
      'content-type: application/json\r\ncontent-length: 999999999\r\n\r\n{',
    ],
    ['a body that never comes', 'content-type: application/json\r\ncontent-length: 10\r\n\r\n'],
    [
      'a chunked body that never ends',
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n',
    ],
    ['a strange version', 'accept-version: 9.x\r\ncontent-length: 0\r\n\r\n'],
    ['a body of a shape that is not taken', 'content-type: application/json\r\ncontent-length: 2\r\n\r\n[]'],
  ])('%s is 401', async (_what, rest) => {
    for (const path of ['/v1/gate/decisions', '/v1/nothing'])
      expect((await raw(`POST ${path} HTTP/1.1\r\nhost: x\r\n${rest}`)).status).toBe(401);
  });

  it.each([
    ['an empty token', 'authorization: Bearer \r\n'],
    ['another scheme', 'authorization: Basic YTpi\r\n'],
    ['a wrong token', 'authorization: Bearer wrong\r\n'],
    ['a wrong token beside a good session', 'authorization: Bearer wrong\r\ncookie: session=reviewer\r\n'],
    ['a long token', `authorization: Bearer ${'a'.repeat(6000)}\r\n`],
    ['a strange cookie', 'cookie: session=\r\n'],
  ])('%s is 401', async (_what, header) => {
    expect((await get('/v1/gate/decisions', header)).status).toBe(401);
  });

  it('any way of writing a path under /v1/ gives 401 or is no HTTP', async () => {
    const lead = fc.array(fc.constantFrom('/', '//', '/./', '/%2e/', '/x/../', '/%2f', '/;a/', '/%5C'), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        lead,
        fc.constantFrom('v1', 'V1', '%761', 'v%31', '%2576%31', 'v1;a=b', 'v1%20'),
        fc.webPath(),
        async (before, version, after) => {
          const { status } = await get(`${before.join('')}${version}${after === '' ? '/' : after}`);
          expect([400, 401]).toContain(status);
          if (status === 400) throw new Error(`400 for ${before.join('')}${version}${after}`);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['/', '/healthz', '/readyz', '/openapi.json', '/metrics'])('%s is public here', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it('the signal that is heeded is said at /.well-known/gpc.json', async () => {
    const { status, text } = await get('/.well-known/gpc.json');
    expect(status).toBe(200);
    expect(JSON.parse(text.split('\r\n\r\n')[1]!)).toMatchObject({ gpc: true });
  });

  it.each(['/v10/people', '/nothing'])('%s is not there and says so', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(JSON.parse(text.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'request.not-found', status: 404 });
  });

  it('/metrics through a proxy on the machine is 401', async () => {
    expect((await get('/metrics', 'x-forwarded-for: 203.0.113.9\r\n')).status).toBe(401);
  });
});

describe('with a credential', () => {
  const key = (role: string) => `authorization: Bearer ${role}\r\n`;
  const post = (path: string, role: string, body: string, more = '') =>
    raw(
      `POST ${path} HTTP/1.1\r\nhost: x\r\n${key(role)}${more}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );

  it('a path that does not exist is 404, whatever its form', async () => {
    for (const path of ['/v1/nothing', '//v1/gate', '/v1/%zz'])
      expect((await get(path, key('auditor'))).status).toBe(404);
  });

  it('a role without the right is 403, before the body is read', async () => {
    expect((await post('/v1/gate/decisions', 'operator', '{{{')).status).toBe(403);
  });

  it.each<[string, string, number, string]>([
    ['no JSON', '{{{', 400, 'request.invalid'],
    ['another shape', '[]', 400, 'request.invalid'],
    [
      'an unknown key',
      '{"use":"a","subject":"b","channel":"c","contentHash":"d","x":1}',
      400,
      'request.invalid',
    ],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 400, 'request.invalid'],
    ['too much', `{"use":"${'a'.repeat(70_000)}"}`, 413, 'request.too-large'],
    ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400, 'request.invalid'],
  ])('%s is told in the same form', async (_what, body, status, code) => {
    const answer = await post('/v1/ledger/choices', 'intake', body);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('content-type: application/problem+json');
    const told = JSON.parse(answer.text.split('\r\n\r\n')[1]!);
    expect(told).toMatchObject({ code, status, detail: expect.any(String), hint: expect.any(String) });
    expect(told.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('another content type is 415', async () => {
    const { status } = await raw(
      `POST /v1/gate/decisions HTTP/1.1\r\nhost: x\r\n${key('gate')}content-type: text/plain\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
    );
    expect(status).toBe(415);
  });

  it('a slow body ends with 408 within its time', async () => {
    const { status, milliseconds } = await raw(
      `POST /v1/gate/decisions HTTP/1.1\r\nhost: x\r\n${key('gate')}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"use`,
    );
    expect(status).toBe(408);
    expect(milliseconds).toBeLessThan(3_500);
  });

  it.each([
    ['another site', 'origin: https://evil.example\r\nsec-fetch-site: cross-site\r\n', 403],
    ['a sister site', 'sec-fetch-site: same-site\r\n', 403],
    ['another origin without more', 'origin: https://evil.example\r\n', 403],
    ['no origin at all', '', 403],
    ['the null origin', 'origin: null\r\n', 403],
    ['our own page', 'origin: http://127.0.0.1:4600\r\nsec-fetch-site: same-origin\r\n', 400],
  ])('a change by session from %s', async (_what, headers, expected) => {
    const { status } = await raw(
      `POST /v1/ledger/choices HTTP/1.1\r\nhost: x\r\ncookie: session=intake\r\n${headers}content-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
    );
    expect(status).toBe(expected);
  });
});

describe('every answer', () => {
  it('says that it is not to be guessed at, framed or kept', async () => {
    // Refusals too: what the guard turns away never reaches a route.
    const answers = [await get('/healthz'), await get('/v1/uses'), await get('/nothing')];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404]);
    const all = answers.map(({ text }) => text.toLowerCase());
    for (const header of [
      'x-content-type-options: nosniff',
      "content-security-policy: default-src 'none'",
      'x-frame-options: sameorigin',
      'cache-control: no-store',
      'referrer-policy: no-referrer',
    ])
      for (const text of all) expect(text).toContain(header);
    for (const text of all) expect(text).not.toContain('x-powered-by');
  });
});

describe('the log', () => {
  it('holds routes, statuses and ids, and nothing of what was sent', async () => {
    const canaries = ['carl.customer@harbor.example', 'canary-token-4711', 'Carl-Customer', 'evil-header'];
    await get(`/u/${canaries[1]}?mail=${canaries[0]}`, `user-agent: ${canaries[3]}\r\n`);
    await get(`/v1/${canaries[2]}`, `authorization: Bearer ${canaries[1]}\r\n`);
    await raw(
      `POST /v1/gate/decisions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer gate\r\ncontent-type: application/json\r\ncontent-length: 40\r\nconnection: close\r\n\r\n{"subject":"carl.customer@harbor.example"`.padEnd(
        200,
        ' ',
      ),
    );
    const lines = face.log.filter((line) => line.includes('"answered"'));
    const log = lines.join('');
    expect(log).toContain('"route":"/v1/gate/decisions"');
    for (const canary of [...canaries, '127.0.0.1']) expect(log).not.toContain(canary);
    for (const line of lines)
      expect(Object.keys(JSON.parse(line)).sort()).toEqual([
        'account',
        'id',
        'level',
        'method',
        'milliseconds',
        'msg',
        'route',
        'status',
        'time',
      ]);
  });
});
