/**
 * From the start of the process to the line that says it is ready, and the memory then: on an empty folder and on one
 * that is there, without and with the example workspace. Run: node bench/server/start.ts. Writes results/start.json.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../test/api/running-server.ts';

const RUNS = 5;
const round = (value: number): number => Number(value.toFixed(2));
const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function once(args: readonly string[]) {
  const server = await startServer(args);
  if (server.url === '') throw new Error(server.said());
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  await server.end('SIGTERM');
  const megabytes = (key: string) =>
    Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { seconds: server.milliseconds / 1000, now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
const results: Record<string, unknown> = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  node: process.version,
  loadBefore: round(loadavg()[0]!),
  goals: { emptyFolderSeconds: 8, folderThatIsThereSeconds: 2 },
};
try {
  for (const args of [[], ['--demo'], ['--demo', '--verdict']])
    for (const kind of ['empty folder', 'folder that is there'] as const) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const data = join(folder, args.join(''), kind === 'empty folder' ? String(run) : '0');
        runs.push(await once([...args, '--data', data]));
      }
      const seconds = runs.map((one) => one.seconds);
      const name = `serve ${args.join(' ')}, ${kind}`;
      results[name] = {
        seconds: round(middle(seconds)),
        slowest: round(Math.max(...seconds)),
        megabytes: middle(runs.map(({ now }) => now)),
        megabytesAtTheMost: middle(runs.map(({ most }) => most)),
      };
      console.warn(name, JSON.stringify(results[name]));
    }
  results.loadAfter = round(loadavg()[0]!);
  await writeFile(new URL('results/start.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
