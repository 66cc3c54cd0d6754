import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askServer, type Running, setUp, startServer } from '../api/running-server.ts';

const MEGABYTE = 1024 * 1024;
/** A small disk of its own, where this account may make one: no test may fill a real one. */
const disk = await mkdtemp(join(tmpdir(), 'scruple-small-disk-'));
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).status === 0;
if (!hasDisk) console.warn('SKIPPED: a disk without room needs the right to mount a tmpfs');

afterAll(async () => {
  if (hasDisk) spawnSync('umount', [disk]);
  await rm(disk, { recursive: true, force: true });
});

describe.skipIf(!hasDisk)('a server on a disk without room', () => {
  const data = join(disk, 'data');
  const filler = join(disk, 'filler');
  let server: Running;
  let auditor: { readonly authorization: string };
  let administrator: Record<string, string>;
  beforeAll(async () => {
    server = await startServer(['--data', data]);
    const people = await setUp(server);
    administrator = people.administrator;
    auditor = await people.person('Aud', ['auditor']);
  }, 90_000);
  afterAll(() => server.end('SIGKILL'));

  const invite = (name: string) =>
    askServer(server.url, '/v1/people', {
      method: 'POST',
      headers: administrator,
      body: { name, email: `${name}@harbor.example`, roles: ['operator'] },
    });
  const read = (path: string) => askServer(server.url, path, { headers: auditor });
  const emails = async () =>
    ((await read('/v1/people?limit=200'))!.body.items as { email: string }[]).map(({ email }) => email);

  it('refuses writes with a problem, goes on reading, and writes again once there is room', async () => {
    expect((await invite('before'))!.status).toBe(201);
    const { bavail, bsize } = await statfs(disk);
    await writeFile(filler, Buffer.alloc(bavail * bsize - 8 * MEGABYTE, 1));
    // Longer than a key is remembered, so that reading with one asks the store.
    await setTimeout(6_000);
    for (let count = 0; count < 40; count += 1) {
      const refused = await invite(`during-${count}`);
      expect(refused).toMatchObject({ status: 507, body: { code: 'store.full', status: 507 } });
      expect(refused!.body.hint).toContain('free some space');
    }
    expect((await read('/readyz'))!.status).toBe(200);
    expect(await emails()).toEqual(expect.arrayContaining(['before@harbor.example']));
    expect((await emails()).filter((email) => email.startsWith('during'))).toEqual([]);
    const log = await read('/v1/evidence/verification');
    expect(log).toMatchObject({ status: 200, body: { intact: true, damages: [] } });

    await rm(filler);
    await setTimeout(1_100);
    expect((await invite('after'))!.status).toBe(201);
    expect(await emails()).toEqual(expect.arrayContaining(['after@harbor.example']));
  });

  it('that was killed without room starts again with what it acknowledged', async () => {
    const { bavail, bsize } = await statfs(disk);
    await writeFile(filler, Buffer.alloc(bavail * bsize - 8 * MEGABYTE, 1));
    await setTimeout(1_100);
    expect((await invite('never'))!.status).toBe(507);
    await server.end('SIGKILL');
    const refused = await startServer(['--data', data]);
    expect([refused.url, await refused.end('SIGTERM')]).toEqual(['', 2]);
    expect(refused.said()).toContain('no room');
    await rm(filler);
    server = await startServer(['--data', data]);
    expect(await emails()).toEqual(expect.arrayContaining(['before@harbor.example', 'after@harbor.example']));
    expect((await read('/v1/evidence/verification'))!.body).toMatchObject({ intact: true, damages: [] });
  });
});
