/**
 * What lists and reviews cost over HTTP, with 10,000 uses, 100,000 findings and 5,000 reviews, on both stores, beside an
 * empty route of Fastify in the same run. Run: node bench/server/http.ts. Writes results/http.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import type { StoreLocation } from '../../src/stores/sql/store.ts';
import { open } from '../../test/contract/store-engines.ts';
import { emptyDatabase, hasPostgres, startPostgres } from '../../test/harness/postgres.ts';
import { load } from './load.ts';
import { addPeople, keyOf, type ROLES } from './people.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const USES = 10_000;
const CONNECTIONS = 8;
const SECONDS = 3;
const LEAST = 60;
/** As bin/scruple.js sets it. */
const ENGINE = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
const round = (value: number): number => Number(value.toFixed(2));

const ENDPOINTS: ReadonlyArray<readonly [path: string, role: (typeof ROLES)[number]]> = [
  ['/v1/uses', 'auditor'],
  ['/v1/uses', 'reviewer'],
  ['/v1/uses?sort=verdict&direction=desc', 'auditor'],
  ['/v1/uses?query=-0999', 'operator'],
  ['/v1/uses?mine=true', 'operator'],
  ['/v1/uses/campaign-00500', 'reviewer'],
  ['/v1/uses/campaign-00500/versions', 'auditor'],
  ['/v1/uses/campaign-00500/findings', 'auditor'],
  ['/v1/uses/campaign-00500/findings?sort=gravity&direction=desc', 'auditor'],
  ['/v1/reviews', 'reviewer'],
  ['/v1/reviews?untouched=true', 'reviewer'],
  ['/v1/reviews/REVIEW', 'reviewer'],
  ['/v1/statistics/budget', 'reviewer'],
  ['/v1/people', 'auditor'],
];

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Time of a core that the server took for an answer: what stays true on a machine that is busy with other things. */
  readonly cpuMilliseconds: number;
  readonly bytes: number;
}

/** Requests one after another on each of the connections, after as long a time to get warm. */
async function measure(
  { cpu }: Pick<Process, 'cpu'>,
  url: string,
  headers: Record<string, string>,
): Promise<Figures> {
  const first = await fetch(url, { headers });
  const bytes = (await first.arrayBuffer()).byteLength;
  if (first.status !== 200) throw new Error(`${url}: ${first.status}`);
  await autocannon({ url, headers, connections: CONNECTIONS, duration: 1 });
  const times: number[] = [];
  const [begun, cpuBefore] = [performance.now(), await cpu()];
  // Longer where the machine is so busy that a few seconds give too few answers to count.
  while (times.length < LEAST)
    await new Promise<void>((resolve, reject) => {
      const run = autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS }, (error) =>
        error ? reject(error) : resolve(),
      );
      run.on('response', (_client, status, _bytes, milliseconds) => {
        if (status === 200) times.push(milliseconds);
        else reject(new Error(`${url}: ${status}`));
      });
    });
  const seconds = (performance.now() - begun) / 1000;
  const cpuMilliseconds = round(((await cpu()) - cpuBefore) / times.length);
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!);
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: Math.round(times.length / seconds),
    cpuMilliseconds,
    bytes,
  };
}

interface Process {
  readonly url: string;
  /** Megabytes that it holds now. */
  memory(): Promise<number>;
  /** Milliseconds of a core that it has taken. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

async function startProcess(script: string, ...parameters: string[]): Promise<Process> {
  const child: ChildProcess = spawn(
    process.execPath,
    [...ENGINE, join(ROOT, 'bench/server', script), ...parameters],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  // However this run ends, nothing of it stays.
  process.once('exit', () => child.kill('SIGKILL'));
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return {
    url: String(line).trim(),
    memory: async () =>
      Math.round(
        Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
      ),
    async cpu() {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      // In hundredths of a second, as Linux counts.
      return 10 * (user! + system!);
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function overHttp(location: StoreLocation, goalP95: number) {
  const store = await open(location);
  await addPeople(store);
  await load(store, USES);
  await (store.engine === 'embedded' ? store.maintain() : sql`vacuum (analyze)`.execute(store.plain));
  const review = await store.read((db) =>
    db.selectFrom('reviews').select('id').where('state', '=', 'open').orderBy('id').executeTakeFirstOrThrow(),
  );
  await store.close();
  const begun = performance.now();
  const server = await startProcess('serve-loaded.ts', JSON.stringify(location));
  const startSeconds = round((performance.now() - begun) / 1000);
  const memoryAtStart = await server.memory();
  const milliseconds: Record<string, Figures> = {};
  for (const [path, role] of ENDPOINTS) {
    const url = server.url + path.replace('REVIEW', review.ok ? review.value.id : '');
    milliseconds[`${role} ${path}`] = await measure(server, url, { authorization: `Bearer ${keyOf(role)}` });
    console.warn(role, path, JSON.stringify(milliseconds[`${role} ${path}`]));
  }
  const memoryAtEnd = await server.memory();
  await server.stop();
  const slowestP95 = Math.max(...Object.values(milliseconds).map(({ p95 }) => p95));
  return {
    goalP95,
    slowestP95,
    startSeconds,
    megabytes: { start: memoryAtStart, end: memoryAtEnd },
    milliseconds,
  };
}

async function emptyRoute(): Promise<Figures> {
  const server = await startProcess('serve-empty.ts');
  const figures = await measure(server, `${server.url}/`, {});
  await server.stop();
  return figures;
}

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
try {
  const results: Record<string, unknown> = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    loadBefore: round(loadavg()[0]!),
    node: process.version,
    uses: USES,
    connections: CONNECTIONS,
    emptyRoute: await emptyRoute(),
  };
  results.embedded = await overHttp({ folder: join(folder, 'loaded') }, 250);
  if (hasPostgres) {
    const postgres = await startPostgres('on');
    results.postgres = await overHttp({ databaseUrl: await emptyDatabase(postgres) }, 100);
    await postgres.stop();
  } else console.warn('SKIPPED: PostgreSQL was not found');
  results.emptyRouteAgain = await emptyRoute();
  results.loadAfter = round(loadavg()[0]!);
  await writeFile(join(ROOT, 'bench/server/results/http.json'), `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
