import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpFactsOptions, httpFacts } from './http-facts.ts';
import { isPublicAddress } from './public-address.ts';

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<{ host: string; server: Server }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const json =
  (body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const ask = async (url: string, options: Partial<HttpFactsOptions> = {}) => {
  const facts = httpFacts({ hosts: [], allowPrivate: [new URL(url).host], timeoutMs: 1000, ...options });
  const answer = await facts.json(url);
  await facts.close();
  return answer;
};
const codeOf = async (url: string, options?: Partial<HttpFactsOptions>): Promise<string> => {
  const answer = await ask(url, options);
  return answer.ok ? 'answered' : answer.problem.code;
};

describe('what is asked', () => {
  it('gives the document and its date', async () => {
    const { host } = await listen(json({ average: 4.6 }, { date: 'Fri, 20 Nov 2026 08:00:00 GMT' }));
    expect(await ask(`http://${host}/rating`)).toEqual({
      ok: true,
      value: { value: { average: 4.6 }, date: new Date('2026-11-20T08:00:00Z') },
    });
  });

  it('sends no cookie, no credential and no name of the workspace', async () => {
    const seen: Record<string, unknown>[] = [];
    const { host } = await listen((request, response) => {
      seen.push(request.headers);
      json({}, { 'set-cookie': 'a=b' })(request, response);
    });
    const facts = httpFacts({ hosts: [], allowPrivate: [host], timeoutMs: 1000 });
    await facts.json(`http://${host}/`);
    await facts.json(`http://${host}/`);
    await facts.close();
    expect(Object.keys(seen[1]!).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('follows a redirect on the same host, and no circle', async () => {
    const { host } = await listen((request, response) =>
      request.url === '/old'
        ? response.writeHead(302, { location: '/new' }).end()
        : request.url === '/circle'
          ? response.writeHead(302, { location: '/circle' }).end()
          : json({ new: true })(request, response),
    );
    expect(await ask(`http://${host}/old`)).toMatchObject({ value: { value: { new: true } } });
    expect(await codeOf(`http://${host}/circle`)).toBe('fact.unreachable');
  });
});

describe('what is refused', () => {
  it.each([
    ['a host that is not listed', 'https://other.example/', { hosts: ['shop.example'] }],
    ['a subdomain of a listed host', 'https://evil.shop.example/', { hosts: ['shop.example'] }],
    ['another port of a listed host', 'https://shop.example:8443/', { hosts: ['shop.example'] }],
    ['a pattern', 'https://a.shop.example/', { hosts: ['*.shop.example'] }],
    ['http to a listed host', 'http://shop.example/', { hosts: ['shop.example'] }],
    ['a credential in the address', 'https://me:secret@shop.example/', { hosts: ['shop.example'] }],
    ['a file', 'file:///etc/passwd', { hosts: [''] }],
    ['loopback that only the workspace lists', 'https://127.0.0.1/', { hosts: ['127.0.0.1'] }],
    ['loopback as a number', 'https://2130706433/', { hosts: ['2130706433', '127.0.0.1'] }],
    ['loopback in IPv6', 'https://[::1]/', { hosts: ['[::1]'] }],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.1]/', { hosts: ['[::ffff:7f00:1]'] }],
    ['the metadata service', 'https://169.254.169.254/', { hosts: ['169.254.169.254'] }],
    ['no address at all', 'shop.example', { hosts: ['shop.example'] }],
  ])('%s', async (_, url, options) => {
    const facts = httpFacts({ allowPrivate: [], timeoutMs: 1000, ...options });
    const answer = await facts.json(url);
    await facts.close();
    expect(answer).toMatchObject({ ok: false, problem: { code: 'fact.not-allowed' } });
  });

  it('a listed name that resolves to a private address, alone or among public ones', async () => {
    for (const addresses of [['10.0.0.7'], ['93.184.215.14', '127.0.0.1'], ['fe80::1'], []])
      expect(
        await codeOf('https://shop.example/', {
          hosts: ['shop.example'],
          allowPrivate: [],
          resolve: async () =>
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        }),
      ).toBe('fact.not-allowed');
  });

  it('a name that changes between two look-ups: it is resolved once for each connection', async () => {
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
    expect(
      await codeOf('https://shop.example/', { hosts: ['shop.example'], allowPrivate: [], resolve }),
    ).toBe('fact.not-allowed');
    expect(asked).toBe(1);
  });

  it('a redirect to another host, port or scheme, though listed', async () => {
    const other = await listen(json({ stolen: true }));
    const { host } = await listen((_, response) =>
      response.writeHead(307, { location: `http://${other.host}/` }).end(),
    );
    expect(await codeOf(`http://${host}/`, { allowPrivate: [host, other.host] })).toBe('fact.not-allowed');
  });
});

describe('what goes wrong', () => {
  it.each<[string, RequestListener, string]>([
    ['a body over 1 MiB', json(`"${'x'.repeat(1_100_000)}"`), 'fact.invalid'],
    ['a body of 1 MiB', json(`"${'x'.repeat(1_000_000)}"`), 'answered'],
    ['a length that lies', json('{}', { 'content-length': '99999999' }), 'fact.invalid'],
    [
      'HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'fact.invalid',
    ],
    [
      'JSON of a vendor',
      json('{}', { 'content-type': 'application/vnd.shop+json; charset=utf-8' }),
      'answered',
    ],
    ['broken JSON', json('{"average": '), 'fact.invalid'],
    [
      'JSON that is not UTF-8',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
      'fact.invalid',
    ],
    ['deep JSON', json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'answered'],
    ['compression', json('{}', { 'content-encoding': 'gzip' }), 'fact.invalid'],
    ['status 500', (_, response) => response.writeHead(500).end('{}'), 'fact.unreachable'],
    ['status 204', (_, response) => response.writeHead(204).end(), 'fact.unreachable'],
    ['an answer that never comes', () => {}, 'fact.unreachable'],
    [
      'a body that never ends',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      },
      'fact.unreachable',
    ],
    [
      'a connection cut in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10' });
        response.write('{');
        setTimeout(() => response.destroy(), 20);
      },
      'fact.unreachable',
    ],
  ])('%s', async (_, listener, code) => {
    const { host } = await listen(listener);
    const started = performance.now();
    expect(await codeOf(`http://${host}/`, { timeoutMs: 400 })).toBe(code);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('a stream without end is cut at 1 MiB', async () => {
    let sent = 0;
    const { host } = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) sent += 65_536;
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    expect(await codeOf(`http://${host}/`, { timeoutMs: 5000 })).toBe('fact.invalid');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('a server that speaks something else', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}).end('SSH-2.0-OpenSSH\r\n'));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(await codeOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).toBe(
      'fact.unreachable',
    );
  });

  it('nobody there, and a resolver that never answers', async () => {
    const { host, server } = await listen(json({}));
    await new Promise((resolve) => server.close(resolve));
    expect(await codeOf(`http://${host}/`)).toBe('fact.unreachable');
    const started = performance.now();
    const answer = codeOf('https://shop.example/', { timeoutMs: 200, resolve: () => new Promise(() => {}) });
    expect(await answer).toBe('fact.unreachable');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('speaks TLS to an https address, and believes no plain answer', async () => {
    const { host } = await listen(json({}));
    expect(await codeOf(`https://${host}/`)).toBe('fact.unreachable');
  });
});

describe('public addresses', () => {
  it.each([
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['169.254.169.254', false],
    ['168.63.129.16', false],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['192.0.2.1', false],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00:ec2::254', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['not an address', false],
  ])('%s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));
});
