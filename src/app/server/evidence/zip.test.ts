import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from './zip.ts';

const AT = new Date('2026-12-01T09:30:00Z');
const FILES = [
  { path: 'index.html', content: '<p>Grüße</p>\n' },
  { path: 'use/größe.txt', content: 'x'.repeat(10_000) },
  { path: 'clearances/a.signature', content: Buffer.from([0, 255, 128, 10, 13]) },
  { path: 'outcomes.jsonl', content: '' },
];
const has = (tool: string): boolean => spawnSync(tool, ['--help']).error === undefined;

describe('zip', () => {
  const archive = zip(FILES, AT);

  it('gives back every file, byte for byte', () => {
    const read = Object.entries(unzipSync(archive));
    expect(read.map(([path]) => path)).toEqual(FILES.map(({ path }) => path));
    for (const [index, [, bytes]] of read.entries())
      expect(Buffer.from(bytes)).toEqual(Buffer.from(FILES[index]!.content as string));
  });

  it('has the same bytes in every zone', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
        process.env.TZ = other;
        expect(zip(FILES, AT)).toEqual(archive);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.skipIf(!has('unzip'))('is whole for unzip', () =>
    withFile(archive, (file) => {
      const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, expect.stringContaining('No errors detected')]);
    }),
  );

  it.skipIf(!has('python3'))('is whole for Python, names in any script included', () =>
    withFile(archive, (file) => {
      const says = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())';
      const { stdout } = spawnSync('python3', ['-c', says, file], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      });
      expect(stdout.trim()).toBe(
        "None ['index.html', 'use/größe.txt', 'clearances/a.signature', 'outcomes.jsonl']",
      );
    }),
  );
});

async function withFile(bytes: Uint8Array, look: (file: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-zip-'));
  try {
    const file = join(folder, 'a.zip');
    await writeFile(file, bytes);
    look(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
