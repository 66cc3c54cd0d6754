/**
 * CPU seconds and memory of an audit over generated rows, beside fairlearn and pandas where a virtual environment has them.
 * node bench/fairness/speed.ts [rows …] [--python PATH] [--peers fairlearn,pandas] [--built DIST]
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { generated } from './data.ts';

const run = promisify(execFile);
const here = new URL('.', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    built: { type: 'string' },
    python: { type: 'string' },
    peers: { type: 'string', default: 'fairlearn,pandas' },
  },
});
const python = values.python ?? null;
const peers = values.peers.split(',');
const sizes = positionals.map(Number);

interface Measured {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly memoryMB: number;
  readonly firstRate: number;
}

async function ours(path: string, format: string, extent: string): Promise<Measured> {
  const { stdout } = await run(
    process.execPath,
    [`${here}one-audit.ts`, path, format, extent, values.built ?? ''],
    {
      maxBuffer: 1e8,
    },
  );
  return JSON.parse(stdout);
}
async function peer(path: string, name: string): Promise<Measured | null> {
  if (python === null) return null;
  const { stdout } = await run(python, [`${here}peers.py`, name, path], { maxBuffer: 1e8 });
  return JSON.parse(stdout);
}

const line = (what: string, { cpuSeconds, wallSeconds, memoryMB }: Measured, base?: Measured): void =>
  console.log(
    `  ${what.padEnd(34)} ${cpuSeconds.toFixed(2).padStart(8)} CPU s ${wallSeconds.toFixed(2).padStart(8)} s ${memoryMB.toFixed(0).padStart(6)} MB` +
      (base === undefined
        ? ''
        : `   ${(cpuSeconds / base.cpuSeconds).toFixed(1)} × CPU, ${(memoryMB / base.memoryMB).toFixed(1)} × memory`),
  );

for (const rows of sizes.length > 0 ? sizes : [10_000, 1_000_000])
  for (const shape of ['narrow', 'wide'] as const)
    for (const format of ['csv', 'parquet'] as const) {
      const path = await generated(rows, format, shape);
      const columns = shape === 'narrow' ? 4 : 9;
      console.log(`${rows.toLocaleString('en')} rows of ${columns} columns, ${format}, 60 groups`);
      const rates = await ours(path, format, 'rates');
      line('scruple, rates and error rates', rates);
      if (shape === 'wide') line('scruple, full audit', await ours(path, format, 'full'));
      for (const name of peers) {
        const measured = await peer(path, name);
        if (measured === null) continue;
        line(name, measured, rates);
        if (Math.abs(measured.firstRate - rates.firstRate) > 1e-12)
          console.log(`  differs: ${measured.firstRate}, ours ${rates.firstRate}`);
      }
    }
if (python === null)
  console.log(
    'fairlearn and pandas were not measured: name a python that has them with --python (see README.md)',
  );
