import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Asking, cookieOf, PASSWORD } from './harness.ts';

const BIN = fileURLToPath(new URL('../../bin/scruple.js', import.meta.url));

export interface Running {
  readonly pid: number;
  readonly url: string;
  /** What stood on stdout until it was ready. */
  readonly out: string;
  /** What it has said on stderr so far. */
  said(): string;
  /** From the start of the process until it said that it is ready. */
  readonly milliseconds: number;
  /** Ends it; gives its exit status, `null` where the signal took it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `scruple serve` as a process of its own and waits until it is ready, or has ended. */
export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const started = performance.now();
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...kept } = process.env;
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', ...args], {
    env: { ...kept, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err = (err + piece).slice(-100_000);
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece;
      if (out.includes('ready on')) resolve();
    });
    void ended.then(() => resolve());
  });
  return {
    pid: child.pid!,
    url: /ready on (\S+)/.exec(out)?.[1] ?? '',
    out,
    said: () => err,
    milliseconds: performance.now() - started,
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Asks a server over the network; `null` where the connection broke before the answer was whole. */
export async function askServer(
  url: string,
  path: string,
  { method = 'GET', body, headers = {} }: Asking = {},
) {
  try {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await answer.text();
    const isJson = /^application\/(?:problem\+)?json\b/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
      body: (isJson ? JSON.parse(text) : text) as any,
      headers: { 'set-cookie': answer.headers.getSetCookie() },
    };
  } catch {
    return null;
  }
}

/** Sets a new server up: its administrator's headers, and a way to invite people and take a key for each. */
export async function setUp(server: Running) {
  const link = /(http:\S+\/set-up\/\S+)/.exec(server.out)?.[1] ?? '';
  const account = { name: 'Ada', email: 'ada@harbor.example', password: PASSWORD };
  const made = await askServer(server.url, `/auth${new URL(link).pathname}`, {
    method: 'POST',
    body: account,
  });
  const administrator = { cookie: cookieOf(made!), origin: server.url };
  return {
    administrator,
    /** Headers with a key of somebody new, which outlives the server. */
    async person(name: string, roles: readonly string[]): Promise<{ readonly authorization: string }> {
      const invited = await askServer(server.url, '/v1/people', {
        method: 'POST',
        headers: administrator,
        body: {
          name,
          email: `${name.toLowerCase()}@harbor.example`,
          roles,
          trainedAt: '2026-10-01T00:00:00Z',
          reportsTo: null,
        },
      });
      const taken = await askServer(server.url, `/auth${new URL(invited!.body.link).pathname}`, {
        method: 'POST',
        body: { name, password: PASSWORD },
      });
      const key = await askServer(server.url, '/v1/me/keys', {
        method: 'POST',
        headers: { cookie: cookieOf(taken!), origin: server.url },
        body: { name: 'test', roles, days: 9 },
      });
      return { authorization: `Bearer ${key!.body.secret}` };
    },
  };
}
