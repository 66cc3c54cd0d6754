import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HASH } from '../../src/gate/testing/moments.ts';
import { byMail, SECRET, snapshotText } from '../gate/snapshot-file.ts';
import { TRUSTED } from '../gate-library/signed.ts';
import { BIN, emptyFolder } from './run-scruple.ts';

/** A small disk of its own, where this account may make one: no test may fill a real one. */
const disk = await mkdtemp(join(tmpdir(), 'scruple-small-disk-'));
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
if (!hasDisk) console.warn('SKIPPED: a disk without room needs the right to mount a tmpfs');
afterAll(async () => {
  if (hasDisk) spawnSync('umount', [disk]);
  await rm(disk, { recursive: true, force: true });
});

const ROWS = 60_000;

describe.skipIf(!hasDisk)('scruple gate on a disk without room', () => {
  it.each([
    ['the allowed file', [], ROWS],
    ['the held file', [], 1],
    ['an import file', ['--destination', 'csv', '--additions', join(disk, 'additions.csv')], ROWS],
  ])(
    'for %s allows nobody, says why, and names nobody',
    async (what, more, known) => {
      const folder = await emptyFolder();
      const rows = Array.from(
        { length: ROWS },
        (_, row) => `person${row < known ? 0 : row}@people.example,${row}`,
      );
      await writeFile(join(folder, 'list.csv'), `email,row\n${rows.join('\n')}\n`);
      await writeFile(
        join(folder, 'gate.jsonl'),
        // What is essential goes to everybody, so that the allowed file is the long one.
        await snapshotText({
          people: { [byMail('person0@people.example')]: {} },
          ...(known === 1 ? {} : { clearance: { class: 'essential', essential: 'safety' } }),
        }),
      );
      await writeFile(join(folder, 'trust.json'), TRUSTED);
      const onDisk = (name: string): string => join(what === 'an import file' ? folder : disk, name);
      await writeFile(onDisk('allowed.csv'), 'from an earlier run\n');
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          BIN,
          ...['gate', 'winback-spring', '--audience', 'list.csv', '--by', 'email'],
          ...['--allowed', onDisk('allowed.csv'), '--held', onDisk('held.csv')],
          ...['--snapshot', 'gate.jsonl', '--trust', 'trust.json', '--at', '2026-11-24T11:00:00Z'],
          ...['--channel', 'email', '--content-hash', HASH, ...more],
        ],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, SCRUPLE_SUBJECTS_SECRET: SECRET } },
      );
      expect([status, stderr]).toEqual([2, expect.stringContaining('there is no room')]);
      expect(stderr).not.toContain('@people.example');
      expect(await readdir(disk)).toEqual([]);
      expect((await readdir(folder)).sort()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
    },
    60_000,
  );
});
