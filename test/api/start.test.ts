import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, hasPostgres, sayWithoutPostgres, startPostgres } from '../harness/postgres.ts';
import { askServer, setUp, startServer } from './running-server.ts';

sayWithoutPostgres('the move of docs/server.md');

const ROOT = new URL('../../', import.meta.url).pathname;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the demonstration', () => {
  const data = () => join(folder, 'demo');

  it('prints the verdict, then the address, and ends with npm', async () => {
    const npm = spawn('npm', ['start', '--', '--port', '0', '--data', data()], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    npm.stderr.on('data', (piece: Buffer) => {
      err += String(piece);
    });
    npm.stdout.on('data', (piece: Buffer) => {
      out += String(piece);
    });
    while (!out.includes('ready on') && npm.exitCode === null) await new Promise((go) => setTimeout(go, 20));
    expect(out, err).toMatch(
      /block {2}\d+ uses[\s\S]+exit 0[\s\S]+Set it up, once[\s\S]+Scruple is ready on http:/,
    );
    expect(err).toContain('loading the example workspace');
    const locks = async () => (await readdir(data())).filter((name) => name.startsWith('lock'));
    expect(await locks()).toEqual(['lock.1']);
    const closed = once(npm, 'close');
    npm.kill('SIGTERM');
    // The pipes close when the server has ended, too.
    await closed;
    expect(await locks()).toEqual([]);
    expect(err).toContain('stopping');
  }, 90_000);

  it('is loaded once, however often it starts', async () => {
    const counts: number[] = [];
    let headers: Record<string, string> | null = null;
    for (let start = 0; start < 2; start += 1) {
      const server = await startServer(['--demo', '--data', data()]);
      expect(server.said()).not.toContain('loading the example workspace');
      headers ??= await (await setUp(server)).person('Aud', ['auditor']);
      const uses = await askServer(server.url, '/v1/uses?limit=200', { headers });
      expect(uses?.status).toBe(200);
      const audits = await askServer(server.url, '/v1/audits?limit=200', { headers });
      expect(audits?.status).toBe(200);
      expect(audits!.body.items.length).toBeGreaterThan(0);
      counts.push(uses!.body.items.length);
      expect(await server.end('SIGINT')).toBe(0);
    }
    expect(counts).toEqual([32, 32]);
  }, 60_000);

  it('says which port is taken, before it makes anything', async () => {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as { port: number };
    const nothing = join(folder, 'nothing');
    const refused = await startServer(['--port', String(port), '--data', nothing]);
    listener.close();
    expect(await refused.end('SIGTERM')).toBe(2);
    expect(refused.said()).toContain(`another process listens on port ${port}`);
    await expect(readFile(join(nothing, 'lock.1'))).rejects.toThrow('ENOENT');
  });

  it('says who holds its folder', async () => {
    const server = await startServer(['--data', data()]);
    const refused = await startServer(['--data', data()]);
    expect(await refused.end('SIGTERM')).toBe(2);
    expect(refused.said()).toContain(`process ${server.pid}`);
    expect(await server.end('SIGTERM')).toBe(0);
  }, 60_000);
});

describe('docs/server.md', () => {
  it('shows commands that work, in its order', async () => {
    const place = await mkdtemp(join(folder, 'docs-'));
    const text = await readFile(join(ROOT, 'docs/server.md'), 'utf8');
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!.trim());
    expect(blocks[0]).toMatch(/^scruple serve /);
    expect(blocks.length).toBeGreaterThan(3);
    await writeFile(
      join(place, 'scruple'),
      `#!/bin/sh\nexec "${process.execPath}" "${ROOT}bin/scruple.js" "$@"\n`,
      {
        mode: 0o755,
      },
    );
    const server = await startServer(['--data', join(place, 'scruple-data')]);
    await setUp(server);
    expect(await server.end('SIGTERM')).toBe(0);

    const postgres = hasPostgres ? await startPostgres() : null;
    try {
      for (const block of blocks.slice(1)) {
        const needsDatabase = block.includes('DATABASE_URL');
        if (needsDatabase && postgres === null) continue;
        const { DATABASE_URL: _, ...env } = process.env;
        const database =
          needsDatabase && postgres !== null ? { DATABASE_URL: await emptyDatabase(postgres) } : {};
        const ran = await new Promise<string>((resolve) =>
          execFile(
            'bash',
            ['-ec', block],
            { cwd: place, env: { ...env, ...database, PATH: `${place}:${process.env.PATH}` } },
            (error, out, err) => resolve(error === null ? 'done' : `${block}\n${out}${err}`),
          ),
        );
        expect(ran).toBe('done');
        if (!('DATABASE_URL' in database)) continue;
        const moved = await startServer(['--data', join(place, 'restored')], {
          DATABASE_URL: database.DATABASE_URL!,
        });
        expect(moved.out).toContain('ready on');
        expect(moved.out).not.toContain('Set it up');
        expect(await moved.end('SIGTERM')).toBe(0);
      }
    } finally {
      await postgres?.stop();
    }
  }, 120_000);
});
