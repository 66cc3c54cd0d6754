import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, PASSWORD, type Somebody, TestServer } from '../api/harness.ts';
import { ENGINES } from '../contract/store-engines.ts';

describe.each(ENGINES)('secrets at rest, $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  /** Each secret that somebody could use, by what it is. */
  const secrets: Record<string, string> = {};
  let dump = '';
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    secrets['the link of the first start'] = (await server.firstSecret())!;
    ada = await server.administrator();
    secrets['a password'] = PASSWORD;
    const invited = await ada.ask('/v1/people', {
      method: 'POST',
      headers: { 'idempotency-key': 'invite-olga' },
      body: { name: 'Olga', email: 'olga@harbor.example', roles: ['operator'] },
    });
    secrets['the link of an invitation'] = invited.body.link.split('/').at(-1);
    const key = await ada.ask('/v1/keys', { method: 'POST', body: { name: 'ci', roles: ['gate'], days: 9 } });
    secrets['an API key'] = key.body.secret;
    const signedIn = await server.ask('/auth/sign-in', {
      method: 'POST',
      body: { email: 'ada@harbor.example', password: PASSWORD },
    });
    secrets['a session'] = decodeURIComponent(cookieOf(signedIn).split('=')[1]!.split(';')[0]!);
    secrets['the key at rest'] = 'a'.repeat(64);
    dump = await everything();
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  async function everything(): Promise<string> {
    const { plain } = server.context.store;
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(plain);
    const parts = [];
    for (const { name } of tables.rows)
      parts.push(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(plain)).rows));
    return parts.join('\n');
  }

  it('are nowhere in the database as they are', () => {
    expect(dump).toContain('olga@harbor.example');
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(11);
      expect([what, dump.includes(secret)]).toEqual([what, false]);
    }
    // Keys that sign are sealed, passwords hashed.
    expect(dump).not.toContain('PRIVATE KEY');
    expect(dump).not.toMatch(/MC4CAQAwBQYDK2Vw/);
  });

  it('as the database has them open nothing: whoever reads the tables is nobody', async () => {
    const { plain } = server.context.store;
    const { rows } = await sql<{ token: string }>`select token from sign_in_sessions`.execute(plain);
    expect(rows.length).toBeGreaterThan(0);
    for (const { token } of rows)
      for (const forged of [token, `${token}.${token}`, `${token}.`])
        expect((await server.by(`scruple.session_token=${forged}`).ask('/v1/me')).status).toBe(401);
    const keys = await sql<{ hash: string; prefix: string }>`select hash, prefix from api_keys`.execute(
      plain,
    );
    for (const { hash, prefix } of keys.rows)
      for (const forged of [hash, `scruple_key_${hash}`, prefix])
        expect((await server.withKey(forged).ask('/v1/me')).status).toBe(401);
    const links = await sql<{ hash: string }>`select hash from one_time_tokens`.execute(plain);
    for (const { hash } of links.rows)
      expect(
        (
          await server.ask(`/auth/invitation/${encodeURIComponent(hash)}`, {
            method: 'POST',
            body: { name: 'Eve', password: PASSWORD },
          })
        ).status,
      ).toBeGreaterThanOrEqual(400);
  });

  it('are in no line of the log', () => {
    for (const [what, secret] of Object.entries(secrets))
      expect([what, server.log.join('').includes(secret)]).toEqual([what, false]);
  });
});

describe('files with secrets', () => {
  it('of the server are for their owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scruple-secrets-'));
    try {
      const { openServer } = await import('../../src/app/server/open-server.ts');
      const opened = await openServer({
        location: { folder: join(folder, 'data') },
        keyAtRest: null,
        keyFolder: join(folder, 'data'),
        origin: () => 'http://127.0.0.1:4600',
        oidc: null,
      });
      if (!opened.ok) throw new Error(opened.problem.message);
      await opened.value.close();
      expect((await stat(join(folder, 'data'))).mode & 0o077).toBe(0);
      expect((await stat(join(folder, 'data/at-rest.key'))).mode & 0o077).toBe(0);
      const key = (await readFile(join(folder, 'data/at-rest.key'), 'utf8')).trim();
      for (const file of await readdir(join(folder, 'data'), { recursive: true })) {
        const path = join(folder, 'data', file);
        if (file === 'at-rest.key' || !(await stat(path)).isFile()) continue;
        expect([file, (await readFile(path)).includes(key)]).toEqual([file, false]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 30_000);
});
