/** One audit in a process of its own, so that its CPU seconds and its memory are its own: prints them as JSON. */

import { resolve } from 'node:path';

const [path, format, extent, built] = process.argv.slice(2) as [
  string,
  'csv' | 'parquet',
  'rates' | 'full',
  string?,
];
/** The published build where its folder is named, else the sources. */
const load = (name: string) =>
  built
    ? import(resolve(built, `${name}.js`))
    : import(new URL(`../../src/${name}.ts`, import.meta.url).href);
const { openDuckDb } = (await load(
  'stores/warehouse/duckdb',
)) as typeof import('../../src/stores/warehouse/duckdb.ts');
const { runAudit } = (await load(
  'playbook/4-harm/fairness/run-audit',
)) as typeof import('../../src/playbook/4-harm/fairness/run-audit.ts');
const started = performance.now();
const opened = await openDuckDb({ allowedPaths: [path], queryTimeoutMs: 300_000, threads: 2 });
if (!opened.ok) throw new Error(opened.problem.message);
const result = await runAudit(opened.value, {
  source: { kind: 'file', path, format },
  groups: ['origin', 'age_band'],
  decision: 'decision',
  label: 'label',
  ...(extent === 'full'
    ? {
        score: 'score',
        control: ['region'],
        rules: ['debtors', 'lapsed'],
        proxies: ['region', 'debtors'],
        marginals: true,
      }
    : {}),
});
if (!result.ok) throw new Error(result.problem.message);
await opened.value.close();
const used = process.resourceUsage();
console.log(
  JSON.stringify({
    rows: result.value.rows,
    groups: result.value.groups.length,
    verdict: result.value.verdict,
    cpuSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    wallSeconds: (performance.now() - started) / 1000,
    memoryMB: used.maxRSS / 1024,
    firstRate: result.value.groups[0]?.selectionRate,
  }),
);
