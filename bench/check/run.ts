/**
 * How long a verdict takes and how often it cries wolf. Run: node bench/check/run.ts
 * Prints each figure beside its goal and writes results/check.json.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMessages } from '../../src/app/check-messages.ts';
import { generateWorkspace } from './generate.ts';

interface Taken {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const ROOT = new URL('../../', import.meta.url).pathname;
const RUNS = 7;

function take(...parameters: string[]): Taken {
  const ran = spawnSync(
    process.execPath,
    ['--liftoff-only', join(ROOT, 'bench/check/measure.ts'), ...parameters],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const last = ran.stderr.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`the command printed: ${ran.stderr}`);
  return JSON.parse(last) as Taken;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Processor time of a command and all that it starts, from the shell's own clock. */
function cpuSecondsOf(parameters: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; time "$0" "$@" > /dev/null 2> /dev/null';
  const { stderr } = spawnSync('bash', ['-c', script, process.execPath, ...parameters], { encoding: 'utf8' });
  const [user, system] = stderr.trim().split(/\s+/).map(Number);
  return user! + system!;
}

/** The whole command from the shell, as a person waits for it, against an empty program of the same runtime. */
function firstVerdict() {
  const time = (parameters: readonly string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, parameters, { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  };
  const check = [join(ROOT, 'bin/scruple.js'), 'check', join(ROOT, 'examples/harbor'), '--fail-on', 'never'];
  time(check);
  const runs = Array.from({ length: RUNS }, () => ({ empty: time(['-e', '']), check: time(check) }));
  const seconds = median(runs.map((one) => one.check));
  // Beside other work the wall clock says little, and what the processor did still does.
  const cpu = Array.from({ length: RUNS }, () => cpuSecondsOf(check));
  return {
    seconds: round(seconds),
    cpuSeconds: round(median(cpu)),
    slowest: round(Math.max(...runs.map((one) => one.check))),
    timesAnEmptyProgram: round(seconds / median(runs.map((one) => one.empty))),
    goalSeconds: 2,
  };
}

async function growth() {
  const rows = [];
  for (const uses of [100, 300, 1000]) {
    const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
    try {
      await generateWorkspace(folder, uses);
      const taken = take('check', folder, '--format', 'json', '--out', '/dev/null', '--fail-on', 'never');
      rows.push({
        uses,
        seconds: round(taken.wallSeconds),
        cpuSeconds: round(taken.cpuSeconds),
        megabytes: Math.round(taken.megabytes),
        millisecondsPerUse: round((taken.wallSeconds / uses) * 1000),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return rows;
}

/** Findings on real templates that are clean: each one is a false alarm, or a claim that someone must bind. */
async function cleanTemplates() {
  const folder = join(ROOT, '../shared/data/templates');
  const names = (await readdir(folder, { recursive: true }).catch(() => []))
    .filter((name) => /\.(?:html|mjml)$/.test(name))
    .sort();
  const inputs = await Promise.all(
    names.map(async (file) => ({ file, bytes: await readFile(join(folder, file)) })),
  );
  const { messages } = await checkMessages(inputs, { at: new Date('2026-11-20T09:00:00Z') });
  const perCheck: Record<string, number> = {};
  for (const finding of messages.flatMap(({ findings }) => findings))
    perCheck[`${finding.check} ${finding.gravity}`] =
      (perCheck[`${finding.check} ${finding.gravity}`] ?? 0) + 1;
  const withReview = messages.filter(({ findings }) => findings.some(({ gravity }) => gravity !== 'advise'));
  return {
    templates: names.length,
    read: messages.length,
    blocked: messages.filter(({ verdict }) => verdict === 'block').length,
    withReview: withReview.length,
    goalWithReview: 3,
    perCheck,
  };
}

const result = {
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim(),
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  firstVerdict: firstVerdict(),
  growth: await growth(),
  cleanTemplates: await cleanTemplates(),
};
console.log(
  `first verdict on the example: ${result.firstVerdict.seconds} s (goal 2), ${result.firstVerdict.cpuSeconds} s of processor time, ${result.firstVerdict.timesAnEmptyProgram} times an empty program`,
);
console.table(result.growth);
console.log(
  `clean templates: ${result.cleanTemplates.withReview} of ${result.cleanTemplates.read} with a review (goal 3), ${result.cleanTemplates.blocked} blocked (goal 0)`,
);
console.table(result.cleanTemplates.perCheck);
await writeFile(join(ROOT, 'bench/check/results/check.json'), `${JSON.stringify(result, null, 2)}\n`);
