/**
 * How long after a withdrawal is acknowledged the gate says no: over HTTP at the next decision, and in three processes of
 * their own that follow the feed, on both stores. Run: node bench/gate/withdrawal.ts. Writes results/withdrawal.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { trustRootsOf } from '../../src/app/server/signing.ts';
import { GateWorld } from '../../test/api/gate-world.ts';
import { TestServer } from '../../test/api/harness.ts';
import { ENGINES, must } from '../../test/contract/store-engines.ts';
import { writeResults } from './results.ts';

const PEOPLE = 40;
const GATES = 3;
const results: Record<string, unknown> = {};

class Follower {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(address: string, key: string, trust: string) {
    const script = fileURLToPath(new URL('follow-gate.ts', import.meta.url));
    this.child = spawn(process.execPath, [script, address, key, trust], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  next = async (): Promise<string> => (await this.#lines.next()).value as string;

  /** When this gate first says no, asked from before it could. */
  async sawNo(subject: string): Promise<number> {
    this.child.stdin!.write(`${subject}\n`);
    return Number((await this.next()).split(' ')[1]);
  }

  async stop(): Promise<void> {
    this.child.stdin!.end();
    await once(this.child, 'exit');
  }
}

for (const engine of ENGINES) {
  await engine.start();
  const server = await TestServer.start({ location: await engine.place() });
  const ada = await server.administrator();
  const world = await GateWorld.in(server, ada);
  const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
  await ada.ask('/v1/settings/gate', {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    body: { ...policy, restShare: 0 },
  });
  await world.use('spring');
  for (let person = 0; person < PEOPLE; person += 1) await world.person(`p${person}`);
  const key = (await ada.ask('/v1/keys', { method: 'POST', body: { name: 'g', roles: ['gate'], days: 9 } }))
    .body.secret;
  const trust = JSON.stringify(must(await server.context.store.read((db) => trustRootsOf(db, 'Harbor'))));
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const gates = Array.from({ length: GATES }, () => new Follower(address, key, trust));
  for (const gate of gates) await gate.next();

  const late: number[] = [];
  let deniedNext = 0;
  for (let person = 0; person < PEOPLE; person += 1) {
    const name = `p${person}`;
    const saw = gates.map((gate) => gate.sawNo(world.subject(name)));
    await world.choose(name, 'withdrawn');
    const acknowledged = performance.timeOrigin + performance.now();
    const [said] = await world.codes('spring', `email:${name}@customer.example`, { dispatch: name });
    if (said === 'deny') deniedNext += 1;
    late.push(...(await Promise.all(saw)).map((at) => Math.max(0, at - acknowledged)));
  }
  for (const gate of gates) await gate.stop();
  await server.stop();
  await engine.stop();
  late.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(late[Math.min(late.length - 1, Math.floor(share * late.length))]!);
  results[engine.name] = {
    withdrawals: PEOPLE,
    deniedAtTheNextDecisionOverHttp: deniedNext,
    gates: GATES,
    inProcessMilliseconds: { p50: at(0.5), p95: at(0.95), longest: at(1) },
  };
}

const all = {
  ...results,
};
await writeResults('withdrawal', all);
process.exit(0);
