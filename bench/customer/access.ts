/**
 * What a copy of what is known of a person costs over five sources: DuckDB files and our own store, from the order to the
 * ZIP, beside the bare queries for the same rows in the same run.
 * Run: node bench/customer/access.ts [--people 200000] [--runs 15]. Writes results/access-<people>.json.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { collect } from '../../src/app/server/access/collect.ts';
import { openedWarehouses } from '../../src/app/server/access/opened-warehouses.ts';
import { packedCopy } from '../../src/app/server/access/take-copy.ts';
import { accessPage } from '../../src/preferences/access-page.ts';
import { fiveSources, PEOPLE, WORKSPACE } from '../../test/access/five-sources.ts';
import { TestServer } from '../../test/api/harness.ts';
import { must } from '../../test/contract/store-engines.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '200000' }, runs: { type: 'string', default: '15' } },
});
const MANY = Number(values.people);
const RUNS = Number(values.runs);

/** As many other people in each source, so that rows have to be looked for. */
const others: Readonly<Record<string, string>> = {
  crm: `INSERT INTO crm.customers SELECT 'p' || range, 'p' || range || '@customer.example', 'P', NULL, random(), NULL FROM range(${MANY})`,
  shop: `INSERT INTO shop.orders SELECT 'p' || range, 1, 1, 1 FROM range(${MANY})`,
  support: `INSERT INTO support.tickets SELECT 'p' || range, 'hello', NULL FROM range(${MANY})`,
  web: `INSERT INTO web.sessions SELECT 'p' || (range % ${MANY}), '/boots' FROM range(${MANY * 5})`,
  broker: `INSERT INTO broker.profiles SELECT sha256('p' || range || '@customer.example'), 'B' FROM range(${MANY})`,
};
const sources = await fiveSources((name) => [others[name]!]);
const server = await TestServer.start({ warehouses: sources.warehouses });
const ada = await server.administrator();
const olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
const pushed = await olga.ask('/v1/uses/come-back/versions', {
  method: 'POST',
  body: { workspace: 'harbor', files: WORKSPACE },
});
if (pushed.status !== 201) throw new Error(JSON.stringify(pushed.body));

const ann = [{ kind: 'email', value: PEOPLE.ann.email }] as const;
const copy = async () => {
  const document = must(
    await server.context.store.read((db) =>
      collect(db, server.context, { identifiers: ann, request: null }, async () => {}),
    ),
  );
  const started = performance.now();
  const zip = packedCopy(document, accessPage(document, 'en'));
  return { document, bytes: zip.length, packMs: performance.now() - started };
};

/** The same rows by hand: five engines in this process, one query each. */
const BARE: ReadonlyArray<readonly [name: string, sql: string]> = [
  ['crm', `select * from crm.customers where lower(trim(email)) = '${PEOPLE.ann.email}'`],
  ['shop', "select * from shop.orders where customer_id = '007'"],
  ['support', "select * from support.tickets where customer_id = '007'"],
  ['web', "select * from web.sessions where customer_id = '007'"],
  ['broker', `select * from broker.profiles where email_sha256 = sha256('${PEOPLE.ann.email}')`],
];
async function bare(): Promise<number> {
  let rows = 0;
  for (const [name, sql] of BARE) {
    const instance = await DuckDBInstance.create(`${sources.folder}/of-${name}.duckdb`, {
      access_mode: 'READ_ONLY',
      threads: '1',
    });
    const connection = await instance.connect();
    rows += (await connection.runAndReadAll(sql)).currentRowCount;
    connection.closeSync();
    instance.closeSync();
  }
  return rows;
}

/** The five engines that a copy starts, each in a process of its own, asked for nothing. */
async function engines(): Promise<void> {
  const opened = openedWarehouses(sources.warehouses);
  opened.begin(sources.warehouses.names);
  for (const name of sources.warehouses.names)
    must(await opened.ask(name, { sql: 'select 1', parameters: {} }));
  await opened.close();
}

const loadBefore = loadavg()[0]!;
const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const started = performance.now();
  const value = await work();
  return [performance.now() - started, value];
};
const made: number[] = [];
const byHand: number[] = [];
const packing: number[] = [];
const starting: number[] = [];
let bytes = 0;
let rows = 0;
// In turn, so that what else the machine does falls on both.
for (let run = 0; run <= RUNS; run += 1) {
  const [copyMs, { document, bytes: size, packMs }] = await timed(copy);
  const [bareMs, found] = await timed(bare);
  const [enginesMs] = await timed(engines);
  rows = document.datasets.reduce((sum, part) => sum + part.rows.length, 0);
  if (rows !== found || document.datasets.length !== 5) throw new Error(`${rows} rows, by hand ${found}`);
  bytes = size;
  // The first run reads the files from the disk.
  if (run === 0) continue;
  made.push(copyMs);
  byHand.push(bareMs);
  packing.push(packMs);
  starting.push(enginesMs);
}
const at = (numbers: readonly number[], share: number): number =>
  Number(
    numbers
      .toSorted((a, b) => a - b)
      [Math.min(numbers.length - 1, Math.floor(share * numbers.length))]!.toFixed(1),
  );
const figures = {
  people: MANY,
  sources: BARE.length,
  rows,
  zipBytes: bytes,
  runs: RUNS,
  copyMs: { median: at(made, 0.5), p90: at(made, 0.9) },
  startingFiveEnginesMs: { median: at(starting, 0.5), p90: at(starting, 0.9) },
  ofThisPackingMs: { median: at(packing, 0.5) },
  bareQueriesMs: { median: at(byHand, 0.5), p90: at(byHand, 0.9) },
  ratioOfMedians: Number((at(made, 0.5) / at(byHand, 0.5)).toFixed(2)),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  loadBefore: Number(loadBefore.toFixed(2)),
  loadAfter: Number(loadavg()[0]!.toFixed(2)),
};
console.log(JSON.stringify(figures, null, 2));
await writeFile(
  new URL(`./results/access-${MANY}.json`, import.meta.url),
  `${JSON.stringify(figures, null, 2)}\n`,
);
await server.stop();
await sources.remove();
