import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The newest server that this machine has, by the usual places; `null` where there is none. */
const BINARIES =
  ['17', '16', '15', '14']
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .concat('/usr/local/bin', '/opt/homebrew/bin', '/usr/bin')
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;

export const hasPostgres = BINARIES !== null;

/** For suites that need a server: says loudly what is not run. */
export function sayWithoutPostgres(what: string): void {
  if (!hasPostgres) console.warn(`SKIPPED: ${what} needs PostgreSQL (initdb, postgres), and none was found`);
}

export interface PostgresServer {
  /** Address of the database `postgres` as the superuser that the tests set up with. */
  readonly url: string;
  run(sql: string): Promise<void>;
  stop(): Promise<void>;
}

const NOBODY = 65534;

/**
 * A server of its own in a temporary folder, on a free port of the loopback, as a person without rights. A benchmark
 * asks for `fsync=on`; tests lose nothing by the default.
 */
export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<PostgresServer> {
  if (BINARIES === null) throw new Error('no PostgreSQL');
  const folder = await mkdtemp(join(tmpdir(), 'scruple-postgres-'));
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, 'data');
  const made = spawnSync(
    join(BINARIES, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      await passwordFile(folder),
      '-E',
      'UTF8',
      '--no-locale',
      '-N',
    ],
    { ...identity, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const server = spawn(
    join(BINARIES, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      '',
      '-c',
      `fsync=${fsync}`,
      '-c',
      'max_connections=40',
    ],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  server.stderr.resume();
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const { default: pg } = await import('pg');
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  for (let tries = 0; ; tries += 1)
    try {
      await run('SELECT 1');
      break;
    } catch (error) {
      if (tries > 150 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  return {
    url,
    run,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const PASSWORD = 'open-sesame-of-a-test';

async function passwordFile(folder: string): Promise<string> {
  const file = join(folder, 'password');
  await writeFile(file, PASSWORD, { mode: 0o644 });
  return file;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
