/**
 * From the start of `serve --demo` to the first content of the tour in a browser, with the memory of the server; and how
 * long `scruple replay`, and `scruple replay --rules`, take over a log of many uses, with their memory at the most.
 * Run: node bench/story/run.ts [--uses 1000] [--events 10000000] [--runs 3]. Writes results/story.json.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { cookieOf, PASSWORD } from '../../test/api/harness.ts';
import { askServer, startServer } from '../../test/api/running-server.ts';
import { generateWorkspace } from '../check/generate.ts';
import { generateEvents } from './generate-events.ts';

const { values } = parseArgs({
  options: {
    uses: { type: 'string', default: '1000' },
    events: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '3' },
  },
});
const [USES, EVENTS, RUNS] = [values.uses, values.events, values.runs].map(Number) as [
  number,
  number,
  number,
];
const BIN = new URL('../../bin/scruple.js', import.meta.url).pathname;
const CHROMIUM = process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium';
const round = (value: number): number => Number(value.toFixed(2));
const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;

/** Megabytes of a process as its system counts them; 0 once it has gone. */
async function megabytes(pid: number, key: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

/** On an empty folder; the account is made by the API, as its own time, which does not count. */
async function startToTour(folder: string) {
  const server = await startServer(['--demo', '--data', folder]);
  if (server.url === '') throw new Error(server.said());
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const link = /(http:\S+\/set-up\/\S+)/.exec(server.out)![1]!;
    const body = { name: 'Ada', email: 'ada@harbor.example', password: PASSWORD };
    const made = await askServer(server.url, `/auth${new URL(link).pathname}`, { method: 'POST', body });
    const context = await browser.newContext();
    await context.addCookies(
      cookieOf(made!)
        .split('; ')
        .map((pair) => ({
          name: pair.slice(0, pair.indexOf('=')),
          value: pair.slice(pair.indexOf('=') + 1),
          url: server.url,
        })),
    );
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(`${server.url}/tour`);
    await page.locator('figure svg').first().waitFor();
    const shown = performance.now() - began;
    return {
      startSeconds: server.milliseconds / 1000,
      tourSeconds: shown / 1000,
      megabytes: await megabytes(server.pid, 'VmRSS'),
      megabytesAtTheMost: await megabytes(server.pid, 'VmHWM'),
    };
  } finally {
    await browser.close();
    await server.end('SIGTERM');
  }
}

/** One command as a person runs it; its answer goes to a file. */
async function replay(...args: string[]) {
  const began = performance.now();
  const child = spawn(process.execPath, [BIN, 'replay', ...args, '--format', 'json', '--fail-on', 'never'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said = (said + piece).slice(-2_000);
  });
  let most = 0;
  const watching = setInterval(async () => {
    most = Math.max(most, await megabytes(child.pid!, 'VmHWM'));
  }, 250);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(watching);
  return { seconds: round((performance.now() - began) / 1000), megabytesAtTheMost: most, status, said };
}

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
const results: Record<string, unknown> = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  node: process.version,
  loadBefore: round(loadavg()[0]!),
};
try {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await startToTour(join(folder, `data-${run}`)));
  results.startToTour = {
    runs: RUNS,
    startSeconds: round(middle(runs.map((one) => one.startSeconds))),
    tourSeconds: round(middle(runs.map((one) => one.tourSeconds))),
    megabytes: middle(runs.map((one) => one.megabytes)),
    megabytesAtTheMost: middle(runs.map((one) => one.megabytesAtTheMost)),
  };
  console.warn('start to tour', JSON.stringify(results.startToTour));
  const log = join(folder, 'events.jsonl');
  const workspace = join(folder, 'workspace');
  await generateEvents(log, USES, EVENTS);
  await generateWorkspace(workspace, USES);
  results.log = { uses: USES, events: EVENTS, megabytes: Math.round((await stat(log)).size / 1e6) };
  for (const [name, args] of [
    ['replay', []],
    ['replay --rules', ['--rules', workspace]],
  ] as const) {
    const { said, ...taken } = await replay(log, ...args, '--out', join(folder, 'answer.json'));
    // A command that failed has no figure.
    results[name] =
      taken.status === 0
        ? { ...taken, eventsPerSecond: Math.round(EVENTS / taken.seconds) }
        : { ...taken, said };
    console.warn(name, JSON.stringify(results[name]));
  }
  results.loadAfter = round(loadavg()[0]!);
  await writeFile(new URL('results/story.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
