import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/stores/sql/open-store.ts';
import { findUse } from '../../src/stores/sql/repositories/uses.ts';
import { codeOf, must, nextEntry, open } from './store-engines.ts';
import { startStoreProcess } from './store-processes.ts';
import { sampleUse } from './store-samples.ts';

let root = '';
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'scruple-folder-'));
  await (await open({ folder: join(root, 'made') })).close();
});
afterAll(() => rm(root, { recursive: true, force: true }));
const place = () => {
  count += 1;
  return { folder: join(root, `store-${count}`) };
};
/** A store that was closed well; to make one takes long. */
const made = async () => {
  const location = place();
  await cp(join(root, 'made'), location.folder, { recursive: true });
  return location;
};
const locksIn = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('lock'));

describe('the folder of an embedded store', () => {
  it('is held by one process, whose number, host and start the others are told', async () => {
    const location = await made();
    const holder = startStoreProcess('hold', location);
    await holder.untilLines(1);
    const refused = await openStore(location, { nextEntry });
    expect(codeOf(refused)).toBe('store.busy');
    expect(refused.ok ? '' : refused.problem.message).toContain(
      `process ${holder.pid} on \`${hostname()}\` since 20`,
    );
    const second = startStoreProcess('open', location);
    await second.ended;
    expect(second.lines).toEqual([expect.stringContaining('problem store.busy')]);
    // A clean stop gives it free at once.
    await holder.kill('SIGTERM');
    expect(await locksIn(location.folder)).toEqual([]);
    await (await open(location)).close();
  });

  it('is taken over from a process that was killed', async () => {
    const location = await made();
    const holder = startStoreProcess('hold', location);
    await holder.untilLines(1);
    await holder.kill('SIGKILL');
    expect(await locksIn(location.folder)).toEqual(['lock.1']);
    const store = await open(location);
    expect(await locksIn(location.folder)).toEqual(['lock.2']);
    await store.close();
  });

  it('is taken over by one of many who find it abandoned', async () => {
    const location = await made();
    const holder = startStoreProcess('hold', location);
    await holder.untilLines(1);
    await holder.kill('SIGKILL');
    const rivals = Array.from({ length: 4 }, () => startStoreProcess('hold', location));
    await Promise.all(rivals.map((rival) => rival.untilLines(1)));
    const firsts = rivals.map(({ lines }) => lines[0]!.split(' ').slice(0, 2).join(' ')).sort();
    await Promise.all(rivals.map((rival) => rival.kill('SIGKILL')));
    expect(firsts).toEqual(['open', 'problem store.busy', 'problem store.busy', 'problem store.busy']);
  });

  it('is busy for a second opening in the same process', async () => {
    const location = await made();
    const store = await open(location);
    expect(codeOf(await openStore(location, { nextEntry }))).toBe('store.busy');
    await store.close();
    await store.close();
    await (await open(location)).close();
  });

  it('is not taken from another host, a lock that cannot be read, or a live process of that number', async () => {
    const mine = { pid: process.pid, host: hostname(), boot: null, ticks: null, since: 'then' };
    for (const holder of [
      JSON.stringify({ ...mine, host: 'elsewhere.example', pid: 1 }),
      'no json',
      JSON.stringify(mine),
    ]) {
      const location = place();
      await mkdir(location.folder, { recursive: true });
      await writeFile(join(location.folder, 'lock.7'), holder);
      const refused = await openStore(location, { nextEntry });
      expect(codeOf(refused)).toBe('store.busy');
      expect(refused.ok ? '' : refused.problem.hint).toContain('lock.7');
    }
  });

  it('is taken where the number was given to another process since', async () => {
    const bystander = spawn('sleep', ['60']);
    try {
      const location = await made();
      const dead = { pid: bystander.pid, host: hostname(), boot: null, ticks: '1', since: 'then' };
      await writeFile(join(location.folder, 'lock.7'), JSON.stringify(dead));
      const opened = await openStore(location, { nextEntry });
      // Only Linux tells when a process started.
      if (process.platform === 'linux') expect(codeOf(opened)).toBeUndefined();
      if (opened.ok) await opened.value.close();
    } finally {
      bystander.kill();
      await once(bystander, 'close');
    }
  });

  it('can be read by its owner alone', async () => {
    const location = await made();
    expect((await stat(location.folder)).mode & 0o077).toBe(0);
    expect((await stat(join(location.folder, 'database'))).mode & 0o077).toBe(0);
  });

  it('starts anew where the first start was cut short, and keeps what was ever confirmed', async () => {
    const location = place();
    await mkdir(join(location.folder, 'database'), { recursive: true });
    await writeFile(join(location.folder, 'unfinished'), '');
    await writeFile(join(location.folder, 'database', 'PG_VERSION'), '18\n');
    const store = await open(location);
    await store.write((work) => sampleUse(work, { id: 'kept' }));
    await store.close();
    expect(await readdir(location.folder)).toEqual(['database']);
    const again = await open(location);
    expect(must(await again.read((db) => findUse(db, 'kept')))?.id).toBe('kept');
    await again.close();
  });

  it('that is damaged is a problem and stays as it is', async () => {
    const location = await made();
    const control = join(location.folder, 'database', 'global', 'pg_control');
    await truncate(control, 100);
    expect(codeOf(await openStore(location, { nextEntry }))).toBe('store.damaged');
    expect((await stat(control)).size).toBe(100);
    expect(await locksIn(location.folder)).toEqual([]);
  });

  it('that is no folder, or lies where nothing can be made, is a problem', async () => {
    const file = join(root, 'a-file');
    await writeFile(file, '');
    expect(codeOf(await openStore({ folder: file }, { nextEntry }))).toBe('store.unavailable');
    expect(codeOf(await openStore({ folder: join(file, 'below') }, { nextEntry }))).toBe('store.unavailable');
  });

  it('that may not be written is a problem', async () => {
    const folder = join(root, 'read-only');
    await mkdir(folder, { mode: 0o555 });
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../src/stores/sql/open-store.ts', import.meta.url).href)};
      const opened = await openStore({ folder: ${JSON.stringify(join(folder, 'store'))} }, { nextEntry: () => null });
      console.log(opened.ok || opened.problem.code);`;
    // Root may write everywhere; another account may not.
    const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    await import('node:fs/promises').then(({ chmod }) => chmod(root, 0o755));
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      ...identity,
      encoding: 'utf8',
    });
    expect(ran.stdout.trim(), ran.stderr).toBe('store.read-only');
  });
});

describe('a disk without room', () => {
  // A limit on the size of files stands for it: no test may fill a real disk.
  const limited = (kilobytes: number) => `trap '' XFSZ; ulimit -f ${kilobytes}`;

  it('is a problem when the store is made', async () => {
    const child = startStoreProcess('open', place(), limited(2000));
    await child.ended;
    expect(child.lines).toEqual([expect.stringContaining('problem store.full')]);
  });

  // The first stops a table from growing, and the engine goes on; the second stops its log, and it gives up.
  it.each([
    ['a table', 17_000, 'ping true'],
    ['the log', 14_000, 'ping false'],
  ])('for %s is a problem of a write, and what was acknowledged is kept', async (_, kilobytes, ping) => {
    const location = place();
    await (await open(location)).close();
    const child = startStoreProcess('fill', location, limited(kilobytes));
    await child.ended;
    const kept = child.lines.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5));
    expect(kept.length).toBeGreaterThan(3);
    expect(child.lines.slice(-2)).toEqual([expect.stringContaining('problem store.full'), ping]);
    const store = await open(location);
    for (const id of kept) expect(must(await store.read((db) => findUse(db, id)))?.id).toBe(id);
    await store.close();
  });
});
