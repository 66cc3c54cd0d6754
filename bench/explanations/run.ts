/**
 * Exact explanations in a second of CPU for 500 trees of depth 6, on one thread, beside shap's C++ and XGBoost where a virtual
 * environment has them, and beside Shapley values by their definition. Equality is looked at in the same run.
 * node bench/explanations/run.ts [--python PATH]
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { explain } from '../../src/playbook/5-oversight/explanations/explain.ts';
import { readExplainable } from '../../src/playbook/5-oversight/explanations/read-explainable.ts';
import { bruteForceShapley } from '../../src/playbook/5-oversight/explanations/testing/brute-force-shapley.ts';
import type { TreeEnsemble } from '../../src/playbook/5-oversight/explanations/tree-ensemble.ts';
import { fullTrees } from './full-trees.ts';

const { values: options } = parseArgs({ options: { python: { type: 'string' } } });
const ROWS = 200;
const ROUNDS = 5;

interface Peers {
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: ReadonlyArray<readonly (number | null)[]>;
  readonly values: ReadonlyArray<readonly number[]>;
  readonly perSecond: Readonly<Record<string, number>>;
}

const read = (file: unknown): TreeEnsemble => {
  const { model, ...rest } = readExplainable(file);
  if (model?.type !== 'trees') throw new Error(`no trees: ${JSON.stringify(rest)}`);
  return model;
};

/** How many of something are done in a second of CPU, so that what else runs on the machine does not count: the best of some rounds. */
function rate(count: number, run: () => void, rounds = ROUNDS): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return (count * 1000) / best;
}

async function peers(python: string): Promise<{ readonly peers: Peers; readonly model: TreeEnsemble }> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-explanations-'));
  try {
    const script = new URL('peers.py', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(python, [script, folder, String(ROWS)], { maxBuffer: 1e9 });
    const model = read(JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')));
    return { peers: JSON.parse(stdout), model };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const results: Record<string, number> = {};
const say = (what: string, perSecond: number, ours?: number): void => {
  results[what] = Number(perSecond.toPrecision(4));
  const ratio = ours === undefined ? '' : `   ours is ${(ours / perSecond).toPrecision(3)} times that`;
  console.log(`  ${what.padEnd(36)} ${perSecond.toPrecision(4).padStart(8)} a second${ratio}`);
};

const small = read(fullTrees(5, 4, 10));
const asked = Float64Array.from({ length: 10 }, (_, index) => index / 5 - 1);
const quick = rate(100, () => {
  for (let count = 0; count < 100; count += 1) explain(small, asked);
});
console.log('5 trees of depth 4, 10 inputs');
say('ours, 5 trees', quick);
say(
  'by the definition, 5 trees',
  rate(1, () => void bruteForceShapley(small, asked)),
  quick,
);

const beside = options.python === undefined ? null : await peers(options.python);
const model = beside?.model ?? read(fullTrees(500, 6, 20));
const rows =
  beside?.peers.rows.map((row) => Float64Array.from(row, (value) => value ?? Number.NaN)) ??
  Array.from({ length: ROWS }, (_, row) =>
    Float64Array.from({ length: 20 }, (__, at) => Math.sin(row * 20 + at)),
  );
const ours = rate(rows.length, () => {
  for (const row of rows) if (explain(model, row) === null) throw new Error('a row has no explanation');
});
console.log(
  `${model.roots.length} trees of depth ${model.depth}, ${model.features.length} inputs, ${model.left.length} nodes`,
);
say('ours, one at a time', ours);
if (beside === null) console.log('  (no --python: nothing to compare with)');
else {
  for (const [what, perSecond] of Object.entries(beside.peers.perSecond)) say(what, perSecond, ours);
  const worst = Math.max(
    ...rows.flatMap((row, at) =>
      [...explain(model, row)!.contributions].map((one, feature) =>
        Math.abs(one - beside.peers.values[at]![feature]!),
      ),
    ),
  );
  results.largestDifferenceFromShap = worst;
  console.log(`  largest difference from shap over ${rows.length} rows: ${worst.toExponential(1)}`);
  if (worst > 1e-9) throw new Error('the contributions differ from shap');
  await writeFile(
    new URL('results/explanations.json', import.meta.url),
    `${JSON.stringify({ node: process.version, ...beside.peers.versions, perSecond: results }, null, 2)}\n`,
  );
}
