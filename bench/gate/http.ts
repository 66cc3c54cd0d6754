/**
 * Decisions over HTTP, one a question and a hundred a question, on both stores, beside an empty route of Fastify in the
 * same run. Run: node bench/gate/http.ts. Writes results/http.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { HASH } from '../../src/gate/testing/moments.ts';
import { ENGINES } from '../../test/contract/store-engines.ts';
import { round, writeResults } from './results.ts';

const PEOPLE = 500;
const CONNECTIONS = 64;
const SECONDS = 8;

async function started(script: string, args: readonly string[]): Promise<[ChildProcess, string]> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return [child, line];
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

let sendings = 0;
const question = () => ({
  use: 'spring',
  subject: `email:p${Math.floor(Math.random() * PEOPLE)}@customer.example`,
  channel: 'email',
  contentHash: HASH,
  dispatch: `sending-${sendings++}`,
});

async function measure(address: string, key: string, path: string, bodyOf: () => object) {
  const run = (duration: number) =>
    autocannon({
      url: address,
      connections: CONNECTIONS,
      duration,
      requests: Array.from({ length: 500 }, () => ({
        method: 'POST' as const,
        path,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        setupRequest: (request: object) => ({ ...request, body: JSON.stringify(bodyOf()) }),
      })),
    });
  await run(2);
  const { requests, latency, non2xx, errors } = await run(SECONDS);
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  return { perSecond: round(requests.average), p50: latency.p50, p99: latency.p99 };
}

const [empty, emptyAt] = await started('../server/serve-empty.ts', []);
const emptyRun = async () =>
  round((await autocannon({ url: emptyAt, connections: CONNECTIONS, duration: 4 })).requests.average);
await emptyRun();
const results: Record<string, unknown> = {};
for (const engine of ENGINES) {
  await engine.start();
  const location = engine.name === 'embedded' ? null : await engine.place();
  const [server, line] = await started('serve-gate.ts', [JSON.stringify(location), String(PEOPLE)]);
  const { address, key } = JSON.parse(line) as { address: string; key: string };
  const emptyPerSecond = await emptyRun();
  const single = await measure(address, key, '/v1/gate/decisions', question);
  const hundred = await measure(address, key, '/v1/gate/decisions:batch', () => ({
    decisions: Array.from({ length: 100 }, question),
  }));
  await stopped(server);
  await engine.stop();
  results[engine.name] = {
    emptyRoutePerSecond: emptyPerSecond,
    single: { ...single, ratio: round(single.perSecond / emptyPerSecond) },
    hundredAtOnce: { ...hundred, decisionsPerSecond: round(hundred.perSecond * 100) },
  };
}
await stopped(empty);
const all = {
  goal: 'single decisions at 0.7 of an empty route at least',
  connections: CONNECTIONS,
  ...results,
};
await writeResults('http', all);
process.exit(0);
