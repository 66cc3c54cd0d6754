import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HASH } from '../../src/gate/testing/moments.ts';
import { byMail, SECRET, snapshotText } from '../gate/snapshot-file.ts';
import { TRUSTED } from '../gate-library/signed.ts';
import { BIN, emptyFolder } from './run-scruple.ts';

const ROWS = 400_000;

async function bigFolder(): Promise<string> {
  const folder = await emptyFolder();
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `person${row % 2 === 0 ? 0 : row}@people.example,${row}`,
  );
  await writeFile(join(folder, 'list.csv'), `email,row\n${rows.join('\n')}\n`);
  await writeFile(
    join(folder, 'gate.jsonl'),
    await snapshotText({ people: { [byMail('person0@people.example')]: {} } }),
  );
  await writeFile(join(folder, 'trust.json'), TRUSTED);
  await writeFile(join(folder, 'allowed.csv'), 'from an earlier run\n');
  return folder;
}

function gate(folder: string, signal: NodeJS.Signals, afterMs: number): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [
      BIN,
      ...[
        'gate',
        'winback-spring',
        '--audience',
        'list.csv',
        '--allowed',
        'allowed.csv',
        '--held',
        'held.csv',
      ],
      ...[
        '--by',
        'email',
        '--snapshot',
        'gate.jsonl',
        '--trust',
        'trust.json',
        '--at',
        '2026-11-24T11:00:00Z',
      ],
      ...['--channel', 'email', '--content-hash', HASH],
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, SCRUPLE_SUBJECTS_SECRET: SECRET } },
  );
  const timer = setTimeout(() => child.kill(signal), afterMs);
  return new Promise((resolve) =>
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status);
    }),
  );
}

const linesOf = async (folder: string, name: string): Promise<number> =>
  (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n').length - 1;

describe('scruple gate that is ended in its midst', () => {
  it.each([500, 1_000, 1_500, 2_500])(
    'leaves no half answer when it is killed after %d ms',
    async (afterMs) => {
      const folder = await bigFolder();
      const status = await gate(folder, 'SIGKILL', afterMs);
      const names = await readdir(folder);
      if (
        names.includes('allowed.csv') &&
        (await readFile(join(folder, 'allowed.csv'), 'utf8')).startsWith('from')
      )
        // Killed before it began: nothing is said that was not said before.
        expect(names).not.toContain('held.csv');
      else if (names.includes('allowed.csv'))
        expect((await linesOf(folder, 'allowed.csv')) + (await linesOf(folder, 'held.csv'))).toBe(ROWS);
      else expect(status).toBeNull();
    },
    60_000,
  );

  it('clears away what it began when it is asked to end', async () => {
    const folder = await bigFolder();
    const status = await gate(folder, 'SIGTERM', 1_200);
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    // A signal that comes before anything is loaded ends the process by itself.
    if (!names.includes('held.csv')) expect([2, null]).toContain(status);
  }, 60_000);
});
