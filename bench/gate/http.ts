/**
 * Decisions over HTTP on both stores, beside an empty route of Fastify in the same run: single questions of three kinds
 * from 64 and from 256 connections, and a hundred in one request. Run: node bench/gate/http.ts. Writes results/http.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { HASH } from '../../src/gate/testing/moments.ts';
import { ENGINES } from '../../test/contract/store-engines.ts';
import type { Costs } from './serve-gate.ts';

const PEOPLE = 500;
const CONNECTIONS = [64, 256] as const;
const SECONDS = 6;
const round = (value: number): number => Number(value.toPrecision(4));
const loadBefore = loadavg();

class Child {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(script: string, args: readonly string[]) {
    const file = fileURLToPath(new URL(script, import.meta.url));
    this.#child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  line = async (): Promise<string> => (await this.#lines.next()).value as string;

  async costs(): Promise<Costs> {
    this.#child.stdin!.write('\n');
    return JSON.parse(await this.line());
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}

let sendings = 0;
const about = (subject: string, dispatch: string) => ({
  use: 'spring',
  subject: `email:${subject}@customer.example`,
  channel: 'email',
  contentHash: HASH,
  dispatch,
});
const anybodyOf = (people: number): number => Math.floor(Math.random() * people);

/** What senders ask, by what it comes to. */
const KINDS = {
  /** Each a sending of its own, which reserves a contact until the cap is reached. */
  aNewSending: () => about(`p${anybodyOf(PEOPLE)}`, `sending-${sendings++}`),
  /** The same sending again, as a template does that is rendered twice. */
  askedAgain: () => about(`p${anybodyOf(PEOPLE)}`, 'again'),
  /** People who took their yes back. */
  refused: () => about(`n${anybodyOf(PEOPLE / 10)}`, `sending-${sendings++}`),
} as const;

async function measure(
  server: Child,
  { address, key }: { readonly address: string; readonly key: string },
  connections: number,
  path: string,
  decisionsOf: () => readonly object[],
) {
  let late = 0;
  const run = (duration: number) =>
    autocannon({
      url: address,
      connections,
      duration,
      requests: Array.from({ length: 500 }, () => ({
        method: 'POST' as const,
        path,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        setupRequest: (request: object) => {
          const decisions = decisionsOf();
          return { ...request, body: JSON.stringify(decisions.length === 1 ? decisions[0] : { decisions }) };
        },
        onResponse: (_: number, body: string) => {
          if (body.includes('"feed-stale"')) late += 1;
        },
      })),
    });
  await run(2);
  late = 0;
  const before = await server.costs();
  const { requests, latency, non2xx, errors } = await run(SECONDS);
  const after = await server.costs();
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  const asked = requests.total * decisionsOf().length;
  const microseconds = (seconds: number): number => round((seconds / asked) * 1e6);
  return {
    requestsPerSecond: round(requests.average),
    decisionsPerSecond: round(requests.average * decisionsOf().length),
    p50: latency.p50,
    p99: latency.p99,
    serverMicrosecondsPerDecision: microseconds(after.serverSeconds - before.serverSeconds),
    databaseMicrosecondsPerDecision:
      after.databaseSeconds === null || before.databaseSeconds === null
        ? null
        : microseconds(after.databaseSeconds - before.databaseSeconds),
    /** Of the requests: they waited as long as a sender does, and were refused for it. */
    refusedForWaiting: round(late / requests.total),
    withoutReservation: round(1 - (after.reserved - before.reserved) / asked),
  };
}

const empty = new Child('../server/serve-empty.ts', []);
const emptyAt = await empty.line();
const emptyPerSecond = async (connections: number) =>
  round((await autocannon({ url: emptyAt, connections, duration: 3 })).requests.average);
await emptyPerSecond(CONNECTIONS[0]);
const results: Record<string, unknown> = {};
for (const engine of ENGINES) {
  await engine.start();
  const location = engine.name === 'embedded' ? null : await engine.place();
  const server = new Child('serve-gate.ts', [JSON.stringify(location), String(PEOPLE)]);
  const reached = JSON.parse(await server.line()) as { address: string; key: string };
  const single = [];
  for (const connections of CONNECTIONS) {
    const emptyRoutePerSecond = await emptyPerSecond(connections);
    const kinds: Record<string, unknown> = {};
    for (const [kind, question] of Object.entries(KINDS)) {
      const one = await measure(server, reached, connections, '/v1/gate/decisions', () => [question()]);
      kinds[kind] = { ...one, ratioToEmptyRoute: round(one.requestsPerSecond / emptyRoutePerSecond) };
    }
    single.push({ connections, emptyRoutePerSecond, ...kinds });
  }
  const hundredAtOnce = await measure(server, reached, CONNECTIONS[0], '/v1/gate/decisions:batch', () =>
    Array.from({ length: 100 }, KINDS.aNewSending),
  );
  await server.stop();
  await engine.stop();
  results[engine.name] = { single, hundredAtOnce };
}
await empty.stop();
const all = {
  goal: 'single decisions at 0.7 of an empty route at least',
  ...results,
  machine: {
    cpu: cpus()[0]!.model,
    cores: cpus().length,
    node: process.version,
    loadBefore,
    loadAfter: loadavg(),
  },
};
await writeFile(new URL('results/http.json', import.meta.url), `${JSON.stringify(all, null, 2)}\n`);
console.log(JSON.stringify(all, null, 2));
process.exit(0);
