import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, copyFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, startPostgres } from '../harness/postgres.ts';
import { cookieOf, PASSWORD } from './harness.ts';

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-command-'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const environment = (more: Record<string, string>) => {
  const { DATABASE_URL: _, SCRUPLE_TOKEN: __, CI: ___, ...env } = process.env;
  return { ...env, XDG_CONFIG_HOME: join(folder, 'config'), NO_COLOR: '1', ...more };
};

/** Starts a server, and gives what it said until it was ready. */
async function serve(args: readonly string[], env: Record<string, string> = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, ['bin/scruple.js', 'serve', '--port', '0', ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    err += piece;
  });
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    out += piece;
  });
  while (!out.includes('ready on') && child.exitCode === null) await new Promise((go) => setTimeout(go, 20));
  return {
    child,
    out,
    said: () => err,
    milliseconds: performance.now() - started,
    url: /ready on (\S+)/.exec(out)?.[1] ?? '',
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      return (await ended)[0] as number | null;
    },
  };
}

function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  return new Promise<{ status: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['bin/scruple.js', ...args],
      { env: environment(env) },
      (error, out, err) => resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
}

async function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { readonly link: string },
    headers: { 'set-cookie': answer.headers.getSetCookie() },
  };
}

describe('the server from the command line', () => {
  const data = () => join(folder, 'data');
  let key = '';

  it('is set up by the link of its first start, takes pushes, and ends in order', async () => {
    const server = await serve(['--data', data()]);
    const link = /(http:\S+\/set-up\/\S+)/.exec(server.out)?.[1] ?? '';
    expect(server.said()).toContain('scruple: starting the embedded database');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);

    const made = await post(server.url, `/auth${new URL(link).pathname}`, {
      name: 'Ada',
      email: 'ada@harbor.example',
      password: PASSWORD,
    });
    expect(made.status).toBe(200);
    const ada = { cookie: cookieOf(made), origin: server.url };
    const invited = await post(
      server.url,
      '/v1/people',
      { name: 'Olga', email: 'lifecycle@harbor.example', roles: ['operator'] },
      ada,
    );
    expect(invited.status).toBe(201);
    const account = { name: 'Olga', password: PASSWORD };
    expect((await post(server.url, `/auth${new URL(invited.body.link).pathname}`, account)).status).toBe(200);

    const wrong = await run(['login', '--server', server.url, '--email', 'lifecycle@harbor.example'], {
      input: 'wrong horse battery\n',
    });
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('no such credential')]);
    const right = await run(['login', '--server', server.url, '--email', 'lifecycle@harbor.example'], {
      input: `${PASSWORD}\n`,
    });
    expect(right.out).toBe(`Signed in to ${server.url} as operator\n`);
    const file = join(folder, 'config', 'scruple', 'credentials.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    key = (JSON.parse(await readFile(file, 'utf8')) as Record<string, string>)[server.url]!;

    const pushed = await run(['push', 'examples/harbor/uses/winback-spring', '--format', 'json']);
    expect([pushed.status, pushed.err]).toEqual([1, '']);
    expect(JSON.parse(pushed.out)).toMatchObject({
      schema: 'scruple.push/1',
      uses: [{ use: 'winback-spring', version: 1, isNew: true }],
    });
    const again = await run(['push', 'examples/harbor/uses/winback-spring', '--fail-on', 'never'], {
      env: { SCRUPLE_TOKEN: key, SCRUPLE_SERVER: server.url },
    });
    expect([again.status, again.out]).toEqual([
      0,
      expect.stringContaining('winback-spring, version 1 (as it was)'),
    ]);
    const refused = await run(['push', 'examples/harbor'], { env: { SCRUPLE_TOKEN: 'scruple_key_no' } });
    expect(refused.status).toBe(2);

    const second = await run(['serve', '--port', '0', '--data', data()]);
    expect([second.status, second.err]).toEqual([2, expect.stringContaining(String(server.child.pid))]);
    expect(await server.stop()).toBe(0);
  }, 90_000);

  it('starts again with what was there, and is backed up, restored and moved', async () => {
    const file = join(folder, 'scruple.backup');
    const backed = await run(['backup', file, '--data', data()]);
    expect([backed.status, backed.out]).toEqual([0, expect.stringMatching(/^\d+ rows written/)]);
    expect((await run(['backup', file, '--data', data()])).status).toBe(2);

    const restored = join(folder, 'restored');
    expect((await run(['restore', file, '--data', restored])).out).toMatch(/rows restored/);
    await copyFile(join(data(), 'at-rest.key'), join(restored, 'at-rest.key'));
    const server = await serve(['--data', restored]);
    expect(server.out).not.toContain('set-up');
    const use = await fetch(`${server.url}/v1/uses/winback-spring`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(((await use.json()) as { id: string }).id).toBe('winback-spring');
    expect(await server.stop('SIGINT')).toBe(0);

    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    expect((await run(['move', '--data', restored, '--to', 'mysql://x/y'])).status).toBe(2);
    if (!hasPostgres) return;
    const postgres = await startPostgres();
    try {
      const nothing = await run(['backup', join(folder, 'nothing.backup')], {
        env: { DATABASE_URL: postgres.url },
      });
      expect([nothing.status, nothing.err]).toEqual([2, expect.stringContaining('there is no store in')]);
      expect(nothing.err).not.toContain(new URL(postgres.url).password);
      await expect(access(join(folder, 'nothing.backup'))).rejects.toThrow();
      // Asking made nothing there either.
      await postgres.run('create schema scruple');
      await postgres.run('create database moved');
      const databaseUrl = postgres.url.replace(/\/postgres$/, '/moved');
      const moved = await run(['move', '--data', restored, '--to', databaseUrl]);
      expect([moved.status, moved.out]).toEqual([0, expect.stringMatching(/rows moved/)]);
      expect((await run(['serve', '--port', '0', '--data', restored])).err).toContain('moved');
      const keyAtRest = (await readFile(join(data(), 'at-rest.key'), 'utf8')).trim();
      const there = await serve(['--data', elsewhere], {
        DATABASE_URL: databaseUrl,
        SCRUPLE_KEY_AT_REST: keyAtRest,
      });
      const answer = await fetch(`${there.url}/v1/me`, { headers: { authorization: `Bearer ${key}` } });
      expect(await answer.json()).toMatchObject({ roles: ['operator'] });
      expect(await there.stop()).toBe(0);
    } finally {
      await postgres.stop();
    }
  }, 120_000);

  it('makes nothing where the key at rest is none', async () => {
    const untouched = join(folder, 'untouched');
    const { status, err } = await run(['serve', '--port', '0', '--data', untouched], {
      env: { SCRUPLE_KEY_AT_REST: 'short' },
    });
    expect([status, err]).toEqual([2, expect.stringContaining('not 32 bytes')]);
    await expect(access(untouched)).rejects.toThrow();
  });

  it.each([
    ['a port that is none', ['serve', '--port', '99999'], '`99999` is no port'],
    ['no server', ['push', 'examples/harbor'], 'no server is named'],
    ['a credential in the open', ['login', '--server', 'http://scruple.harbor.example'], 'without TLS'],
    ['nobody there', ['login', '--server', 'http://127.0.0.1:9'], 'does not answer'],
  ])('says what is wrong with %s', async (_what, args, says) => {
    const { status, err } = await run(args, {
      input: 'x\n',
      env: { XDG_CONFIG_HOME: join(folder, 'nobody') },
    });
    expect([status, err]).toEqual([2, expect.stringContaining(says)]);
  });
});
