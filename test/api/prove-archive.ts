import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/scruple.js', import.meta.url));
const TOOLS = { sha256sum: 'sha256sum', openssl: 'openssl', python3: 'python3', scruple: process.execPath };

/**
 * Does what the page of an archive tells an auditor to do, in an empty folder that holds the archive alone. A tool that
 * this machine lacks is left out; ours is always there.
 */
export async function proveWithCommandsOfThePage(archive: Readonly<Record<string, Uint8Array>>) {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-auditor-'));
  try {
    for (const [path, bytes] of Object.entries(archive)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const page = Buffer.from(archive['index.html']!).toString('utf8');
    const commands = [...page.matchAll(/<pre>([^<]*)<\/pre>/g)].flatMap(([, lines]) => lines!.split('\n'));
    expect(new Set(commands.map((command) => command.split(' ')[0]))).toEqual(new Set(Object.keys(TOOLS)));
    for (const command of commands) {
      const [tool, ...args] = command.split(' ') as [keyof typeof TOOLS, ...string[]];
      if (tool !== 'scruple' && spawnSync(tool, ['--help']).error !== undefined) continue;
      const all = tool !== 'scruple' ? args : [BIN, ...args, ...(args[0] === 'verify' ? AT : [])];
      // Throws where the tool says that something does not hold.
      execFileSync(TOOLS[tool], all, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The clock of the server in the tests stands in the past or in the future of the machine's. */
const AT = ['--at', '2026-11-21T00:00:00Z'];
