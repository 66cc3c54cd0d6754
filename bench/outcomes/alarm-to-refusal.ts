/**
 * How long after the delivery that tips a monitor is acknowledged the gate refuses, over HTTP and under load, on both
 * stores. Run: node bench/outcomes/alarm-to-refusal.ts [--alarms 60]. Writes results/alarm-to-refusal.json.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { TestServer } from '../../test/api/harness.ts';
import { ENGINES } from '../../test/contract/store-engines.ts';
import { type Refusal, UnderLoad } from '../../test/harness/alarm-to-refusal.ts';

const { values } = parseArgs({ options: { alarms: { type: 'string', default: '60' } } });
const alarms = Number(values.alarms);
const uses = Array.from({ length: alarms }, (_, number) => `use-${number}`);
const loadBefore = loadavg();
const stores: Record<string, unknown> = {};

for (const engine of ENGINES) {
  await engine.start();
  const server = await TestServer.start({ location: await engine.place() });
  const load = await UnderLoad.start(server, uses);
  const seen: Refusal[] = [];
  const began = performance.now();
  for (const use of uses) seen.push(await load.tip(use));
  const seconds = (performance.now() - began) / 1000;
  await load.stop();
  await server.stop();
  await engine.stop();
  stores[engine.name] = {
    alarms,
    firstRefusalMs: quantilesOf(seen.map(({ first }) => first)),
    lastPermitMs: quantilesOf(seen.map(({ lastPermit }) => lastPermit)),
    permittedAfterFirstRefusal: seen.reduce((sum, { permittedAfter }) => sum + permittedAfter, 0),
    listsInFlight: seen.filter(({ listInFlight }) => listInFlight).length,
    refusedForSomethingElse: load.refusedOtherwise,
    decisionsPerSecond: Math.round(load.decided / seconds),
    otherEventsPerSecond: Math.round(load.delivered / seconds),
  };
}
const machine = {
  cpu: cpus()[0]!.model,
  cores: cpus().length,
  node: process.version,
  loadBefore,
  loadAfter: loadavg(),
};
const text = JSON.stringify({ goalMs: 250, stores, machine }, null, 2);
await writeFile(new URL('results/alarm-to-refusal.json', import.meta.url), `${text}\n`);
console.log(text);

/** Of times that may lie before the acknowledgement, which are then below 0. */
function quantilesOf(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
