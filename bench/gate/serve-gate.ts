/**
 * A server with the gate over a store of its own: `node serve-gate.ts LOCATION PEOPLE`. Writes where it listens and a key of
 * the role gate, as one line of JSON; then, for each line that it is sent, what deciding has cost so far. People `p0…` said
 * yes, `n0…` took it back.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { GateWorld } from '../../test/api/gate-world.ts';
import { TestServer } from '../../test/api/harness.ts';
import { must } from '../../test/contract/store-engines.ts';

/** What is counted from the start of a server. */
export interface Costs {
  /** Seconds of the processor in this process. */
  readonly serverSeconds: number;
  /** In the connections that this server has to its database; `null` where that is this process, or cannot be read. */
  readonly databaseSeconds: number | null;
  /** Contacts that were set aside. */
  readonly reserved: number;
}

const location = JSON.parse(process.argv[2]!);
const people = Number(process.argv[3]);
const server = await TestServer.start(location === null ? {} : { location });
const ada = await server.administrator();
const world = await GateWorld.in(server, ada);
await world.use('spring');
for (let person = 0; person < people; person += 1) {
  await world.person(`p${person}`);
  if (person >= people / 10) continue;
  await world.person(`n${person}`);
  await world.choose(`n${person}`, 'withdrawn');
}
const { body } = await ada.ask('/v1/keys', { method: 'POST', body: { name: 'g', roles: ['gate'], days: 9 } });
const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ address, key: body.secret })}\n`);
process.once('SIGTERM', () => void server.stop().finally(() => process.exit(0)));
for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await costs())}\n`);

async function costs(): Promise<Costs> {
  const { user, system } = process.cpuUsage();
  const { reserved, processes } = must(
    await server.context.store.read(async (db) => ({
      reserved: await db
        .selectFrom('gateContacts')
        .select((one) => one.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
      processes: await sql<{
        pid: number;
      }>`select pid from pg_stat_activity where application_name = 'scruple-store' and datname = current_database()`.execute(
        db,
      ),
    })),
  );
  const ofDatabase =
    server.context.store.engine === 'embedded' ? null : await secondsOf(processes.rows.map(({ pid }) => pid));
  return {
    serverSeconds: (user + system) / 1e6,
    databaseSeconds: ofDatabase,
    reserved: Number(reserved.count),
  };
}

/** Linux alone tells; it counts hundredths of seconds. */
async function secondsOf(pids: readonly number[]): Promise<number | null> {
  try {
    const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8')));
    return stats.reduce((sum, stat) => {
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      return sum + (user! + system!) / 100;
    }, 0);
  } catch {
    return null;
  }
}
