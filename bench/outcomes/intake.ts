/**
 * How many events a second are verified by their signature, read, their addresses hashed, de-duplicated and durable, on both
 * engines, beside raw COPY by psql of the same rows in the same run: into a table with one unique index, and into one with
 * all the indexes of ours.
 * Run: node bench/outcomes/intake.ts [--events 200000] [--engine embedded|postgres]. Writes results/intake.json.
 */
import { spawnSync } from 'node:child_process';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { takeDelivery } from '../../src/app/server/intake/take-delivery.ts';
import { ledgerSecrets } from '../../src/app/server/ledger/secrets.ts';
import type { Delivery } from '../../src/connectors/intake/intake.ts';
import { setSetting } from '../../src/stores/sql/repositories/settings.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { ENGINES, must, open } from '../../test/contract/store-engines.ts';
import { emptyDatabase, startPostgres } from '../../test/harness/postgres.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '200000' }, engine: { type: 'string' } },
});
const EVENTS = Number(values.events);
/** As SendGrid batches them when much is sent. */
const BATCHES = { postgres: 2_000, embedded: 500 };
/** Deliveries at once, as one system makes them. */
const AT_ONCE = 4;
const TURNS = 5;
const NOW = new Date('2026-11-20T09:00:00Z');
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PUBLIC_KEY = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const context = {
  ledger: ledgerSecrets(Buffer.alloc(32, 7)),
  clock: { now: () => NOW },
  sealer: { seal: (text: string) => text, open: (text: string) => ({ ok: true, value: text }) as const },
};

/** One delivery of SendGrid, signed. */
function delivery(turn: number, first: number, size: number): Delivery {
  const at = String(NOW.getTime() / 1000);
  const body = JSON.stringify(
    Array.from({ length: size }, (_, index) => ({
      email: `customer-${first + index}@example.org`,
      event: index % 500 === 0 ? 'spamreport' : 'processed',
      timestamp: NOW.getTime() / 1000 - (first + index) / 100,
      sg_event_id: Buffer.from(`${turn}-${first + index}-event`).toString('base64url'),
      sg_message_id: `${first + index}.filter0001.1234`,
      scruple_use: `use-${(first + index) % 7}`,
    })),
  );
  return {
    method: 'POST',
    url: 'https://scruple.example/v1/intake/sendgrid',
    headers: {
      'x-twilio-email-event-webhook-timestamp': at,
      'x-twilio-email-event-webhook-signature': createSign('sha256')
        .update(at + body)
        .sign(keys.privateKey, 'base64'),
    },
    body: Buffer.from(body),
  };
}

/** Takes all deliveries, some at once, and one in ten of them twice; gives new events a second. */
async function ours(store: Store, turn: number, size: number): Promise<number> {
  const deliveries = Array.from({ length: Math.ceil(EVENTS / size) }, (_, number) =>
    delivery(turn, number * size, size),
  );
  const queue = deliveries.flatMap((one, number) => (number % 10 === 0 ? [one, one] : [one]));
  let accepted = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const taken = must(await takeDelivery({ ...context, store } as never, 'sendgrid', next));
        accepted += taken.accepted;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  if (accepted !== deliveries.length * size) throw new Error(`${accepted} events were accepted`);
  return accepted / seconds;
}

/** The rows of a turn as COPY writes them, loaded by psql into a new table; gives rows a second. */
async function raw(store: Store, url: string, folder: string, indexes: 'one' | 'all'): Promise<number> {
  const file = join(folder, 'rows.tsv');
  const schema = store.schema;
  const psql = (statement: string) => {
    const done = spawnSync('psql', [url, '-qX', '-v', 'ON_ERROR_STOP=1', '-c', statement], {
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(done.stderr);
  };
  psql(`\\copy (select * from ${schema}.outcome_events limit ${EVENTS}) to '${file}'`);
  psql(`drop table if exists ${schema}.raw_events`);
  psql(
    indexes === 'all'
      ? `create table ${schema}.raw_events (like ${schema}.outcome_events including all)`
      : `create table ${schema}.raw_events (like ${schema}.outcome_events, primary key (source, id))`,
  );
  const begun = performance.now();
  psql(`\\copy ${schema}.raw_events from '${file}'`);
  return EVENTS / ((performance.now() - begun) / 1000);
}

const middle = (numbers: readonly number[]): number =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!);
const round = (value: number): number => Number(value.toFixed(2));

async function measure(store: Store, url: string | null, folder: string) {
  const person = { personId: null as never, at: NOW };
  must(await store.write(({ db }) => setSetting(db, 'intake-sendgrid', { sealed: PUBLIC_KEY }, 0, person)));
  const [mine, one, all]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await sql`truncate outcome_events`.execute(store.plain);
    mine.push(await ours(store, turn, BATCHES[store.engine]));
    if (url !== null) {
      one.push(await raw(store, url, folder, 'one'));
      all.push(await raw(store, url, folder, 'all'));
    }
    console.log(
      store.engine,
      'turn',
      turn + 1,
      ...[mine, one, all].map((numbers) => Math.round(numbers.at(-1) ?? 0)),
    );
  }
  const figures = {
    events: EVENTS,
    batch: BATCHES[store.engine],
    atOnce: AT_ONCE,
    eventsPerSecond: middle(mine),
  };
  if (url === null) return figures;
  return {
    ...figures,
    rawCopyOneUniqueIndex: middle(one),
    rawCopyAllIndexes: middle(all),
    ratioToOneUniqueIndex: round(middle(mine.map((value, turn) => (1000 * value) / one[turn]!)) / 1000),
    ratioToAllIndexes: round(middle(mine.map((value, turn) => (1000 * value) / all[turn]!)) / 1000),
  };
}

const results: Record<string, unknown> = {};
const file = new URL('results/intake.json', import.meta.url);
const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as { engines?: object };
for (const engine of ENGINES.filter(({ name }) => values.engine === undefined || values.engine === name)) {
  // A figure of durable writes: PostgreSQL waits for the disk, as the embedded engine does.
  const server = engine.name === 'postgres' ? await startPostgres('on') : null;
  if (server === null) await engine.start();
  const url = server === null ? null : await emptyDatabase(server);
  const store = await open(url === null ? await engine.place() : { databaseUrl: url });
  const folder = await mkdtemp(join(tmpdir(), 'scruple-intake-'));
  const loadBefore = round(loadavg()[0]!);
  try {
    results[engine.name] = {
      loadBefore,
      ...(await measure(store, url, folder)),
      loadAfter: round(loadavg()[0]!),
    };
    console.log(engine.name, results[engine.name]);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await store.close();
    await (server ?? engine).stop();
  }
}
await writeFile(
  file,
  `${JSON.stringify(
    {
      turns: TURNS,
      machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
      engines: { ...before.engines, ...results },
    },
    null,
    2,
  )}\n`,
);
